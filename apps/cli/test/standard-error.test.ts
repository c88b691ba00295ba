import { expect, test } from 'vitest';
import { standardError } from '../src/standard-error.ts';

function on(stream: { isTTY: boolean; columns: number }) {
  const said: string[] = [];
  let now = 0;
  const { tell, progress } = standardError({ ...stream, write: (text: string) => said.push(text) }, () => now);
  return {
    said,
    tell,
    progress,
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

test('on a screen one line is written over, and makes room for what is said', () => {
  const { said, tell, progress, wait } = on({ isTTY: true, columns: 12 });
  progress('100 rows of many');
  progress('too soon');
  wait(100);
  progress('200 rows');
  tell('done');
  tell('bye');
  expect(said).toEqual(['\r\u001B[K100 rows of', '\r\u001B[K200 rows', '\r\u001B[Kdone\n', 'bye\n']);
});

test('in a log it is a line now and then, and none for work that is over at once', () => {
  const { said, tell, progress, wait } = on({ isTTY: false, columns: 12 });
  progress('100 rows of many');
  wait(1999);
  progress('200 rows of many');
  wait(1);
  progress('300 rows of many');
  tell('done');
  expect(said).toEqual(['300 rows of many\n', 'done\n']);
});

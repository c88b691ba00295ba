// expected.json is what expected.py says today: figures that somebody wrote in by hand would be found here.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { textOf } from './case-city.ts';

test('the separate script comes to the committed figures', () => {
  const script = fileURLToPath(new URL('expected.py', import.meta.url));
  const { error, status, stdout, stderr } = spawnSync('python3', ['-B', script, '--print'], { encoding: 'utf8' });
  if (error !== undefined)
    throw new Error(
      `Expected python3 on the path to work out the whole cases apart from the engine, got: ${error.message}. Install Python 3.8 or later; it needs no packages.`,
    );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout)).toEqual(JSON.parse(textOf('expected.json')));
});

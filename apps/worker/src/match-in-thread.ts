// Runs the engine beside the event loop, so that the API answers while a big city is matched.
import { on } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { City } from '@crg/domain/flow';
import type { Notice } from '@crg/domain/match';
import type { PairLists } from '@crg/domain/pair-columns';
import type { MatchCity } from '@crg/services/run-matching';
import type { FromEngine, ToEngine } from './engine-thread.ts';

/** One thread per run: it holds memory only while it works, and aborting ends it at once. */
export const matchInThread: MatchCity = (city, { k }, signal) => {
  let notices: readonly Notice[] = [];
  return {
    notices: () => notices,
    lists: listsFromThread(city, k, signal, (told) => {
      notices = told;
    }),
  };
};

async function* listsFromThread(
  city: City,
  k: number,
  signal: AbortSignal,
  tell: (notices: readonly Notice[]) => void,
): AsyncGenerator<PairLists> {
  signal.throwIfAborted();
  const thread = new Worker(new URL('./engine-thread.ts', import.meta.url));
  const ended = new AbortController();
  thread.once('error', (error) => ended.abort(error));
  thread.once('exit', (code) =>
    ended.abort(new Error(`The engine's thread ended with code ${code} before it answered.`)),
  );
  const either = AbortSignal.any([signal, ended.signal]);
  // Listens before anything is sent, so that no answer is missed.
  const answers = on(thread, 'message', { signal: either });
  try {
    await sendCity(thread, city, either);
    tellThread(thread, { kind: 'match', k });
    for await (const [answer] of answers as AsyncIterable<[FromEngine]>) {
      if (answer.kind === 'done') return tell(answer.notices);
      yield answer.lists;
    }
  } catch (error) {
    // `on` wraps the reason of the signal; whoever aborted wants to see it.
    throw either.aborted ? either.reason : error;
  } finally {
    await thread.terminate();
  }
}

/** Some records at a time: copying a whole large city into a message would hold everybody up for a second. */
async function sendCity(
  thread: Worker,
  { year, organizations, sites, flows, factors = [] }: City,
  signal: AbortSignal,
): Promise<void> {
  tellThread(thread, { kind: 'city', year, factors });
  const messages = [
    ...inPieces(organizations, (records): ToEngine => ({ kind: 'organizations', records })),
    ...inPieces(sites, (records): ToEngine => ({ kind: 'sites', records })),
    ...inPieces(flows, (records): ToEngine => ({ kind: 'flows', records })),
  ];
  for (const message of messages) {
    signal.throwIfAborted();
    tellThread(thread, message);
    await nextTurn();
  }
}

function* inPieces<T>(records: readonly T[], messageOf: (piece: readonly T[]) => ToEngine): Generator<ToEngine> {
  for (let start = 0; start < records.length; start += recordsAtATime) {
    yield messageOf(records.slice(start, start + recordsAtATime));
  }
}

const recordsAtATime = 500;

function tellThread(thread: Worker, message: ToEngine): void {
  thread.postMessage(message);
}

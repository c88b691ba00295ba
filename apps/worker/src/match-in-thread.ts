// Runs the engine beside the event loop, so that the API answers while a big city is matched.
import { Worker } from 'node:worker_threads';
import type { MatchRun } from '@crg/domain/match';
import type { MatchCity } from '@crg/services/run-matching';
import type { EngineTask } from './engine-thread.ts';

/** One thread per run: it holds memory only while it works, and aborting ends it at once. */
export const matchInThread: MatchCity = (city, { k }, signal) =>
  new Promise<MatchRun>((resolve, reject) => {
    signal.throwIfAborted();
    const task: EngineTask = { city, k };
    const thread = new Worker(new URL('./engine-thread.ts', import.meta.url), { workerData: task });
    const abort = () => {
      reject(signal.reason);
      void thread.terminate();
    };
    signal.addEventListener('abort', abort, { once: true });
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => {
      signal.removeEventListener('abort', abort);
      reject(new Error(`The engine's thread ended with code ${code} before it answered`)); // nothing happens when it has
    });
  });

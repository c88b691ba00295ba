// Waiting, for loops that run until their process shuts down.
import { setTimeout as sleep } from 'node:timers/promises';

const longestRetryMilliseconds = 60_000;

/** Ends early, and without an error, when the signal is aborted. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}

/** Before the next try: `first`, and twice as long after each failure in a row, up to a minute. */
export function retryDelay(failures: number, first: number): number {
  return Math.min(first * 2 ** (failures - 1), longestRetryMilliseconds);
}

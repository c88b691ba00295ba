// Keeps the suggestions up with the city: sees that something changed, waits until it is quiet, matches anew.
import { engineVersion } from '@crg/engine/version';
import { type ChangeLog, type ChangePosition, compareChangePositions } from '@crg/stores/ports/change-log';
import type { CityStore } from '@crg/stores/ports/city-store';
import type { MatchStore } from '@crg/stores/ports/match-store';
import { pause, retryDelay } from './pause.ts';

export interface Pace {
  /** Between two looks at the change log. */
  readonly pollMilliseconds: number;
  /** Without a change before a matching starts, so that a burst of writes is matched once. */
  readonly quietMilliseconds: number;
  /** A burst that does not end is matched after this long all the same. */
  readonly patienceMilliseconds: number;
  /** Before the first retry after a failure; doubles up to a minute. */
  readonly retryMilliseconds: number;
}

export const everydayPace: Pace = {
  pollMilliseconds: 200,
  quietMilliseconds: 100,
  patienceMilliseconds: 500,
  retryMilliseconds: 1000,
};

export interface FollowLog {
  error(details: object, text: string): void;
}

/** How one matching ended: `dropped` is not tried again before the city changes. */
export type Matched = 'done' | 'dropped';

/** Runs until the signal is aborted, then resolves; a failure is logged and tried again, ever more slowly. */
export async function followChanges(
  stores: {
    city: Pick<CityStore, 'metadata'>;
    changes: Pick<ChangeLog, 'latest'>;
    matches: Pick<MatchStore, 'currentRun'>;
  },
  {
    match,
    k,
    pace,
    log,
    signal,
  }: {
    match: (change: ChangePosition, signal: AbortSignal) => Promise<Matched>;
    k: number;
    pace: Pace;
    log: FollowLog;
    signal: AbortSignal;
  },
): Promise<void> {
  // The change up to which there is nothing to do: the stored matches reflect it, or its matching was cancelled.
  let settled: ChangePosition | null = null;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const latest = await stores.changes.latest();
      if (latest === settled || !(await isDue(stores, latest, k))) {
        settled = latest;
        await pause(pace.pollMilliseconds, signal);
        continue;
      }
      await quiet(stores.changes, latest, pace, signal);
      if (signal.aborted) return;
      if ((await match(latest, signal)) === 'dropped') settled = latest;
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      failures++;
      const wait = retryDelay(failures, pace.retryMilliseconds);
      log.error({ err: error, failures }, `matching failed; trying again in ${wait} ms`);
      await pause(wait, signal);
    }
  }
}

/** True when there is a city whose stored matches do not reflect `latest`, or were made by other rules. */
async function isDue(
  { city, matches }: Pick<Parameters<typeof followChanges>[0], 'city' | 'matches'>,
  latest: ChangePosition,
  k: number,
): Promise<boolean> {
  if ((await city.metadata()) === null) return false;
  const run = await matches.currentRun();
  if (run === null || run.engine !== engineVersion || run.k !== k) return true;
  return compareChangePositions(run.basedOn, latest) < 0;
}

/** Waits until no change has come for a while. */
async function quiet(
  changes: Pick<ChangeLog, 'latest'>,
  seen: ChangePosition,
  { quietMilliseconds, patienceMilliseconds }: Pace,
  signal: AbortSignal,
): Promise<void> {
  let last = seen;
  for (let waited = 0; waited < patienceMilliseconds && !signal.aborted; waited += quietMilliseconds) {
    await pause(quietMilliseconds, signal);
    const latest = await changes.latest();
    if (latest === last) return;
    last = latest;
  }
}

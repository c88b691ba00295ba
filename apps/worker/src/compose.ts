// Wires the matching service: it follows the change log of the stores it is given and does not own them.
import type { MatchCity } from '@crg/services/run-matching';
import type { Stores } from '@crg/stores/ports/stores';
import { everydayPace, type FollowLog, followChanges, type Pace } from './follow-changes.ts';
import { type MatchingLog, matchAsJob } from './match-as-job.ts';
import { matchInThread } from './match-in-thread.ts';

export interface WorkerParts {
  readonly stores: Stores;
  readonly log: MatchingLog & FollowLog;
  /** Best pairs to keep per supply, 1 to 100. */
  readonly k?: number;
  readonly matchCity?: MatchCity;
  readonly pace?: Pace;
}

export interface MatchingService {
  /** Begins at once with whatever changed while nobody looked. */
  start(): void;
  /** Ends the running matching and puts its job back into the queue; resolves when no store is used any more. */
  stop(): Promise<void>;
}

export function composeWorker({
  stores: { jobs, city, matches, graph, changes },
  log,
  k = 20,
  matchCity = matchInThread,
  pace = everydayPace,
}: WorkerParts): MatchingService {
  const stopping = new AbortController();
  let following: Promise<void> = Promise.resolve();
  return {
    start() {
      following = followChanges(
        { city, changes, matches },
        {
          match: (change, signal) => matchAsJob({ jobs, city, matches, graph }, { change, k, matchCity, log, signal }),
          k,
          pace,
          log,
          signal: stopping.signal,
        },
      );
    },
    async stop() {
      stopping.abort();
      await following;
    },
  };
}

// Wires what works behind the API: matching, which follows the change log, and the jobs of imports. It does not own its stores.
import { LivingCity } from '@crg/services/living-city';
import { type MatchCity, usualK } from '@crg/services/run-matching';
import type { Stores } from '@crg/stores/ports/stores';
import { everydayPace, type FollowLog, followChanges, type Pace } from './follow-changes.ts';
import { type MatchingLog, matchAsJob } from './match-as-job.ts';
import { matchInThread } from './match-in-thread.ts';
import { runImportJobs } from './run-import-jobs.ts';

export interface WorkerParts {
  readonly stores: Stores;
  /** The city in memory, shared with whoever else of this process looks at it. */
  readonly living?: LivingCity;
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
  stores,
  living = new LivingCity(stores),
  log,
  k = usualK,
  matchCity = matchInThread,
  pace = everydayPace,
}: WorkerParts): MatchingService {
  const { jobs, city, sites, matches, graph, changes, imports, importStage, transactions } = stores;
  const stopping = new AbortController();
  let following: Promise<unknown> = Promise.resolve();
  return {
    start() {
      const matching = followChanges(
        { city, changes, matches },
        {
          match: (change, signal) =>
            matchAsJob({ jobs, city: living, matches, graph }, { change, k, matchCity, log, signal }),
          k,
          pace,
          log,
          signal: stopping.signal,
        },
      );
      const importing = runImportJobs(
        { imports, importStage, jobs, city, sites, transactions },
        { log, signal: stopping.signal },
      );
      following = Promise.all([matching, importing]);
    },
    async stop() {
      stopping.abort();
      await following;
    },
  };
}

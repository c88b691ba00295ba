// One matching, of what has changed or of the whole city, as a job row: others see how far it is, can cancel it, and it survives a restart.
import type { LivingCity } from '@crg/services/living-city';
import { matchChanges } from '@crg/services/match-changes';
import { type MatchCity, runMatching } from '@crg/services/run-matching';
import type { ChangePosition } from '@crg/stores/ports/change-log';
import type { GraphStore } from '@crg/stores/ports/graph-store';
import type { JobStore } from '@crg/stores/ports/job-store';
import type { MatchStore } from '@crg/stores/ports/match-store';
import { endClaimedJob, leaseMilliseconds } from './claimed-job.ts';
import type { Matched } from './follow-changes.ts';

export const matchingKind = 'matching';

export interface MatchingLog {
  info(details: object, text: string): void;
}

/**
 * `done` when the result is stored or somebody newer was faster, `dropped` when the job was cancelled.
 * Rejects when the engine fails (the job says why) or the signal is aborted (the job is queued again).
 */
export async function matchAsJob(
  {
    jobs,
    city,
    matches,
    graph,
  }: { jobs: JobStore; city: Pick<LivingCity, 'takeTouched'>; matches: MatchStore; graph: GraphStore },
  {
    change,
    k,
    matchCity,
    log,
    signal,
  }: { change: ChangePosition; k: number; matchCity: MatchCity; log: MatchingLog; signal: AbortSignal },
): Promise<Matched> {
  await jobs.enqueue({ kind: matchingKind, key: 'city', input: { change } });
  const claimed = await jobs.claim({ kinds: [matchingKind], leaseMilliseconds });
  if (claimed === null) return 'done'; // another process took it in this moment
  const { job, claim } = claimed;
  const started = performance.now();
  const seconds = () => Math.round((performance.now() - started) / 1000);
  const ended = await endClaimedJob(jobs, claim, {
    work: async (either) => {
      const stores = { city, matches, graph };
      const outcome =
        (await matchChanges(stores, { k, signal: either })) ??
        (await runMatching(stores, { matchCity, k, signal: either }));
      log.info({ job: job.id, milliseconds: Math.round(performance.now() - started), ...outcome }, 'city matched');
      return outcome;
    },
    progress: () => ({ done: 0, total: null, text: `Matching the city for ${seconds()} s` }),
    failure: (error) => `The matching failed: ${error instanceof Error ? error.message : String(error)}`,
    signal,
  });
  return ended === 'done' ? 'done' : 'dropped';
}

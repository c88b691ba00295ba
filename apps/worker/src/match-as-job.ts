// One matching of the city as a job row: others see how far it is, can cancel it, and it survives a restart.
import { type MatchCity, runMatching } from '@crg/services/run-matching';
import type { ChangePosition } from '@crg/stores/ports/change-log';
import type { CityStore } from '@crg/stores/ports/city-store';
import type { GraphStore } from '@crg/stores/ports/graph-store';
import type { Claim, JobStore } from '@crg/stores/ports/job-store';
import type { MatchStore } from '@crg/stores/ports/match-store';
import type { Matched } from './follow-changes.ts';

export const matchingKind = 'matching';
const leaseMilliseconds = 30_000;

export interface MatchingLog {
  info(details: object, text: string): void;
}

/**
 * `done` when the result is stored or somebody newer was faster, `dropped` when the job was cancelled.
 * Rejects when the engine fails (the job says why) or the signal is aborted (the job is queued again).
 */
export async function matchAsJob(
  { jobs, city, matches, graph }: { jobs: JobStore; city: CityStore; matches: MatchStore; graph: GraphStore },
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
  const cancelled = new AbortController();
  const heartbeat = keepLease(jobs, claim, () => cancelled.abort(new JobCancelled()));
  const started = performance.now();
  try {
    const outcome = await runMatching(
      { city, matches, graph },
      { matchCity, k, signal: AbortSignal.any([signal, cancelled.signal]) },
    );
    await jobs.finish(claim, outcome);
    log.info({ job: job.id, milliseconds: Math.round(performance.now() - started), ...outcome }, 'city matched');
    return 'done';
  } catch (error) {
    if (error instanceof JobCancelled) return 'dropped';
    if (signal.aborted) await jobs.release(claim);
    else await jobs.fail(claim, `The matching failed: ${error instanceof Error ? error.message : String(error)}`);
    throw error;
  } finally {
    clearInterval(heartbeat);
  }
}

class JobCancelled extends Error {}

/** Renews the lease while the engine works; calls `lost` once the job is no longer ours. */
function keepLease(jobs: JobStore, claim: Claim, lost: () => void): NodeJS.Timeout {
  let seconds = 0;
  const step = leaseMilliseconds / 10;
  const renew = async () => {
    seconds += step / 1000;
    const kept = await jobs.progress(claim, { done: 0, total: null, text: `Matching the city for ${seconds} s` });
    if (kept === 'lost') lost();
  };
  // A renewal that fails is made up by the next one; ten fit into the lease.
  return setInterval(() => void renew().catch(() => undefined), step);
}

// A claimed job from its claim to its end: the lease is kept while the work goes on, and the row says how it ended.
import type { Claim, JobProgress, JobStore, Json } from '@crg/stores/ports/job-store';

export const leaseMilliseconds = 30_000;

export interface ClaimedWork {
  /**
   * Does it and answers what the job keeps as its result; ends with the signal's reason once that is aborted. `renew`
   * reports progress now, and throws once the job is no longer ours: for work that comes to a place where it can stop.
   */
  readonly work: (signal: AbortSignal, renew: () => Promise<void>) => Promise<Json>;
  /** How far the work is, asked for at each renewal of the lease. */
  readonly progress: () => JobProgress;
  /** The sentence the job keeps when the work throws. */
  readonly failure: (error: unknown) => string;
  /** Aborted when this process shuts down. */
  readonly signal: AbortSignal;
}

/**
 * `done` when the result is on the job, `cancelled` when somebody cancelled the job or another process took it.
 * Rejects when the work fails (the job says why) or the signal is aborted (the job is queued again).
 */
export async function endClaimedJob(
  jobs: Pick<JobStore, 'progress' | 'finish' | 'fail' | 'release'>,
  claim: Claim,
  { work, progress, failure, signal }: ClaimedWork,
): Promise<'done' | 'cancelled'> {
  const lost = new AbortController();
  const renew = async () => {
    if ((await jobs.progress(claim, progress())) === 'lost') lost.abort(new JobLost());
    lost.signal.throwIfAborted();
  };
  // A renewal that fails is made up by the next one; ten fit into the lease.
  const heartbeat = setInterval(() => void renew().catch(() => undefined), claim.leaseMilliseconds / 10);
  try {
    const result = await work(AbortSignal.any([signal, lost.signal]), renew);
    return (await jobs.finish(claim, result)) === 'kept' ? 'done' : 'cancelled';
  } catch (error) {
    if (error instanceof JobLost) return 'cancelled';
    if (signal.aborted) await jobs.release(claim);
    else await jobs.fail(claim, failure(error));
    throw error;
  } finally {
    clearInterval(heartbeat);
  }
}

class JobLost extends Error {}

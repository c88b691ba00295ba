/** JSON as a job carries it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * Long work as rows: it survives a restart, shows its progress and can be cancelled. Time is the database's clock, so
 * that several processes agree.
 */
export interface JobStore {
  /** A job of the same `kind` and `key` that still waits is answered instead of a second one; a null key never is. */
  enqueue(request: JobRequest): Promise<Job>;
  /**
   * Takes the job of one of `kinds` that has waited longest (ties by id), or null. A job counts as waiting if it is queued, or if
   * it was claimed and its lease ran out: its process has died. A job claimed for the fourth time has ended three
   * processes; it fails instead.
   */
  claim(request: ClaimRequest): Promise<ClaimedJob | null>;
  /** Reports progress and renews the lease. `lost`: the job was cancelled or is another process's now: stop working. */
  progress(claim: Claim, progress: JobProgress): Promise<Kept>;
  finish(claim: Claim, result: Json): Promise<Kept>;
  /** `error` is one sentence for a person. */
  fail(claim: Claim, error: string): Promise<Kept>;
  /** Back into the queue in its old place, as if never claimed: for a process that shuts down. */
  release(claim: Claim): Promise<Kept>;
  /** A queued or running job becomes `cancelled`; one that has ended stays as it is. null: no such job. */
  cancel(id: string): Promise<Job | null>;
  get(id: string): Promise<Job | null>;
}

export const endedJobsKept = 1000;

export interface JobRequest {
  readonly kind: string;
  readonly key: string | null;
  readonly input: Json;
}

export interface ClaimRequest {
  readonly kinds: readonly string[];
  readonly leaseMilliseconds: number;
}

/** Proof of the right to report on a job. */
export interface Claim {
  readonly jobId: string;
  readonly token: string;
  readonly leaseMilliseconds: number;
}

export interface ClaimedJob {
  readonly job: Job;
  readonly claim: Claim;
}

export type Kept = 'kept' | 'lost';
export type JobState = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';

export interface JobProgress {
  readonly done: number;
  /** null: not known. */
  readonly total: number | null;
  readonly text: string;
}

export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly input: Json;
  readonly state: JobState;
  readonly progress: JobProgress;
  /** null until it has succeeded. */
  readonly result: Json;
  /** null unless it has failed. */
  readonly error: string | null;
  readonly attempts: number;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly endedAt: string | null;
}

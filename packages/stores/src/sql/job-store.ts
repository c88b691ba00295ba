import { sql } from 'kysely';
import {
  type Claim,
  type ClaimedJob,
  type ClaimRequest,
  endedJobsKept,
  type Job,
  type JobRequest,
  type JobState,
  type JobStore,
  type Json,
  type Kept,
} from '../ports/job-store.ts';
import type { Sql } from './connect.ts';
import { within } from './guard.ts';
import { assertStorable } from './storable.ts';
import { isUuid } from './uuid.ts';

export function jobStore(db: Sql): JobStore {
  return {
    enqueue: async (request) => {
      assertStorable(request, '');
      return within(db, (transaction) => enqueue(transaction, request));
    },
    claim: (request) => within(db, (transaction) => claim(transaction, request)),
    progress: async (claim, { done, total, text }) => {
      assertStorable({ done, total, text }, 'progress');
      return report(
        db,
        claim,
        sql`done = ${done}, total = ${total}, progress_text = ${text}, lease_until = ${leaseEnd(claim.leaseMilliseconds)}`,
      );
    },
    finish: async (claim, result) => {
      assertStorable(result, 'result');
      return report(db, claim, ended('succeeded', sql`result = ${JSON.stringify(result)}::jsonb`));
    },
    fail: async (claim, error) => {
      assertStorable(error, 'error');
      return report(db, claim, ended('failed', sql`error = ${error}`));
    },
    release: (claim) => within(db, (transaction) => release(transaction, claim)),
    cancel: (id) => cancel(db, id),
    get: (id) => get(db, id),
  };
}

/** A job that has ended this many processes is not tried again. */
const attemptsAtMost = 3;

interface JobRow {
  id: string;
  kind: string;
  input: Json;
  state: JobState;
  done: number;
  total: number | null;
  progress_text: string;
  result: Json;
  error: string | null;
  attempts: number;
  created_at: Date;
  ended_at: Date | null;
}

const columns = sql`id, kind, input, state, done, total, progress_text, result, error, attempts, created_at, ended_at`;

async function enqueue(transaction: Sql, { kind, key, input }: JobRequest): Promise<Job> {
  for (;;) {
    const inserted = await sql<JobRow>`
      insert into jobs (kind, key, input) values (${kind}, ${key}, ${JSON.stringify(input)}::jsonb)
      on conflict (kind, key) where state = 'queued' and key is not null do nothing
      returning ${columns}`.execute(transaction);
    if (inserted.rows[0] !== undefined) {
      await forgetOld(transaction);
      return jobOf(inserted.rows[0]);
    }
    // Waits until the one in the way is claimed or stays; if it was claimed in between, there is room for a new one.
    const waiting = await sql<JobRow>`
      select ${columns} from jobs where kind = ${kind} and key = ${key} and state = 'queued' for share`.execute(
      transaction,
    );
    if (waiting.rows[0] !== undefined) return jobOf(waiting.rows[0]);
  }
}

async function forgetOld(transaction: Sql): Promise<void> {
  const hasEnded = sql`state not in ('queued', 'running')`;
  await sql`
    delete from jobs where ${hasEnded} and place < (
      select place from jobs where ${hasEnded} order by place desc offset ${endedJobsKept - 1} limit 1)`.execute(
    transaction,
  );
}

async function claim(transaction: Sql, { kinds, leaseMilliseconds }: ClaimRequest): Promise<ClaimedJob | null> {
  const ofKinds = sql`kind = any(${[...kinds]}::text[])`;
  const leaseOver = sql`state = 'running' and lease_until <= clock_timestamp()`;
  await sql`
    update jobs set ${ended('failed', sql`error = ${`Given up after ${attemptsAtMost} attempts that ended with their process.`}`)}
    where ${ofKinds} and ${leaseOver} and attempts >= ${attemptsAtMost}`.execute(transaction);
  const { rows } = await sql<JobRow & { token: string }>`
    update jobs set state = 'running', attempts = attempts + 1, token = gen_random_uuid(),
      lease_until = ${leaseEnd(leaseMilliseconds)}
    where id = (
      select id from jobs where ${ofKinds} and (state = 'queued' or (${leaseOver}))
      order by place limit 1 for update skip locked)
    returning ${columns}, token`.execute(transaction);
  const [row] = rows;
  return row === undefined ? null : { job: jobOf(row), claim: { jobId: row.id, token: row.token, leaseMilliseconds } };
}

async function report(db: Sql, { jobId, token }: Claim, change: ReturnType<typeof ended>): Promise<Kept> {
  const { rows } = await sql`
    update jobs set ${change} where id = ${jobId} and token = ${token} and state = 'running' returning id`.execute(db);
  return rows.length === 0 ? 'lost' : 'kept';
}

async function release(transaction: Sql, claim: Claim): Promise<Kept> {
  // A job of the same key may have been queued since: that one will do the work, and two may not wait.
  const { rows } = await sql<{ taken: boolean }>`
    select exists (
      select from jobs as other
      where other.kind = jobs.kind and other.key = jobs.key and other.state = 'queued') as taken
    from jobs where id = ${claim.jobId}`.execute(transaction);
  if (rows[0]?.taken) return report(transaction, claim, ended('cancelled', sql`error = null`));
  return report(transaction, claim, sql`state = 'queued', attempts = attempts - 1, token = null, lease_until = null`);
}

async function cancel(db: Sql, id: string): Promise<Job | null> {
  if (!isUuid(id)) return null;
  await sql`
    update jobs set ${ended('cancelled', sql`error = null`)}
    where id = ${id} and state in ('queued', 'running')`.execute(db);
  return get(db, id);
}

async function get(db: Sql, id: string): Promise<Job | null> {
  if (!isUuid(id)) return null;
  const { rows } = await sql<JobRow>`select ${columns} from jobs where id = ${id}`.execute(db);
  return rows[0] === undefined ? null : jobOf(rows[0]);
}

function ended(state: JobState, outcome: ReturnType<typeof sql>) {
  return sql`state = ${state}, ended_at = clock_timestamp(), token = null, lease_until = null, ${outcome}`;
}

const leaseEnd = (milliseconds: number) => sql`clock_timestamp() + ${milliseconds} * interval '1 millisecond'`;

function jobOf(row: JobRow): Job {
  return {
    id: row.id,
    kind: row.kind,
    input: row.input,
    state: row.state,
    progress: { done: row.done, total: row.total, text: row.progress_text },
    result: row.result,
    error: row.error,
    attempts: row.attempts,
    createdAt: row.created_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  };
}

/** For a store with one owner that has just opened it: whoever held a job is dead, its lease need not run out. */
export async function endAllLeases(db: Sql): Promise<void> {
  await sql`update jobs set lease_until = clock_timestamp() where state = 'running'`.execute(db);
}

import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ClaimedJob, endedJobsKept } from '../src/ports/job-store.ts';
import type { Stores } from '../src/ports/stores.ts';

export function jobStoreContract(open: () => Promise<Stores>): void {
  describe('jobs', () => {
    let stores: Stores;
    beforeAll(async () => {
      stores = await open();
    });

    const queue = (kind: string, key: string | null = null) =>
      stores.jobs.enqueue({ kind, key, input: { city: 'Ærø', n: [1, null] } });
    const claim = (kind: string, leaseMilliseconds = 60_000) => stores.jobs.claim({ kinds: [kind], leaseMilliseconds });
    async function claimed(kind: string, leaseMilliseconds?: number): Promise<ClaimedJob> {
      const job = await claim(kind, leaseMilliseconds);
      if (job === null) throw new Error(`Expected a job of kind ${kind} to wait.`);
      return job;
    }

    test('a job runs from the queue to its result, showing how far it is', async () => {
      const queued = await queue('job-a');
      expect(queued).toMatchObject({
        kind: 'job-a',
        state: 'queued',
        input: { city: 'Ærø', n: [1, null] },
        attempts: 0,
        result: null,
        error: null,
      });
      const work = await claimed('job-a');
      expect(work.job).toMatchObject({ id: queued.id, state: 'running', attempts: 1 });
      expect(await stores.jobs.progress(work.claim, { done: 3, total: 10, text: 'reading sites' })).toBe('kept');
      expect((await stores.jobs.get(queued.id))?.progress).toEqual({ done: 3, total: 10, text: 'reading sites' });
      expect(await stores.jobs.finish(work.claim, { matches: 12 })).toBe('kept');
      const done = await stores.jobs.get(queued.id);
      expect(done).toMatchObject({ state: 'succeeded', result: { matches: 12 } });
      expect(Date.parse(done?.endedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(done?.createdAt ?? ''));
      expect(await claim('job-a')).toBeNull();
    });

    test('jobs are claimed in the order in which they came, each once, only of the kinds asked for', async () => {
      const ids = [(await queue('job-b')).id, (await queue('job-b')).id, (await queue('job-b')).id];
      await queue('job-b-other');
      const claims = await Promise.all([claim('job-b'), claim('job-b'), claim('job-b'), claim('job-b')]);
      expect(claims.flatMap((work) => work?.job.id ?? []).toSorted()).toEqual(ids.toSorted());
      const first = await queue('job-b');
      await queue('job-b');
      expect((await claimed('job-b')).job.id).toBe(first.id);
    });

    test('a second job of the same key is the first one, as long as that waits', async () => {
      const first = await queue('job-c', 'city');
      expect((await queue('job-c', 'city')).id).toBe(first.id);
      expect((await queue('job-c', 'other')).id).not.toBe(first.id);
      await claimed('job-c');
      expect((await queue('job-c', 'city')).id).not.toBe(first.id);
    });

    test('a job whose process died is claimable again after its lease, and the dead process has lost it', async () => {
      const { id } = await queue('job-d');
      const dead = await claimed('job-d', 20);
      await setTimeout(40);
      const next = await claimed('job-d');
      expect(next.job).toMatchObject({ id, attempts: 2 });
      expect(await stores.jobs.progress(dead.claim, { done: 1, total: null, text: '' })).toBe('lost');
      expect(await stores.jobs.finish(dead.claim, 'stale')).toBe('lost');
      expect(await stores.jobs.finish(next.claim, 'fresh')).toBe('kept');
      expect((await stores.jobs.get(id))?.result).toBe('fresh');
    });

    test('progress renews the lease', async () => {
      await queue('job-e');
      const work = await claimed('job-e', 20);
      await stores.jobs.progress({ ...work.claim, leaseMilliseconds: 60_000 }, { done: 1, total: 2, text: '' });
      await setTimeout(40);
      expect(await claim('job-e')).toBeNull();
    });

    test('a job that has ended three processes is given up', async () => {
      const { id } = await queue('job-f');
      for (let attempt = 1; attempt <= 3; attempt++) {
        expect((await claimed('job-f', 1)).job.attempts).toBe(attempt);
        await setTimeout(10);
      }
      expect(await claim('job-f')).toBeNull();
      expect(await stores.jobs.get(id)).toMatchObject({
        state: 'failed',
        error: expect.stringContaining('3 attempts'),
      });
    });

    test('a job that fails says why and stays failed', async () => {
      const { id } = await queue('job-g');
      const { claim: mine } = await claimed('job-g');
      expect(await stores.jobs.fail(mine, 'The file has no sites.')).toBe('kept');
      expect(await stores.jobs.get(id)).toMatchObject({ state: 'failed', error: 'The file has no sites.' });
      expect(await stores.jobs.cancel(id)).toMatchObject({ state: 'failed' });
    });

    test('cancelling stops a waiting job at once and a running one at its next report', async () => {
      const waiting = await queue('job-h');
      expect(await stores.jobs.cancel(waiting.id)).toMatchObject({ state: 'cancelled' });
      expect(await claim('job-h')).toBeNull();
      const running = await queue('job-h');
      const { claim: mine } = await claimed('job-h');
      expect(await stores.jobs.cancel(running.id)).toMatchObject({ state: 'cancelled' });
      expect(await stores.jobs.progress(mine, { done: 1, total: 1, text: '' })).toBe('lost');
      expect((await stores.jobs.get(running.id))?.state).toBe('cancelled');
    });

    test('a job given back waits in its old place and counts no attempt', async () => {
      const first = await queue('job-i');
      await queue('job-i');
      const { claim: mine } = await claimed('job-i');
      expect(await stores.jobs.release(mine)).toBe('kept');
      expect((await claimed('job-i')).job).toMatchObject({ id: first.id, attempts: 1 });
    });

    test('a job given back makes way for one of the same key that was queued since', async () => {
      const first = await queue('job-j', 'city');
      const { claim: mine } = await claimed('job-j');
      const second = await queue('job-j', 'city');
      expect(await stores.jobs.release(mine)).toBe('kept');
      expect((await stores.jobs.get(first.id))?.state).toBe('cancelled');
      expect((await claimed('job-j')).job.id).toBe(second.id);
    });

    test('a job finishes in the same transaction as its work, or not at all', async () => {
      const { id } = await queue('job-k');
      const { claim: mine } = await claimed('job-k');
      const failing = stores.transactions.inTransaction(async ({ jobs }) => {
        await jobs.finish(mine, 1);
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect((await stores.jobs.get(id))?.state).toBe('running');
    });

    test('a thousand ended jobs are remembered, older ones are forgotten, and one that waits never is', async () => {
      const waiting = await queue('job-l-waiting');
      const ids = await stores.transactions.inTransaction(async ({ jobs }) => {
        const ended: string[] = [];
        while (ended.length < endedJobsKept + 1) {
          const { id } = await jobs.enqueue({ kind: 'job-l', key: null, input: null });
          await jobs.cancel(id);
          ended.push(id);
        }
        return ended;
      });
      await queue('job-l');
      expect(await stores.jobs.get(ids[0] ?? '')).toBeNull();
      expect(await stores.jobs.get(ids[1] ?? '')).toMatchObject({ state: 'cancelled' });
      expect(await stores.jobs.get(waiting.id)).toMatchObject({ state: 'queued' });
    });

    test.each(['nothing', '00000000-0000-0000-0000-000000000000', "'; drop table jobs; --"])(
      'a job that is not there is null: %s',
      async (id) => {
        expect(await stores.jobs.get(id)).toBeNull();
        expect(await stores.jobs.cancel(id)).toBeNull();
      },
    );
  });
}

import { beforeAll, describe, expect, test } from 'vitest';
import { type Change, type ChangePosition, compareChangePositions, isChangePosition } from '../src/ports/change-log.ts';
import type { Stores } from '../src/ports/stores.ts';
import { flow, organization, site, versionOf } from './example-records.ts';

export function changeLogContract(open: () => Promise<Stores>): void {
  describe('the change log', () => {
    let stores: Stores;
    beforeAll(async () => {
      stores = await open();
    });

    async function following<T>(write: () => Promise<T>): Promise<{ answer: T; log: readonly Change[] }> {
      const before = await stores.changes.latest();
      const answer = await write();
      return { answer, log: await stores.changes.since(before, 1000) };
    }
    const told = (log: readonly Change[]) => log.map(({ subject, id, action }) => `${subject} ${id} ${action}`);

    test('every write appears once, in order, under the position it answered', async () => {
      const { answer, log } = await following(async () => {
        const a = await stores.organizations.create(organization('log-a'));
        const b = await stores.sites.create(site('log-a-site', 'log-a'));
        const c = await stores.flows.create(flow('log-a-flow', 'log-a-site'));
        const d = await stores.flows.replace(flow('log-a-flow', 'log-a-site', { name: 'x' }), versionOf(c));
        const e = await stores.flows.remove('log-a-flow', versionOf(d));
        return [a, b, c, d, e].map((written) => ('change' in written ? written.change : null));
      });
      expect(told(log)).toEqual([
        'organization log-a created',
        'site log-a-site created',
        'flow log-a-flow created',
        'flow log-a-flow replaced',
        'flow log-a-flow removed',
      ]);
      expect(log.map(({ position }) => position)).toEqual(answer);
    });

    test('a write that was refused leaves no trace', async () => {
      const version = versionOf(await stores.organizations.create(organization('log-b')));
      await stores.sites.create(site('log-b-site', 'log-b'));
      const { log } = await following(async () => {
        await stores.organizations.create(organization('log-b'));
        await stores.organizations.replace(organization('log-b'), version - 1);
        await stores.organizations.remove('log-b', version);
        await stores.sites.create(site('log-c-site', 'log-nobody'));
      });
      expect(log).toEqual([]);
    });

    test('a transaction that fails takes its changes with it, one that commits shows them in its order', async () => {
      const { log } = await following(async () => {
        await expect(
          stores.transactions.inTransaction(async ({ organizations }) => {
            await organizations.create(organization('log-d'));
            throw new Error('changed my mind');
          }),
        ).rejects.toThrow('changed my mind');
        await stores.transactions.inTransaction(async ({ organizations }) => {
          await organizations.create(organization('log-f'));
          await organizations.create(organization('log-e'));
        });
      });
      expect(told(log)).toEqual(['organization log-f created', 'organization log-e created']);
      expect(await stores.organizations.get('log-d')).toBeNull();
    });

    test('changes of a transaction that is still open are not shown to its own followers', async () => {
      const { log } = await following(() =>
        stores.transactions.inTransaction(async ({ organizations, changes }) => {
          const before = await changes.latest();
          await organizations.create(organization('log-g'));
          expect(await changes.since(before, 10)).toEqual([]);
          expect(await changes.latest()).toBe(before);
        }),
      );
      expect(told(log)).toEqual(['organization log-g created']);
    });

    test('following in small steps sees what one large step sees', async () => {
      const before = await stores.changes.latest();
      await Promise.all(
        Array.from({ length: 10 }, (_, i) => stores.organizations.create(organization(`log-step-${i}`))),
      );
      const steps: Change[] = [];
      let position: ChangePosition = before;
      for (;;) {
        const step = await stores.changes.since(position, 3);
        if (step.length === 0) break;
        steps.push(...step);
        position = step.at(-1)?.position ?? position;
      }
      expect(steps).toEqual(await stores.changes.since(before, 1000));
      expect(steps).toHaveLength(10);
      expect(position).toBe(await stores.changes.latest());
      expect(steps.map((step) => step.position)).toEqual(
        steps.map((step) => step.position).toSorted(compareChangePositions),
      );
    });

    test('positions compare by number, not by letter, and only positions are positions', () => {
      expect(compareChangePositions('9-1', '10-1')).toBeLessThan(0);
      expect(compareChangePositions('10-10', '10-9')).toBeGreaterThan(0);
      expect(compareChangePositions('10-10', '10-10')).toBe(0);
      expect(['753-4', '0-0'].every(isChangePosition)).toBe(true);
      expect(['', '-', '1', '1-', '-1-1', '1-1 ', '1-1;drop', 'a-b'].some(isChangePosition)).toBe(false);
    });
  });
}

import { beforeAll, describe, expect, test } from 'vitest';
import type { Stores } from '../src/ports/stores.ts';
import type { TransactionStores } from '../src/ports/transactions.ts';
import { organization, site, versionOf } from './example-records.ts';

export function transactionsContract(open: () => Promise<Stores>): void {
  describe('transactions', () => {
    let stores: Stores;
    beforeAll(async () => {
      stores = await open();
    });

    test('writes of one transaction are kept together and answer what the work answers', async () => {
      const answer = await stores.transactions.inTransaction(async ({ organizations, sites }) => {
        await organizations.create(organization('tx-a'));
        expect(await organizations.get('tx-a')).not.toBeNull();
        return sites.create(site('tx-a-site', 'tx-a'));
      });
      expect(versionOf(answer)).toBe((await stores.sites.get('tx-a-site'))?.version);
    });

    test('an error takes everything back and comes out as it is', async () => {
      const reason = new Error('the second thought');
      const failing = stores.transactions.inTransaction(async ({ organizations }) => {
        await organizations.create(organization('tx-b'));
        throw reason;
      });
      await expect(failing).rejects.toBe(reason);
      expect(await stores.organizations.get('tx-b')).toBeNull();
    });

    test('a refused write does not spoil the transaction', async () => {
      await stores.organizations.create(organization('tx-c'));
      await stores.transactions.inTransaction(async ({ organizations, sites }) => {
        expect(await organizations.create(organization('tx-c'))).toEqual({ outcome: 'duplicate_id' });
        expect(await sites.create(site('tx-c-site', 'tx-nobody'))).toMatchObject({ outcome: 'missing_reference' });
        await sites.create(site('tx-c-site', 'tx-c'));
      });
      expect(await stores.sites.get('tx-c-site')).not.toBeNull();
    });

    test('a store from outside used inside says so at once instead of waiting for ever', async () => {
      const mistaken = stores.transactions.inTransaction(() => stores.organizations.get('tx-a'));
      await expect(mistaken).rejects.toThrow(/got a store from outside/);
      const nested = stores.transactions.inTransaction(() => stores.transactions.inTransaction(async () => 1));
      await expect(nested).rejects.toThrow(/got a store from outside/);
      const written = stores.transactions.inTransaction(() => stores.jobs.enqueue({ kind: 'tx', key: null, input: 1 }));
      await expect(written).rejects.toThrow(/got a store from outside/);
      await stores.check();
    });

    test('a store kept beyond its transaction is dead', async () => {
      let kept: TransactionStores | undefined;
      await stores.transactions.inTransaction(async (own) => {
        kept = own;
      });
      await expect(kept?.organizations.get('tx-a')).rejects.toThrow(/transaction has ended/);
      await expect(kept?.organizations.create(organization('tx-d'))).rejects.toThrow(/transaction has ended/);
      expect(await stores.organizations.get('tx-d')).toBeNull();
    });

    test('somebody else who calls during a long transaction is answered or told to come back, within a bound', async () => {
      let begun = () => {};
      const callFromElsewhere = new Promise<void>((resolve) => {
        begun = resolve;
      }).then(() =>
        stores.organizations.get('tx-a').then(
          () => 'answered',
          (error) => error.code,
        ),
      );
      const outcome = await stores.transactions.inTransaction(async ({ organizations }) => {
        await organizations.create(organization('tx-e'));
        begun();
        // The transaction stays open until the other call has had its answer.
        return callFromElsewhere;
      });
      expect(outcome).toBeOneOf(['answered', 'not_ready']);
      expect(await stores.organizations.get('tx-e')).not.toBeNull();
    });

    test('twenty transactions at once take turns and none is lost', async () => {
      await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          stores.transactions.inTransaction(async ({ organizations, sites }) => {
            await organizations.create(organization(`tx-many-${i}`, { name: 'many at once' }));
            await sites.create(site(`tx-many-${i}-site`, `tx-many-${i}`));
          }),
        ),
      );
      const { items } = await stores.organizations.page({ nameContains: 'many at once' }, { cursor: null, limit: 100 });
      expect(items).toHaveLength(20);
    });
  });
}

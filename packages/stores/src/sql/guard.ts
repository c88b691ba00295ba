// Turns two mistakes that would hang or corrupt into errors: a store from outside used inside a transaction, and a
// store of a transaction used after its end.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { KyselyPlugin } from 'kysely';
import type { Sql } from './connect.ts';

interface OpenTransaction {
  open: boolean;
}

const current = new AsyncLocalStorage<OpenTransaction>();

/** A database handle that refuses calls made inside an open transaction: they could wait for that transaction for ever. */
export function outsideTransactions(db: Sql): Sql {
  return db.withPlugin(
    before(() => {
      assertOutside();
    }),
  );
}

export function assertOutside(): void {
  if (current.getStore()?.open) {
    throw new Error(
      'Expected the stores that inTransaction hands to its work, got a store from outside: it would wait for this transaction for ever. Take the store from the argument of the work.',
    );
  }
}

/** Runs `work` in a transaction of `db`, with a handle that is dead once it has ended. */
export async function guardedTransaction<T>(db: Sql, work: (transaction: Sql) => Promise<T>): Promise<T> {
  assertOutside();
  const state: OpenTransaction = { open: true };
  return db.transaction().execute(async (transaction) => {
    const bound = transaction.withPlugin(
      before(() => {
        if (!state.open)
          throw new Error('Expected a store of an open transaction, got one whose transaction has ended.');
      }),
    );
    try {
      return await current.run(state, () => work(bound));
    } finally {
      state.open = false;
    }
  });
}

/** `work` in the transaction that `db` is, or in a new one if it is none. */
export async function within<T>(db: Sql, work: (transaction: Sql) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db);
  assertOutside();
  return db.transaction().execute(work);
}

function before(check: () => void): KyselyPlugin {
  return {
    transformQuery: ({ node }) => {
      check();
      return node;
    },
    transformResult: async ({ result }) => result,
  };
}

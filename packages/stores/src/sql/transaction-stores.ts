import type { TransactionStores, Transactions } from '../ports/transactions.ts';
import { changeLog } from './change-log.ts';
import { cityStore } from './city-store.ts';
import type { Sql } from './connect.ts';
import { flowStore } from './flow-store.ts';
import { guardedTransaction } from './guard.ts';
import { importStage } from './import-stage.ts';
import { importStore } from './import-store.ts';
import { jobStore } from './job-store.ts';
import { matchStore } from './match-store.ts';
import { organizationStore } from './organization-store.ts';
import { siteStore } from './site-store.ts';

/** The stores over one handle: a pool, or one open transaction. */
export function storesOver(db: Sql): TransactionStores {
  return {
    organizations: organizationStore(db),
    sites: siteStore(db),
    flows: flowStore(db),
    city: cityStore(db),
    matches: matchStore(db),
    changes: changeLog(db),
    jobs: jobStore(db),
    imports: importStore(db),
    importStage: importStage(db),
  };
}

export function transactionsOver(db: Sql): Transactions {
  return { inTransaction: (work) => guardedTransaction(db, (transaction) => work(storesOver(transaction))) };
}

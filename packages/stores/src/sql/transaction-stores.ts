import type { TransactionStores, Transactions } from '../ports/transactions.ts';
import type { KeptSuggestions } from '../suggestions/kept-suggestions.ts';
import { changeLog } from './change-log.ts';
import { cityStore } from './city-store.ts';
import type { Sql } from './connect.ts';
import { flowStore } from './flow-store.ts';
import { guardedTransaction } from './guard.ts';
import { importStage } from './import-stage.ts';
import { importStore } from './import-store.ts';
import { jobStore } from './job-store.ts';
import { mappingStore } from './mapping-store.ts';
import { matchStore } from './match-store.ts';
import { organizationStore } from './organization-store.ts';
import { siteStore } from './site-store.ts';

/**
 * The stores over one handle: a pool, or one open transaction.
 * @param kept the suggestions in memory, the same for all handles of one database
 */
export function storesOver(db: Sql, kept: KeptSuggestions): TransactionStores {
  return {
    organizations: organizationStore(db),
    sites: siteStore(db),
    flows: flowStore(db),
    city: cityStore(db),
    matches: matchStore(db, kept),
    changes: changeLog(db),
    jobs: jobStore(db),
    imports: importStore(db),
    importStage: importStage(db),
    mappings: mappingStore(db),
  };
}

export function transactionsOver(db: Sql, kept: KeptSuggestions): Transactions {
  return { inTransaction: (work) => guardedTransaction(db, (transaction) => work(storesOver(transaction, kept))) };
}

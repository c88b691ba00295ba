import type { ChangeLog } from './change-log.ts';
import type { CityStore } from './city-store.ts';
import type { FlowStore } from './flow-store.ts';
import type { ImportStage } from './import-stage.ts';
import type { ImportStore } from './import-store.ts';
import type { JobStore } from './job-store.ts';
import type { MappingStore } from './mapping-store.ts';
import type { MatchStore } from './match-store.ts';
import type { OrganizationStore } from './organization-store.ts';
import type { SiteStore } from './site-store.ts';

/**
 * Several writes as one.
 *
 *     await transactions.inTransaction(async ({ sites, flows }) => { ... });
 */
export interface Transactions {
  /**
   * Runs `work` in one transaction with stores that belong to it, and commits when it resolves; when it throws, nothing
   * of it is kept and the error comes back. Each read sees what is committed when it starts, and the transaction's own
   * writes. A store from outside that is called inside `work` could wait for the very transaction that waits for it:
   * such a call throws at once and says so. Work on a busy database waits its turn; DomainError `not_ready` if that
   * takes too long.
   */
  inTransaction<T>(work: (stores: TransactionStores) => Promise<T>): Promise<T>;
}

/** Take out only what the use case names. They are dead once the transaction has ended. */
export interface TransactionStores {
  readonly organizations: OrganizationStore;
  readonly sites: SiteStore;
  readonly flows: FlowStore;
  readonly city: CityStore;
  readonly matches: MatchStore;
  readonly changes: ChangeLog;
  readonly jobs: JobStore;
  readonly imports: ImportStore;
  readonly importStage: ImportStage;
  readonly mappings: MappingStore;
}

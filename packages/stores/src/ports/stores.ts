import type { GraphStore } from './graph-store.ts';
import type { TransactionStores, Transactions } from './transactions.ts';

/** Everything that `openStores` opens; a composition root hands each use case the two or three that it names. */
export interface Stores extends TransactionStores {
  readonly graph: GraphStore;
  readonly transactions: Transactions;
  /** Resolves if the stores answer now; throws DomainError `not_ready` if they do not. */
  check(): Promise<void>;
  /** Lets running work end, then closes; calls that come later fail. Safe to call twice. */
  close(): Promise<void>;
}

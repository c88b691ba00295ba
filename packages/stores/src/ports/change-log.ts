/**
 * A place in the order of changes, as `<transaction>-<sequence>`; compare with `compareChangePositions`. Fit for a header
 * or a URL as it is.
 */
export type ChangePosition = `${number}-${number}`;

/** Before every change. */
export const beforeAllChanges: ChangePosition = '0-0';

/** The history of the city's data: each write appends to it in its own transaction, so neither is ever without the other. */
export interface ChangeLog {
  /** The last change a follower may read now; `beforeAllChanges` if there is none. */
  latest(): Promise<ChangePosition>;
  /**
   * Changes after `position`, oldest first, at most `limit` (>= 1): by transaction, then by sequence in it. A change
   * appears once no transaction that began before it is still open, so a follower that keeps the last position it saw
   * never misses one that commits late.
   */
  since(position: ChangePosition, limit: number): Promise<readonly Change[]>;
}

export interface Change {
  readonly position: ChangePosition;
  readonly subject: 'city' | 'organization' | 'site' | 'flow';
  /** Id of the subject; for the city its name. */
  readonly id: string;
  readonly action: 'created' | 'replaced' | 'removed';
}

/** Negative, zero or positive, like a sort function's answer. */
export function compareChangePositions(a: ChangePosition, b: ChangePosition): number {
  const [transactionA, sequenceA] = partsOf(a);
  const [transactionB, sequenceB] = partsOf(b);
  if (transactionA !== transactionB) return transactionA < transactionB ? -1 : 1;
  return sequenceA === sequenceB ? 0 : sequenceA < sequenceB ? -1 : 1;
}

/** True for text that a `ChangePosition` can be, e.g. one that came back in a header. */
export function isChangePosition(text: string): text is ChangePosition {
  return /^\d{1,19}-\d{1,18}$/.test(text);
}

function partsOf(position: ChangePosition): [bigint, bigint] {
  const [transaction = '0', sequence = '0'] = position.split('-');
  return [BigInt(transaction), BigInt(sequence)];
}

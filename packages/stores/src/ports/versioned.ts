// What the three stores of city data share: versions, pages and the answers of a write.
import type { ChangePosition } from './change-log.ts';

/**
 * Names one state of one record; a caller compares it for equality only. Every write gives a new one, and none
 * comes back, not even when an id is removed and created again.
 */
export type Version = number;

export interface Versioned<T> {
  readonly value: T;
  readonly version: Version;
}

/**
 * One page of a list. `nextCursor` is null on the last page. A cursor marks a place in the order, not a count: records
 * written or removed between two pages never make another record appear twice or be left out.
 */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** `limit` >= 1; `cursor` is null for the first page, else the `nextCursor` of the page before (DomainError `invalid_cursor`). */
export interface PageRequest {
  readonly cursor: string | null;
  readonly limit: number;
}

/** What was written and where the change log has it. */
export interface Written {
  readonly version: Version;
  readonly change: ChangePosition;
}

/** The record names an owner (organization of a site, site of a flow) that is not there. */
export interface MissingReference {
  readonly outcome: 'missing_reference';
  readonly id: string;
}
export interface DuplicateId {
  readonly outcome: 'duplicate_id';
}
export interface NotFound {
  readonly outcome: 'not_found';
}
/** Somebody wrote in between: read again, decide again. */
export interface VersionConflict {
  readonly outcome: 'version_conflict';
  readonly currentVersion: Version;
}
/** Other records name this one; `by` is the smallest id of them, `count` how many there are. */
export interface StillReferenced {
  readonly outcome: 'still_referenced';
  readonly by: string;
  readonly count: number;
}

export type Created = ({ readonly outcome: 'created' } & Written) | DuplicateId;
export type Replaced = ({ readonly outcome: 'replaced' } & Written) | NotFound | VersionConflict;
export type Removed = { readonly outcome: 'removed'; readonly change: ChangePosition } | NotFound | VersionConflict;

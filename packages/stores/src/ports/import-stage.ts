import type { Organization, ResourceFlow, Site } from '@crg/domain/flow';
import type { ChangePosition } from './change-log.ts';
import type { ImportWritten, RecordCounts } from './import-store.ts';
import type { Json } from './job-store.ts';
import type { Page, PageRequest, Version } from './versioned.ts';

/**
 * What an import would write, beside the city and invisible to it. Staged in batches of their own transactions, then
 * written, or taken out again, in one: a reader, and a process that dies, see the old city or the new one.
 */
export interface ImportStage {
  /** Empties the stage; a check begins with it, so that a check that died leaves nothing. */
  clear(importId: string): Promise<void>;
  /** Adds one batch. A record whose id is staged already replaces it (callers have compared them). */
  stage(importId: string, batch: StagedBatch): Promise<void>;
  /** What `write` would do now. */
  preview(importId: string): Promise<Omit<ImportWritten, 'change'>>;
  /** In the order of the files and rows, errors and warnings mixed. */
  problems(importId: string, filter: ProblemFilter, request: PageRequest): Promise<Page<StagedProblem>>;
  /** Largest first, ties by code, then column. */
  problemGroups(importId: string): Promise<readonly ProblemGroup[]>;
  /**
   * Puts all that is staged into the city in one transaction, as `CityStore.putCity` does, remembers what was there
   * before, and moves the import from `writing` to `imported`. Asked again after it has happened it answers what it did
   * then. DomainError `invalid_input` if a record names an owner that is neither staged nor stored.
   */
  write(importId: string, city: CityDefaults): Promise<ImportWritten>;
  /**
   * Takes the import back in one transaction and moves it from `undoing` to `undone`: what it created goes, what it
   * overwrote returns. A record that somebody changed since, or that others now refer to, is in the way: then nothing
   * is undone, unless `keepChanged`, which leaves those records as they are.
   */
  undo(importId: string, options: { keepChanged: boolean }): Promise<ImportUndone>;
}

export interface StagedBatch {
  readonly organizations: readonly Staged<Organization>[];
  readonly sites: readonly Staged<Site>[];
  readonly flows: readonly Staged<ResourceFlow>[];
  readonly problems: readonly StagedProblem[];
}

/** A record and where it stands: file from 0, row as a person finds it. */
export interface Staged<T> {
  readonly value: T;
  readonly file: number;
  readonly row: number;
}

export interface StagedProblem {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly file: number;
  readonly row: number | null;
  readonly column: string | null;
  readonly expected: string;
  readonly got: string;
  readonly next: string;
  readonly fix: Json;
}

export interface ProblemFilter {
  readonly severity?: 'error' | 'warning' | undefined;
  readonly code?: string | undefined;
  readonly column?: string | undefined;
}

export interface ProblemGroup {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly column: string | null;
  readonly count: number;
  /** How many of them carry a fix. */
  readonly fixable: number;
}

/** Name, year and currency for a folder that has no city yet; a city that is there keeps its own. `sources` are added. */
export interface CityDefaults {
  readonly name: string;
  readonly year: number;
  readonly currency: string;
  readonly sources: readonly string[];
}

export type ImportUndone =
  | {
      readonly outcome: 'undone';
      readonly removed: RecordCounts;
      readonly restored: RecordCounts;
      /** Left as they are, because somebody changed or used them since. */
      readonly kept: RecordCounts;
      readonly change: ChangePosition | null;
    }
  | { readonly outcome: 'in_the_way'; readonly records: readonly RecordInTheWay[]; readonly count: number };

/** At most a hundred are named, ordered by kind, then id. */
export interface RecordInTheWay {
  readonly kind: 'organization' | 'site' | 'flow';
  readonly id: string;
  readonly reason: 'changed' | 'referred_to' | 'removed';
  readonly version: Version | null;
}

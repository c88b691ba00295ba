import type { FactorOverride, Organization, ResourceFlow, Site } from '@crg/domain/flow';
import type { ImportTakenBack, ImportWritten } from './import-store.ts';
import type { Json } from './job-store.ts';
import type { Page, PageRequest, Version } from './versioned.ts';

/**
 * What an import would write, beside the city and invisible to it. Staged in batches of their own transactions, then
 * written, or taken out again, in one: a reader, and a process that dies, see the old city or the new one.
 *
 * An id that no import has is DomainError `import_not_found`, a call in another state than the one named `wrong_state`,
 * text that cannot be stored `invalid_input`. What is staged outlives a crash.
 */
export interface ImportStage {
  /** Empties the stage; a check begins with it, so that a check that died leaves nothing. Only while `checking`. */
  clear(importId: string): Promise<void>;
  /** Adds one batch, only while `checking`. A record whose id is staged already replaces it (callers have compared them). */
  stage(importId: string, batch: StagedBatch): Promise<void>;
  /** What `write` would do now. */
  preview(importId: string): Promise<Omit<ImportWritten, 'change'>>;
  /** In the order of the files and rows, errors and warnings mixed; those without a row before the first row. */
  problems(importId: string, filter: ProblemFilter, request: PageRequest): Promise<Page<StagedProblem>>;
  /** Largest first, ties by code, then column. */
  problemGroups(importId: string): Promise<readonly ProblemGroup[]>;
  /**
   * Puts all that is staged into the city in one transaction, as `CityStore.putCity` does, remembers what was there
   * before, and moves the import from `writing` to `imported`. The problems stay, the staged records go. Asked again after
   * it has happened it answers what it did then. DomainError `invalid_input` if a record names an owner that is neither
   * staged nor stored.
   */
  write(importId: string, city: CityDefaults): Promise<ImportWritten>;
  /**
   * Takes the import back in one transaction and moves it from `undoing` to `undone`: what it created goes, what it
   * overwrote returns, with the sources that only it had added, the factors that are still as it put them, and a city that
   * it had to create. A record that is in the
   * way (see RecordInTheWay) stops all of it and sends the import back to `imported`, unless `keepChanged`, which leaves
   * those records as they are, and the sources and factors with them. Imports that overwrote each other come off newest first. Asked
   * again after it has happened it answers what it did then.
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

/**
 * Name, year and currency for a folder that has no city yet; a city that is there keeps its own. `sources` are added,
 * `factors` take the place of the city's own with their id.
 */
export interface CityDefaults {
  readonly name: string;
  readonly year: number;
  readonly currency: string;
  readonly sources: readonly string[];
  readonly factors?: readonly FactorOverride[];
}

export type ImportUndone =
  | ({ readonly outcome: 'undone' } & ImportTakenBack)
  | {
      readonly outcome: 'in_the_way';
      /** At most a hundred: organizations, sites, flows, each by id. */
      readonly records: readonly RecordInTheWay[];
      readonly count: number;
    };

/**
 * `changed`: somebody wrote it since. `removed`: somebody removed what the import had overwritten (what it had created and
 * is gone is not in the way). `referred_to`: it would go, but others that stay stand on it. `owner_removed`: it would
 * return to an owner that is no longer there.
 */
export interface RecordInTheWay {
  readonly kind: 'organization' | 'site' | 'flow';
  readonly id: string;
  readonly reason: 'changed' | 'removed' | 'referred_to' | 'owner_removed';
  /** As stored now; null if it is not there. */
  readonly version: Version | null;
}

import type { ChangePosition } from './change-log.ts';
import type { Json } from './job-store.ts';
import type { Page, PageRequest } from './versioned.ts';

/**
 * Imports as a person sees them: files, how they are to be read, and how far it has come. What they would write waits in
 * the ImportStage; the city itself changes only in `ImportStage.write` and `ImportStage.undo`.
 *
 * `open` -> `checking` -> `checked` -> `writing` -> `imported` -> `undoing` -> `undone`; `importMoves` has the ways back. An
 * id that no import has is `not_found`, or DomainError `import_not_found` where the answer has no place for it.
 *
 * The bytes of the files go when they are of no more use: with `cancelled`, `undone`, and with `imported` unless rows were
 * rejected (staged problems of severity `error`): the list of those rows is made from the file.
 */
export interface ImportStore {
  create(request: NewImport): Promise<Import>;
  get(id: string): Promise<Import | null>;
  /** Newest first. */
  page(request: PageRequest): Promise<Page<Import>>;
  /** One more file; answers its place, counted from 0. Only while `open` (DomainError `wrong_state`). */
  addFile(id: string, name: string): Promise<number>;
  /**
   * The next bytes of a file, in parts of `importPartBytes` (the last one smaller); only while `open`. DomainError
   * `wrong_state`, or `invalid_input` for a file that the import has not named and for a part behind a smaller one.
   */
  appendPart(id: string, file: number, bytes: Uint8Array): Promise<void>;
  /** Counted from 0; null: no such part. */
  readPart(id: string, file: number, part: number): Promise<Uint8Array | null>;
  /** New settings send an import that is `open`, `checked` or `failed` to `open` and empty its stage. */
  configure(id: string, settings: Json): Promise<Moved>;
  /** `wrong_state` for a move that `importMoves` does not have. A failed import keeps its files; a cancelled one nothing. */
  move(id: string, to: ImportState, report?: MoveReport): Promise<Moved>;
  /** Working states (`checking`, `writing`, `undoing`) without a queued or running job: their process has died. Oldest first. */
  interrupted(): Promise<readonly Import[]>;
  /** Forgets files, stage and undo of an import that is not working; what it has written to the city stays. */
  remove(id: string): Promise<'removed' | 'not_found' | 'wrong_state'>;
}

export const importPartBytes = 262_144;

/** The moves of `ImportStore.move`. The stage alone makes those to `imported` (by writing) and `undone`. */
export const importMoves = {
  open: ['checking', 'failed', 'cancelled'],
  checking: ['checked', 'open', 'failed', 'cancelled'],
  checked: ['writing', 'checking', 'failed', 'cancelled'],
  writing: ['checked', 'failed', 'cancelled'],
  imported: ['undoing'],
  undoing: ['imported'],
  undone: [],
  failed: ['checking', 'cancelled'],
  cancelled: [],
} as const satisfies Record<string, readonly string[]>;

export type ImportState = keyof typeof importMoves;

export interface NewImport {
  readonly files: readonly { readonly name: string }[];
  readonly settings: Json;
}

export interface MoveReport {
  /** Kept as it is given; left out, the one before stays. */
  readonly summary?: Json;
  /** One sentence for a person; left out, there is none. */
  readonly error?: string;
  /** The job that works in the new state; left out, the one before stays. */
  readonly jobId?: string;
}

export interface Import {
  readonly id: string;
  readonly state: ImportState;
  readonly files: readonly { readonly name: string; readonly size: number }[];
  /** Mapping of each file, corrections, what to do with bad rows: the services own the shape. */
  readonly settings: Json;
  /** What a check found, as the services report it. */
  readonly summary: Json;
  /** What writing did, and what undoing did; null before. */
  readonly written: ImportWritten | null;
  readonly undone: ImportTakenBack | null;
  readonly error: string | null;
  readonly jobId: string | null;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly changedAt: string;
}

export type Moved =
  | { readonly outcome: 'moved'; readonly import: Import }
  | { readonly outcome: 'not_found' }
  | { readonly outcome: 'wrong_state'; readonly state: ImportState };

/** What a finished write did to the city. */
export interface ImportWritten {
  readonly created: RecordCounts;
  readonly updated: RecordCounts;
  readonly unchanged: RecordCounts;
  /** null if nothing changed. */
  readonly change: ChangePosition | null;
}

/** What a finished undo did to the city. */
export interface ImportTakenBack {
  readonly removed: RecordCounts;
  readonly restored: RecordCounts;
  /** Left as they are, because somebody changed or used them since. */
  readonly kept: RecordCounts;
  readonly change: ChangePosition | null;
}

export interface RecordCounts {
  readonly organizations: number;
  readonly sites: number;
  readonly flows: number;
}

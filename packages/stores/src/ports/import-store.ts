import type { ChangePosition } from './change-log.ts';
import type { Json } from './job-store.ts';
import type { Page, PageRequest } from './versioned.ts';

/**
 * Imports as a person sees them: files, how they are to be read, and how far it has come. What they would write waits in
 * the ImportStage; the city itself changes only in `ImportStage.write` and `ImportStage.undo`.
 *
 * `open` -> `checking` -> `checked` -> `writing` -> `imported` -> `undoing` -> `undone`; `cancelled` and `failed` can follow
 * any state before `imported`. Each move is refused (`wrong_state`) where this order does not know it.
 */
export interface ImportStore {
  create(request: NewImport): Promise<Import>;
  get(id: string): Promise<Import | null>;
  /** Newest first. */
  page(request: PageRequest): Promise<Page<Import>>;
  /** Bytes of a file in parts of `importPartBytes` (the last one smaller), in order; only while `open`. */
  appendPart(id: string, file: number, bytes: Uint8Array): Promise<void>;
  /** null: no such part. */
  readPart(id: string, file: number, part: number): Promise<Uint8Array | null>;
  /** New settings send a checked import back to `open` and empty its stage. */
  configure(id: string, settings: Json): Promise<Moved>;
  /** `summary` is kept as it is given; null leaves the one before. `error` is one sentence for a person. */
  move(id: string, to: ImportState, with_?: { summary?: Json; error?: string; jobId?: string }): Promise<Moved>;
  /** Working states (`checking`, `writing`, `undoing`) without a queued or running job: their process has died. */
  interrupted(): Promise<readonly Import[]>;
  /** Forgets files, stage and undo of an import that is not working; what it has written to the city stays. */
  remove(id: string): Promise<'removed' | 'not_found' | 'wrong_state'>;
}

export const importPartBytes = 262_144;

export type ImportState =
  | 'open'
  | 'checking'
  | 'checked'
  | 'writing'
  | 'imported'
  | 'undoing'
  | 'undone'
  | 'cancelled'
  | 'failed';

export interface NewImport {
  readonly files: readonly { readonly name: string }[];
  readonly settings: Json;
}

export interface Import {
  readonly id: string;
  readonly state: ImportState;
  readonly files: readonly { readonly name: string; readonly size: number }[];
  /** Mapping of each file, corrections, what to do with bad rows: the services own the shape. */
  readonly settings: Json;
  /** What check, write and undo found, as the services report it. */
  readonly summary: Json;
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

/** What a finished write or undo did to the city. */
export interface ImportWritten {
  readonly created: RecordCounts;
  readonly updated: RecordCounts;
  readonly unchanged: RecordCounts;
  /** null if nothing changed. */
  readonly change: ChangePosition | null;
}

export interface RecordCounts {
  readonly organizations: number;
  readonly sites: number;
  readonly flows: number;
}

// The suggestions that are shown, read from the database once and held until another run or patch takes their place.

import type { Notice } from '@crg/domain/match';
import type { PairLists } from '@crg/domain/pair-columns';
import { sql } from 'kysely';
import type { ChangePosition } from '../ports/change-log.ts';
import type { Sql } from '../sql/connect.ts';
import { type FlowEnds, readEnds, renewEnds } from './flow-ends.ts';
import { unpackLists } from './packed-lists.ts';
import { indexSuggestions, listsOfIndex, type SuggestionIndex } from './suggestion-index.ts';

export interface RunRow {
  readonly id: number;
  readonly engine: string;
  readonly k: number;
  readonly based_on: ChangePosition;
  readonly notices: readonly Notice[];
  readonly parts: number;
  readonly patches: number;
  readonly stored_at: Date;
}

export interface ShownRun {
  readonly run: RunRow;
  readonly index: SuggestionIndex;
}

/** The run that is shown, without its lists; null before the first. */
export async function currentRow(db: Sql): Promise<RunRow | null> {
  const { rows } = await sql<RunRow>`
    select id, engine, k, based_on, notices, parts, patches, stored_at from match_runs where current`.execute(db);
  return rows[0] ?? null;
}

type RunVersion = Pick<RunRow, 'id' | 'patches'>;

/** Asked with every question, so without the notices, which may be many. */
async function currentVersion(db: Sql): Promise<RunVersion | null> {
  const { rows } = await sql<RunVersion>`select id, patches from match_runs where current`.execute(db);
  return rows[0] ?? null;
}

export class KeptSuggestions {
  #shown: ShownRun | null = null;
  #following: Promise<ShownRun | null> | null = null;

  /**
   * The run to answer from, null before the first. While a newer one is being read, the one before answers: nobody waits
   * for a second. With `newest` it is waited for.
   */
  async shown(db: Sql, { newest = false } = {}): Promise<ShownRun | null> {
    // What a transaction sees is nobody else's business, and its handle dies with it.
    if (db.isTransaction) return this.#read(db);
    const row = await currentVersion(db);
    if (row === null || this.#isShown(row)) return this.#shown;
    this.#following ??= this.#follow(db).finally(() => {
      this.#following = null;
    });
    if (newest) await this.#following;
    else if (this.#shown === null) return this.#following;
    // A failure is met by the next one who has to wait.
    else this.#following.catch(() => undefined);
    return newest ? this.shown(db) : this.#shown;
  }

  #isShown({ id, patches }: RunVersion): boolean {
    return this.#shown?.run.id === id && this.#shown.run.patches === patches;
  }

  async #follow(db: Sql): Promise<ShownRun | null> {
    const read = await this.#read(db);
    if (read !== null) this.#shown = read;
    return this.#shown;
  }

  async #read(db: Sql): Promise<ShownRun | null> {
    for (;;) {
      const run = await currentRow(db);
      if (run === null) return null;
      if (this.#isShown(run)) return this.#shown;
      const index = await this.#indexOf(db, run);
      if (index !== null) return { run, index };
    }
  }

  /** null when the run was taken away while it was read: then there is a newer one. */
  async #indexOf(db: Sql, run: RunRow): Promise<SuggestionIndex | null> {
    const before = this.#shown;
    const known = before?.run.id === run.id ? before : null;
    const later: PairLists[] = [];
    for (let part = known?.run.parts ?? 0; part < run.parts; part++) {
      const { rows } = await sql<{ bytes: Uint8Array }>`
        select bytes from match_run_parts where run = ${run.id} and part = ${part}`.execute(db);
      if (rows[0] === undefined) return null;
      later.push(unpackLists(rows[0].bytes));
    }
    if (known === null) return indexSuggestions(await readEnds(db), later);
    if (later.length === 0) return known.index;
    const named = new Set(later.flatMap(({ flowIds }) => flowIds));
    const ends: FlowEnds = await renewEnds(db, known.index.ends, [...named]);
    return indexSuggestions(ends, [listsOfIndex(known.index), ...later]);
  }
}

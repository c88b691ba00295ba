import { DomainError } from '@crg/domain/errors';
import { type RawBuilder, sql } from 'kysely';
import {
  type Import,
  type ImportState,
  type ImportStore,
  importPartBytes,
  type Moved,
  type MoveReport,
  type NewImport,
} from '../ports/import-store.ts';
import type { Json } from '../ports/job-store.ts';
import type { Page, PageRequest } from '../ports/versioned.ts';
import type { Sql } from './connect.ts';
import { keyOf, pageOf } from './cursor.ts';
import { within } from './guard.ts';
import { assertFound, assertState, dropFiles, emptyStage, lockImport, mayMove } from './import-state.ts';
import { where } from './page-by-id.ts';
import { first } from './records.ts';
import { assertStorable } from './storable.ts';
import { isUuid } from './uuid.ts';

export function importStore(db: Sql): ImportStore {
  return {
    create: async (request) => {
      assertStorable(request, '');
      return within(db, (transaction) => create(transaction, request));
    },
    get: (id) => get(db, id),
    page: (request) => page(db, request),
    addFile: async (id, name) => {
      assertStorable(name, 'name');
      return within(db, (transaction) => addFile(transaction, id, name));
    },
    appendPart: (id, file, bytes) => within(db, (transaction) => appendPart(transaction, id, file, bytes)),
    readPart: (id, file, part) => readPart(db, id, file, part),
    configure: async (id, settings) => {
      assertStorable(settings, 'settings');
      return within(db, (transaction) => configure(transaction, id, settings));
    },
    move: async (id, to, report = {}) => {
      assertStorable(report, '');
      return within(db, (transaction) => move(transaction, id, to, report));
    },
    interrupted: () => interrupted(db),
    remove: (id) => within(db, (transaction) => remove(transaction, id)),
  };
}

interface ImportRow {
  id: string;
  place: number;
  state: ImportState;
  files: Import['files'];
  settings: Json;
  summary: Json;
  written: Import['written'];
  undone: Import['undone'];
  error: string | null;
  job_id: string | null;
  created_at: Date;
  changed_at: Date;
}

async function select(db: Sql, conditions: readonly RawBuilder<unknown>[], rest: RawBuilder<unknown>) {
  const { rows } = await sql<ImportRow>`
    select imports.*, (
      select coalesce(json_agg(json_build_object('name', name, 'size', size) order by file), '[]')
      from import_files where import_id = imports.id) as files
    from imports ${where(conditions)} ${rest}`.execute(db);
  return rows;
}

async function create(transaction: Sql, { files, settings }: NewImport): Promise<Import> {
  const { rows } = await sql<{ id: string }>`
    insert into imports (settings) values (${JSON.stringify(settings)}::jsonb) returning id`.execute(transaction);
  const { id } = first(rows);
  const names = files.map(({ name }) => name);
  await sql`
    insert into import_files (import_id, file, name)
    select ${id}, place - 1, name from unnest(${names}::text[]) with ordinality as given(name, place)`.execute(
    transaction,
  );
  return assertFound(await get(transaction, id), id);
}

async function get(db: Sql, id: string): Promise<Import | null> {
  if (!isUuid(id)) return null;
  const [row] = await select(db, [sql`id = ${id}`], sql``);
  return row === undefined ? null : importOf(row);
}

async function page(db: Sql, { cursor, limit }: PageRequest): Promise<Page<Import>> {
  const conditions = cursor === null ? [] : [sql`place < ${keyOf(cursor, 'newest', 1)[0]}::bigint`];
  const rows = await select(db, conditions, sql`order by place desc limit ${limit + 1}`);
  return pageOf(rows, limit, 'newest', ({ place }) => [place], importOf);
}

async function addFile(transaction: Sql, id: string, name: string): Promise<number> {
  assertState(assertFound(await lockImport(transaction, id), id).state, 'open');
  const { rows } = await sql<{ file: number }>`
    insert into import_files (import_id, file, name)
    select ${id}, coalesce(max(file) + 1, 0), ${name} from import_files where import_id = ${id} returning file`.execute(
    transaction,
  );
  return first(rows).file;
}

async function appendPart(transaction: Sql, id: string, file: number, bytes: Uint8Array): Promise<void> {
  assertState(assertFound(await lockImport(transaction, id), id).state, 'open');
  const { rows } = await sql<{ size: number }>`
    select size from import_files where import_id = ${id} and file = ${file}`.execute(transaction);
  const size = rows[0]?.size;
  if (size === undefined) throw badPart('a file that the import has named', `file ${file}`);
  if (bytes.length === 0 || bytes.length > importPartBytes) {
    throw badPart(`a part of 1 to ${importPartBytes} bytes`, `${bytes.length} bytes`);
  }
  if (size % importPartBytes !== 0) throw badPart('the end of the file after a smaller part', 'another part');
  await sql`insert into import_parts (import_id, file, part, bytes)
    values (${id}, ${file}, ${size / importPartBytes}, ${bytes})`.execute(transaction);
  await sql`update import_files set size = size + ${bytes.length}
    where import_id = ${id} and file = ${file}`.execute(transaction);
}

function badPart(expected: string, got: string): DomainError {
  return new DomainError('invalid_input', { expected, got, next: 'Begin a new import and send its files in order.' });
}

async function readPart(db: Sql, id: string, file: number, part: number): Promise<Uint8Array | null> {
  if (!isUuid(id)) return null;
  const { rows } = await sql<{ bytes: Uint8Array }>`
    select bytes from import_parts where import_id = ${id} and file = ${file} and part = ${part}`.execute(db);
  return rows[0]?.bytes ?? null;
}

async function configure(transaction: Sql, id: string, settings: Json): Promise<Moved> {
  const found = await lockImport(transaction, id);
  if (found === null) return { outcome: 'not_found' };
  const { state } = found;
  if (state !== 'open' && state !== 'checked' && state !== 'failed') return { outcome: 'wrong_state', state };
  await emptyStage(transaction, id);
  const change = sql`settings = ${JSON.stringify(settings)}::jsonb, summary = 'null', error = null`;
  return { outcome: 'moved', import: await update(transaction, id, 'open', change) };
}

async function move(transaction: Sql, id: string, to: ImportState, report: MoveReport): Promise<Moved> {
  const found = await lockImport(transaction, id);
  if (found === null) return { outcome: 'not_found' };
  if (!mayMove(found.state, to)) return { outcome: 'wrong_state', state: found.state };
  if (to === 'cancelled') {
    await emptyStage(transaction, id);
    await dropFiles(transaction, id);
  }
  const { summary, error = null, jobId } = report;
  const changes = [sql`error = ${error}`];
  if (summary !== undefined) changes.push(sql`summary = ${JSON.stringify(summary)}::jsonb`);
  if (jobId !== undefined) changes.push(sql`job_id = ${jobId}`);
  return { outcome: 'moved', import: await update(transaction, id, to, sql.join(changes)) };
}

async function update(transaction: Sql, id: string, state: ImportState, change: RawBuilder<unknown>): Promise<Import> {
  await sql`update imports set state = ${state}, changed_at = clock_timestamp(), ${change} where id = ${id}`.execute(
    transaction,
  );
  return assertFound(await get(transaction, id), id);
}

async function interrupted(db: Sql): Promise<readonly Import[]> {
  const atWork = sql`state in ('checking', 'writing', 'undoing')`;
  const noJob = sql`not exists (select from jobs where jobs.id = imports.job_id and jobs.state in ('queued', 'running'))`;
  const rows = await select(db, [atWork, noJob], sql`order by place`);
  return rows.map(importOf);
}

async function remove(transaction: Sql, id: string): Promise<'removed' | 'not_found' | 'wrong_state'> {
  const found = await lockImport(transaction, id);
  if (found === null) return 'not_found';
  if (['checking', 'writing', 'undoing'].includes(found.state)) return 'wrong_state';
  await emptyStage(transaction, id);
  await sql`delete from import_undo where import_id = ${id}`.execute(transaction);
  await sql`delete from imports where id = ${id}`.execute(transaction);
  return 'removed';
}

function importOf(row: ImportRow): Import {
  return {
    id: row.id,
    state: row.state,
    files: row.files,
    settings: row.settings,
    summary: row.summary,
    written: row.written,
    undone: row.undone,
    error: row.error,
    jobId: row.job_id,
    createdAt: row.created_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
  };
}

import { type RawBuilder, sql } from 'kysely';
import type {
  ImportStage,
  ProblemFilter,
  ProblemGroup,
  Staged,
  StagedBatch,
  StagedProblem,
} from '../ports/import-stage.ts';
import type { ImportWritten } from '../ports/import-store.ts';
import type { Page, PageRequest } from '../ports/versioned.ts';
import type { Sql } from './connect.ts';
import { keyOf, pageOf } from './cursor.ts';
import { within } from './guard.ts';
import { assertFound, assertState, emptyStage, lockImport } from './import-state.ts';
import { undoImport } from './import-undo.ts';
import { stagedRows, writeImport } from './import-write.ts';
import { where } from './page-by-id.ts';
import { type AnyTable, first, flowTable, names, organizationTable, siteTable } from './records.ts';
import { assertStorable } from './storable.ts';
import { isUuid } from './uuid.ts';

export function importStage(db: Sql): ImportStage {
  return {
    clear: (id) =>
      within(db, async (transaction) => {
        await assertChecking(transaction, id);
        await emptyStage(transaction, id);
      }),
    stage: async (id, batch) => {
      assertStorable(batch, '');
      return within(db, (transaction) => stage(transaction, id, batch));
    },
    preview: (id) => within(db, (transaction) => preview(transaction, id)),
    problems: async (id, filter, request) => {
      assertStorable(filter, '');
      return problems(db, id, filter, request);
    },
    problemGroups: (id) => problemGroups(db, id),
    write: async (id, city) => {
      assertStorable(city, 'city');
      return within(db, (transaction) => writeImport(transaction, id, city));
    },
    undo: (id, options) => within(db, (transaction) => undoImport(transaction, id, options)),
  };
}

async function assertChecking(transaction: Sql, id: string): Promise<void> {
  assertState(assertFound(await lockImport(transaction, id), id).state, 'checking');
}

async function stage(transaction: Sql, id: string, { organizations, sites, flows, problems }: StagedBatch) {
  await assertChecking(transaction, id);
  const records = [
    ...lastOfEach(organizationTable, organizations),
    ...lastOfEach(siteTable, sites),
    ...lastOfEach(flowTable, flows),
  ];
  if (records.length > 0) await stageRecords(transaction, id, records);
  if (problems.length > 0) await stageProblems(transaction, id, problems);
}

interface StagedRow {
  readonly kind: string;
  readonly id: string;
  readonly file: number;
  readonly row: number;
  readonly record: Record<string, unknown>;
}

/** One statement cannot write a row twice, so of the same id in one batch only the last goes in. */
function lastOfEach<T extends { readonly id: string }>(kind: AnyTable<T>, staged: readonly Staged<T>[]): StagedRow[] {
  const rows = new Map<string, StagedRow>();
  for (const { value, file, row } of staged) {
    rows.set(value.id, { kind: kind.subject, id: value.id, file, row, record: kind.toRow(value) });
  }
  return [...rows.values()];
}

async function stageRecords(transaction: Sql, id: string, rows: readonly StagedRow[]): Promise<void> {
  await sql`
    insert into import_records (import_id, kind, id, file, "row", record)
    select ${id}, kind, id, file, "row", record from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given(kind text, id text, file integer, "row" integer, record jsonb)
    on conflict (import_id, kind, id) do update
      set file = excluded.file, "row" = excluded."row", record = excluded.record`.execute(transaction);
}

async function stageProblems(transaction: Sql, id: string, problems: readonly StagedProblem[]): Promise<void> {
  await sql`
    insert into import_problems (import_id, file, "row", severity, code, column_name, expected, got, next, fix)
    select ${id}, file, "row", severity, code, "column", expected, got, next, coalesce(fix, 'null')
    from rows from (jsonb_to_recordset(${JSON.stringify(problems)}::jsonb) as (file integer, "row" integer,
      severity text, code text, "column" text, expected text, got text, next text, fix jsonb))
      with ordinality as given(file, "row", severity, code, "column", expected, got, next, fix, place)
    order by place`.execute(transaction);
}

async function preview(transaction: Sql, id: string): Promise<Omit<ImportWritten, 'change'>> {
  assertFound(await lockImport(transaction, id), id);
  const [organizations, sites, flows] = [
    await wouldWrite(transaction, id, organizationTable),
    await wouldWrite(transaction, id, siteTable),
    await wouldWrite(transaction, id, flowTable),
  ];
  const counts = (of: keyof WouldWrite) => ({ organizations: organizations[of], sites: sites[of], flows: flows[of] });
  return { created: counts('created'), updated: counts('updated'), unchanged: counts('unchanged') };
}

interface WouldWrite {
  created: number;
  updated: number;
  unchanged: number;
}

async function wouldWrite<T extends { readonly id: string }>(
  transaction: Sql,
  id: string,
  kind: AnyTable<T>,
): Promise<WouldWrite> {
  const { rows } = await sql<WouldWrite>`
    with compared as (
      select stored.id is null as fresh,
        (${names(kind, 'stored')}) is not distinct from (${names(kind, 'staged')}) as same
      from (${stagedRows(kind, id)}) as staged left join ${sql.table(kind.table)} as stored on stored.id = staged.id
    )
    select count(*) filter (where fresh) as created, count(*) filter (where not fresh and not same) as updated,
      count(*) filter (where not fresh and same) as unchanged from compared`.execute(transaction);
  return first(rows);
}

interface ProblemRow extends StagedProblem {
  readonly place: number;
}

const rowOrNone = sql`coalesce("row", 0)`;

async function problems(
  db: Sql,
  id: string,
  filter: ProblemFilter,
  { cursor, limit }: PageRequest,
): Promise<Page<StagedProblem>> {
  const conditions: RawBuilder<unknown>[] = [isUuid(id) ? sql`import_id = ${id}` : sql`false`];
  if (filter.severity !== undefined) conditions.push(sql`severity = ${filter.severity}`);
  if (filter.code !== undefined) conditions.push(sql`code = ${filter.code}`);
  if (filter.column !== undefined) conditions.push(sql`column_name = ${filter.column}`);
  if (cursor !== null) {
    const [file, row, place] = keyOf(cursor, 'row', 3);
    conditions.push(sql`(file, ${rowOrNone}, place) > (${file}::integer, ${row}::integer, ${place}::bigint)`);
  }
  const { rows } = await sql<ProblemRow>`
    select severity, code, file, "row", column_name as "column", expected, got, next, fix, place from import_problems
    ${where(conditions)} order by file, ${rowOrNone}, place limit ${limit + 1}`.execute(db);
  return pageOf(
    rows,
    limit,
    'row',
    ({ file, row, place }) => [file, row ?? 0, place],
    ({ place: _, ...problem }) => problem,
  );
}

async function problemGroups(db: Sql, id: string): Promise<readonly ProblemGroup[]> {
  if (!isUuid(id)) return [];
  const { rows } = await sql<ProblemGroup>`
    select severity, code, column_name as "column", count(*) as count,
      count(*) filter (where fix <> 'null') as fixable
    from import_problems where import_id = ${id} group by severity, code, column_name
    order by count(*) desc, code, column_name, severity`.execute(db);
  return rows;
}

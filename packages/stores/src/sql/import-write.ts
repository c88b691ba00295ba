// Writing an import: from the stage into the city, in one transaction.
import { DomainError } from '@crg/domain/errors';
import { type RawBuilder, sql } from 'kysely';
import type { ChangePosition } from '../ports/change-log.ts';
import type { CityDefaults } from '../ports/import-stage.ts';
import type { ImportWritten } from '../ports/import-store.ts';
import { mergedFactors, overwritten } from './city-factors.ts';
import { analyzeCity, putMetadata, readMetadata } from './city-store.ts';
import type { Sql } from './connect.ts';
import { assertFound, assertState, dropFiles, lockImport } from './import-state.ts';
import {
  type AnyTable,
  createdOrReplaced,
  first,
  flowTable,
  logged,
  names,
  organizationTable,
  putFrom,
  siteTable,
  typedColumns,
} from './records.ts';

export async function writeImport(transaction: Sql, id: string, city: CityDefaults): Promise<ImportWritten> {
  const found = assertFound(await lockImport(transaction, id), id);
  if (found.written !== null) return found.written;
  assertState(found.state, 'writing');
  await lockCity(transaction);
  const head = await putCityOf(transaction, id, city);
  const organizations = await writeAll(transaction, id, organizationTable);
  const sites = await writeAll(transaction, id, siteTable);
  const flows = await writeAll(transaction, id, flowTable);
  const counts = (of: 'created' | 'updated' | 'unchanged') => ({
    organizations: organizations[of],
    sites: sites[of],
    flows: flows[of],
  });
  const written: ImportWritten = {
    created: counts('created'),
    updated: counts('updated'),
    unchanged: counts('unchanged'),
    change: flows.last ?? sites.last ?? organizations.last ?? head,
  };
  await finish(transaction, id, written);
  await analyzeCity(transaction, organizations.created + sites.created + flows.created);
  return written;
}

/** One writer at a time, so that what is remembered is what was overwritten; readers and matching are not held up. */
export async function lockCity(transaction: Sql): Promise<void> {
  await sql`lock table organizations, sites, flows, city in share row exclusive mode`.execute(transaction);
}

/** What is staged of one kind, as rows of its table. */
export function stagedRows<T extends { readonly id: string }>(kind: AnyTable<T>, id: string): RawBuilder<unknown> {
  return sql`
    select given.* from import_records
    cross join lateral jsonb_to_record(import_records.record) as given(${typedColumns(kind)})
    where import_records.import_id = ${id} and import_records.kind = ${sql.lit(kind.subject)}`;
}

interface Wrote {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly last: ChangePosition | null;
}

async function writeAll<T extends { readonly id: string }>(
  transaction: Sql,
  id: string,
  kind: AnyTable<T>,
): Promise<Wrote> {
  await assertOwners(transaction, id, kind);
  await rememberOverwritten(transaction, id, kind);
  const { rows } = await sql<Wrote>`
    with staged as materialized (${stagedRows(kind, id)}),
    written as (${putFrom(kind, sql`staged`)}),
    remembered as (
      insert into import_undo (import_id, kind, id, version)
      select ${id}, ${sql.lit(kind.subject)}, id, version from written
      on conflict (kind, id, import_id) do update set version = excluded.version
    ),
    log as (${logged(kind.subject, createdOrReplaced)})
    select count(*) filter (where action = 'created') as created, count(*) filter (where action = 'replaced') as updated,
      (select count(*) from staged) - count(*) as unchanged,
      (select position from log order by version desc limit 1) as last
    from log`.execute(transaction);
  return first(rows);
}

/**
 * A statement of its own: joined to the rows that were written, the planner, who cannot know their number, may compare each
 * with each.
 */
async function rememberOverwritten<T extends { readonly id: string }>(
  transaction: Sql,
  id: string,
  kind: AnyTable<T>,
): Promise<void> {
  await sql`
    insert into import_undo (import_id, kind, id, version, before, before_version)
    select ${id}, ${sql.lit(kind.subject)}, stored.id, stored.version, ${imageOf(kind)}, stored.version
    from (${stagedRows(kind, id)}) as staged join ${sql.table(kind.table)} as stored on stored.id = staged.id
    where (${names(kind, 'stored')}) is distinct from (${names(kind, 'staged')})`.execute(transaction);
}

/** The row of `stored` as it has to come back. */
function imageOf<T extends { readonly id: string }>(kind: AnyTable<T>): RawBuilder<unknown> {
  const pairs = Object.keys(kind.columns).map((column) => sql`${sql.lit(column)}, ${sql.ref(`stored.${column}`)}`);
  return sql`jsonb_build_object(${sql.join(pairs)})`;
}

async function assertOwners<T extends { readonly id: string }>(
  transaction: Sql,
  id: string,
  { owner, subject }: AnyTable<T>,
): Promise<void> {
  if (owner === null) return;
  // The owners that the import brings are in the city by now.
  const { rows } = await sql<{ id: string; owner: string; row: number; name: string }>`
    select staged.id, staged.record ->> ${sql.lit(owner.column)} as owner, staged."row", import_files.name
    from import_records as staged
    left join import_files on import_files.import_id = staged.import_id and import_files.file = staged.file
    where staged.import_id = ${id} and staged.kind = ${sql.lit(subject)} and not exists (
      select from ${sql.table(owner.table)} as there where there.id = staged.record ->> ${sql.lit(owner.column)})
    order by staged.file, staged."row", staged.id limit 1`.execute(transaction);
  const [orphan] = rows;
  if (orphan === undefined) return;
  throw new DomainError('invalid_input', {
    field: owner.column,
    expected: 'an id of the import or of the stored city',
    got: `"${orphan.owner}" at ${subject} "${orphan.id}" in row ${orphan.row} of "${orphan.name}"`,
    next: 'Add the record it names, or correct the id; nothing has been imported.',
  });
}

/** Creates the city if there is none, adds the sources that it does not name yet, and puts the factors that are given. */
async function putCityOf(
  transaction: Sql,
  id: string,
  { sources, factors = [], ...defaults }: CityDefaults,
): Promise<ChangePosition | null> {
  const stored = await readMetadata(transaction);
  const known = stored?.sources ?? [];
  const named = [...new Set(sources)];
  const added = named.filter((source) => !known.includes(source));
  await sql`
    insert into import_sources (import_id, source, added)
    select ${id}, source, source = any(${added}::text[]) from unnest(${named}::text[]) as named(source)`.execute(
    transaction,
  );
  if (stored === null) {
    await sql`update imports set created_city = ${JSON.stringify(defaults)}::jsonb where id = ${id}`.execute(
      transaction,
    );
  }
  const put = JSON.stringify(overwritten(stored?.factors ?? [], factors));
  await sql`update imports set city_factors = ${put}::jsonb where id = ${id}`.execute(transaction);
  const merged = await mergedFactors(transaction, factors);
  return putMetadata(transaction, stored ?? defaults, [...known, ...added], merged);
}

async function finish(transaction: Sql, id: string, written: ImportWritten): Promise<void> {
  await sql`
    update imports set state = 'imported', written = ${JSON.stringify(written)}::jsonb, error = null,
      changed_at = clock_timestamp() where id = ${id}`.execute(transaction);
  await sql`delete from import_records where import_id = ${id}`.execute(transaction);
  const { rows } = await sql<{ rejected: boolean }>`
    select exists (select from import_problems where import_id = ${id} and severity = 'error') as rejected`.execute(
    transaction,
  );
  if (!first(rows).rejected) await dropFiles(transaction, id);
}

// Taking an import back: from what it remembered into the city, in one transaction.
import { type RawBuilder, sql } from 'kysely';
import type { ChangePosition } from '../ports/change-log.ts';
import type { ImportUndone, RecordInTheWay } from '../ports/import-stage.ts';
import type { ImportTakenBack, RecordCounts } from '../ports/import-store.ts';
import { factorsBefore } from './city-factors.ts';
import { putMetadata, readMetadata } from './city-store.ts';
import type { Sql } from './connect.ts';
import { assertFound, assertState, dropFiles, emptyStage, type LockedImport, lockImport } from './import-state.ts';
import { lockCity } from './import-write.ts';
import {
  type AnyTable,
  first,
  flowTable,
  logged,
  names,
  organizationTable,
  siteTable,
  typedColumns,
} from './records.ts';

export async function undoImport(
  transaction: Sql,
  id: string,
  { keepChanged }: { keepChanged: boolean },
): Promise<ImportUndone> {
  const found = assertFound(await lockImport(transaction, id), id);
  if (found.undone !== null) return { outcome: 'undone', ...found.undone };
  assertState(found.state, 'undoing');
  await lockCity(transaction);
  const kept = await findInTheWay(transaction, id);
  const count = kept.organizations + kept.sites + kept.flows;
  if (count > 0 && !keepChanged) {
    await sql`update imports set state = 'imported', changed_at = clock_timestamp() where id = ${id}`.execute(
      transaction,
    );
    return { outcome: 'in_the_way', records: await inTheWay(transaction, id), count };
  }
  const records = await takeBack(transaction, id);
  const city = count > 0 ? null : await takeBackCity(transaction, id, found);
  const { removed, restored } = records;
  const undone: ImportTakenBack = { removed, restored, kept, change: city ?? records.change };
  await finish(transaction, id, undone);
  return { outcome: 'undone', ...undone };
}

/** Marks what cannot be undone. From the flows up: a flow that stays keeps its site, and that its organization. */
async function findInTheWay(transaction: Sql, id: string): Promise<RecordCounts> {
  const flows = await markInTheWay(transaction, id, flowTable, sql`false`);
  const sites = await markInTheWay(transaction, id, siteTable, usedBy(id, flowTable));
  const organizations = await markInTheWay(transaction, id, organizationTable, usedBy(id, siteTable));
  return { organizations, sites, flows };
}

async function markInTheWay<T extends { readonly id: string }>(
  transaction: Sql,
  id: string,
  { table, subject, owner }: AnyTable<T>,
  used: RawBuilder<unknown>,
): Promise<number> {
  const ownerGone =
    owner === null
      ? sql`false`
      : sql`not exists (
          select from ${sql.table(owner.table)} as there where there.id = undo.before ->> ${sql.lit(owner.column)})`;
  const { rows } = await sql<{ count: number }>`
    with judged as (
      select undo.id, case
        when stored.id is null then case when undo.before is null then null else 'removed' end
        when stored.version <> undo.version then 'changed'
        when undo.before is null then case when ${used} then 'referred_to' end
        when ${ownerGone} then 'owner_removed'
      end as reason
      from import_undo as undo left join ${sql.table(table)} as stored on stored.id = undo.id
      where undo.import_id = ${id} and undo.kind = ${sql.lit(subject)}
    ),
    marked as (
      update import_undo as undo set in_the_way = judged.reason from judged
      where undo.import_id = ${id} and undo.kind = ${sql.lit(subject)} and undo.id = judged.id
        and undo.in_the_way is distinct from judged.reason
    )
    select count(reason) as count from judged`.execute(transaction);
  return first(rows).count;
}

/** Whether a record that is not going, or returning to where it was, stands on `undo`. */
function usedBy<T extends { readonly id: string }>(id: string, { table, subject, owner }: AnyTable<T>) {
  return sql`exists (
    select from ${sql.table(table)} as above where above.${sql.ref(owner?.column ?? 'id')} = undo.id and not exists (
      select from import_undo as own
      where own.import_id = ${id} and own.kind = ${sql.lit(subject)} and own.id = above.id and own.in_the_way is null))`;
}

const namedAtMost = 100;

async function inTheWay(transaction: Sql, id: string): Promise<readonly RecordInTheWay[]> {
  const { rows } = await sql<RecordInTheWay>`
    select undo.kind, undo.id, undo.in_the_way as reason, stored.version
    from import_undo as undo left join (
      select 'organization' as kind, id, version from organizations
      union all select 'site', id, version from sites
      union all select 'flow', id, version from flows
    ) as stored on stored.kind = undo.kind and stored.id = undo.id
    where undo.import_id = ${id} and undo.in_the_way is not null
    order by array_position(array['organization', 'site', 'flow'], undo.kind::text), undo.id
    limit ${namedAtMost}`.execute(transaction);
  return rows;
}

/** Restores from the organizations down and removes from the flows up, so that no record is ever without its owner. */
async function takeBack(transaction: Sql, id: string) {
  const restored = {
    organizations: await restore(transaction, id, organizationTable),
    sites: await restore(transaction, id, siteTable),
    flows: await restore(transaction, id, flowTable),
  };
  const removed = {
    flows: await remove(transaction, id, flowTable),
    sites: await remove(transaction, id, siteTable),
    organizations: await remove(transaction, id, organizationTable),
  };
  const inOrder = [...Object.values(restored), ...Object.values(removed)];
  return {
    restored: counts(restored),
    removed: counts(removed),
    change: inOrder.reduce<ChangePosition | null>((last, { position }) => position ?? last, null),
  };
}

interface TakenBack {
  readonly count: number;
  readonly position: ChangePosition | null;
}

const counts = ({ organizations, sites, flows }: Record<keyof RecordCounts, TakenBack>): RecordCounts => ({
  organizations: organizations.count,
  sites: sites.count,
  flows: flows.count,
});

const countOfLog = sql`select count(*) as count, (select position from log order by version desc limit 1) as position from log`;

async function restore<T extends { readonly id: string }>(
  transaction: Sql,
  id: string,
  kind: AnyTable<T>,
): Promise<TakenBack> {
  const { rows } = await sql<TakenBack>`
    with former as materialized (
      select undo.before_version, given.* from import_undo as undo
      cross join lateral jsonb_to_record(undo.before) as given(${typedColumns(kind)})
      where undo.import_id = ${id} and undo.kind = ${sql.lit(kind.subject)}
        and undo.before is not null and undo.in_the_way is null
    ),
    written as (
      update ${sql.table(kind.table)} as stored
      set (${names(kind)}, version) = row(${names(kind, 'former')}, nextval('change_sequence'))
      from former where stored.id = former.id
      returning stored.id, stored.version, former.before_version
    ),
    -- What an earlier import wrote is there again, so that one can be undone next.
    handed_back as (
      update import_undo as earlier set version = written.version from written
      where earlier.kind = ${sql.lit(kind.subject)} and earlier.id = written.id
        and earlier.version = written.before_version and earlier.import_id <> ${id}
    ),
    log as (${logged(kind.subject, sql`'replaced'`)}) ${countOfLog}`.execute(transaction);
  return first(rows);
}

async function remove<T extends { readonly id: string }>(
  transaction: Sql,
  id: string,
  { table, subject }: AnyTable<T>,
): Promise<TakenBack> {
  const { rows } = await sql<TakenBack>`
    with gone as (
      delete from ${sql.table(table)} as stored using import_undo as undo
      where undo.import_id = ${id} and undo.kind = ${sql.lit(subject)} and undo.id = stored.id
        and undo.before is null and undo.in_the_way is null
      returning stored.id
    ),
    written as (select id, nextval('change_sequence') as version from (select id from gone order by id) as in_order),
    log as (${logged(subject, sql`'removed'`)}) ${countOfLog}`.execute(transaction);
  return first(rows);
}

/** Takes out the factors and the sources that no other import stands for, and the city itself if this import created it and it is empty again. */
async function takeBackCity(
  transaction: Sql,
  id: string,
  { created_city: created, city_factors: put }: LockedImport,
): Promise<ChangePosition | null> {
  const stored = await readMetadata(transaction);
  if (stored === null) return null;
  const gone = await takeBackSources(transaction, id);
  const sources = stored.sources.filter((source) => !gone.includes(source));
  const factors = await factorsBefore(transaction, put);
  const { name, year, currency } = stored;
  const asCreated = created?.name === name && created.year === year && created.currency === currency;
  if (asCreated && sources.length === 0 && factors.length === 0) {
    const { rows } = await sql<{ position: ChangePosition }>`
      with written as (
        delete from city where not exists (select from organizations) returning id, nextval('change_sequence') as version
      ) ${logged('city', sql`'removed'`)}`.execute(transaction);
    if (rows[0] !== undefined) return rows[0].position;
  }
  return putMetadata(transaction, stored, sources, factors);
}

/** Sources that this import has added and no other written import names; those that one does are that one's from now on. */
async function takeBackSources(transaction: Sql, id: string): Promise<readonly string[]> {
  await sql`
    update import_sources as other set added = true from import_sources as mine
    where mine.import_id = ${id} and mine.added and other.source = mine.source and other.import_id <> ${id}`.execute(
    transaction,
  );
  const { rows } = await sql<{ source: string }>`
    select source from import_sources as mine where import_id = ${id} and added and not exists (
      select from import_sources as other where other.source = mine.source and other.import_id <> ${id})`.execute(
    transaction,
  );
  return rows.map(({ source }) => source);
}

/** Nothing of it is needed any more but the story. */
async function finish(transaction: Sql, id: string, undone: ImportTakenBack): Promise<void> {
  await sql`
    update imports set state = 'undone', undone = ${JSON.stringify(undone)}::jsonb, error = null,
      changed_at = clock_timestamp() where id = ${id}`.execute(transaction);
  await sql`delete from import_undo where import_id = ${id}`.execute(transaction);
  await sql`delete from import_sources where import_id = ${id}`.execute(transaction);
  await emptyStage(transaction, id);
  await dropFiles(transaction, id);
}

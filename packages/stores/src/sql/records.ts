// How organizations, sites and flows lie in their tables, and the four writes that all three share.
import type { Organization, ResourceFlow, Site } from '@crg/domain/flow';
import { type RawBuilder, sql } from 'kysely';
import type { Change, ChangePosition } from '../ports/change-log.ts';
import type {
  Created,
  MissingReference,
  Removed,
  Replaced,
  StillReferenced,
  Version,
  Versioned,
} from '../ports/versioned.ts';
import type { Sql } from './connect.ts';
import { within } from './guard.ts';
import { assertStorable } from './storable.ts';

/** One table: its columns with their SQL types (`id` first), and both directions of the mapping. */
export interface RecordTable<T extends { readonly id: string }, Row extends { version: Version }> {
  readonly subject: Change['subject'];
  readonly table: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly owner: { readonly table: string; readonly column: string; readonly of: (value: T) => string } | null;
  readonly owned: { readonly table: string; readonly column: string } | null;
  toRow(value: T): Record<string, unknown>;
  toValue(row: Row): T;
}

interface OrganizationRow {
  id: string;
  name: string;
  nace: string[];
  version: Version;
}

export const organizationTable: RecordTable<Organization, OrganizationRow> = {
  subject: 'organization',
  table: 'organizations',
  columns: { id: 'text', name: 'text', name_folded: 'text', nace: 'text[]' },
  owner: null,
  owned: { table: 'sites', column: 'organization_id' },
  toRow: ({ id, name, nace }) => ({ id, name, name_folded: folded(name), nace }),
  toValue: ({ id, name, nace }) => ({ id, name, nace }),
};

/** Servers differ in what "lower case" is; folding here makes a search find the same on all of them. */
export const folded = (text: string) => text.normalize('NFKC').toLowerCase();

interface SiteRow {
  id: string;
  organization_id: string;
  name: string;
  longitude: number | null;
  latitude: number | null;
  country: string | null;
  source: Site['source'];
  version: Version;
}

export const siteTable: RecordTable<Site, SiteRow> = {
  subject: 'site',
  table: 'sites',
  columns: {
    id: 'text',
    organization_id: 'text',
    name: 'text',
    longitude: 'float8',
    latitude: 'float8',
    country: 'text',
    source: 'jsonb',
  },
  owner: { table: 'organizations', column: 'organization_id', of: (site) => site.organizationId },
  owned: { table: 'flows', column: 'site_id' },
  toRow: (site) => ({
    id: site.id,
    organization_id: site.organizationId,
    name: site.name,
    longitude: site.point?.longitude ?? null,
    latitude: site.point?.latitude ?? null,
    country: site.country,
    source: site.source,
  }),
  toValue: (row) => ({
    id: row.id,
    organizationId: row.organization_id,
    name: row.name,
    point:
      row.longitude === null || row.latitude === null ? null : { longitude: row.longitude, latitude: row.latitude },
    country: row.country,
    source: row.source,
  }),
};

interface FlowRow {
  id: string;
  site_id: string;
  direction: ResourceFlow['direction'];
  type: string;
  name: string;
  amount: number;
  unit: string;
  precision: ResourceFlow['quantity']['precision'];
  hours: string;
  months: string;
  valid_from: string | null;
  valid_to: string | null;
  quality: ResourceFlow['quality'];
  quality_precision: ResourceFlow['qualityPrecision'];
  ewc: string[];
  cpa: string | null;
  hs: string | null;
  price: ResourceFlow['price'];
  disposal_cost: ResourceFlow['disposalCost'];
  max_distance_km: number | null;
  min_yearly_amount: number | null;
  skills: NonNullable<ResourceFlow['skills']> | null;
  papers: NonNullable<ResourceFlow['papers']> | null;
  source: ResourceFlow['source'];
  version: Version;
}

export const flowTable: RecordTable<ResourceFlow, FlowRow> = {
  subject: 'flow',
  table: 'flows',
  columns: {
    id: 'text',
    site_id: 'text',
    direction: 'text',
    type: 'text',
    name: 'text',
    amount: 'float8',
    unit: 'text',
    precision: 'text',
    hours: 'bit(168)',
    months: 'bit(12)',
    valid_from: 'date',
    valid_to: 'date',
    quality: 'jsonb',
    quality_precision: 'text',
    ewc: 'text[]',
    cpa: 'text',
    hs: 'text',
    price: 'jsonb',
    disposal_cost: 'jsonb',
    max_distance_km: 'float8',
    min_yearly_amount: 'float8',
    skills: 'jsonb',
    papers: 'jsonb',
    source: 'jsonb',
  },
  owner: { table: 'sites', column: 'site_id', of: (flow) => flow.siteId },
  owned: null,
  toRow: (flow) => ({
    id: flow.id,
    site_id: flow.siteId,
    direction: flow.direction,
    type: flow.type,
    name: flow.name,
    ...flow.quantity,
    hours: bits(flow.availability.hours),
    months: bits(flow.availability.months),
    valid_from: flow.availability.validFrom,
    valid_to: flow.availability.validTo,
    quality: flow.quality,
    quality_precision: flow.qualityPrecision,
    ...flow.codes,
    price: flow.price,
    disposal_cost: flow.disposalCost,
    max_distance_km: flow.limits.maxDistanceKm,
    min_yearly_amount: flow.limits.minYearlyAmount,
    skills: flow.skills ?? null,
    papers: flow.papers ?? null,
    source: flow.source,
  }),
  toValue: (row) => ({
    id: row.id,
    siteId: row.site_id,
    direction: row.direction,
    type: row.type,
    name: row.name,
    quantity: { amount: row.amount, unit: row.unit, precision: row.precision },
    availability: {
      hours: flags(row.hours),
      months: flags(row.months),
      validFrom: row.valid_from,
      validTo: row.valid_to,
    },
    quality: row.quality,
    qualityPrecision: row.quality_precision,
    codes: { ewc: row.ewc, cpa: row.cpa, hs: row.hs },
    price: row.price,
    disposalCost: row.disposal_cost,
    limits: { maxDistanceKm: row.max_distance_km, minYearlyAmount: row.min_yearly_amount },
    ...(row.skills === null ? {} : { skills: row.skills }),
    ...(row.papers === null ? {} : { papers: row.papers }),
    source: row.source,
  }),
};

const bits = (values: readonly boolean[]) => values.map((value) => (value ? '1' : '0')).join('');

/** Flows that run at the same times share one list: a city has many flows and few calendars. */
function flags(text: string): readonly boolean[] {
  const known = knownFlags.get(text);
  if (known !== undefined) return known;
  const list = Array.from(text, (bit) => bit === '1');
  if (knownFlags.size >= mostKnownFlags) knownFlags.clear();
  knownFlags.set(text, list);
  return list;
}

const knownFlags = new Map<string, readonly boolean[]>();
const mostKnownFlags = 10_000;

/** Table of any of the three kinds, for code that does not look into the record. */
export type AnyTable<T extends { readonly id: string }> = RecordTable<T, never>;

export async function getRecord<T extends { readonly id: string }, Row extends { version: Version }>(
  db: Sql,
  kind: RecordTable<T, Row>,
  id: string,
): Promise<Versioned<T> | null> {
  assertStorable(id, 'id');
  const { rows } = await sql<Row>`select * from ${sql.table(kind.table)} where id = ${id}`.execute(db);
  return rows[0] === undefined ? null : { value: kind.toValue(rows[0]), version: rows[0].version };
}

interface LoggedRow {
  id: string;
  version: Version;
  position: ChangePosition;
}

export async function createRecord<T extends { readonly id: string }>(
  db: Sql,
  kind: AnyTable<T>,
  value: T,
): Promise<Created | MissingReference> {
  assertStorable(value, '');
  return withOwner(db, kind, value, async (transaction) => {
    const { rows } = await sql<LoggedRow>`
      with written as (
        insert into ${sql.table(kind.table)} (${names(kind)})
        select ${names(kind)} from ${recordset(kind, [value])}
        on conflict (id) do nothing
        returning id, version
      ) ${logged(kind.subject, sql`'created'`)}`.execute(transaction);
    return rows[0] === undefined ? { outcome: 'duplicate_id' } : { outcome: 'created', ...writtenBy(rows[0]) };
  });
}

export async function replaceRecord<T extends { readonly id: string }>(
  db: Sql,
  kind: AnyTable<T>,
  value: T,
  expected: Version,
): Promise<Replaced | MissingReference> {
  assertStorable(value, '');
  return withOwner(db, kind, value, async (transaction) => {
    const { rows } = await sql<LoggedRow>`
      with written as (
        update ${sql.table(kind.table)} as stored
        set (${names(kind)}) = (select ${names(kind)} from ${recordset(kind, [value])}), version = nextval('change_sequence')
        where stored.id = ${value.id} and stored.version = ${expected}
        returning stored.id, stored.version
      ) ${logged(kind.subject, sql`'replaced'`)}`.execute(transaction);
    if (rows[0] !== undefined) return { outcome: 'replaced', ...writtenBy(rows[0]) };
    return (await mismatch(transaction, kind, value.id)) ?? { outcome: 'not_found' };
  });
}

export async function removeRecord<T extends { readonly id: string }>(
  db: Sql,
  kind: AnyTable<T>,
  id: string,
  expected: Version,
): Promise<Removed | StillReferenced> {
  assertStorable(id, 'id');
  return within(db, async (transaction) => {
    // The row lock keeps others from adding to what is about to go; they find nothing afterwards.
    const found = await sql<{ version: Version }>`
      select version from ${sql.table(kind.table)} where id = ${id} for update`.execute(transaction);
    const version = found.rows[0]?.version;
    if (version === undefined) return { outcome: 'not_found' };
    if (version !== expected) return { outcome: 'version_conflict', currentVersion: version };
    const referenced = kind.owned === null ? null : await references(transaction, kind.owned, id);
    if (referenced !== null) return referenced;
    const { rows } = await sql<LoggedRow>`
      with written as (
        delete from ${sql.table(kind.table)} where id = ${id} returning id, nextval('change_sequence') as version
      ) ${logged(kind.subject, sql`'removed'`)}`.execute(transaction);
    return { outcome: 'removed', change: first(rows).position };
  });
}

/** Inserts or overwrites many; rows that are equal already are not touched. Ids must be distinct. */
export async function putRecords<T extends { readonly id: string }>(
  transaction: Sql,
  kind: AnyTable<T>,
  values: readonly T[],
): Promise<{ created: number; replaced: number; last: ChangePosition | null }> {
  const { rows } = await sql<LoggedRow & { action: Change['action'] }>`
    with written as (${putFrom(kind, recordset(kind, values))})
    ${logged(kind.subject, createdOrReplaced)}`.execute(transaction);
  const created = rows.filter((row) => row.action === 'created').length;
  const last = rows.reduce<LoggedRow | null>((a, b) => (a === null || b.version > a.version ? b : a), null);
  return { created, replaced: rows.length - created, last: last?.position ?? null };
}

/** Statement that inserts or overwrites the rows of `source`, and answers `written(id, version, fresh)` of those it touched. */
export function putFrom(kind: Columns & { readonly table: string }, source: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    insert into ${sql.table(kind.table)} as stored (${names(kind)})
    select ${names(kind)} from ${source} order by id collate "C"
    on conflict (id) do update
      set (${names(kind)}, version) = row(${names(kind, 'excluded')}, nextval('change_sequence'))
      where (${names(kind, 'stored')}) is distinct from (${names(kind, 'excluded')})
    returning stored.id, stored.version, stored.xmax = 0 as fresh`;
}

/** Action of a row that `putFrom` has written. */
export const createdOrReplaced = sql`case when fresh then 'created' else 'replaced' end`;

/** The first of the owners of `values` that is not stored, with the index of the record that names it. */
export async function missingOwner<T extends { readonly id: string }>(
  transaction: Sql,
  kind: AnyTable<T>,
  values: readonly T[],
): Promise<{ index: number; column: string; id: string } | null> {
  if (kind.owner === null) return null;
  const { of, table, column } = kind.owner;
  const { rows } = await sql<{ id: string }>`
    select named.id from unnest(${[...new Set(values.map(of))]}::text[]) as named(id)
    where not exists (select from ${sql.table(table)} as there where there.id = named.id)`.execute(transaction);
  const missing = new Set(rows.map((row) => row.id));
  const index = values.findIndex((value) => missing.has(of(value)));
  const value = values[index];
  return value === undefined ? null : { index, column, id: of(value) };
}

async function withOwner<T extends { readonly id: string }, R>(
  db: Sql,
  kind: AnyTable<T>,
  value: T,
  write: (transaction: Sql) => Promise<R>,
): Promise<R | MissingReference> {
  const { owner } = kind;
  return within(db, async (transaction) => {
    if (owner !== null) {
      const id = owner.of(value);
      // Shared lock: the owner cannot be removed before this transaction has ended.
      const { rows } = await sql`select 1 from ${sql.table(owner.table)} where id = ${id} for key share`.execute(
        transaction,
      );
      if (rows.length === 0) return { outcome: 'missing_reference', id };
    }
    return write(transaction);
  });
}

async function mismatch<T extends { readonly id: string }>(transaction: Sql, kind: AnyTable<T>, id: string) {
  const { rows } = await sql<{ version: Version }>`
    select version from ${sql.table(kind.table)} where id = ${id}`.execute(transaction);
  return rows[0] === undefined ? null : { outcome: 'version_conflict' as const, currentVersion: rows[0].version };
}

async function references(
  transaction: Sql,
  { table, column }: { table: string; column: string },
  id: string,
): Promise<StillReferenced | null> {
  const { rows } = await sql<{ by: string | null; count: number }>`
    select min(id) as by, count(*) as count from ${sql.table(table)} where ${sql.ref(column)} = ${id}`.execute(
    transaction,
  );
  const { by, count } = first(rows);
  return by === null ? null : { outcome: 'still_referenced', by, count };
}

/** Second half of a statement whose `written(id, version)` names the rows written: puts them into the change log. */
export function logged(subject: Change['subject'], action: RawBuilder<unknown>): RawBuilder<LoggedRow> {
  return sql<LoggedRow>`
    insert into change_log (sequence, subject, id, action)
    select version, ${sql.lit(subject)}, id, ${action} from written
    returning id, sequence as version, action, transaction::text || '-' || sequence::text as position`;
}

export const writtenBy = ({ version, position }: LoggedRow) => ({ version, change: position });

interface Columns {
  readonly columns: Readonly<Record<string, string>>;
}

/** The columns of a kind, of the table or alias `from`. */
export function names(kind: Columns, from?: string): RawBuilder<unknown> {
  const path = (column: string) => (from === undefined ? sql.ref(column) : sql.ref(`${from}.${column}`));
  return sql.join(Object.keys(kind.columns).map(path));
}

/** The records as rows: one parameter, however many they are. */
function recordset<T extends { readonly id: string }>(kind: AnyTable<T>, values: readonly T[]): RawBuilder<unknown> {
  const rows = JSON.stringify(values.map((value) => kind.toRow(value)));
  return sql`jsonb_to_recordset(${rows}::jsonb) as given(${typedColumns(kind)})`;
}

/** Columns with their types, as `jsonb_to_record` wants them. */
export function typedColumns({ columns }: Columns): RawBuilder<unknown> {
  return sql.join(Object.entries(columns).map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`));
}

/** For statements that always answer a row. */
export function first<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('Expected a row from the database, got none.');
  return row;
}

import { DomainError } from '@crg/domain/errors';
import type { City, Organization, ResourceFlow, Site } from '@crg/domain/flow';
import { type RawBuilder, sql } from 'kysely';
import { beforeAllChanges, type ChangePosition } from '../ports/change-log.ts';
import type { CityCounts, CityMetadata, CitySnapshot, CityStore, PutCity } from '../ports/city-store.ts';
import { latestReadable } from './change-log.ts';
import { factorsOf, mergedFactors, putFactor, readFactors, removeFactor, type StoredFactor } from './city-factors.ts';
import type { Sql } from './connect.ts';
import { within } from './guard.ts';
import {
  type AnyTable,
  first,
  flowTable,
  logged,
  missingOwner,
  organizationTable,
  putRecords,
  siteTable,
  writtenBy,
} from './records.ts';
import { assertStorable } from './storable.ts';

export function cityStore(db: Sql): CityStore {
  return {
    snapshot: () => snapshot(db),
    metadata: () => readMetadata(db),
    counts: async () => {
      const { rows } = await sql<CityCounts>`
        select (select count(*) from organizations) as organizations, (select count(*) from sites) as sites,
          count(*) as flows, count(*) filter (where direction = 'supply') as supplies,
          count(*) filter (where direction = 'demand') as demands
        from flows`.execute(db);
      return first(rows);
    },
    putCity: async (city, sources) => {
      assertImportable(city, sources);
      return within(db, (transaction) => putCity(transaction, city, sources));
    },
    factors: async () => (await readFactors(db)).map(({ factor, version }) => ({ value: factor, version })),
    putFactor: async (factor, expected) => {
      assertStorable(factor, '');
      return within(db, (transaction) => putFactor(transaction, factor, expected));
    },
    removeFactor: async (id, expected) => {
      assertStorable(id, 'id');
      return within(db, (transaction) => removeFactor(transaction, id, expected));
    },
  };
}

interface SnapshotRow {
  part: 'city' | 'organization' | 'site' | 'flow';
  record: never;
}

/** One statement, so that it sees one moment whatever the isolation of the transaction around it. */
async function snapshot(db: Sql): Promise<CitySnapshot | null> {
  const { rows } = await sql<SnapshotRow>`
    select part, record from (
      select 0 as step, 'city' as part, '' collate "C" as id,
        json_build_object(
          'name', city.id, 'year', year, 'currency', currency, 'factors', factors, 'reflects', ${latestReadable}) as record
      from city
      union all select 1, 'organization', id, row_to_json(organizations) from organizations
      union all select 2, 'site', id, row_to_json(sites) from sites
      union all select 3, 'flow', id, row_to_json(flows) from flows
    ) as everything order by step, id`.execute(db);
  const [head, ...records] = rows;
  if (head?.part !== 'city') return null;
  const { name, year, currency, reflects, factors } = head.record as Omit<CityRow, 'sources'> & {
    reflects: ChangePosition | null;
  };
  const organizations: Organization[] = [];
  const sites: Site[] = [];
  const flows: ResourceFlow[] = [];
  for (const { part, record } of records) {
    if (part === 'organization') organizations.push(organizationTable.toValue(record));
    else if (part === 'site') sites.push(siteTable.toValue(record));
    else flows.push(flowTable.toValue(record));
  }
  const own = factors.length === 0 ? {} : { factors: factorsOf(factors) };
  const city: City = { name, year, currency, organizations, sites, flows, ...own };
  return { city, reflects: reflects ?? beforeAllChanges };
}

async function putCity(transaction: Sql, city: City, sources: readonly string[]): Promise<PutCity> {
  const head = await putMetadata(transaction, city, sources, await mergedFactors(transaction, city.factors ?? []));
  const organizations = await putAll(transaction, organizationTable, 'organizations', city.organizations);
  const sites = await putAll(transaction, siteTable, 'sites', city.sites);
  const flows = await putAll(transaction, flowTable, 'flows', city.flows);
  const parts = [organizations, sites, flows];
  const created = sum(parts.map((part) => part.created));
  const replaced = sum(parts.map((part) => part.replaced));
  const total = city.organizations.length + city.sites.length + city.flows.length;
  const change = parts.reduce((last, part) => part.last ?? last, head);
  await analyzeCity(transaction, created);
  return { created, replaced, unchanged: total - created - replaced, change };
}

/** Nobody else tells an embedded database how large its tables have become, and plans depend on it. */
export async function analyzeCity(transaction: Sql, created: number): Promise<void> {
  if (created >= worthAnalyzing) await sql`analyze organizations, sites, flows`.execute(transaction);
}

const worthAnalyzing = 500;
/** Rows per statement: fewer cost time, more hold a long message in memory on both sides. */
const batchSize = 1000;

async function putAll<T extends { readonly id: string }>(
  transaction: Sql,
  kind: AnyTable<T>,
  list: string,
  values: readonly T[],
) {
  const missing = await missingOwner(transaction, kind, values);
  if (missing !== null) {
    throw new DomainError('invalid_input', {
      field: `${list}[${missing.index}].${missing.column}`,
      expected: 'an id of the import or of the stored city',
      got: `"${missing.id}"`,
      next: 'Add the record it names, or correct the id; nothing has been imported.',
    });
  }
  const done = { created: 0, replaced: 0, last: null as ChangePosition | null };
  for (let start = 0; start < values.length; start += batchSize) {
    const batch = await putRecords(transaction, kind, values.slice(start, start + batchSize));
    done.created += batch.created;
    done.replaced += batch.replaced;
    done.last = batch.last ?? done.last;
  }
  return done;
}

/** The row of the city. */
type CityRow = Omit<CityMetadata, 'factors'> & { readonly factors: readonly StoredFactor[] };

export async function readMetadata(db: Sql): Promise<CityMetadata | null> {
  const { rows } = await sql<CityRow>`select id as name, year, currency, sources, factors from city`.execute(db);
  return rows[0] === undefined ? null : { ...rows[0], factors: factorsOf(rows[0].factors) };
}

/** Answers null if the city is so already. */
export async function putMetadata(
  transaction: Sql,
  { name, year, currency }: Pick<City, 'name' | 'year' | 'currency'>,
  sources: readonly string[],
  factors: readonly StoredFactor[],
): Promise<ChangePosition | null> {
  const own = JSON.stringify(factors);
  const row: RawBuilder<unknown> = sql`${name}, ${year}, ${currency}, ${JSON.stringify(sources)}::jsonb, ${own}::jsonb`;
  const { rows } = await sql<Parameters<typeof writtenBy>[0]>`
    with written as (
      insert into city as stored (id, year, currency, sources, factors) values (${row})
      on conflict (only_one) do update
        set (id, year, currency, sources, factors, version) =
          row(excluded.id, excluded.year, excluded.currency, excluded.sources, excluded.factors, nextval('change_sequence'))
        where (stored.id, stored.year, stored.currency, stored.sources, stored.factors)
          is distinct from (excluded.id, excluded.year, excluded.currency, excluded.sources, excluded.factors)
      returning id, version, xmax = 0 as fresh
    ) ${logged('city', sql`case when fresh then 'created' else 'replaced' end`)}`.execute(transaction);
  return rows[0] === undefined ? null : writtenBy(rows[0]).change;
}

function assertImportable(city: City, sources: readonly string[]): void {
  assertStorable(city, '');
  assertStorable(sources, 'sources');
  assertDistinct('organizations', city.organizations);
  assertDistinct('sites', city.sites);
  assertDistinct('flows', city.flows);
  assertDistinct('factors', city.factors ?? []);
}

function assertDistinct(list: string, records: readonly { readonly id: string }[]): void {
  const seen = new Map<string, number>();
  for (const [index, { id }] of records.entries()) {
    const earlier = seen.get(id);
    if (earlier !== undefined) {
      throw new DomainError('duplicate_id', {
        field: `${list}[${index}].id`,
        expected: 'an id that no other record of the list has',
        got: `"${id}", which ${list}[${earlier}] has too`,
        next: 'Give one of them another id.',
      });
    }
    seen.set(id, index);
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

import type { Amount, Match, NearMiss, Notice } from '@crg/domain/match';
import type { Precision } from '@crg/domain/quantity';
import { type RawBuilder, sql } from 'kysely';
import { type ChangePosition, compareChangePositions } from '../ports/change-log.ts';
import {
  type FamilyTotal,
  type GivenSuggestion,
  type MatchFacets,
  type MatchFilter,
  type MatchSort,
  type MatchStore,
  type NearMissFilter,
  type RunSummary,
  type SuggestedNearMiss,
  type Suggestion,
  type SuggestionRun,
  scoreBuckets,
} from '../ports/match-store.ts';
import type { BoundingBox } from '../ports/site-store.ts';
import type { Page, PageRequest } from '../ports/versioned.ts';
import type { Sql } from './connect.ts';
import { keyOf, pageOf } from './cursor.ts';
import { within } from './guard.ts';
import { where } from './page-by-id.ts';
import { first } from './records.ts';
import { assertStorable } from './storable.ts';

export function matchStore(db: Sql): MatchStore {
  return {
    replace: async (run) => {
      assertStorable(run, '');
      return within(db, (transaction) => replace(transaction, run));
    },
    currentRun: () => currentRun(db),
    page: (filter, sort, request) => page(db, filter, sort, request),
    get: async ({ supplyId, demandId }) => {
      assertStorable({ supplyId, demandId }, '');
      const { rows } = await sql<MatchRow>`
        select ${matchFields}, 0::float8 as figure ${placedMatches}
        where supply_id = ${supplyId} and demand_id = ${demandId}`.execute(db);
      return rows[0] === undefined ? null : suggestionOf(rows[0]);
    },
    count: async (filter) => {
      const { rows } = await sql<{ count: number }>`
        select count(*) as count ${placedMatches} ${where(matchConditions(filter))}`.execute(db);
      return first(rows).count;
    },
    facets: (filter, valueEdges) => facets(db, filter, valueEdges),
    nearMisses: (filter, request) => nearMisses(db, filter, request),
    getNearMiss: async ({ supplyId, demandId }) => {
      assertStorable({ supplyId, demandId }, '');
      const { rows } = await sql<SuggestedNearMiss>`
        select near_miss as "nearMiss", family, type from near_misses
        where supply_id = ${supplyId} and demand_id = ${demandId}`.execute(db);
      return rows[0] ?? null;
    },
    totals: (filter) => totals(db, filter),
  };
}

/** Details of a match are some kilobytes each, so a batch is smaller than for records. */
const batchSize = 400;

async function replace(transaction: Sql, run: SuggestionRun): Promise<'replaced' | 'outdated'> {
  // One writer at a time; readers are not held up.
  await sql`lock table match_run in share row exclusive mode`.execute(transaction);
  const stored = await sql<{ based_on: ChangePosition }>`select based_on from match_run`.execute(transaction);
  const before = stored.rows[0]?.based_on;
  if (before !== undefined && compareChangePositions(run.basedOn, before) < 0) return 'outdated';
  await removeOthers(
    transaction,
    'matches',
    run.matches.map(({ match }) => match),
  );
  await removeOthers(
    transaction,
    'near_misses',
    run.nearMisses.map(({ nearMiss }) => nearMiss),
  );
  for (const batch of batches(run.matches)) await putMatches(transaction, batch);
  for (const batch of batches(run.nearMisses)) await putNearMisses(transaction, batch);
  await sql`
    insert into match_run (engine, k, based_on, notices, stored_at)
    values (${run.engine}, ${run.k}, ${run.basedOn}, ${JSON.stringify(run.notices)}::jsonb, clock_timestamp())
    on conflict (only_one) do update set (engine, k, based_on, notices, stored_at) =
      row(excluded.engine, excluded.k, excluded.based_on, excluded.notices, excluded.stored_at)`.execute(transaction);
  if (run.matches.length > batchSize) await sql`analyze matches, near_misses`.execute(transaction);
  return 'replaced';
}

interface PairOfFlows {
  readonly supplyId: string;
  readonly demandId: string;
}

/** Writes stay as small as the difference between two runs: pairs that stay are compared, not written again. */
async function removeOthers(transaction: Sql, table: string, kept: readonly PairOfFlows[]): Promise<void> {
  const supplies = kept.map((pair) => pair.supplyId);
  const demands = kept.map((pair) => pair.demandId);
  await sql`
    delete from ${sql.table(table)} as stored where not exists (
      select from unnest(${supplies}::text[], ${demands}::text[]) as kept(supply_id, demand_id)
      where kept.supply_id = stored.supply_id and kept.demand_id = stored.demand_id)`.execute(transaction);
}

// A flow that was removed while the run was computed takes its pairs out through the joins. The locks keep the flows
// from being removed between this statement and the commit.
const flowsOfPair = sql`
  join flows as supply on supply.id = given.supply_id join sites as supply_site on supply_site.id = supply.site_id
  join flows as demand on demand.id = given.demand_id join sites as demand_site on demand_site.id = demand.site_id`;

async function putMatches(transaction: Sql, batch: readonly GivenSuggestion[]): Promise<void> {
  const rows = batch.map(({ match, family, type }) => ({
    supply_id: match.supplyId,
    demand_id: match.demandId,
    family,
    type,
    score: match.score,
    margin_eur_per_year: match.economics.marginEurPerYear,
    co2_t_per_year: match.economics.co2TonnesPerYear,
    match,
  }));
  await sql`
    insert into matches as stored (supply_id, demand_id, family, type, supply_type, demand_type, supply_site_id, demand_site_id,
      supply_organization_id, demand_organization_id, score, margin_eur_per_year, co2_t_per_year, hours, months, match)
    select given.supply_id, given.demand_id, given.family, given.type, supply.type, demand.type, supply.site_id, demand.site_id,
      supply_site.organization_id, demand_site.organization_id, score, margin_eur_per_year, co2_t_per_year,
      supply.hours & demand.hours, supply.months & demand.months, match
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(supply_id text, demand_id text, family text, type text,
      score float8, margin_eur_per_year float8, co2_t_per_year float8, match jsonb) ${flowsOfPair}
    for key share of supply, demand
    on conflict (supply_id, demand_id) do update set (${matchColumns()}) = row(${matchColumns('excluded')})
    where (${matchColumns('stored')}) is distinct from (${matchColumns('excluded')})`.execute(transaction);
}

const matchColumns = (from?: string) =>
  columns(
    [
      ...pairColumns,
      'supply_type',
      'demand_type',
      'score',
      'margin_eur_per_year',
      'co2_t_per_year',
      'hours',
      'months',
      'match',
    ],
    from,
  );

const pairColumns = [
  'family',
  'type',
  'supply_site_id',
  'demand_site_id',
  'supply_organization_id',
  'demand_organization_id',
];

async function putNearMisses(transaction: Sql, batch: readonly SuggestedNearMiss[]): Promise<void> {
  const rows = batch.map(({ nearMiss, family, type }) => ({
    supply_id: nearMiss.supplyId,
    demand_id: nearMiss.demandId,
    family,
    type,
    cost: nearMiss.changes.length === 0 ? 'Infinity' : Math.min(...nearMiss.changes.map((c) => c.costEurPerYear)),
    near_miss: nearMiss,
  }));
  await sql`
    insert into near_misses as stored (supply_id, demand_id, family, type, supply_site_id, demand_site_id,
      supply_organization_id, demand_organization_id, cost_eur_per_year, near_miss)
    select given.supply_id, given.demand_id, given.family, given.type, supply.site_id, demand.site_id,
      supply_site.organization_id, demand_site.organization_id, cost, near_miss
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(supply_id text, demand_id text, family text, type text,
      cost float8, near_miss jsonb) ${flowsOfPair}
    for key share of supply, demand
    on conflict (supply_id, demand_id) do update set (${nearMissColumns()}) = row(${nearMissColumns('excluded')})
    where (${nearMissColumns('stored')}) is distinct from (${nearMissColumns('excluded')})`.execute(transaction);
}

const nearMissColumns = (from?: string) => columns([...pairColumns, 'cost_eur_per_year', 'near_miss'], from);

const columns = (names: readonly string[], from?: string) =>
  sql.join(names.map((name) => sql.ref(from === undefined ? name : `${from}.${name}`)));

async function currentRun(db: Sql): Promise<RunSummary | null> {
  const { rows } = await sql<{
    engine: string;
    k: number;
    based_on: ChangePosition;
    stored_at: Date;
    notices: Notice[];
    matches: number;
    near_misses: number;
  }>`
    select engine, k, based_on, stored_at, notices, (select count(*) from matches) as matches,
      (select count(*) from near_misses) as near_misses
    from match_run`.execute(db);
  const [row] = rows;
  if (row === undefined) return null;
  return {
    engine: row.engine,
    k: row.k,
    basedOn: row.based_on,
    storedAt: row.stored_at.toISOString(),
    matches: row.matches,
    nearMisses: row.near_misses,
    notices: row.notices,
  };
}

interface MatchRow {
  supply_id: string;
  demand_id: string;
  family: string;
  type: string;
  rank: number;
  score: number;
  margin_eur_per_year: number;
  co2_t_per_year: number;
  distance_km: number;
  common_quantity: Amount;
  precision: Precision;
  supply_site_id: string;
  supply_organization_id: string;
  supply_longitude: number;
  supply_latitude: number;
  demand_site_id: string;
  demand_organization_id: string;
  demand_longitude: number;
  demand_latitude: number;
  figure: number;
  match: Match;
}

const distanceKm = sql`(match->>'distanceKm')::float8`;
/** A pair is as well known as the weaker of its two flows. */
const precision = sql`case when 'archetype' in (supply.precision, demand.precision) then 'archetype'
  when 'estimated' in (supply.precision, demand.precision) then 'estimated' else 'measured' end`;
const matchFields = sql`supply_id, demand_id, family, matches.type, (match->>'rank')::integer as rank, score, margin_eur_per_year,
  co2_t_per_year, ${distanceKm} as distance_km, match->'commonQuantity' as common_quantity, ${precision} as precision,
  supply_site_id, supply_organization_id, supply_site.longitude as supply_longitude, supply_site.latitude as supply_latitude,
  demand_site_id, demand_organization_id, demand_site.longitude as demand_longitude, demand_site.latitude as demand_latitude,
  match`;
const placedMatches = sql`from matches
  join flows as supply on supply.id = supply_id join sites as supply_site on supply_site.id = supply_site_id
  join flows as demand on demand.id = demand_id join sites as demand_site on demand_site.id = demand_site_id`;

function suggestionOf(row: MatchRow): Suggestion {
  return {
    supplyId: row.supply_id,
    demandId: row.demand_id,
    family: row.family,
    type: row.type,
    rank: row.rank,
    score: row.score,
    marginEurPerYear: row.margin_eur_per_year,
    co2TonnesPerYear: row.co2_t_per_year,
    distanceKm: row.distance_km,
    commonQuantity: row.common_quantity,
    precision: row.precision,
    supply: {
      siteId: row.supply_site_id,
      organizationId: row.supply_organization_id,
      point: { longitude: row.supply_longitude, latitude: row.supply_latitude },
    },
    demand: {
      siteId: row.demand_site_id,
      organizationId: row.demand_organization_id,
      point: { longitude: row.demand_longitude, latitude: row.demand_latitude },
    },
    match: row.match,
  };
}

async function totals(db: Sql, filter: MatchFilter): Promise<readonly FamilyTotal[]> {
  // Summed in id order: the same matches give the same digits.
  const { rows } = await sql<FamilyTotal>`
    select family, count(*) as matches,
      sum(margin_eur_per_year order by supply_id, demand_id) as "marginEurPerYear",
      sum(co2_t_per_year order by supply_id, demand_id) as "co2TonnesPerYear"
    ${placedMatches} ${where(matchConditions(filter))} group by family order by family`.execute(db);
  return rows;
}

async function facets(db: Sql, filter: MatchFilter, valueEdges: readonly number[]): Promise<MatchFacets> {
  const { rows } = await sql<{ score: number; value: number; matches: number }>`
    select least(floor(score * ${scoreBuckets}::integer), ${scoreBuckets - 1})::integer as score,
      width_bucket(margin_eur_per_year, ${[...valueEdges]}::float8[]) as value, count(*) as matches
    ${placedMatches} ${where(matchConditions(filter))} group by 1, 2`.execute(db);
  const scores = new Array<number>(scoreBuckets).fill(0);
  const values = new Array<number>(valueEdges.length + 1).fill(0);
  for (const { score, value, matches } of rows) {
    scores[score] = (scores[score] ?? 0) + matches;
    values[value] = (values[value] ?? 0) + matches;
  }
  const matches = scores.reduce((sum, bucket) => sum + bucket, 0);
  return { matches, families: await totals(db, filter), scores, values, ...(await precisionsAndTimes(db, filter)) };
}

async function precisionsAndTimes(
  db: Sql,
  filter: MatchFilter,
): Promise<Pick<MatchFacets, 'precisions' | 'months' | 'hours'>> {
  // Calendars are few, matches are many: counted per calendar first, bit by bit only then.
  const { rows } = await sql<{ precision: Precision; months: string; hours: string; matches: number }>`
    select ${precision} as precision, matches.months::text as months, matches.hours::text as hours, count(*) as matches
    ${placedMatches} ${where(matchConditions(filter))} group by 1, 2, 3`.execute(db);
  const precisions: Record<Precision, number> = { measured: 0, estimated: 0, archetype: 0 };
  const months = new Array<number>(12).fill(0);
  const hours = new Array<number>(168).fill(0);
  const addWhereRunning = (counts: number[], calendar: string, matches: number) => {
    for (const [at, count] of counts.entries()) if (calendar[at] === '1') counts[at] = count + matches;
  };
  for (const row of rows) {
    precisions[row.precision] += row.matches;
    addWhereRunning(months, row.months, row.matches);
    addWhereRunning(hours, row.hours, row.matches);
  }
  return { precisions, months, hours };
}

const sortFigures = { value: 'margin_eur_per_year', score: 'score' } as const;

async function page(
  db: Sql,
  filter: MatchFilter,
  sort: MatchSort,
  { cursor, limit }: PageRequest,
): Promise<Page<Suggestion>> {
  const conditions = [...matchConditions(filter)];
  const figure = sort === 'id' ? null : sql.ref(sortFigures[sort]);
  if (cursor !== null) {
    const [number, supply, demand] = keyOf(cursor, sort, 3);
    const behind = sql`(supply_id, demand_id) > (${supply}, ${demand})`;
    conditions.push(
      figure === null ? behind : sql`(${figure} < ${number}::float8 or (${figure} = ${number}::float8 and ${behind}))`,
    );
  }
  const order = figure === null ? sql`supply_id, demand_id` : sql`${figure} desc, supply_id, demand_id`;
  const { rows } = await sql<MatchRow>`
    select ${matchFields}, ${figure ?? sql`0::float8`} as figure ${placedMatches} ${where(conditions)}
    order by ${order} limit ${limit + 1}`.execute(db);
  return pageOf(rows, limit, sort, (row) => [row.figure, row.supply_id, row.demand_id], suggestionOf);
}

function matchConditions(filter: MatchFilter): readonly RawBuilder<unknown>[] {
  const conditions = [...pairConditions(filter)];
  const { type, minScore, maxScore, minValueEurPerYear, maxValueEurPerYear, maxDistanceKm } = filter;
  const { precisions, within, month, hourOfWeek } = filter;
  if (type !== undefined) conditions.push(sql`(supply_type = ${type} or demand_type = ${type})`);
  if (minScore !== undefined) conditions.push(sql`score >= ${minScore}::float8`);
  if (maxScore !== undefined) conditions.push(sql`score <= ${maxScore}::float8`);
  if (minValueEurPerYear !== undefined) conditions.push(sql`margin_eur_per_year >= ${minValueEurPerYear}::float8`);
  if (maxValueEurPerYear !== undefined) conditions.push(sql`margin_eur_per_year <= ${maxValueEurPerYear}::float8`);
  if (maxDistanceKm !== undefined) conditions.push(sql`${distanceKm} <= ${maxDistanceKm}::float8`);
  if (precisions !== undefined) conditions.push(sql`${precision} = any(${[...precisions]}::text[])`);
  if (within !== undefined) {
    conditions.push(sql`(${standsIn('supply_site', within)} or ${standsIn('demand_site', within)})`);
  }
  if (month !== undefined) conditions.push(sql`get_bit(matches.months, ${month - 1}) = 1`);
  if (hourOfWeek !== undefined) conditions.push(sql`get_bit(matches.hours, ${hourOfWeek}) = 1`);
  return conditions;
}

function standsIn(site: string, { west, south, east, north }: BoundingBox): RawBuilder<unknown> {
  return sql`(${sql.ref(`${site}.longitude`)} between ${west}::float8 and ${east}::float8
    and ${sql.ref(`${site}.latitude`)} between ${south}::float8 and ${north}::float8)`;
}

function pairConditions(filter: NearMissFilter): readonly RawBuilder<unknown>[] {
  assertStorable(filter, '');
  const conditions: RawBuilder<unknown>[] = [];
  const { families, organizationId, siteId, flowId } = filter;
  if (families !== undefined) conditions.push(sql`family = any(${[...families]}::text[])`);
  if (organizationId !== undefined) {
    conditions.push(sql`(supply_organization_id = ${organizationId} or demand_organization_id = ${organizationId})`);
  }
  if (siteId !== undefined) conditions.push(sql`(supply_site_id = ${siteId} or demand_site_id = ${siteId})`);
  if (flowId !== undefined) conditions.push(sql`(supply_id = ${flowId} or demand_id = ${flowId})`);
  return conditions;
}

interface NearMissRow {
  supply_id: string;
  demand_id: string;
  family: string;
  type: string;
  cost_eur_per_year: number;
  near_miss: NearMiss;
}

async function nearMisses(
  db: Sql,
  filter: NearMissFilter,
  { cursor, limit }: PageRequest,
): Promise<Page<SuggestedNearMiss>> {
  const conditions = [...pairConditions(filter)];
  if (cursor !== null) {
    const [supply, cost, demand] = keyOf(cursor, 'near_misses', 3);
    conditions.push(sql`(supply_id, cost_eur_per_year, demand_id) > (${supply}, ${cost}::float8, ${demand})`);
  }
  const { rows } = await sql<NearMissRow>`
    select supply_id, demand_id, family, type, cost_eur_per_year, near_miss from near_misses ${where(conditions)}
    order by supply_id, cost_eur_per_year, demand_id limit ${limit + 1}`.execute(db);
  return pageOf(
    rows,
    limit,
    'near_misses',
    (row) => [row.supply_id, row.cost_eur_per_year, row.demand_id],
    (row) => ({ nearMiss: row.near_miss, family: row.family, type: row.type }),
  );
}

function* batches<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += batchSize) yield items.slice(start, start + batchSize);
}

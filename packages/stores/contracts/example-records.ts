// Invented records, small enough to check by hand.
import type { City, Organization, ResourceFlow, Site } from '@crg/domain/flow';
import type { PairLists } from '@crg/domain/pair-columns';
import type { Suggestion } from '../src/ports/match-store.ts';
import type { Stores } from '../src/ports/stores.ts';
import type { Version } from '../src/ports/versioned.ts';

export const always = {
  hours: Array<boolean>(168).fill(true),
  months: Array<boolean>(12).fill(true),
  validFrom: null,
  validTo: null,
};

const harbour = { longitude: 11.097, latitude: 55.654 };

export function organization(id: string, change: Partial<Organization> = {}): Organization {
  return { id, name: `Organization ${id}`, nace: ['19.20'], ...change };
}

export function site(id: string, organizationId: string, change: Partial<Site> = {}): Site {
  return {
    id,
    organizationId,
    name: `Site ${id}`,
    point: harbour,
    country: 'DK',
    source: null,
    ...change,
  };
}

export function flow(id: string, siteId: string, change: Partial<ResourceFlow> = {}): ResourceFlow {
  return {
    id,
    siteId,
    direction: 'supply',
    type: 'heat.hot_water',
    name: `Flow ${id}`,
    quantity: { amount: 500, unit: 'kW', precision: 'measured' },
    availability: always,
    quality: { temperature_c: { min: 75, max: null } },
    qualityPrecision: null,
    codes: { ewc: [], cpa: null, hs: null },
    price: { amount: 12, currency: 'EUR', per: 'MWh' },
    disposalCost: null,
    limits: { maxDistanceKm: null, minYearlyAmount: null },
    source: null,
    ...change,
  };
}

export function city(change: Partial<City> = {}): City {
  return { name: 'Example', year: 2024, currency: 'EUR', organizations: [], sites: [], flows: [], ...change };
}

/** Two organizations, a site each, and at them the flows whose ids are given. */
export function cityOfTwo(
  prefix: string,
  { supplies, demands }: { supplies: readonly string[]; demands: readonly string[] },
): City {
  const [supplier, receiver] = [`${prefix}-supplier`, `${prefix}-receiver`];
  return city({
    organizations: [organization(receiver), organization(supplier)],
    sites: [site(`${receiver}-site`, receiver), site(`${supplier}-site`, supplier)],
    flows: [
      ...supplies.map((id) => flow(id, `${supplier}-site`)),
      ...demands.map((id) => flow(id, `${receiver}-site`, { direction: 'demand' })),
    ].sort((a, b) => (a.id < b.id ? -1 : 1)),
  });
}

export interface ExampleMatch {
  readonly supplyId: string;
  readonly demandId: string;
  readonly score: number;
  readonly value: number;
  readonly km: number;
}

export const suggestion = (
  supplyId: string,
  demandId: string,
  { score = 0.5, value = 1000, km = 0.8 }: { score?: number; value?: number; km?: number } = {},
): ExampleMatch => ({ supplyId, demandId, score, value, km });

export interface ExampleChain extends ExampleMatch {
  readonly converterId: string;
}

export interface ExampleNearMiss {
  readonly supplyId: string;
  readonly demandId: string;
  readonly cost: number;
}

/** A match between the flows of `cityOfTwo` as a list shows it. */
export const shownAs = ({ supplyId, demandId, score, value, km }: ExampleMatch, prefix: string): Suggestion => ({
  supplyId,
  demandId,
  family: 'heat',
  type: 'heat.hot_water',
  rank: 1,
  score,
  marginEurPerYear: value,
  co2TonnesPerYear: 10,
  distanceKm: km,
  commonQuantity: { amount: 4380, unit: 'MWh/a' },
  precision: 'measured',
  supply: { siteId: `${prefix}-supplier-site`, organizationId: `${prefix}-supplier`, point: harbour },
  demand: { siteId: `${prefix}-receiver-site`, organizationId: `${prefix}-receiver`, point: harbour },
});

/** The lists of the supplies that have a pair here, and of those that are named without one. */
export function listsOf(
  matches: readonly ExampleMatch[],
  nearMisses: readonly ExampleNearMiss[] = [],
  without: readonly string[] = [],
  chains: readonly ExampleChain[] = [],
): PairLists {
  const pairs = [...matches, ...chains, ...nearMisses];
  const supplyIds = [...new Set([...pairs.map(({ supplyId }) => supplyId), ...without])];
  const flowIds = [...new Set([...supplyIds, ...pairs.map(({ demandId }) => demandId)])];
  const converterIds = [...new Set(chains.map(({ converterId }) => converterId))];
  const places = (ids: readonly string[]) => Uint32Array.from(ids, (id) => flowIds.indexOf(id));
  const bySupply = <Pair extends ExampleMatch>(list: readonly Pair[]) =>
    supplyIds.flatMap((id) => list.filter(({ supplyId }) => supplyId === id));
  const columns = (list: readonly ExampleMatch[]) => ({
    supply: places(list.map(({ supplyId }) => supplyId)),
    demand: places(list.map(({ demandId }) => demandId)),
    rank: Uint8Array.from(list, () => 1),
    score: Float64Array.from(list, ({ score }) => score),
    marginEurPerYear: Float64Array.from(list, ({ value }) => value),
    co2TonnesPerYear: Float64Array.from(list, () => 10),
    distanceKm: Float64Array.from(list, ({ km }) => km),
    commonAmount: Float64Array.from(list, () => 4380),
  });
  const chained = bySupply(chains);
  return {
    flowIds,
    converterIds,
    supplies: places(supplyIds),
    matches: columns(bySupply(matches)),
    chains: {
      ...columns(chained),
      converter: Uint8Array.from(chained, ({ converterId }) => converterIds.indexOf(converterId)),
    },
    nearMisses: {
      supply: places(nearMisses.map(({ supplyId }) => supplyId)),
      demand: places(nearMisses.map(({ demandId }) => demandId)),
      costEurPerYear: Float64Array.from(nearMisses, ({ cost }) => cost),
    },
  };
}

/** The version after a write that has to succeed. */
export function versionOf(written: { readonly outcome: string; readonly version?: Version }): Version {
  if (written.version === undefined) throw new Error(`Expected a write to succeed, got ${written.outcome}.`);
  return written.version;
}

/** Takes out everything, for suites that look at the city as a whole. */
export async function emptyTheCity({ transactions }: Stores): Promise<void> {
  await transactions.inTransaction(async (stores) => {
    const request = { cursor: null, limit: 10_000 };
    for (const { value, version } of (await stores.flows.page({}, request)).items)
      await stores.flows.remove(value.id, version);
    for (const { value, version } of (await stores.sites.page({}, request)).items)
      await stores.sites.remove(value.id, version);
    for (const { value, version } of (await stores.organizations.page({}, request)).items) {
      await stores.organizations.remove(value.id, version);
    }
    for (const { value, version } of await stores.city.factors()) await stores.city.removeFactor(value.id, version);
  });
}

// Invented records, small enough to check by hand.
import type { City, Organization, ResourceFlow, Site } from '@crg/domain/flow';
import type { Match, NearMiss } from '@crg/domain/match';
import type { Stores } from '../src/ports/stores.ts';
import type { Version } from '../src/ports/versioned.ts';

export const always = {
  hours: Array<boolean>(168).fill(true),
  months: Array<boolean>(12).fill(true),
  validFrom: null,
  validTo: null,
};

export function organization(id: string, change: Partial<Organization> = {}): Organization {
  return { id, name: `Organization ${id}`, nace: ['19.20'], ...change };
}

export function site(id: string, organizationId: string, change: Partial<Site> = {}): Site {
  return {
    id,
    organizationId,
    name: `Site ${id}`,
    point: { longitude: 11.097, latitude: 55.654 },
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

export function match(supplyId: string, demandId: string, { score = 0.5, value = 1000, km = 0.8 } = {}): Match {
  return {
    supplyId,
    demandId,
    rank: 1,
    score,
    terms: { quality: 1, temporal: 1, quantity: 1, trust: 1, economic: 0.1 + 0.2, transport: 0, regulatory: 0 },
    distanceKm: km,
    commonHours: 8760,
    commonQuantity: { amount: 4380, unit: 'MWh/a' },
    verdicts: [{ judge: 'distance', result: 'pass', value: 0.8, limit: 5, unit: 'km', text: '0.8 km of at most 5 km' }],
    economics: {
      marginEurPerYear: value,
      benefitEurPerYear: value + 500,
      investmentEur: { low: 1, mid: 2, high: 3 },
      npvEur: { low: -1, mid: 2, high: 5 },
      paybackYears: null,
      co2TonnesPerYear: 10,
      routeKm: 1.1,
      transportMode: 'pipe',
      money: [],
      co2: [],
    },
  };
}

export const suggestion = (
  supplyId: string,
  demandId: string,
  figures: { score?: number; value?: number; km?: number } = {},
) => ({
  match: match(supplyId, demandId, figures),
  family: 'heat',
  type: 'heat.hot_water',
});

/** What a list shows of a match between the flows of `cityOfTwo`. */
export const shownOf = ({ rank, score, distanceKm, commonQuantity, economics }: Match, prefix: string) => ({
  rank,
  score,
  distanceKm,
  commonQuantity,
  marginEurPerYear: economics.marginEurPerYear,
  co2TonnesPerYear: economics.co2TonnesPerYear,
  precision: 'measured',
  supply: { siteId: `${prefix}-supplier-site`, organizationId: `${prefix}-supplier`, point: site('', '').point },
  demand: { siteId: `${prefix}-receiver-site`, organizationId: `${prefix}-receiver`, point: site('', '').point },
});

export function nearMiss(supplyId: string, demandId: string, costs: readonly number[]): NearMiss {
  return {
    supplyId,
    demandId,
    distanceKm: 1,
    failed: ['quality.temperature_c'],
    changes: costs.map((costEurPerYear) => ({ kind: 'heat_pump', detail: 'lift 12 K', costEurPerYear })),
    verdicts: [],
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
  });
}

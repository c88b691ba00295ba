// A city of two works that a reader can hold in mind: every test changes the few things it is about.
import { always } from '@crg/domain/availability';
import type { City, Organization, ResourceFlow, Site } from '@crg/domain/flow';
import { indexOfCity } from '../src/city-index.ts';
import { type Pair, pairOf } from '../src/pair.ts';

/** 500 kW of heat at 75 °C or more, all year, in the west. */
export const wasteHeat: ResourceFlow = flow({
  id: 'supply',
  siteId: 'west',
  direction: 'supply',
  quality: { temperature_c: { min: 75, max: 85 } },
});
/** The same amount wanted at 60 °C or more, all year, in the east. */
export const heatDemand: ResourceFlow = flow({
  id: 'demand',
  siteId: 'east',
  direction: 'demand',
  quality: { temperature_c: { min: 60, max: null } },
});

export function flow(changes: Partial<ResourceFlow> & Pick<ResourceFlow, 'id' | 'siteId' | 'direction'>): ResourceFlow {
  return {
    type: 'heat.hot_water',
    name: changes.id,
    quantity: { amount: 500, unit: 'kW', precision: 'measured' },
    availability: always,
    quality: {},
    qualityPrecision: null,
    codes: { ewc: [], cpa: null, hs: null },
    price: null,
    disposalCost: null,
    limits: { maxDistanceKm: null, minYearlyAmount: null },
    source: null,
    ...changes,
  };
}

/** One degree of longitude on the equator is a * pi / 180 = 111.319 km. */
const kmPerDegree = (6378.137 * Math.PI) / 180;

export interface SmallCity {
  readonly flows?: readonly ResourceFlow[];
  readonly distanceKm?: number;
  readonly west?: Partial<Site>;
  readonly east?: Partial<Site>;
  readonly westNace?: readonly string[];
  readonly eastNace?: readonly string[];
}

/** Two sites on the equator, `distanceKm` apart (1 by default), of two organizations, both in Denmark; the year is 2023. */
export function smallCity({
  flows = [wasteHeat, heatDemand],
  distanceKm = 1,
  west,
  east,
  westNace,
  eastNace,
}: SmallCity = {}): City {
  const organization = (id: string, nace: readonly string[] = []): Organization => ({ id, name: id, nace });
  const site = (id: string, longitude: number, changes: Partial<Site> = {}): Site => ({
    id,
    organizationId: `${id} works`,
    name: id,
    point: { longitude, latitude: 0 },
    country: 'DK',
    source: null,
    ...changes,
  });
  return {
    name: 'Small',
    year: 2023,
    currency: 'EUR',
    organizations: [organization('west works', westNace), organization('east works', eastNace)],
    sites: [site('west', 0, west), site('east', distanceKm / kmPerDegree, east)],
    flows,
  };
}

/** The only supply and the only demand of a small city, looked at together. */
export function onlyPair(city: SmallCity = {}): Pair {
  const town = smallCity(city);
  const index = indexOfCity({ ...town, year: 2023 });
  const [supply, demand] = (['supply', 'demand'] as const).map((direction) => {
    const flow = town.flows.find((candidate) => candidate.direction === direction);
    return flow === undefined ? null : index.get(flow.id);
  });
  if (!supply || !demand) throw new Error('expected one supply and one demand that can be matched');
  return pairOf(supply, demand, index);
}

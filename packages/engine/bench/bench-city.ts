// A large invented city for the benchmark: constant density, industrial parks, every resource type. Same seed, same city.
import { hourPatterns } from '@crg/domain/availability';
import type { City, Interval, Organization, ResourceFlow, Site } from '@crg/domain/flow';
import { type Family, type QualityParameter, type ResourceType, resourceTypes } from '@crg/domain/taxonomy';

/** Share of the flows by family, as in a mixed industrial region. */
const familyShares: Readonly<Record<Family, number>> = {
  heat: 0.15,
  steam: 0.06,
  cooling: 0.05,
  electricity: 0.07,
  water: 0.12,
  gas: 0.1,
  material: 0.2,
  organic: 0.05,
  service: 0.08,
  logistics: 0.07,
  space: 0.05,
};

type Random = () => number;

/** @param count flows, half of them supplies; five to a site, one site to an organization; 2.8 flows per km2 */
export function benchCity(count: number, seed: number): City {
  const random = mulberry32(seed);
  const sideKm = 60 * Math.sqrt(count / 10_000);
  const places = placesOf({ count: Math.max(2, Math.round(count / 5)), sideKm, random });
  const organizations = places.map(
    (_, index): Organization => ({ id: `o${index}`, name: `Works ${index}`, nace: ['20.14'] }),
  );
  const sites = places.map((place, index) => siteAt(place, index));
  const flows = Array.from({ length: count }, (_, index) => flowAt(index, sites, random));
  return { name: `Bench ${count}`, year: 2024, currency: 'EUR', organizations, sites, flows };
}

/** A small, well-known generator: 32 bits of state, the same numbers everywhere. */
function mulberry32(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), 1 | state);
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word;
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Place {
  readonly eastKm: number;
  readonly northKm: number;
}

/** 7 of 10 sites stand within about a kilometre of a park's centre, the others anywhere. */
function placesOf({ count, sideKm, random }: { count: number; sideKm: number; random: Random }): readonly Place[] {
  const anywhere = (): Place => ({ eastKm: random() * sideKm, northKm: random() * sideKm });
  const parks = Array.from({ length: Math.max(8, Math.round(sideKm ** 2 / 60)) }, anywhere);
  const nearPark = (): Place => {
    // Squaring the draw makes a few parks large and many small.
    const park = parks[Math.floor(random() ** 2 * parks.length)] as Place;
    return { eastKm: park.eastKm + random() * 2 - 1, northKm: park.northKm + random() * 2 - 1 };
  };
  return Array.from({ length: count }, () => (random() < 0.7 ? nearPark() : anywhere()));
}

function siteAt({ eastKm, northKm }: Place, index: number): Site {
  const latitude = 51 + northKm / 111.2;
  const longitude = 7 + eastKm / (111.3 * Math.cos((51 * Math.PI) / 180));
  return {
    id: `s${index}`,
    organizationId: `o${index}`,
    name: `Site ${index}`,
    point: { longitude, latitude },
    country: 'DE',
    source: null,
  };
}

function flowAt(index: number, sites: readonly Site[], random: Random): ResourceFlow {
  const type = drawType(random);
  const site = sites[Math.floor(random() * sites.length)] as Site;
  const direction = index % 2 === 0 ? 'supply' : 'demand';
  return {
    id: `f${index}`,
    siteId: site.id,
    direction,
    type: type.id,
    name: `Flow ${index}`,
    quantity: {
      amount: Math.exp(3 + 5 * random()),
      unit: type.rateUnit,
      precision: random() < 0.3 ? 'measured' : 'estimated',
    },
    availability: { hours: drawWeek(random), months: drawMonths(random), validFrom: null, validTo: null },
    quality: Object.fromEntries(
      type.parameters
        .filter(({ optional }) => optional !== true)
        .map((parameter) => [parameter.id, drawInterval(parameter, direction, random)]),
    ),
    qualityPrecision: null,
    codes: { ewc: [], cpa: null, hs: null },
    price: null,
    disposalCost: null,
    limits: { maxDistanceKm: null, minYearlyAmount: null },
    source: null,
  };
}

function drawType(random: Random): ResourceType {
  const family = drawFamily(random());
  const types = resourceTypes.filter((type) => type.family === family);
  // The first types of a family are the common ones.
  return types[Math.floor(random() ** 1.7 * types.length)] as ResourceType;
}

function drawFamily(draw: number): Family {
  let upTo = 0;
  for (const family of Object.keys(familyShares) as Family[]) {
    upTo += familyShares[family];
    if (draw < upTo) return family;
  }
  return 'heat';
}

function drawWeek(random: Random): readonly boolean[] {
  const draw = random();
  if (draw < 0.3) return hourPatterns.continuous;
  if (draw < 0.55) return hourPatterns.weekdays_06_22;
  if (draw < 0.8) return hourPatterns.weekdays_08_17;
  if (draw < 0.9) return hourPatterns.nights_22_06;
  const start = Math.floor(random() * 168);
  return hourPatterns.continuous.map((_, hour) => (hour - start + 168) % 168 < 40);
}

function drawMonths(random: Random): readonly boolean[] {
  const whole = random() < 0.7;
  const start = Math.floor(random() * 12);
  return Array.from({ length: 12 }, (_, month) => whole || (month - start + 12) % 12 < 7);
}

/** Around a common middle, so that a good third of the pairs meet in any one parameter. */
function drawInterval(
  { kind, range }: QualityParameter,
  direction: ResourceFlow['direction'],
  random: Random,
): Interval {
  const [low, high] = [Math.max(range[0], 0), Math.min(range[1], 100)];
  const middle = low + (high - low) * random();
  const width = (high - low) * (direction === 'supply' ? 0.05 : 0.2) * (0.5 + random());
  if (kind === 'window' || direction === 'supply')
    return { min: Math.max(low, middle - width), max: Math.min(high, middle + width) };
  return kind === 'at_least' ? { min: middle, max: null } : { min: null, max: middle };
}

// How long search and map take in a city of 31,000 sites; prints figures. `npm run bench:city-index -w packages/services`
import type { City } from '@crg/domain/flow';
import { resourceTypes } from '@crg/domain/taxonomy';
import { CityMap } from '../src/map/city-map.ts';
import { citySearch } from '../src/search/search-city.ts';

const siteCount = 31_000;
const flowCount = 85_000;

const city = seededCity();
const search = await timed('build the search index', () => citySearch(city, async () => undefined));
for (const query of [
  'steel',
  'a',
  'stel',
  'kupferhaffen',
  'works of',
  'steel works 77',
  'hotmaps:HM-1',
  'ing',
  '10 01 02',
]) {
  spread(`search "${query}"`, 30, () => search(query, 20).length);
}
const map = await timed(
  'read the city for the map',
  () => new CityMap(city, { marks: 500, members: 100, deepestZoom: 18 }),
);
const europe = { west: -12, south: 35, east: 30, north: 62 };
const all = { families: null, direction: null };
await timed('gather all sites once', () => map.view({ within: europe, zoom: 4, filter: all }));
await timed('gather the heat suppliers once', () =>
  map.view({ within: europe, zoom: 4, filter: { families: ['heat'], direction: 'supply' } }),
);
for (const zoom of [3, 6, 9, 14]) {
  const half = 180 / 2 ** zoom;
  const within = {
    west: 9 - half,
    south: Math.max(-85, 50 - half / 2),
    east: 9 + half,
    north: Math.min(85, 50 + half / 2),
  };
  spread(`view at zoom ${zoom}`, 50, () => map.view({ within, zoom, filter: all }).marks.length);
}
spread('the whole city at zoom 16', 20, () => map.view({ within: europe, zoom: 16, filter: all }).marks.length);

/** Prints the time on the clock and, because machines are shared, on the processor. */
async function timed<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const before = process.cpuUsage();
  const result = await work();
  const wall = performance.now() - start;
  console.log(`${what.padEnd(36)} ${wall.toFixed(0)} ms, of the processor ${cpuMilliseconds(before).toFixed(0)} ms`);
  return result;
}

function spread(what: string, times: number, work: () => number): void {
  const taken: number[] = [];
  let found = 0;
  const before = process.cpuUsage();
  for (let time = 0; time < times; time++) {
    const start = performance.now();
    found = work();
    taken.push(performance.now() - start);
  }
  const cpu = cpuMilliseconds(before) / times;
  taken.sort((a, b) => a - b);
  const at = (share: number) => (taken[Math.min(times - 1, Math.floor(times * share))] ?? 0).toFixed(1);
  console.log(
    `${what.padEnd(36)} p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, of the processor ${cpu.toFixed(1)} ms, found ${found}`,
  );
}

function cpuMilliseconds(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function seededCity(): City {
  let seed = 7;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const syllables = [
    'kup',
    'fer',
    'ha',
    'fen',
    'stahl',
    'berg',
    'neu',
    'mün',
    'dorf',
    'ville',
    'saint',
    'øst',
    'lund',
    'wald',
    'ing',
    'ham',
  ];
  const trades = [
    'Steel works',
    'Glassworks',
    'Cement',
    'Paper mill',
    'Wastewater plant',
    'Refinery',
    'Brewery',
    'Station d’épuration',
  ];
  const place = () => `${pick(syllables)}${pick(syllables)}${random() < 0.5 ? pick(syllables) : ''}`;
  const indexes = [...Array(siteCount).keys()];
  const names = indexes.map((index) => `${pick(trades)} ${place()} ${index % 100}`);
  return {
    name: 'Bench',
    year: 2024,
    currency: 'EUR',
    organizations: indexes.map((index) => ({ id: `org:${index}`, name: names[index] ?? '', nace: ['24.10'] })),
    sites: indexes.map((index) => ({
      id: `hotmaps:HM-${index}`,
      organizationId: `org:${index}`,
      name: names[index] ?? '',
      point: { longitude: -10 + random() * 38, latitude: 36 + random() * 25 },
      country: 'DE',
      source: null,
    })),
    flows: [...Array(flowCount).keys()].map((index) => {
      const type = pick(resourceTypes);
      return {
        id: `flow:${index}`,
        siteId: `hotmaps:HM-${Math.floor(random() * siteCount)}`,
        direction: random() < 0.5 ? 'supply' : 'demand',
        type: type.id,
        name: type.label,
        quantity: { amount: 100, unit: type.unit, precision: 'estimated' },
        availability: { hours: [], months: [], validFrom: null, validTo: null },
        quality: {},
        qualityPrecision: null,
        codes: { ewc: [], cpa: null, hs: null },
        price: null,
        disposalCost: null,
        limits: { maxDistanceKm: null, minYearlyAmount: null },
        source: null,
      };
    }),
  };
}

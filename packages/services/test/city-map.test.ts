// Sites on a map at every zoom: none is lost, none is counted twice, and no view is larger than a page can draw.
import type { City, ResourceFlow, Site } from '@crg/domain/flow';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CityMap, type ClusterMark, type MapFilter, type MapView, type SiteMark } from '../src/map/city-map.ts';

const limits = { marks: 50, members: 10, deepestZoom: 18 };
const world = { west: -180, south: -90, east: 180, north: 90 };
const everything: MapFilter = { families: null, direction: null };

interface Standing {
  readonly at: readonly [number, number] | null;
  readonly flows: readonly (readonly ['supply' | 'demand', string])[];
}

function cityOf(standing: readonly Standing[]): City {
  const id = (index: number) => `site-${String(index).padStart(4, '0')}`;
  return {
    name: 'Mapstad',
    year: 2024,
    currency: 'EUR',
    organizations: [{ id: 'owner', name: 'Owner', nace: [] }],
    sites: standing.map(
      ({ at }, index): Site => ({
        id: id(index),
        organizationId: 'owner',
        name: `Site ${index}`,
        point: at === null ? null : { longitude: at[0], latitude: at[1] },
        country: null,
        source: null,
      }),
    ),
    flows: standing.flatMap(({ flows }, index) =>
      flows.map(([direction, type], nth) => flowAt(id(index), `${id(index)}-${nth}`, direction, type)),
    ),
  };
}

function flowAt(siteId: string, id: string, direction: 'supply' | 'demand', type: string): ResourceFlow {
  return {
    id,
    siteId,
    direction,
    type,
    name: id,
    quantity: { amount: 1, unit: 'kW', precision: 'estimated' },
    availability: { hours: [], months: [], validFrom: null, validTo: null },
    quality: {},
    qualityPrecision: null,
    codes: { ewc: [], cpa: null, hs: null },
    price: null,
    disposalCost: null,
    limits: { maxDistanceKm: null, minYearlyAmount: null },
    source: null,
  };
}

const isCluster = (mark: SiteMark | ClusterMark): mark is ClusterMark => mark.kind === 'cluster';
const siteIds = (view: MapView) => view.marks.flatMap((mark) => (isCluster(mark) ? [] : [mark.site.id]));
const view = (map: CityMap, zoom: number, filter = everything) => map.view({ within: world, zoom, filter });

describe('a random city', () => {
  // Whole hundredths, so that several sites often share one point.
  const hundredths = (limit: number) => fc.integer({ min: -limit * 100, max: limit * 100 }).map((value) => value / 100);
  const near = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }));
  const at = fc.option(
    fc.oneof(
      fc.tuple(hundredths(180), hundredths(85)),
      near.map(([x, y]) => [11 + x / 1000, 55 + y / 1000] as [number, number]),
    ),
    { freq: 8 },
  );
  const flow = fc.tuple(
    fc.constantFrom('supply' as const, 'demand' as const),
    fc.constantFrom('heat.hot_water', 'cooling.chilled_water', 'material.fly_ash'),
  );
  const standing = fc.array(fc.record({ at, flows: fc.array(flow, { maxLength: 3 }) }), { maxLength: 200 });

  test('has every site with a place in exactly one mark, and every flow in one family, at every zoom', () => {
    fc.assert(
      fc.property(standing, (sites) => {
        const map = new CityMap(cityOf(sites), limits);
        const placed = sites.filter((site) => site.at !== null);
        const flows = placed.flatMap((site) => site.flows);
        for (let zoom = 0; zoom <= limits.deepestZoom + 1; zoom++) {
          const shown = view(map, zoom);
          expect(shown.sitesInView).toBe(placed.length);
          expect(shown.sitesWithoutPlace).toBe(sites.length - placed.length);
          expect(countFlows(shown)).toBe(flows.length);
          expect(new Set(siteIds(shown)).size).toBe(siteIds(shown).length);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('never answers more marks than a page can draw', () => {
    fc.assert(
      fc.property(standing, fc.integer({ min: 0, max: 24 }), (sites, zoom) => {
        expect(view(new CityMap(cityOf(sites), limits), zoom).marks.length).toBeLessThanOrEqual(limits.marks);
      }),
      { numRuns: 40 },
    );
  });

  test('shows under a filter the sites that have such a flow, and no other', () => {
    const filter = fc.record({
      families: fc.option(fc.subarray(['heat' as const, 'cooling' as const, 'material' as const])),
      direction: fc.option(fc.constantFrom('supply' as const, 'demand' as const)),
    });
    fc.assert(
      fc.property(standing, filter, (sites, wanted) => {
        const fits = ({ flows }: Standing) =>
          (wanted.families === null && wanted.direction === null) ||
          flows.some(
            ([direction, type]) =>
              (wanted.families === null || wanted.families.some((family) => type.startsWith(family))) &&
              (wanted.direction === null || wanted.direction === direction),
          );
        const shown = view(new CityMap(cityOf(sites), limits), 5, wanted);
        expect(shown.sites).toBe(sites.filter(fits).length);
        expect(shown.sitesInView).toBe(sites.filter((site) => site.at !== null && fits(site)).length);
      }),
      { numRuns: 40 },
    );
  });

  function countFlows({ marks }: MapView): number {
    const count = (mark: SiteMark | ClusterMark) =>
      isCluster(mark)
        ? Object.values(mark.families).reduce((sum, flows) => sum + flows, 0)
        : mark.families.reduce((sum, { supplies, demands }) => sum + supplies + demands, 0);
    return marks.reduce((sum, mark) => sum + count(mark), 0);
  }
});

describe('sites at one point', () => {
  const three: Standing[] = Array.from({ length: 3 }, () => ({ at: [11, 55], flows: [['supply', 'heat.hot_water']] }));

  test('stay together at every zoom, and are listed so that a page can spread them', () => {
    const map = new CityMap(cityOf([...three, { at: [11.5, 55], flows: [] }]), limits);
    for (const zoom of [12, 18, 24]) {
      const together = view(map, zoom).marks.filter(isCluster);
      expect(together).toHaveLength(1);
      expect(together[0]).toMatchObject({ sites: 3, expansionZoom: null, supplies: 3, families: { heat: 3 } });
      expect(together[0]?.members?.map(({ site }) => site.id)).toEqual(['site-0000', 'site-0001', 'site-0002']);
    }
  });

  test('are counted and not listed when they are too many to spread', () => {
    const crowd = Array.from({ length: limits.members + 1 }, (): Standing => ({ at: [11, 55], flows: [] }));
    const [mark] = view(new CityMap(cityOf(crowd), limits), 18).marks;
    expect(mark).toMatchObject({ kind: 'cluster', sites: limits.members + 1, members: null });
  });

  test('two sites a stone’s throw apart fall apart at the zoom that their cluster names', () => {
    const map = new CityMap(
      cityOf([
        { at: [11, 55], flows: [] },
        { at: [11.001, 55], flows: [] },
      ]),
      limits,
    );
    const [cluster] = view(map, 3).marks.filter(isCluster);
    const zoom = cluster?.expansionZoom ?? 0;
    expect(siteIds(view(map, zoom))).toHaveLength(2);
    expect(siteIds(view(map, zoom - 1))).toHaveLength(0);
  });
});

test('only what stands in the box is in view', () => {
  const map = new CityMap(
    cityOf([
      { at: [11, 55], flows: [] },
      { at: [-70, -33], flows: [] },
      { at: null, flows: [] },
    ]),
    limits,
  );
  const denmark = { west: 8, south: 54, east: 13, north: 58 };
  const shown = map.view({ within: denmark, zoom: 6, filter: everything });
  expect(siteIds(shown)).toEqual(['site-0000']);
  expect([shown.sitesInView, shown.sites, shown.sitesWithoutPlace]).toEqual([1, 3, 1]);
});

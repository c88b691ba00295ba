// What search, map and facets answer about the small city; http.test.ts opens the stores for them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ContractClient } from './contract-client.ts';

export function viewCases(client: () => ContractClient): void {
  const get = async (url: string) => {
    const { status, body } = await client().get(url);
    expect(status, url).toBe(200);
    return body;
  };

  describe('search', () => {
    const hits = async (query: string, limit = 5) =>
      (await get(`/api/v1/search?limit=${limit}&q=${encodeURIComponent(query)}`)).data.map(
        ({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`,
      );

    test.each([
      ['glassworks', 'organization glassworks'],
      ['GLÄSSWORKS', 'organization glassworks'],
      ['glas', 'organization glassworks'],
      ['glasworks', 'organization glassworks'], // a letter is missing
      ['works of mill', 'site mill-site'],
      ['wash water', 'flow laundry-heat'],
      ['laundry-heat', 'flow laundry-heat'],
      ['10 01 03', 'code ewc:100103'],
      ['23.51', 'code nace:23.51'],
      ['heat.hot_water', 'code type:heat.hot_water'],
      ['tenant 204', 'organization tenant-204'],
    ])('%s finds first of all the %s', async (query, first) => {
      expect((await hits(query))[0]).toBe(first);
    });

    test('a flow is found by its type together with its owner, and says where it stands', async () => {
      const [hit] = (await get('/api/v1/search?q=hot%20water%20laundry')).data;
      expect(hit).toMatchObject({
        kind: 'flow',
        id: 'laundry-heat',
        site_id: 'laundry-site',
        place: { longitude: 11.1, latitude: 55.665 },
      });
      expect(hit.detail).toContain('Laundry');
    });

    test('a code says how many flows carry it', async () => {
      const [hit] = (await get('/api/v1/search?q=100103')).data;
      expect(hit).toMatchObject({ kind: 'code', id: 'ewc:100103', flows: 1, detail: 'List of Waste · 1 flow' });
    });

    test('no more come than were asked for, and nothing that does not fit', async () => {
      expect(await hits('tenant', 7)).toHaveLength(7);
      expect(await hits('tenant', 50)).toHaveLength(50);
      expect(await hits('qqqq zzzz')).toEqual([]);
      expect(await hits('…')).toEqual([]);
    });

    test('an empty question is refused', async () => {
      const { status, body } = await client().get('/api/v1/search?q=');
      expect([status, body.field]).toEqual([400, 'q']);
    });
  });

  describe('the map', () => {
    const world = 'bbox=-180,-85,180,85';

    test('shows each site by itself where there is room, with what it gives and takes', async () => {
      const body = await get('/api/v1/map/sites?bbox=11,55.6,11.2,55.7&zoom=16');
      expect(body).toMatchObject({ sites_in_view: 4, sites: 6, sites_without_place: 1, zoom: 16 });
      const glass = body.data.find(({ id }: { id: string }) => id === 'glass-site');
      expect(glass).toEqual({
        kind: 'site',
        id: 'glass-site',
        name: 'Works of glassworks',
        organization: { id: 'glassworks', name: 'Glassworks', nace: ['23.11'] },
        longitude: 11.09,
        latitude: 55.66,
        families: [{ family: 'heat', supplies: 1, demands: 0 }],
        approximate: false,
      });
    });

    test('gathers sites from far away and says what is in them and where they fall apart', async () => {
      const { data } = await get(`/api/v1/map/sites?${world}&zoom=2`);
      expect(data).toHaveLength(1);
      expect(data[0]).toMatchObject({
        kind: 'cluster',
        sites: 5,
        families: { heat: 4, material: 2 },
        supplies: 2,
        demands: 4,
        bbox: [11.08, 55.65, 11.3, 55.7],
      });
      const apart = await get(`/api/v1/map/sites?${world}&zoom=${data[0].expansion_zoom}`);
      expect(apart.data.length).toBeGreaterThan(1);
    });

    test.each([
      ['families=material', 2],
      ['families=heat,steam', 3],
      ['families=heat&direction=supply', 1],
      ['direction=demand', 3],
      ['families=space', 0],
    ])('with %s it shows %i sites', async (filter, count) => {
      expect((await get(`/api/v1/map/sites?${world}&zoom=16&${filter}`)).sites_in_view).toBe(count);
    });

    test.each([
      ['bbox', 'zoom=3'],
      ['bbox', 'zoom=3&bbox=10,50,5,60'],
      ['zoom', 'bbox=0,0,1,1'],
      ['zoom', 'bbox=0,0,1,1&zoom=25'],
      ['families', 'bbox=0,0,1,1&zoom=3&families=heat,warmth'],
    ])('names the parameter %s that is wrong in %s', async (field, query) => {
      const { status, body } = await client().get(`/api/v1/map/sites?${query}`);
      expect([status, body.code, body.field]).toEqual([400, 'invalid_parameter', field]);
    });

    test('draws the most valuable matches as arcs between places, and says how many there are', async () => {
      const body = await get('/api/v1/map/arcs?limit=1');
      const { data } = await get('/api/v1/matches?limit=1');
      expect(body.matches).toBe(3);
      expect(body.data).toHaveLength(1);
      const [match] = data;
      expect(body.data[0]).toMatchObject({
        id: match.id,
        state: 'suggested',
        family: match.family,
        margin_eur_per_year: match.margin_eur_per_year,
        distance_km: match.distance_km,
        supply: {
          flow_id: match.supply_id,
          site_id: match.supply.site.id,
          name: match.supply.organization.name,
          longitude: match.supply.site.longitude,
          latitude: match.supply.site.latitude,
        },
        demand: { flow_id: match.demand_id },
      });
    });

    test.each([
      ['families=heat', 2],
      ['families=heat,material', 3],
      ['families=steam', 0],
      ['bbox=11.25,55.6,11.4,55.8', 1], // only the cement works stands there
      ['max_distance_km=2', 2],
      ['precision=archetype', 1],
      ['precision=measured', 0],
      ['precision=estimated,archetype', 3],
      ['max_margin_eur=0', 2], // both heat pipes cost more than they save
    ])('arcs with %s are %i', async (filter, count) => {
      const arcs = await get(`/api/v1/map/arcs?${filter}`);
      const list = await get(`/api/v1/matches?${filter}`);
      const facets = await get(`/api/v1/matches/facets?${filter}`);
      expect([arcs.matches, arcs.data.length, list.data.length, facets.matches]).toEqual(Array(4).fill(count));
    });
  });

  describe('facets', () => {
    test('count every match once by family, by score and by value', async () => {
      const facets = await get('/api/v1/matches/facets');
      const { data } = await get('/api/v1/matches');
      const total = (list: { matches: number }[]) => list.reduce((sum, { matches }) => sum + matches, 0);
      expect([facets.matches, total(facets.families), total(facets.score), total(facets.value_eur)]).toEqual([
        3, 3, 3, 3,
      ]);
      const heat = facets.families.find(({ family }: { family: string }) => family === 'heat');
      const values = data.filter(({ family }: { family: string }) => family === 'heat');
      expect(heat.margin_eur_per_year).toBeCloseTo(
        values.reduce((sum: number, match: { margin_eur_per_year: number }) => sum + match.margin_eur_per_year, 0),
        6,
      );
    });

    test('have a bucket for every score and every value, without gaps', async () => {
      const { score, value_eur } = await get('/api/v1/matches/facets?families=steam');
      expect(score).toHaveLength(20);
      expect([score[0].from, score[19].to]).toEqual([0, 1]);
      for (const buckets of [score, value_eur]) {
        for (let at = 1; at < buckets.length; at++) expect(buckets[at].from).toBe(buckets[at - 1].to);
      }
      expect([value_eur[0].from, value_eur.at(-1).to]).toEqual([null, null]);
    });
  });

  test('nonsense in a parameter of any view is never a failure of the server', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ maxLength: 30 }));
    const asked = fc.constantFrom(
      ...['search?q=', 'search?limit=3&q=', 'map/sites?zoom=3&bbox=', 'map/sites?bbox=0,0,9,9&zoom=', 'map/arcs?bbox='],
      ...[
        'map/sites?bbox=0,0,9,9&zoom=3&families=',
        'map/arcs?families=',
        'map/arcs?limit=',
        'matches/facets?precision=',
      ],
      ...['exports/matches.csv?families=', 'exports/sites.geojson?bbox=', 'exports/flows.csv?decimal='],
    );
    await fc.assert(
      fc.asyncProperty(asked, text, async (url, wrong) => {
        const { status } = await client().get(`/api/v1/${url}${encodeURIComponent(wrong.toWellFormed())}`);
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 150 },
    );
  });

  test('a new organization is found at once, and gone at once when it is removed', async () => {
    const found = async () => (await get('/api/v1/search?q=zuckerfabrik')).data;
    expect(await found()).toEqual([]);
    const { headers } = await client().post('/api/v1/organizations', { id: 'sugar', name: 'Zuckerfabrik' });
    expect((await found()).map(({ id }: { id: string }) => id)).toEqual(['sugar']);
    await client().delete('/api/v1/organizations/sugar', { headers: { 'if-match': headers.etag ?? '' } });
    expect(await found()).toEqual([]);
  });
}

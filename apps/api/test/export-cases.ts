// Files of the small city, read back; http.test.ts opens the stores for them.
import { readCity } from '@crg/city-format/city-file';
import { describe, expect, test } from 'vitest';
import type { ContractClient } from './contract-client.ts';
import { readCsv } from './read-csv.ts';

export function exportCases(client: () => ContractClient): void {
  const download = async (url: string) => {
    const answer = await client().get(`/api/v1/exports/${url}`);
    expect(answer.status, url).toBe(200);
    return answer;
  };
  const rows = async (url: string) => readCsv((await download(url)).body);

  describe('exports', () => {
    test('matches as a table are those of the list, in its order, with the same figures', async () => {
      const table = await rows('matches.csv');
      const { data } = (await client().get('/api/v1/matches')).body;
      expect(table.map(({ id }) => id)).toEqual(data.map(({ id }: { id: string }) => id));
      for (const [index, match] of data.entries()) {
        expect(table[index]).toMatchObject({
          state: 'suggested',
          family: match.family,
          score: String(match.score),
          margin_eur_per_year: String(match.margin_eur_per_year),
          distance_km: String(match.distance_km),
          supply_organization: match.supply.organization.name,
          demand_site_id: match.demand.site.id,
          demand_longitude: String(match.demand.site.longitude),
        });
      }
    });

    test.each(['matches', 'sites', 'flows'])('%s as a table and as a map layer hold the same', async (what) => {
      const table = await rows(`${what}.csv`);
      const { features } = (await download(`${what}.geojson`)).body;
      expect(features.map(({ id }: { id: string }) => id)).toEqual(table.map(({ id }) => id));
      for (const [index, { properties }] of features.entries()) {
        for (const [name, value] of Object.entries(properties)) {
          expect(table[index]?.[name], name).toBe(value === null ? '' : String(value));
        }
      }
    });

    test('a match is a line from its supply to its demand, a site is a point, and a firm without a place has none', async () => {
      const [line] = (await download('matches.geojson?families=material')).body.features;
      expect(line.geometry).toEqual({
        type: 'LineString',
        coordinates: [
          [11.08, 55.65],
          [11.3, 55.7],
        ],
      });
      const sites = (await download('sites.geojson')).body.features;
      const byId = new Map(sites.map((site: { id: string; geometry: object }) => [site.id, site.geometry]));
      expect(byId.get('glass-site')).toEqual({ type: 'Point', coordinates: [11.09, 55.66] });
      expect(byId.get('nowhere-site')).toBeNull();
      const mills = (await download('organizations.geojson?name_contains=mill')).body.features;
      expect(mills[0].geometry).toEqual({ type: 'MultiPoint', coordinates: [[11.08, 55.65]] });
    });

    test.each([
      ['matches.csv?families=heat', 2],
      ['matches.csv?families=steam', 0],
      ['matches.csv?min_margin_eur=100000&organization_id=mill', 1],
      ['sites.csv?bbox=11.085,55.655,11.105,55.668', 2],
      ['sites.csv?organization_id=mill', 1],
      ['flows.csv?direction=supply', 2],
      ['flows.csv?families=material', 2],
      ['flows.csv?families=material,heat&direction=demand', 5],
      ['flows.csv?type=material.fly_ash&families=heat', 0],
      ['organizations.csv?name_contains=glass', 1],
      ['organizations.csv', 211],
    ])('%s has %i rows, as the list with these filters', async (url, count) => {
      expect(await rows(url)).toHaveLength(count);
    });

    test('begin with a byte order mark so that Excel reads the letters, unless told not to', async () => {
      expect((await download('sites.csv')).body.charCodeAt(0)).toBe(0xfeff);
      expect((await download('sites.csv?bom=no')).body.startsWith('id,name')).toBe(true);
    });

    test('write decimal commas and semicolons for the spreadsheets that want them', async () => {
      const { body } = await download('sites.csv?decimal=comma&bom=no&organization_id=glassworks');
      expect(body.split('\r\n')[1]).toBe('glass-site;Works of glassworks;Glassworks;glassworks;11,09;55,66;DK;;');
    });

    test('never let a name run as a formula', async () => {
      const name = '=HYPERLINK("http://evil.example","Click")';
      const { headers } = await client().post('/api/v1/organizations', { id: 'evil', name });
      const [row] = await rows('organizations.csv?name_contains=hyperlink');
      expect(row?.name).toBe(`'${name}`);
      await client().delete('/api/v1/organizations/evil', { headers: { 'if-match': headers.etag ?? '' } });
    });

    test('the whole city is a city file that reads back with every record of the lists', async () => {
      const { headers, body } = await download('city.json');
      expect(headers['content-disposition']).toContain('testhaven-city-2026-03-01.json');
      const { city } = readCity(JSON.stringify(body));
      const flows = (await rows('flows.csv')).map(({ id }) => id);
      expect(city.flows.map(({ id }) => id).toSorted()).toEqual(flows.toSorted());
      expect(city.organizations).toHaveLength((await rows('organizations.csv')).length);
      expect(city.sites).toHaveLength((await rows('sites.csv')).length);
    });

    test('are named after the city and the day', async () => {
      const { headers } = await download('flows.geojson');
      expect(headers['content-disposition']).toBe(
        `attachment; filename="testhaven-flows-2026-03-01.geojson"; filename*=UTF-8''Testhaven-flows-2026-03-01.geojson`,
      );
      expect(headers['content-type']).toBe('application/geo+json');
      expect((await download('flows.csv')).headers['content-type']).toBe('text/csv; charset=utf-8');
    });

    test.each(['matches.csv?bbox=3', 'matches.geojson?bom=no', 'sites.csv?bbox=5,0,1,1', 'flows.csv?decimal=dot'])(
      '%s is refused before a file begins',
      async (url) => {
        const { status, body } = await client().get(`/api/v1/exports/${url}`);
        expect([status, body.code]).toEqual([400, 'invalid_parameter']);
      },
    );
  });
}

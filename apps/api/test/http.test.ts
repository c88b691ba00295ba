// The API over its real embedded stores, without a socket. One database for the whole file: opening one takes seconds.
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indexOfCity } from '@crg/engine/city-index';
import { listsOfCity } from '@crg/engine/pair-lists';
import { importCity } from '@crg/services/import-city';
import { LivingCity } from '@crg/services/living-city';
import { type MatchCity, runMatching } from '@crg/services/run-matching';
import { openStores } from '@crg/stores/open-stores';
import type { Stores } from '@crg/stores/ports/stores';
import { usualWeights } from '@crg/story/score-parts';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeApi } from '../src/compose.ts';
import type { Api } from '../src/http/api.ts';
import { startApi } from '../src/start-api.ts';
import { chainCases } from './chain-cases.ts';
import { ContractClient } from './contract-client.ts';
import { exportCases } from './export-cases.ts';
import { factorCases } from './factor-cases.ts';
import { smallCity, tenantCount } from './small-city.ts';
import { viewCases } from './view-cases.ts';

let directory: string;
let stores: Stores;
let api: Api;
let client: ContractClient;
let document: string;
const logged: string[] = [];

const pageOf = (url: string | undefined) => `page ${url}`;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'crg-api-'));
  stores = await openStores({ kind: 'embedded', directory, log: () => undefined });
  living = new LivingCity(stores);
  api = await composeApi({
    stores,
    living,
    version: '0.0.0',
    logLevel: 'info',
    now: () => new Date('2026-03-01T08:00:00Z'),
    log: { write: (line) => logged.push(line) },
    web: async (request, response) => {
      if (request.url === '/broken') throw new Error('a page with a secret reason');
      response.end(pageOf(request.url));
    },
  });
  document = (await api.inject({ url: '/api/v1/openapi.json', headers: { host: 'localhost' } })).body;
  client = new ContractClient(api, JSON.parse(document));
});

afterAll(async () => {
  await api?.close();
  await stores?.close();
  await rm(directory, { recursive: true, force: true });
});

let living: LivingCity;
const rematch = () =>
  runMatching({ ...stores, city: living }, { matchCity: matchHere, k: 20, signal: new AbortController().signal });
/** The engine without a thread. */
const matchHere: MatchCity = (city, { k }) => {
  const index = indexOfCity(city);
  return {
    lists: (async function* () {
      yield* listsOfCity(index, k);
    })(),
    notices: () => index.notices(),
  };
};

/** Reads a list page by page and answers all items. */
async function all(url: string, limit: number) {
  const items = [];
  let cursor: string | null = null;
  let pages = 0;
  do {
    const separator = url.includes('?') ? '&' : '?';
    const at: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { status, body } = await client.get(`${url}${separator}limit=${limit}${at}`);
    expect(status).toBe(200);
    expect(body.data.length).toBeLessThanOrEqual(limit);
    items.push(...body.data);
    cursor = body.next_cursor;
    pages++;
  } while (cursor !== null && pages < 1000);
  return items;
}

describe('before the city is in', () => {
  test('the process lives, and says that there is no sign-in', async () => {
    const { status, body } = await client.get('/health');
    expect(status).toBe(200);
    expect(body).toEqual({ status: 'ok', version: '0.0.0', sign_in: 'none' });
  });

  test('the server is not ready until a city is in and matched, and says which of them is missing', async () => {
    const empty = await client.get('/ready');
    expect(empty.status).toBe(503);
    expect(empty.body.reasons).toEqual(['No city has been imported yet.', 'The first matching has not ended yet.']);

    const early = await client.get('/api/v1/city');
    expect([early.status, early.body.code]).toEqual([503, 'not_ready']);
    const question = { flow: { direction: 'supply', type: 'heat.hot_water', quantity: { amount: 1, unit: 'kW' } } };
    const asked = await client.post('/api/v1/match', { ...question, site: { longitude: 11, latitude: 55 } });
    expect([asked.status, asked.body.code]).toEqual([503, 'not_ready']);

    await importCity(stores, { text: JSON.stringify(smallCity), sources: ['Invented for the tests'] });
    expect((await client.get('/ready')).body.reasons).toEqual(['The first matching has not ended yet.']);

    await rematch();
    const ready = await client.get('/ready');
    expect([ready.status, ready.body]).toEqual([200, { ready: true, reasons: [] }]);
  });
});

describe('reading the city', () => {
  test('the city names itself, counts what is in it and says how its totals were made', async () => {
    const { status, body } = await client.get('/api/v1/city');
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'Testhaven', year: 2024, currency: 'EUR', sources: ['Invented for the tests'] });
    expect(body.counts).toMatchObject({ organizations: 6 + tenantCount, sites: 6, flows: 7, supplies: 2, demands: 5 });
    expect(body.notices).toContainEqual(expect.objectContaining({ code: 'no_place', flow_id: 'nowhere-heat' }));
    expect(body.matching.up_to_date).toBe(true);
    expect(body.totals.how).toContain('each flow at most once');
  });

  test('the potential counts each flow once: the glassworks heats one partner, not two', async () => {
    const [{ body: city }, { body: matches }] = [await client.get('/api/v1/city'), await client.get('/api/v1/matches')];
    const best = new Map<string, number>();
    for (const { supply_id, margin_eur_per_year } of matches.data) {
      if (margin_eur_per_year > 0 && !best.has(supply_id)) best.set(supply_id, margin_eur_per_year);
    }
    const expected = [...best.values()].reduce((sum, value) => sum + value, 0);
    expect(city.totals.potential_eur_per_year).toBeCloseTo(expected, 6);
    expect(city.totals.pairs).toBe(best.size);
    const heat = city.totals.by_family.find(({ family }: { family: string }) => family === 'heat');
    expect(heat).toMatchObject({ supplies: 1, demands: 4, near_misses: 1 });
  });

  test('the taxonomy has the units and limits of every type', async () => {
    const { body } = await client.get('/api/v1/taxonomy');
    const water = body.types.find(({ id }: { id: string }) => id === 'heat.hot_water');
    expect(water).toMatchObject({ family: 'heat', unit: 'kW', reach_km: 5 });
    expect(water.parameters[0]).toMatchObject({ id: 'temperature_c', kind: 'at_least', allowance: 5 });
  });

  test.each([1, 7, 200])('a list of 211 organizations is whole and in order, %i at a time', async (limit) => {
    const items = await all('/api/v1/organizations', limit);
    const ids = items.map(({ id }) => id);
    expect(ids).toHaveLength(6 + tenantCount);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  test('without a limit a page has fifty', async () => {
    expect((await client.get('/api/v1/organizations')).body.data).toHaveLength(50);
  });

  test.each([
    ['/api/v1/organizations?name_contains=GLASS', ['glassworks']],
    ['/api/v1/organizations?name_contains=zzz', []],
    ['/api/v1/sites?organization_id=mill', ['mill-site']],
    ['/api/v1/sites?bbox=11.085,55.655,11.105,55.668', ['glass-site', 'laundry-site']],
    ['/api/v1/flows?direction=supply', ['glass-heat', 'mill-ash']],
    ['/api/v1/flows?family=material', ['cement-ash', 'mill-ash']],
    ['/api/v1/flows?family=material&direction=demand', ['cement-ash']],
    ['/api/v1/flows?type=material.fly_ash&family=heat', []],
    ['/api/v1/flows?organization_id=greenhouse', ['green-heat', 'green-hot']],
    ['/api/v1/flows?site_id=laundry-site', ['laundry-heat']],
    ['/api/v1/flows?type=heat.hot_water&site_id=glass-site', ['glass-heat']],
  ])('%s finds %j', async (url, ids) => {
    const { status, body } = await client.get(url);
    expect(status).toBe(200);
    expect(body.data.map(({ id }: { id: string }) => id)).toEqual(ids);
  });

  test.each([
    ['limit', '/api/v1/organizations?limit=0'],
    ['limit', '/api/v1/organizations?limit=201'],
    ['limit', '/api/v1/organizations?limit=ten'],
    ['limit', '/api/v1/organizations?limit=1.5'],
    ['limit', '/api/v1/organizations?limit=5&limit=6'],
    ['limt', '/api/v1/organizations?limt=5'],
    ['bbox', '/api/v1/sites?bbox=1,2,3'],
    ['bbox', '/api/v1/sites?bbox=12,55,11,56'],
    ['bbox', '/api/v1/sites?bbox=11,55,12,91'],
    ['direction', '/api/v1/flows?direction=sideways'],
    ['family', '/api/v1/matches?family=hot'],
    ['sort', '/api/v1/matches?sort=price'],
    ['min_score', '/api/v1/matches?min_score=1.1'],
    ['month', '/api/v1/matches?month=13'],
    ['hour_of_week', '/api/v1/matches?hour_of_week=168'],
    ['colour', '/api/v1/near-misses?colour=red'],
  ])('a wrong parameter is named: %s in %s', async (field, url) => {
    const { status, body } = await client.get(url);
    expect([status, body.code, body.field]).toEqual([400, 'invalid_parameter', field]);
    expect(body.next).toBeTruthy();
  });

  test('every unknown parameter is named, and a near one is suggested', async () => {
    const { body } = await client.get('/api/v1/flows?famly=heat&colour=red');
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual(['famly', 'colour']);
    expect(body.errors[0].next).toContain('family');
  });

  test('a cursor that was tampered with, or belongs to another list, is refused', async () => {
    const { body } = await client.get('/api/v1/organizations?limit=3');
    for (const cursor of ['x', `${body.next_cursor}x`, `A${body.next_cursor}`]) {
      const answer = await client.get(`/api/v1/organizations?cursor=${encodeURIComponent(cursor)}`);
      expect([answer.status, answer.body.code], cursor).toEqual([400, 'invalid_cursor']);
    }
    const elsewhere = await client.get(`/api/v1/matches?cursor=${encodeURIComponent(body.next_cursor)}`);
    expect([elsewhere.status, elsewhere.body.code]).toEqual([400, 'invalid_cursor']);
  });

  test.each(['organizations', 'sites', 'flows'])(
    'an unknown one of the %s is a 404 that says where to look',
    async (noun) => {
      const { status, body } = await client.get(`/api/v1/${noun}/no%2Fsuch`);
      expect([status, body.code]).toEqual([404, `${noun.slice(0, -1)}_not_found`]);
      expect(body.got).toBe('"no/such"');
    },
  );
});

describe('matches', () => {
  test('are sorted by value unless asked otherwise, and both ends are whole', async () => {
    const { body } = await client.get('/api/v1/matches');
    const values = body.data.map((match: { margin_eur_per_year: number }) => match.margin_eur_per_year);
    expect(values).toHaveLength(3);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    const ash = body.data.find(({ id }: { id: string }) => id === 'mill-ash~cement-ash');
    expect(ash).toMatchObject({
      state: 'suggested',
      family: 'material',
      type: 'material.fly_ash',
      supply: { flow: { id: 'mill-ash' }, site: { id: 'mill-site' }, organization: { name: 'Mill' } },
      demand: { flow: { id: 'cement-ash' }, organization: { name: 'Cement works' } },
      common_quantity: { amount: 6000, unit: 't/a' },
    });
  });

  test.each([1, 2, 200])('a page of %i at a time gives the same list in every order', async (limit) => {
    for (const sort of ['value', 'score', 'supply']) {
      const ids = (await all(`/api/v1/matches?sort=${sort}`, limit)).map(({ id }) => id);
      expect(new Set(ids).size, sort).toBe(3);
    }
  });

  test.each([
    ['family=heat', 2],
    ['family=steam', 0],
    ['type=material.fly_ash', 1],
    ['organization_id=laundry', 1],
    ['site_id=glass-site', 2],
    ['flow_id=green-heat', 1],
    ['min_score=1', 0],
    ['min_margin_eur=100000', 1],
    ['month=7&family=heat', 1], // the greenhouse heats from October to April only
    ['hour_of_week=0&family=heat', 1], // the laundry opens at six
  ])('%s leaves %i', async (query, count) => {
    expect((await client.get(`/api/v1/matches?${query}`)).body.data).toHaveLength(count);
  });

  test('of one organization are those it gives to and takes from', async () => {
    const ids = async (id: string) =>
      (await client.get(`/api/v1/organizations/${id}/matching/direct`)).body.data.map(
        (match: { id: string }) => match.id,
      );
    expect(await ids('glassworks')).toHaveLength(2);
    expect(await ids('laundry')).toEqual(['glass-heat~laundry-heat']);
    expect(await ids('tenant-001')).toEqual([]);
    const unknown = await client.get('/api/v1/organizations/nobody/matching/direct');
    expect([unknown.status, unknown.body.code]).toEqual([404, 'organization_not_found']);
  });

  test('one match explains its money, its CO2, its permit and its hours', async () => {
    const { status, body } = await client.get('/api/v1/matches/glass-heat~laundry-heat');
    expect(status).toBe(200);
    const { explanation } = body;
    expect(explanation).toMatchObject({ year: 2024, route: { transport: 'pipe' } });
    // Lists, which do not carry the weights, show the parts of a score by these.
    expect(explanation.weights).toEqual(usualWeights);
    expect(explanation.economics.margin_eur_per_year).toBe(body.margin_eur_per_year);
    expect(explanation.economics.lines.length).toBeGreaterThan(2);
    const { parties, corridor } = explanation.economics;
    const [supplier, receiver, society] = parties;
    expect(parties.map(({ party }: { party: string }) => party)).toEqual(['supplier', 'receiver', 'society']);
    expect(society.npv_eur).toBeCloseTo(supplier.npv_eur + receiver.npv_eur, 4);
    // What the glassworks asks for, at its gate.
    expect(corridor).toMatchObject({ unit: 'EUR/MWh', price: 10, price_basis: 'stated' });
    // An exchange that earns nothing together leaves no price at which both gain.
    expect(corridor.lowest > corridor.highest).toBe(society.margin_eur_per_year < 0);
    expect(corridor.nash === null).toBe(society.margin_eur_per_year < 0);
    const { npv_eur: npv, drivers, chance_of_loss: loss } = explanation.uncertainty;
    expect(npv.p10 < npv.p50 && npv.p50 < npv.p90).toBe(true);
    expect(loss >= 0 && loss <= 1).toBe(true);
    expect(drivers).toHaveLength(3);
    expect(explanation.co2.attributional.lines.length).toBeGreaterThan(0);
    expect(explanation.factors.every(({ overridden }: { overridden: boolean }) => !overridden)).toBe(true);
    expect(explanation.co2.lines.length).toBeGreaterThan(0);
    expect(explanation.permit.outcome).toBe('needs_permit');
    expect(explanation.permit.rulings[0].clause).toBeTruthy();
    // Whether the way leaves private land is asked, because it could only ease the answer; yes changes nothing.
    expect(explanation.permit.open).toMatchObject([{ fact: 'crosses_public_land', if_yes: 'needs_permit' }]);
    expect(explanation.permit.rulings[0]).toMatchObject({
      jurisdiction: expect.any(String),
      valid_from: expect.any(String),
    });
    // Monday: closed until six, then sixteen hours, and closed again from ten.
    expect(explanation.time.common.hours.slice(0, 24)).toBe('000000111111111111111100');
    expect(explanation.time.common.months).toBe('111111111111');
  });

  test.each(['glass-heat~cement-ash', 'glass-heat', 'a~b~c', '%25', '~'])('%s is no match of this city', async (id) => {
    const { status, body } = await client.get(`/api/v1/matches/${id}`);
    expect([status, body.code]).toEqual([404, 'match_not_found']);
  });

  test('one match is printed on two pages; a pair that does not fit has no sheet', async () => {
    const [{ id }] = (await client.get('/api/v1/matches?limit=1')).body.data;
    const sheet = await client.get(`/api/v1/matches/${encodeURIComponent(id)}/dossier.pdf`);
    expect([sheet.status, sheet.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(sheet.body).toMatch(/^%PDF-1\.7.*%%EOF\s*$/s);
    const none = await client.get('/api/v1/matches/mill-ash~nobody/dossier.pdf');
    expect([none.status, none.body.code]).toEqual([404, 'match_not_found']);
  });

  test('a near miss names the judge that refused and the change that would help', async () => {
    const { body } = await client.get('/api/v1/near-misses');
    expect(body.data).toHaveLength(1);
    expect(body.data[0]).toMatchObject({ id: 'glass-heat~green-hot', failed: ['quality.temperature_c'] });
    expect(body.data[0].changes[0].kind).toBe('heat_pump');
    const one = await client.get('/api/v1/near-misses/glass-heat~green-hot');
    expect(one.body).toEqual(body.data[0]);
    expect((await client.get('/api/v1/near-misses?organization_id=mill')).body.data).toEqual([]);
    expect((await client.get('/api/v1/near-misses/glass-heat~laundry-heat')).status).toBe(404);
  });
});

viewCases(() => client);
exportCases(() => client);
chainCases(
  () => client,
  () => rematch(),
);
factorCases(
  () => client,
  () => rematch(),
);

describe('what if', () => {
  const heat = {
    direction: 'supply',
    type: 'heat.hot_water',
    quantity: { amount: 300, unit: 'kW' },
    quality: { temperature_c: { min: 120 } },
  };

  test('a flow at a place finds its partners and is not stored', async () => {
    const { status, body } = await client.post('/api/v1/match', {
      flow: heat,
      site: { longitude: 11.1, latitude: 55.66 },
    });
    expect(status).toBe(200);
    expect(body.matches.map(({ demand_id }: { demand_id: string }) => demand_id).sort()).toEqual([
      'green-heat',
      'green-hot',
      'laundry-heat',
    ]);
    expect((await client.get('/api/v1/flows/what-if')).status).toBe(404);
  });

  test('a demand at a site of the city finds its supplies', async () => {
    const flow = { ...heat, direction: 'demand', site_id: 'mill-site', quality: { temperature_c: { min: 40 } } };
    const { body } = await client.post('/api/v1/match', { flow, k: 1 });
    expect(body.matches.map(({ supply_id }: { supply_id: string }) => supply_id)).toEqual(['glass-heat']);
  });

  test('an organization is never paired with itself', async () => {
    const { body } = await client.post('/api/v1/match', {
      flow: heat,
      site: { longitude: 11.1, latitude: 55.66, organization_id: 'greenhouse' },
    });
    expect(body.matches.map(({ demand_id }: { demand_id: string }) => demand_id)).toEqual(['laundry-heat']);
  });

  test.each([
    ['flow.site_id', { flow: heat }],
    ['site', { flow: { ...heat, site_id: 'mill-site' }, site: { longitude: 11, latitude: 55 } }],
    ['flow.site_id', { flow: { ...heat, site_id: 'no-site' } }],
    ['site.organization_id', { flow: heat, site: { longitude: 11, latitude: 55, organization_id: 'nobody' } }],
    ['site.longitude', { flow: heat, site: { longitude: 190, latitude: 55 } }],
    ['k', { flow: { ...heat, site_id: 'mill-site' }, k: 101 }],
    ['flow.quantity.unit', { flow: { ...heat, site_id: 'mill-site', quantity: { amount: 1, unit: 't/a' } } }],
    ['flow', {}],
    ['weather', { flow: { ...heat, site_id: 'mill-site' }, weather: 'fine' }],
  ])('nonsense is refused at %s', async (field, body) => {
    const answer = await client.post('/api/v1/match', body);
    expect([answer.status, answer.body.field]).toEqual([422, field]);
  });
});

describe('writing', () => {
  test('a flow is registered, changed and removed, each time by its version', async () => {
    const flow = {
      site_id: 'mill-site',
      direction: 'supply',
      type: 'heat.hot_water',
      quantity: { amount: 400, unit: 'kW' },
    };
    const made = await client.post('/api/v1/flows', flow);
    expect(made.status).toBe(201);
    const address = made.headers.location ?? '';
    expect(address).toBe(`/api/v1/flows/${made.body.id}`);
    expect(made.body).toMatchObject({ ...flow, quantity: { amount: 400, unit: 'kW', precision: 'estimated' } });
    expect(made.headers['x-crg-change']).toMatch(/^\d+-\d+$/);

    const read = await client.get(address);
    expect(read.body).toEqual(made.body);
    expect(read.headers.etag).toBe(made.headers.etag);
    const etag = read.headers.etag ?? '';
    const unchanged = await client.get(address, { headers: { 'if-none-match': `"0", ${etag}` } });
    expect([unchanged.status, unchanged.body]).toEqual([304, '']);

    const bigger = { ...read.body, quantity: { ...read.body.quantity, amount: 500 } };
    const blind = await client.put(address, bigger);
    expect([blind.status, blind.body.code]).toEqual([428, 'version_required']);
    const changed = await client.put(address, bigger, { headers: { 'if-match': etag } });
    expect([changed.status, changed.body.quantity.amount]).toEqual([200, 500]);
    const stale = await client.put(address, bigger, { headers: { 'if-match': etag } });
    expect([stale.status, stale.body.code]).toEqual([412, 'version_conflict']);
    expect(stale.headers.etag).toBe(changed.headers.etag);

    expect((await client.delete(address)).status).toBe(428);
    expect((await client.delete(address, { headers: { 'if-match': etag } })).status).toBe(412);
    const current = changed.headers.etag ?? '';
    const gone = await client.delete(`${address}/`, {
      text: '',
      headers: { 'if-match': current, 'content-type': 'application/json' },
    });
    expect([gone.status, gone.body]).toEqual([204, '']);
    expect((await client.get(address)).status).toBe(404);
    expect((await client.delete(address, { headers: { 'if-match': current } })).status).toBe(404);
    expect((await client.put(address, bigger, { headers: { 'if-match': current } })).status).toBe(404);
  });

  test('an organization and its site come and go in the right order only', async () => {
    const organization = { id: 'bakery/1', name: 'Bakery', nace: '10.71' };
    const made = await client.post('/api/v1/organizations', organization);
    expect([made.status, made.headers.location]).toEqual([201, '/api/v1/organizations/bakery%2F1']);
    const again = await client.post('/api/v1/organizations', organization);
    expect([again.status, again.body.code, again.body.field]).toEqual([409, 'duplicate_id', 'id']);

    const site = await client.post('/api/v1/sites', { organization_id: 'bakery/1', longitude: 11.1, latitude: 55.66 });
    expect([site.status, site.body.name]).toEqual([201, site.body.id]);
    const held = await client.delete('/api/v1/organizations/bakery%2F1', {
      headers: { 'if-match': made.headers.etag ?? '' },
    });
    expect([held.status, held.body.code]).toEqual([409, 'still_referenced']);
    expect(held.body.got).toContain(site.body.id);

    const moved = await client.put(
      site.headers.location ?? '',
      { ...site.body, longitude: 11.2 },
      { headers: { 'if-match': site.headers.etag ?? '' } },
    );
    expect([moved.status, moved.body.longitude]).toEqual([200, 11.2]);
    const renamed = await client.put(
      '/api/v1/organizations/bakery%2F1',
      { name: 'Bakery and café' },
      { headers: { 'if-match': made.headers.etag ?? '' } },
    );
    expect([renamed.status, renamed.body.name, renamed.body.nace]).toEqual([200, 'Bakery and café', null]);

    const removedSite = await client.delete(site.headers.location ?? '', {
      headers: { 'if-match': moved.headers.etag ?? '' },
    });
    expect(removedSite.status).toBe(204);
    const removed = await client.delete('/api/v1/organizations/bakery%2F1', {
      headers: { 'if-match': renamed.headers.etag ?? '' },
    });
    expect(removed.status).toBe(204);
  });

  test('an organization, its site and a flow are registered as one, or not at all', async () => {
    const site = { name: 'Back yard', longitude: 11.1, latitude: 55.66 };
    const flow = { direction: 'supply', type: 'heat.hot_water', quantity: { amount: 20, unit: 'kW' } };
    const made = await client.post('/api/v1/registrations', { organization: { name: 'Sauna' }, site, flow });
    expect(made.status).toBe(201);
    const { organization: owner, site: place, flow: heat } = made.body;
    expect([place.organization_id, heat.site_id]).toEqual([owner.id, place.id]);
    expect((await client.get(`/api/v1/flows/${heat.id}`)).body.quantity.amount).toBe(20);

    const taken = { ...flow, id: heat.id };
    const half = await client.post('/api/v1/registrations', {
      organization: { id: 'half', name: 'Half' },
      site,
      flow: taken,
    });
    expect([half.status, half.body.code]).toEqual([409, 'duplicate_id']);
    expect((await client.get('/api/v1/organizations/half')).status).toBe(404);

    expect((await client.post('/api/v1/registrations', {})).status).toBe(422);
    const lost = await client.post('/api/v1/registrations', { flow });
    expect([lost.status, lost.body.field, lost.body.got]).toEqual([422, 'flow.site_id', 'neither']);
    const torn = await client.post('/api/v1/registrations', { site, flow: { ...flow, site_id: 'mill-site' } });
    expect([torn.status, torn.body.field]).toEqual([422, 'site.organization_id']);
    const both = await client.post('/api/v1/registrations', {
      site: { ...site, organization_id: 'mill' },
      flow: { ...flow, site_id: 'mill-site' },
    });
    expect([both.status, both.body.field, both.body.got]).toEqual([
      422,
      'flow.site_id',
      'one beside it and the id of another',
    ]);

    for (const record of [`flows/${heat.id}`, `sites/${place.id}`, `organizations/${owner.id}`]) {
      const { headers } = await client.get(`/api/v1/${record}`);
      const gone = await client.delete(`/api/v1/${record}`, { headers: { 'if-match': headers.etag ?? '' } });
      expect(gone.status).toBe(204);
    }
  });

  test.each(['organizations/mill', 'sites/mill-site', 'flows/mill-ash'])(
    '%s is sent once, then 304 until it changes',
    async (record) => {
      const first = await client.get(`/api/v1/${record}`);
      expect(first.status).toBe(200);
      const again = await client.get(`/api/v1/${record}`, { headers: { 'if-none-match': `W/${first.headers.etag}` } });
      expect([again.status, again.body, again.headers.etag]).toEqual([304, '', first.headers.etag]);
      expect((await client.get(`/api/v1/${record}`, { headers: { 'if-none-match': '"0"' } })).status).toBe(200);
    },
  );

  test('of two people who change the same version at once, one is told that the other was first', async () => {
    const { headers, body } = await client.get('/api/v1/organizations/tenant-000');
    const change = (name: string) =>
      client.put(
        '/api/v1/organizations/tenant-000',
        { ...body, name },
        { headers: { 'if-match': headers.etag ?? '' } },
      );
    const answers = await Promise.all([change('Tenant A'), change('Tenant B')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const kept = answers.find(({ status }) => status === 200);
    expect((await client.get('/api/v1/organizations/tenant-000')).body.name).toBe(kept?.body.name);
  });

  test('a site with flows stays', async () => {
    const { headers } = await client.get('/api/v1/sites/mill-site');
    const held = await client.delete('/api/v1/sites/mill-site', { headers: { 'if-match': headers.etag ?? '' } });
    expect([held.status, held.body.code]).toEqual([409, 'still_referenced']);
  });

  const flow = {
    site_id: 'mill-site',
    direction: 'supply',
    type: 'heat.hot_water',
    quantity: { amount: 400, unit: 'kW' },
  };
  test.each([
    ['/api/v1/flows', 'site_id', { ...flow, site_id: 'no-site' }, 'invalid_input'],
    ['/api/v1/flows', 'type', { ...flow, type: 'heat.hotwater' }, 'unknown_resource_type'],
    ['/api/v1/flows', 'quantity.unit', { ...flow, quantity: { amount: 4, unit: 't/a' } }, 'wrong_dimension'],
    ['/api/v1/flows', 'quantity.unit', { ...flow, quantity: { amount: 4, unit: 'kWW' } }, 'unknown_unit'],
    ['/api/v1/flows', 'quantity.amount', { ...flow, quantity: { amount: -4, unit: 'kW' } }, 'invalid_input'],
    [
      '/api/v1/flows',
      'quality.temperature_c.max',
      { ...flow, quality: { temperature_c: { max: 4000 } } },
      'out_of_range',
    ],
    ['/api/v1/flows', 'quantty', { ...flow, quantty: 1 }, 'invalid_input'],
    ['/api/v1/flows', 'id', { ...flow, id: '' }, 'invalid_input'],
    ['/api/v1/flows', undefined, [flow], 'invalid_input'],
    ['/api/v1/flows', undefined, null, 'invalid_input'],
    ['/api/v1/sites', 'organization_id', { organization_id: 'nobody' }, 'invalid_input'],
    ['/api/v1/sites', 'latitude', { organization_id: 'mill', longitude: 11 }, 'invalid_input'],
    ['/api/v1/sites', 'latitude', { organization_id: 'mill', longitude: 11, latitude: 91 }, 'invalid_input'],
    ['/api/v1/sites', 'country', { organization_id: 'mill', country: 'Denmark' }, 'invalid_input'],
    ['/api/v1/organizations', 'nace', { name: 'Odd', nace: '99.99' }, 'unknown_code'],
    ['/api/v1/organizations', 'name', { name: 7 }, 'invalid_input'],
  ])('%s refuses a wrong %s and writes nothing', async (url, field, json, code) => {
    const before = await stores.changes.latest();
    const { status, body } = await client.post(url, json);
    expect([status, body.code, body.field]).toEqual([422, code, field]);
    expect(body.expected && body.got && body.next).toBeTruthy();
    expect(await stores.changes.latest()).toBe(before);
  });

  test('a body with several faults names them all', async () => {
    const { body } = await client.post('/api/v1/flows', { ...flow, direction: 'up', name: 4, extra: true });
    expect(body.errors.map(({ field }: { field: string }) => field).sort()).toEqual(['direction', 'extra', 'name']);
  });

  test('an id in the body that differs from the address is refused', async () => {
    const { headers } = await client.get('/api/v1/flows/mill-ash');
    const answer = await client.put(
      '/api/v1/flows/mill-ash',
      { ...flow, id: 'other' },
      { headers: { 'if-match': headers.etag ?? '' } },
    );
    expect([answer.status, answer.body.field]).toEqual([422, 'id']);
  });

  test('If-Match * overwrites whatever version there is, and nothing where there is none', async () => {
    const any = { headers: { 'if-match': '*' } };
    await client.post('/api/v1/organizations', { id: 'unseen', name: 'Before' });
    expect((await client.put('/api/v1/organizations/unseen', { name: 'Between' }, any)).status).toBe(200);
    expect((await client.put('/api/v1/organizations/unseen', { name: 'After' }, any)).body.name).toBe('After');
    expect((await client.delete('/api/v1/organizations/unseen', any)).status).toBe(204);
    expect((await client.delete('/api/v1/organizations/unseen', any)).status).toBe(404);
    expect((await client.put('/api/v1/sites/no-such-site', { organization_id: 'mill' }, any)).status).toBe(404);
  });

  test.each(['7', 'W/"7"', '"7", "8"', '"x"'])('If-Match %s names no single version', async (etag) => {
    const answer = await client.delete('/api/v1/flows/mill-ash', { headers: { 'if-match': etag } });
    expect([answer.status, answer.body.code]).toEqual([428, 'version_required']);
  });

  test('a field of the author begins with x_ and is not kept', async () => {
    const made = await client.post('/api/v1/organizations', { id: 'x-rays', x_note: 'mine' });
    expect([made.status, made.body]).toEqual([201, { id: 'x-rays', name: 'x-rays', nace: null }]);
    await client.delete('/api/v1/organizations/x-rays', { headers: { 'if-match': made.headers.etag ?? '' } });
  });

  test('a match read that names a change waits for it, a second at most', async () => {
    const made = await client.post('/api/v1/flows', {
      ...flow,
      id: 'mill-heat',
      quality: { temperature_c: { min: 95 } },
    });
    const headers = { 'x-crg-change': made.headers['x-crg-change'] ?? '' };
    const started = performance.now();
    const tooEarly = await client.get('/api/v1/matches?flow_id=mill-heat', { headers });
    expect(performance.now() - started).toBeGreaterThan(900);
    expect([tooEarly.headers['x-crg-caught-up'], tooEarly.body.data]).toEqual(['false', []]);
    expect((await client.get('/api/v1/city')).body.matching.up_to_date).toBe(false);

    const direct = await client.get('/api/v1/organizations/mill/matching/direct?family=heat', { headers });
    expect(direct.headers['x-crg-caught-up'], 'direct matching waits for no run').toBe('true');
    expect(direct.body.data.length).toBeGreaterThan(0);
    const { id } = direct.body.data[0];
    expect((await client.get(`/api/v1/matches/${id}`)).body.score).toBe(direct.body.data[0].score);

    const waiting = client.get('/api/v1/matches?flow_id=mill-heat', { headers });
    await rematch();
    const seen = await waiting;
    expect(seen.headers['x-crg-caught-up']).toBe('true');
    expect(seen.body.data.length).toBeGreaterThan(0);

    const colder = { ...made.body, quality: { temperature_c: { min: 40 } } };
    const edited = await client.put('/api/v1/flows/mill-heat', colder, {
      headers: { 'if-match': made.headers.etag ?? '' },
    });
    const ended = seen.body.data[0].id;
    const left = (await client.get('/api/v1/matches?flow_id=mill-heat')).body.data;
    expect(
      left.map(({ id }: { id: string }) => id),
      'a pair that does not hold any more',
    ).not.toContain(ended);
    expect((await client.get(`/api/v1/matches/${ended}`)).status).toBe(404);

    await client.delete('/api/v1/flows/mill-heat', { headers: { 'if-match': edited.headers.etag ?? '' } });
    expect((await client.get('/api/v1/matches?flow_id=mill-heat')).body.data).toEqual([]);
    const nonsense = await client.get('/api/v1/matches', { headers: { 'x-crg-change': 'yesterday' } });
    expect([nonsense.status, nonsense.body.field]).toEqual([400, 'x-crg-change']);
  });
});

describe('requests that are not for us', () => {
  test.each([
    ['GET', '/api/v1/nothing', {}, 404, 'route_not_found'],
    ['GET', '/api', {}, 404, 'route_not_found'],
    ['PATCH', '/api/v1/flows/mill-ash', { json: {} }, 405, 'method_not_allowed'],
    ['DELETE', '/api/v1/matches', {}, 405, 'method_not_allowed'],
    ['POST', '/health', { json: {} }, 405, 'method_not_allowed'],
    [
      'POST',
      '/api/v1/flows',
      { text: '{"a":', headers: { 'content-type': 'application/json' } },
      400,
      'malformed_json',
    ],
    ['POST', '/api/v1/flows', { text: '', headers: { 'content-type': 'application/json' } }, 400, 'malformed_json'],
    [
      'POST',
      '/api/v1/flows',
      { text: '{"id":"a","id":"b"}', headers: { 'content-type': 'application/json' } },
      400,
      'malformed_json',
    ],
    ['POST', '/api/v1/flows', { text: '{}', headers: { 'content-type': 'text/plain' } }, 415, 'unsupported_media_type'],
    [
      'POST',
      '/api/v1/flows',
      { text: `"${'x'.repeat(1_048_576)}"`, headers: { 'content-type': 'application/json' } },
      413,
      'body_too_large',
    ],
    ['GET', '/api/v1/flows/%E0%A4%A', {}, 400, 'invalid_parameter'],

    ['GET', '/api/v1/city', { headers: { host: 'evil.example' } }, 421, 'host_not_allowed'],
    ['GET', '/', { headers: { host: 'evil.example:8080' } }, 421, 'host_not_allowed'],
    ['GET', '/api/v1/city', { headers: { origin: 'https://evil.example' } }, 421, 'host_not_allowed'],
    ['OPTIONS', '/api/v1/flows', { headers: { origin: 'https://evil.example' } }, 421, 'host_not_allowed'],
  ] as const)('%s %s is answered as a problem', async (method, url, call, status, code) => {
    const answer = await client.send(method, url, call);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({ type: `urn:crg:problem:${code}`, request_id: answer.headers['x-request-id'] });
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  test('a wrong method learns the right ones', async () => {
    expect((await client.send('PATCH', '/api/v1/flows/mill-ash', { json: {} })).headers.allow).toBe(
      'DELETE, GET, HEAD, PUT',
    );
  });

  test('a request id is taken over when it is one short word, and made otherwise', async () => {
    const id = async (given: string) =>
      (await client.get('/health', { headers: { 'x-request-id': given } })).headers['x-request-id'];
    expect(await id('run-7.b_2')).toBe('run-7.b_2');
    expect(await id('two words')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await id('x'.repeat(101))).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.each(['localhost:1234', '127.0.0.1', '[::1]:8080', 'LOCALHOST'])('%s is a name of this server', async (host) => {
    expect((await client.get('/health', { headers: { host } })).status).toBe(200);
  });

  test('pages go to the web application unread, with security headers on them', async () => {
    const page = await client.get('/map?family=heat');
    expect([page.status, page.body]).toEqual([200, 'page /map?family=heat']);
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    const posted = await client.send('POST', '/form', {
      text: 'a=b',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(posted.body).toBe('page /form');
  });

  test('a page that breaks gives the request id, not the reason', async () => {
    const broken = await client.get('/broken', { headers: { 'x-request-id': 'broken-page' } });
    expect(broken.status).toBe(500);
    expect(broken.body).toContain('broken-page');
    expect(broken.body).not.toContain('secret');
    expect(logged.join('')).toContain('a page with a secret reason');
  });

  test('without pages the root says where the API is', async () => {
    const missing = ['The pages are still loading.'];
    const alone = await composeApi({ stores, version: '0.0.0', logLevel: 'silent', missing: () => missing });
    const answer = await alone.inject({ url: '/', headers: { host: 'localhost' } });
    expect([answer.statusCode, answer.body]).toEqual([200, expect.stringContaining('/api/v1/docs')]);
    expect((await alone.inject({ url: '/map', headers: { host: 'localhost' } })).statusCode).toBe(404);
    const ready = await alone.inject({ url: '/ready', headers: { host: 'localhost' } });
    expect([ready.statusCode, ready.json().reasons]).toEqual([503, missing]);
    await alone.close();
  });

  test('each answer is one line of JSON in the log', async () => {
    logged.length = 0;
    await client.get('/api/v1/taxonomy', { headers: { 'x-request-id': 'look-here', authorization: 'Bearer s3cret' } });
    expect(logged).toHaveLength(1);
    expect(JSON.parse(logged[0] ?? '')).toMatchObject({ reqId: 'look-here', method: 'GET', status: 200 });
    expect(logged.join('')).not.toContain('s3cret');
  });
});

describe('a listening server', () => {
  test('opens to this machine only, says that there is no sign-in, and answers what is no HTTP', async () => {
    const lines: string[] = [];
    const alone = await composeApi({
      stores,
      version: '0.0.0',
      logLevel: 'info',
      log: { write: (line) => lines.push(line) },
    });
    const address = await startApi(alone, { port: 0 });
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(lines.join('')).toContain('sign-in does not exist yet');
    expect((await fetch(`${address}/health`)).status).toBe(200);

    const socket = connect(Number(new URL(address).port), '127.0.0.1');
    socket.write('NONSENSE\r\n\r\n');
    const answer = Buffer.concat(await socket.toArray()).toString();
    expect(answer).toMatch(/^HTTP\/1\.1 400 [\s\S]*application\/problem\+json[\s\S]*"code":"malformed_request"/);
    await alone.close();
    await expect(fetch(`${address}/health`)).rejects.toThrow();
  });
});

describe('the reference', () => {
  test('is a valid OpenAPI 3.1 document with a name for every operation', async () => {
    const config = await createConfig({
      rules: {
        struct: 'error',
        'no-unresolved-refs': 'error',
        'operation-operationId-unique': 'error',
        'path-parameters-defined': 'error',
      },
    });
    const problems = await lintFromString({ source: document, config });
    expect(problems.map(({ message, location }) => `${message} ${location[0]?.pointer}`)).toEqual([]);
    expect(JSON.parse(document).openapi).toBe('3.1.0');
  });

  test('has every route that people and programs call', () => {
    const { paths, components } = JSON.parse(document);
    const operations = Object.entries<object>(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(operations.sort()).toEqual([
      'DELETE /api/v1/factors/{id}',
      'DELETE /api/v1/flows/{id}',
      'DELETE /api/v1/imports/{id}',
      'DELETE /api/v1/mappings/{name}',
      'DELETE /api/v1/organizations/{id}',
      'DELETE /api/v1/sites/{id}',
      'GET /api/v1/chains',
      'GET /api/v1/chains/{id}',
      'GET /api/v1/city',
      'GET /api/v1/converters',
      'GET /api/v1/exports/city.json',
      'GET /api/v1/exports/flows.csv',
      'GET /api/v1/exports/flows.geojson',
      'GET /api/v1/exports/matches.csv',
      'GET /api/v1/exports/matches.geojson',
      'GET /api/v1/exports/organizations.csv',
      'GET /api/v1/exports/organizations.geojson',
      'GET /api/v1/exports/sites.csv',
      'GET /api/v1/exports/sites.geojson',
      'GET /api/v1/factors',
      'GET /api/v1/factors/{id}',
      'GET /api/v1/flows',
      'GET /api/v1/flows/{id}',
      'GET /api/v1/imports',
      'GET /api/v1/imports/{id}',
      'GET /api/v1/imports/{id}/problem-groups',
      'GET /api/v1/imports/{id}/problems',
      'GET /api/v1/imports/{id}/rejected.csv',
      'GET /api/v1/map/arcs',
      'GET /api/v1/map/sites',
      'GET /api/v1/mappings',
      'GET /api/v1/mappings/{name}',
      'GET /api/v1/matches',
      'GET /api/v1/matches/facets',
      'GET /api/v1/matches/{id}',
      'GET /api/v1/matches/{id}/dossier.pdf',
      'GET /api/v1/near-misses',
      'GET /api/v1/near-misses/{id}',
      'GET /api/v1/organizations',
      'GET /api/v1/organizations/{id}',
      'GET /api/v1/organizations/{id}/matching/chains',
      'GET /api/v1/organizations/{id}/matching/direct',
      'GET /api/v1/permit-rules',
      'GET /api/v1/search',
      'GET /api/v1/sites',
      'GET /api/v1/sites/{id}',
      'GET /api/v1/taxonomy',
      'GET /api/v1/templates/flows.csv',
      'GET /api/v1/templates/flows.xlsx',
      'GET /health',
      'GET /ready',
      'POST /api/v1/flows',
      'POST /api/v1/imports',
      'POST /api/v1/imports/{id}/cancel',
      'POST /api/v1/imports/{id}/check',
      'POST /api/v1/imports/{id}/undo',
      'POST /api/v1/imports/{id}/write',
      'POST /api/v1/match',
      'POST /api/v1/organizations',
      'POST /api/v1/registrations',
      'POST /api/v1/sites',
      'PUT /api/v1/factors/{id}',
      'PUT /api/v1/flows/{id}',
      'PUT /api/v1/imports/{id}/settings',
      'PUT /api/v1/mappings/{name}',
      'PUT /api/v1/organizations/{id}',
      'PUT /api/v1/sites/{id}',
    ]);
    expect(Object.keys(components.schemas)).toEqual(
      expect.arrayContaining(['Flow', 'Match', 'MatchDetail', 'NearMiss', 'Problem']),
    );
  });

  test.each(['/api/v1/docs', '/api/v1/redoc'])('%s and all it loads come from this server', async (url) => {
    const page = await client.get(url);
    expect(page.status).toBe(200);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    const files = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) {
      const answer = await client.get(file);
      expect(answer.status, file).toBe(200);
      expect(answer.body).not.toContain('cdn.redoc.ly');
    }
  });

  test('serves no file beside those the page needs', async () => {
    expect((await client.get('/api/v1/docs/files/oauth2-redirect.html')).status).toBe(404);
    expect((await client.get('/api/v1/docs/files/..%2f..%2fpackage.json')).status).toBeGreaterThanOrEqual(400);
  });
});

describe('nonsense of any kind', () => {
  const runs = { numRuns: 150 };
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ maxLength: 30 }));
  // A segment of one or two dots is no name: every client takes it out of an address before it asks.
  const address = (part: string) => (/^\.{1,2}$/.test(part) ? 'dots' : encodeURIComponent(part.toWellFormed()));

  test('in a body is never a failure of the server', async () => {
    const value = fc.oneof(fc.jsonValue(), text, fc.double(), fc.integer());
    const fields = [
      'id',
      'site_id',
      'direction',
      'type',
      'quantity',
      'availability',
      'quality',
      'codes',
      'price',
      'limits',
      'source',
    ];
    const valid = {
      id: 'fuzz',
      site_id: 'mill-site',
      direction: 'supply',
      type: 'heat.hot_water',
      quantity: { amount: 1, unit: 'kW' },
    };
    const oneWrong = fc
      .tuple(fc.constantFrom(...fields), value)
      .map(([field, wrong]) => ({ ...valid, [field]: wrong }));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('organizations', 'sites', 'flows', 'match'),
        fc.oneof(value, oneWrong),
        async (noun, json) => {
          const { status, headers } = await client.post(`/api/v1/${noun}`, noun === 'match' ? { flow: json } : json);
          expect(status).toBeLessThan(500);
          if (status === 201)
            await client.delete(headers.location ?? '', { headers: { 'if-match': headers.etag ?? '' } });
        },
      ),
      runs,
    );
  });

  test('in an address or a parameter is never a failure of the server', async () => {
    const noun = fc.constantFrom('organizations', 'sites', 'flows', 'matches', 'near-misses', 'chains', 'factors');
    const name = fc.constantFrom(
      'limit',
      'cursor',
      'bbox',
      'family',
      'type',
      'flow_id',
      'site_id',
      'name_contains',
      'min_margin_eur',
      'sort',
    );
    await fc.assert(
      fc.asyncProperty(noun, name, text, async (where, parameter, wrong) => {
        expect((await client.get(`/api/v1/${where}?${parameter}=${address(wrong)}`)).status).toBeLessThan(500);
        expect((await client.get(`/api/v1/${where}/${address(wrong)}`)).status).toBeLessThan(500);
      }),
      runs,
    );
  });
});

test('every answer that the document promises for sense was given, and was as promised', () => {
  const promised = Object.entries<Record<string, { tags: string[]; responses: object }>>(
    JSON.parse(document).paths,
  ).flatMap(([path, methods]) =>
    Object.entries(methods)
      // Those about imports are asked for in imports.test.ts.
      .filter(([, { tags }]) => !tags.includes('Imports'))
      .flatMap(([method, { responses }]) =>
        Object.keys(responses)
          .filter((status) => Number(status) < 400)
          .map((status) => `${method.toUpperCase()} ${path} ${status}`),
      ),
  );
  const missing = promised.filter((answer) => !client.seen.has(answer));
  expect(missing).toEqual([]);
});

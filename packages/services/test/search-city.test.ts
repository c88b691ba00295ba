// One box for everything: what people type, and what they mean by it.
import type { City, ResourceFlow } from '@crg/domain/flow';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { near } from '../src/search/near-spelling.ts';
import { type CitySearch, citySearch } from '../src/search/search-city.ts';

const site = (id: string, organizationId: string, name: string) => ({
  id,
  organizationId,
  name,
  point: { longitude: 11, latitude: 55 },
  country: 'DK',
  source: null,
});

const flow = (id: string, siteId: string, type: string, name: string, ewc: readonly string[] = []): ResourceFlow => ({
  id,
  siteId,
  direction: 'supply',
  type,
  name,
  quantity: { amount: 5, unit: 't/a', precision: 'estimated' },
  availability: { hours: [], months: [], validFrom: null, validTo: null },
  quality: {},
  qualityPrecision: null,
  codes: { ewc, cpa: null, hs: null },
  price: null,
  disposalCost: null,
  limits: { maxDistanceKm: null, minYearlyAmount: null },
  source: null,
});

const city: City = {
  name: 'Suchstadt',
  year: 2024,
  currency: 'EUR',
  organizations: [
    { id: 'mill', name: 'Mill', nace: ['17.12'] },
    { id: 'north', name: 'Mill of the North', nace: [] },
    { id: 'zement', name: 'Zementwerk Überlingen', nace: ['23.51'] },
    { id: 'oresund', name: 'Øresund Kraft & Værk', nace: [] },
    { id: 'lodz', name: 'Łódź Papier', nace: [] },
    { id: 'strasse', name: 'Straßenbau', nace: [] },
  ],
  sites: [
    site('hotmaps:HM-1', 'mill', 'Mill'),
    site('hotmaps:HM-10', 'north', 'Harbour works'),
    site('eea:1', 'zement', 'Kläranlage Überlingen'),
    site('eea:2', 'zement', 'Steinbruch'),
  ],
  flows: [
    flow('ash', 'hotmaps:HM-1', 'material.fly_ash', 'Ash of the bark boiler', ['100103']),
    flow('ash-2', 'hotmaps:HM-10', 'material.fly_ash', 'Fly ash', ['100103', '100102']),
    flow('heat', 'eea:1', 'heat.hot_water', 'Kiln cooling'),
  ],
};

let search: CitySearch;
beforeAll(async () => {
  search = await citySearch(city, async () => undefined);
});
const found = (query: string) => search(query, 50).map(({ kind, id }) => `${kind} ${id}`);

describe('what is found', () => {
  test.each([
    ['mill', 'organization mill'], // the whole name, before names that go on
    ['MILL OF', 'organization north'],
    ['uberlingen', 'organization zement'],
    ['Überlingen', 'organization zement'],
    ['oresund vaerk', 'organization oresund'],
    ['lodz', 'organization lodz'],
    ['strassen', 'organization strasse'],
    ['kläranlage', 'site eea:1'],
    ['HM-1', 'site hotmaps:HM-1'], // not HM-10
    ['hotmaps:hm-10', 'site hotmaps:HM-10'],
    ['bruch', 'site eea:2'], // a part of Steinbruch
    ['bark', 'flow ash'],
    ['10 01 03', 'code ewc:100103'],
    ['23.51', 'code nace:23.51'],
    ['heat.hot_water', 'code type:heat.hot_water'],
  ])('%s means the %s', (query, first) => {
    expect(found(query)[0]).toBe(first);
  });

  test.each([
    ['zemntwerk', 'organization zement'], // a letter left out
    ['zemenntwerk', 'organization zement'], // one too many
    ['zementwrek', 'organization zement'], // two swapped
    ['ezmentwerk', 'organization zement'], // the first two swapped
    ['steinbroch', 'site eea:2'], // one wrong
  ])('%s is a slip of the finger for the %s', (query, first) => {
    expect(found(query)[0]).toBe(first);
  });

  test('every word must fit, and the owner helps to choose', () => {
    expect(
      found('ash mill')
        .filter((hit) => hit.startsWith('flow'))
        .sort(),
    ).toEqual(['flow ash', 'flow ash-2']);
    expect(found('ash harbour').filter((hit) => hit.startsWith('flow'))).toEqual(['flow ash-2']);
    expect(found('ash überlingen')).toEqual([]);
  });

  test('an owner alone does not bring up all its flows', () => {
    expect(found('zementwerk')).toEqual(['organization zement']);
  });

  test('codes say how many flows carry them, and those that nobody carries stand last', () => {
    const [waste] = search('100103', 1);
    expect(waste).toMatchObject({ kind: 'code', flows: 2 });
    expect(search('nace:23.51', 1)[0]).toMatchObject({ flows: 1 });
    const ashes = search('ash', 50);
    const firstIdle = ashes.findIndex(({ flows }) => flows === 0);
    expect(firstIdle).toBeGreaterThan(0);
    expect(ashes.slice(firstIdle).every(({ flows }) => flows === 0)).toBe(true);
  });

  test('an organization with one site says where it is, one with two does not', () => {
    expect(search('mill', 1)[0]).toMatchObject({
      siteId: 'hotmaps:HM-1',
      place: { longitude: 11 },
      detail: '1 site · NACE 17.12',
    });
    expect(search('zementwerk', 1)[0]).toMatchObject({ siteId: null, place: null, detail: '2 sites · NACE 23.51' });
  });

  test('the same question has the same answer again', () => {
    const first = found('mill');
    found('zementwerk überlingen');
    expect(found('mill')).toEqual(first);
  });

  test('no question of any characters breaks it or finds more than was asked for', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string()),
        fc.integer({ min: 1, max: 20 }),
        (query, limit) => {
          const hits = search(query, limit);
          expect(hits.length).toBeLessThanOrEqual(limit);
          expect(new Set(hits.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(hits.length);
        },
      ),
    );
  });

  test('every name finds its own record', () => {
    for (const { id, name } of city.organizations) expect(found(name), name).toContain(`organization ${id}`);
    for (const { id, name } of city.sites) expect(found(name), name).toContain(`site ${id}`);
    for (const { id, name } of city.flows) expect(found(name), name).toContain(`flow ${id}`);
  });
});

describe('near spellings', () => {
  test.each([
    ['steel', 'steel', 0],
    ['steel', 'stel', 1],
    ['steel', 'stele', 1],
    ['steel', 'stael', 1],
    ['steel', 'tseel', 1],
    ['steel', 'stl', 2],
    ['steel', 'paper', null],
  ])('from %s to %s', (word, typed, distance) => {
    expect(near(word, typed, 2)).toBe(distance);
  });
});

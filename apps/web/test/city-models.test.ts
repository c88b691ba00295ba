// What the city screen computes from the API's answers: totals, steps, filters as questions, search targets.
import type { City } from '@crg/api-contract/city';
import type { Facets } from '@crg/api-contract/facets';
import type { SearchHit } from '@crg/api-contract/search';
import { expect, test } from 'vitest';
import { exportsOf } from '../src/features/city/export-menu.tsx';
import { pageAddress } from '../src/features/city/use-entries.ts';
import { newsText } from '../src/features/city/use-news.ts';
import { commandsFor, commandsOf } from '../src/features/search/commands.ts';
import { closestSteps, possibleSteps } from '../src/model/closest-steps.ts';
import { asksNothing, matchQuery } from '../src/model/match-query.ts';
import { potentialOf, potentialOfCity } from '../src/model/potential.ts';
import { boxAround, targetOf } from '../src/model/search-target.ts';
import { noFacets, spreadOf, without } from '../src/model/spread.ts';
import { filterKey, initialView, listKey, readView, writeView } from '../src/model/view-state.ts';
import { arc } from './arcs.ts';

const pair = (supply: string, demand: string, eur: number, given: Parameters<typeof arc>[2] = {}) =>
  arc(supply, demand, { id: `${supply}~${demand}`, margin_eur_per_year: eur, ...given });

test('a flow is given away once: the total skips the second taker of the same heat, and pairs that cost money', () => {
  const data = [
    pair('a', 'y', 300_000, { co2_t_per_year: 30 }),
    pair('b', 'y', 200_000, { co2_t_per_year: 20 }),
    pair('a', 'x', 100_001, { co2_t_per_year: 10, precision: 'measured' }),
    pair('c', 'x', 100_000, { co2_t_per_year: 7, precision: 'archetype' }),
    pair('d', 'z', -5_000, { co2_t_per_year: 99 }),
  ];
  const potential = potentialOf({ data, matches: 5 });
  expect(potential.largest.map(({ id }) => id)).toEqual(['a~y', 'c~x']);
  expect(potential).toMatchObject({ eurPerYear: 400_000, co2TonnesPerYear: 37, pairs: 2, complete: true });
  expect(potential.byPrecision).toEqual({ measured: 0, estimated: 0.75, archetype: 0.25 });
});

test('a total over the most valuable matches only says at least, unless what follows costs money anyway', () => {
  const data = [pair('a', 'x', 10), pair('b', 'y', 5)];
  expect(potentialOf({ data, matches: 9 }).complete).toBe(false);
  expect(potentialOf({ data: [...data, pair('c', 'z', -1)], matches: 9 }).complete).toBe(true);
});

test('without filters the total is the one the API makes of the whole city', () => {
  const shares = { measured: 0.5, estimated: 0.5, archetype: 0 };
  const totals = { potential_eur_per_year: 7e6, co2_t_per_year: 5, pairs: 99, by_precision: { potential: shares } };
  const potential = potentialOfCity({ totals } as unknown as City, { data: [pair('a', 'x', 10)], matches: 4_000 });
  expect(potential).toMatchObject({ eurPerYear: 7e6, pairs: 99, complete: true, byPrecision: shares });
  expect(potential.largest).toHaveLength(1);
});

const facets = (matches: number, given: Partial<Facets> = {}): Facets => ({
  matches,
  families: [{ family: 'heat', matches, margin_eur_per_year: 1, co2_t_per_year: 1 }],
  score: Array.from({ length: 20 }, (_, index) => ({ from: index / 20, to: (index + 1) / 20, matches: 1 })),
  value_eur: [
    { from: null, to: 0, matches: 2 },
    { from: 0, to: 1_000, matches: 3 },
    { from: 1_000, to: null, matches: 4 },
  ],
  precisions: { measured: 1, estimated: 2, archetype: 3 },
  months: new Array(12).fill(matches),
  hours: new Array(168).fill(matches),
  ...given,
});

test('each part of the rail leaves its own filter out: what choosing something else would bring', () => {
  const spread = spreadOf({
    all: facets(1),
    families: facets(2, { families: [{ family: 'water', matches: 2, margin_eur_per_year: 0, co2_t_per_year: 0 }] }),
    score: facets(3),
    value: facets(4),
    precision: facets(5, { precisions: { measured: 5, estimated: 0, archetype: 0 } }),
    time: facets(6),
  });
  expect(spread.matches).toBe(1);
  expect([spread.families.heat, spread.families.water]).toEqual([0, 2]);
  expect(spread.precisions.measured).toBe(5);
  expect([spread.months[0], spread.hours[167]]).toEqual([6, 6]);
  expect(spread.valueEur).toEqual({ stops: [null, 0, 1_000, null], bars: [2, 3, 4] });
  expect(noFacets(facets(9))).toMatchObject({ matches: 0, families: [], precisions: { archetype: 0 } });
  expect(without({ ...initialView, month: 2, hour: 3 }, 'time')).toEqual(initialView);
});

test('an empty list offers only steps that change the view, the one that brings most first', () => {
  const view = { ...initialView, families: [], month: 2 } as const;
  const steps = possibleSteps(view);
  expect(steps.map(({ label }) => label)).toEqual(['All resource families', 'Any month']);
  const counted = steps.map((step, index) => ({ ...step, matches: [4, 9][index] ?? 0 }));
  expect(closestSteps(counted).map(({ label }) => label)).toEqual(['Any month', 'All resource families']);
  expect(closestSteps(counted.map((step) => ({ ...step, matches: 0 })))).toEqual([]);
});

test('every drawing, list and export of a view asks the same question', () => {
  const view = {
    ...initialView,
    families: ['heat', 'gas'] as const,
    score: { from: 0.5, to: null },
    valueEur: { from: null, to: 1_000 },
    maxDistanceKm: 5,
    precisions: ['measured'] as const,
    month: 2,
    hour: 30,
    site: 'works',
  };
  expect(matchQuery(view).toString()).toBe(
    'families=heat%2Cgas&min_score=0.5&max_margin_eur=1000&max_distance_km=5&precision=measured&month=2&hour_of_week=30&site_id=works',
  );
  expect(matchQuery(initialView).toString()).toBe('');
  expect(asksNothing({ ...initialView, precisions: [] })).toBe(true);
  const city = { counts: { sites: 3, flows: 4 } } as unknown as City;
  const [matches, sites] = exportsOf(city, 7, view);
  expect(matches?.files.map(({ href }) => href)).toEqual([
    `/api/v1/exports/matches.csv?${matchQuery(view)}`,
    `/api/v1/exports/matches.geojson?${matchQuery(view)}`,
  ]);
  expect(sites?.files[0]?.href).toBe('/api/v1/exports/sites.csv');
  expect(exportsOf(city, 0, view).map(({ what }) => what)).toEqual(['Sites', 'Flows']);
});

test('selection, view and camera change neither the list nor the totals; the order changes only the list', () => {
  const moved = { ...initialView, view: 'table', selected: 'a~b', bbox: [1, 2, 3, 4] } as const;
  expect([listKey(moved), filterKey(moved)]).toEqual(['', '']);
  const sorted = { ...initialView, sort: 'score', nearMisses: false } as const;
  expect(listKey(sorted)).toBe('?sort=score&near=0');
  expect(filterKey(sorted)).toBe('');
  expect(pageAddress('', 'near:')).toBe('/overview/entries?cursor=near%3A');
  expect(pageAddress('?month=2', 'abc')).toBe('/overview/entries?month=2&cursor=abc');
});

test('the camera is part of the address, and an impossible box is none', () => {
  const view = { ...initialView, bbox: [11.05, 55.64, 11.13, 55.7] as const };
  expect(writeView(view)).toBe('?bbox=11.05,55.64,11.13,55.7');
  expect(readView(new URLSearchParams(writeView(view)))).toEqual(view);
  for (const box of ['1,2,3', '3,2,1,4', 'a,b,c,d', '-181,0,1,1'])
    expect(readView(new URLSearchParams({ bbox: box })).bbox).toBeNull();
});

const hit = (given: Partial<SearchHit>): SearchHit => ({ kind: 'site', id: 'x', title: 'X', detail: '', ...given });

test('a chosen site is selected where it stands, a code looks for the flows that carry it', () => {
  const place = { longitude: 11.1, latitude: 55.66 };
  const view = { ...initialView, month: 2, sort: 'score' } as const;
  const target = targetOf(hit({ site_id: 'works', place }), view);
  expect(target).toMatchObject({ kind: 'view', view: { site: 'works', sort: 'score', month: null } });
  const [west = 0, south = 0, east = 0, north = 0] = (target.kind === 'view' && target.view.bbox) || [];
  expect(west < 11.1 && east > 11.1 && south < 55.66 && north > 55.66 && east - west < 0.1).toBe(true);
  expect(targetOf(hit({ kind: 'code', id: 'ewc:100102' }), view)).toEqual({ kind: 'search', words: '100102' });
  expect(targetOf(hit({ kind: 'organization', id: 'novo' }), view)).toEqual({ kind: 'organization', id: 'novo' });
  expect(boxAround([])).toBeNull();
});

test('commands are found by the beginnings of their words, and keep the filters of the view', () => {
  const commands = commandsOf({ ...initialView, month: 2 });
  expect(commandsFor(commands, 'exp csv').map(({ href }) => href)).toEqual(['/api/v1/exports/matches.csv?month=2']);
  expect(commandsFor(commands, 'tab')[0]?.href).toBe('/?view=table&month=2');
  expect(commandsFor(commands, 'reset')[0]?.href).toBe('/');
  expect(commandsFor(commands, 'zzz')).toEqual([]);
  expect(commandsOf(null).some(({ id }) => id === 'reset')).toBe(false);
});

test('news says how many sites and matches came or went, and nothing when nothing changed', () => {
  const city = (sites: number, matches: number, upToDate = true) =>
    ({ counts: { sites, matches }, matching: { up_to_date: upToDate } }) as unknown as City;
  expect(newsText(city(17, 25), city(17, 25))).toBeNull();
  expect(newsText(city(17, 25), city(31_017, 24))).toBe('31,000 more sites, 1 fewer match.');
  expect(newsText(city(17, 25, false), city(17, 25))).toBe('The matching has ended.');
});

import { expect, test } from 'vitest';
import { closestSteps, countByFamily, entriesPassing, ranked, totalsOf } from '../src/model/filter-entries.ts';
import { timeLoad } from '../src/model/time-load.ts';
import { initialView } from '../src/model/view-state.ts';
import { entry } from './entries.ts';

const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);

test('a flow is given away once: the total skips the second taker of the same heat, and pairs that cost money', () => {
  const totals = totalsOf([
    entry('a~x', { eurPerYear: 100_000, co2TonnesPerYear: 10, precision: 'measured' }),
    entry('a~y', { eurPerYear: 300_000, co2TonnesPerYear: 30 }),
    entry('b~y', { eurPerYear: 200_000, co2TonnesPerYear: 20 }),
    entry('c~x', { eurPerYear: 100_000, co2TonnesPerYear: 7, precision: 'archetype' }),
    entry('d~z', { eurPerYear: -5_000, co2TonnesPerYear: 99 }),
  ]);
  expect(ids(totals.chosen)).toEqual(['a~y', 'c~x']);
  expect(totals).toMatchObject({ eurPerYear: 400_000, co2TonnesPerYear: 37, matches: 5 });
  expect(totals.byPrecision).toEqual({ measured: 0, estimated: 0.75, archetype: 0.25 });
});

test('matches come before near misses, the most valuable first, the cheapest change first, ties by id', () => {
  const change = (eurPerYear: number) => ({ kind: 'heat_pump', detail: '', eurPerYear });
  const near = { kind: 'near_miss', eurPerYear: null, score: null } as const;
  const order = ranked(
    [
      entry('n~2', { ...near, change: change(9) }),
      entry('b~1'),
      entry('n~1', { ...near, change: change(3) }),
      entry('a~1'),
      entry('c~1', { eurPerYear: 1, score: 0.9 }),
    ],
    'value',
  );
  expect(ids(order)).toEqual(['a~1', 'b~1', 'c~1', 'n~1', 'n~2']);
  expect(ids(ranked(order, 'score'))[0]).toBe('c~1');
});

test('at Tuesday 06:00 in February only pairs are shown whose both sides run then', () => {
  const nights = { hours: '0'.repeat(30) + '1' + '0'.repeat(137), months: '010000000000' };
  const entries = [entry('a~x', { common: nights }), entry('b~y', { common: { ...nights, months: '1'.repeat(12) } })];
  const at = (month: number | null, hour: number | null) =>
    ids(entriesPassing(entries, { ...initialView, month, hour }));
  expect(at(2, 30)).toEqual(['a~x', 'b~y']);
  expect(at(3, 30)).toEqual(['b~y']);
  expect(at(2, 31)).toEqual([]);
  const load = timeLoad(entries, null, 30);
  expect(load.months).toEqual([1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
  expect(load.hours[30]).toBe(2);
  expect(load.hours[31]).toBe(0);
});

test('counts of a family leave the family filter itself out', () => {
  const entries = [entry('a~x'), entry('b~y', { family: 'water' }), entry('c~z', { family: 'water', distanceKm: 9 })];
  const view = { ...initialView, families: ['heat'] as const, maxDistanceKm: 5 };
  expect(ids(entriesPassing(entries, view))).toEqual(['a~x']);
  expect(countByFamily(entriesPassing(entries, view, ['families']))).toMatchObject({ heat: 1, water: 1, gas: 0 });
});

test('an empty list names the single steps that bring matches back, the most valuable first', () => {
  const entries = [entry('a~x', { distanceKm: 8 }), entry('b~y', { score: 0.2, eurPerYear: 900_000 })];
  const view = { ...initialView, maxDistanceKm: 5, score: { from: 0.6, to: null } };
  expect(entriesPassing(entries, view)).toEqual([]);
  expect(closestSteps(entries, view).map(({ label, gained }) => [label, gained])).toEqual([
    ['Any score', 1],
    ['Any distance', 1],
  ]);
});

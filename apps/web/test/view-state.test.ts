import { expect, test } from 'vitest';
import { initialView, isFiltered, readView, withoutFilters, writeView } from '../src/model/view-state.ts';

const read = (address: string) => readView(new URLSearchParams(address));

test('the view as it opens has the shortest address', () => {
  expect(writeView(initialView)).toBe('');
  expect(read('')).toEqual(initialView);
});

test('every view can be linked: its address reads back the same', () => {
  const view = {
    ...initialView,
    view: 'table' as const,
    sort: 'score' as const,
    families: ['heat', 'water'] as const,
    score: { from: 0.6, to: null },
    valueEur: { from: -20_000, to: 1_000_000 },
    maxDistanceKm: 3.5,
    precisions: ['measured'] as const,
    chains: false,
    nearMisses: false,
    month: 2,
    hour: 30,
    selected: 'gyproc-heat~district-heating',
    site: 'gyproc-works',
  };
  const address = writeView(view);
  expect(address).toContain('families=heat,water&score=0.6:&value_eur=-20000:1000000');
  expect(read(address)).toEqual(view);
});

test('no family at all is not the same as all of them', () => {
  const address = writeView({ ...initialView, families: [] });
  expect(address).toBe('?families=none');
  expect(read(address).families).toEqual([]);
});

test('an address that makes no sense shows the city as it opens', () => {
  expect(read('month=13&hour=168&score=a:b&distance_km=-1&view=globe&value_eur=5')).toEqual(initialView);
});

test('resetting filters keeps view, order and selection', () => {
  const view = read('view=table&sort=score&families=gas&month=3&sel=a~b');
  expect(isFiltered(view)).toBe(true);
  expect(writeView(withoutFilters(view))).toBe('?view=table&sort=score&sel=a~b');
});

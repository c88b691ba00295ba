// Direct matching of one organization, small enough to check by hand.
import { matchCity } from '@crg/engine/match-city';
import type { MatchFilter, MatchSort } from '@crg/stores/ports/match-store';
import { expect, test } from 'vitest';
import type { CityRecords } from '../src/city-records.ts';
import { directMatches } from '../src/direct-matches.ts';
import { LivingCity } from '../src/living-city.ts';
import { heat, threeWorks } from './town.ts';

async function works(change: (town: ReturnType<typeof threeWorks>) => void = () => {}): Promise<CityRecords> {
  const town = threeWorks();
  change(town);
  const now = await new LivingCity(town.stores()).now();
  if (now === null) throw new Error('expected a city');
  return now.records;
}

function direct(records: CityRecords, organizationId: string, filter: MatchFilter = {}, sort: MatchSort = 'value') {
  const question = { organizationId, k: 20, filter, sort };
  return directMatches(records, question, { cursor: null, limit: 100 }).items.map(([match]) => match);
}
const idsOf = (matches: readonly { supplyId: string; demandId: string }[]) =>
  matches.map(({ supplyId, demandId }) => `${supplyId} ${demandId}`);

test('a supplier gets what a run over the city answers, a receiver its own suppliers', async () => {
  const records = await works();
  const run = matchCity(records.city(), { k: 20 }).matches;
  expect(direct(records, 'a', {}, 'id')).toEqual(run.toSorted((x, y) => (x.demandId < y.demandId ? -1 : 1)));
  expect(idsOf(direct(records, 'c'))).toEqual(['a-heat c-need']);
  expect(direct(records, 'nobody')).toEqual([]);
});

test('a receiver finds a supplier whose own list is full of better ones', async () => {
  const records = await works((town) => {
    for (let index = 0; index < 30; index++) {
      const precise = { direction: 'demand', quality: { temperature_c: { min: 30, max: null } } } as const;
      town.put('flow', heat(`better-${index}`, 'b-site', precise));
    }
    const vague = { amount: 100, unit: 'kW', precision: 'archetype' } as const;
    const quality = { temperature_c: { min: 75, max: null } };
    town.put('flow', heat('c-need', 'c-site', { direction: 'demand', quality, quantity: vague }));
  });
  const run = matchCity(records.city(), { k: 20 }).matches;
  expect(idsOf(run)).not.toContain('a-heat c-need');
  expect(idsOf(direct(records, 'c'))).toEqual(['a-heat c-need']);
});

test('filters leave the pairs for which all of them hold', async () => {
  const winter = Array.from({ length: 12 }, (_, month) => month < 3);
  const records = await works((town) => {
    const { availability } = heat('', '');
    const quantity = { amount: 100, unit: 'kW', precision: 'archetype' } as const;
    const cold = { direction: 'demand', quality: { temperature_c: { min: 50, max: null } }, quantity } as const;
    town.put('flow', heat('c-need', 'c-site', { ...cold, availability: { ...availability, months: winter } }));
  });
  const left = (filter: MatchFilter) => idsOf(direct(records, 'a', filter, 'id')).map((pair) => pair.split(' ')[1]);
  const [toB, toC] = direct(records, 'a', {}, 'id');
  if (toB === undefined || toC === undefined) throw new Error('expected two matches');
  expect(left({})).toEqual(['b-need', 'c-need']);
  expect(left({ families: ['heat', 'steam'] })).toEqual(['b-need', 'c-need']);
  expect(left({ families: ['steam'] })).toEqual([]);
  expect(left({ type: 'heat.hot_water', siteId: 'c-site' })).toEqual(['c-need']);
  expect(left({ flowId: 'b-need' })).toEqual(['b-need']);
  expect(left({ month: 7 })).toEqual(['b-need']);
  expect(left({ month: 1, hourOfWeek: 0 })).toEqual(['b-need', 'c-need']);
  expect(left({ precisions: ['archetype'] })).toEqual(['c-need']);
  expect(left({ maxDistanceKm: toB.distanceKm })).toEqual(['b-need']);
  expect(left({ minScore: toB.score })).toEqual(toC.score >= toB.score ? ['b-need', 'c-need'] : ['b-need']);
  expect(left({ maxValueEurPerYear: toC.economics.marginEurPerYear })).toContain('c-need');
  expect(left({ within: { west: 11.015, south: 55, east: 11.02, north: 56 } })).toEqual(['c-need']);
  expect(left({ within: { west: 10, south: 55, east: 11.001, north: 56 } })).toEqual(['b-need', 'c-need']);
});

test.each<MatchSort>(['value', 'score', 'id'])('pages by %s, one at a time, equal the whole list', async (sort) => {
  const records = await works((town) => {
    for (let index = 0; index < 5; index++) town.put('flow', heat(`a-heat-${index}`, 'a-site'));
  });
  const whole = idsOf(direct(records, 'b', {}, sort));
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: ReturnType<typeof directMatches> = directMatches(
      records,
      { organizationId: 'b', k: 20, filter: {}, sort },
      { cursor, limit: 1 },
    );
    seen.push(...idsOf(page.items.map(([match]) => match)));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual(whole);
  expect(seen).toHaveLength(6);
  expect(() =>
    directMatches(records, { organizationId: 'b', k: 20, filter: {}, sort }, { cursor: 'x', limit: 1 }),
  ).toThrow(/next_cursor/);
});

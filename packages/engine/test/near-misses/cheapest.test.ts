// A run leaves out what is sure to be dearer; the five that it keeps are nevertheless the five cheapest of all.
import { matchCity } from '@crg/engine/match-city';
import { expect, test } from 'vitest';
import { indexOfCity } from '../../src/city-index.ts';
import { type MendedPair, mended } from '../../src/near-misses/mend-pair.ts';
import { cityOf, randomCity } from '../properties/random-city.ts';
import { randomTown } from './random-town.ts';
import { nearPairsOf } from './survey.ts';

test('the near misses of a run are the five cheapest of all near pairs of a supply, worked out one by one without a bound', () => {
  let supplies = 0;
  for (const stated of [randomTown(4), ...Array.from({ length: 40 }, (_, seed) => randomCity(seed + 500))]) {
    const city = cityOf(stated);
    const index = indexOfCity(city);
    const all = [...nearPairsOf(city, index)].flatMap(({ pair, failed }) => mended(pair, failed, index) ?? []);
    const kept = Map.groupBy(matchCity(city, { k: 1 }).nearMisses, ({ supplyId }) => supplyId);
    for (const [supplyId, answers] of Map.groupBy(all, ({ pair }) => pair.supply.flow.id)) {
      const cheapest = answers.sort(cheapestFirst).slice(0, 5).map(wordsOf);
      const told = kept.get(supplyId) ?? [];
      expect(
        told.map(({ demandId, failed, changes }) => ({
          demandId,
          failed,
          changes: changes.map(({ kind, judge, costEurPerYear }) => ({ kind, judge, costEurPerYear })),
        })),
        supplyId,
      ).toEqual(cheapest);
      supplies++;
    }
  }
  expect(supplies).toBeGreaterThan(200);
});

function cheapestFirst(a: MendedPair, b: MendedPair): number {
  return a.costEurPerYear - b.costEurPerYear || (a.pair.demand.flow.id < b.pair.demand.flow.id ? -1 : 1);
}

function wordsOf({ pair, failed, changes }: MendedPair) {
  return {
    demandId: pair.demand.flow.id,
    failed,
    changes: changes.map(({ kind, judge, costEurPerYear }) => ({ kind, judge, costEurPerYear })),
  };
}

// The golden city: what the engine must find in Kalundborg, alone and among invented competitors (decoys.ts says how they are made).
import type { City, ResourceFlow } from '@crg/domain/flow';
import type { Match, MatchRun } from '@crg/domain/match';
import { resourceType } from '@crg/domain/taxonomy';
import { matchCity } from '@crg/engine/match-city';
import { describe, expect, test } from 'vitest';
import { diceOf } from '../properties/random-city.ts';
import { type Decoy, decoysOf, withDecoys } from './decoys.ts';
import {
  type DocumentedExchange,
  documentedExchanges,
  exchangeOf,
  expectedNearTheTop,
} from './documented-exchanges.ts';
import { flowOf, kalundborg, siteOf } from './kalundborg.ts';

const seeds = [101, 202, 303, 404, 505];
/** The longest list the engine gives: nothing that passes every judge is cut off. */
const everything = 100;

const city = kalundborg();
const alone = matchCity(city, { k: everything });
const crowds = seeds.map((seed) => {
  const decoys = decoysOf(city, diceOf(seed));
  return { seed, decoys, run: matchCity(withDecoys(city, decoys), { k: everything }) };
});

describe('Kalundborg in 2018', () => {
  test.each(expectedNearTheTop)('%s stands near the top of its supply among the decoys of every seed', (id) => {
    const exchange = exchangeOf(id);
    const allowed = receiverCount(exchange) + 1;
    for (const { seed, run } of crowds) {
      const rank = matchOf(run, exchange)?.rank;
      expect(rank, `seed ${seed}: ${listOf(run, exchange.supplyId)}`).toBeGreaterThanOrEqual(1);
      expect(rank, `seed ${seed}: ${listOf(run, exchange.supplyId)}`).toBeLessThanOrEqual(allowed);
    }
  });

  test.each(['KAL-01', 'KAL-03', 'KAL-05'])('%s matches because its supply states a limit beyond the reach', (id) => {
    const exchange = exchangeOf(id);
    for (const { run } of crowds) expect(matchOf(run, exchange)).toBeDefined();
    const match = matchOf(alone, exchange) as Match;
    const supply = flowOf(city, exchange.supplyId);
    expect(match.distanceKm).toBeGreaterThan(resourceType(supply.type).reachKm);
    expect(match.distanceKm).toBeLessThanOrEqual(supply.limits.maxDistanceKm as number);

    const unlimited = { ...supply, limits: { ...supply.limits, maxDistanceKm: null } };
    expect(matchOf(matchCity(replaced(city, unlimited), { k: everything }), exchange)).toBeUndefined();
  });

  test('KAL-19 misses by its temperature alone, and a heat pump would mend it', () => {
    const { supplyId, demandId } = exchangeOf('KAL-19');
    expect(matchOf(alone, exchangeOf('KAL-19'))).toBeUndefined();
    const miss = alone.nearMisses.find((near) => near.supplyId === supplyId && near.demandId === demandId);
    expect(miss?.failed).toEqual(['quality.temperature_c']);
    expect(miss?.changes.map((change) => change.kind)).toContain('heat_pump');
  });

  test.each(['KAL-11', 'KAL-13', 'KAL-23'])('%s has a receiver without a known site, which a notice says', (id) => {
    const exchange = exchangeOf(id);
    expect(alone.notices.filter((notice) => notice.flowId === exchange.demandId).map(({ code }) => code)).toContain(
      'no_place',
    );
    for (const { run } of [{ run: alone }, ...crowds]) expect(matchOf(run, exchange)).toBeUndefined();
  });

  test('KAL-17 stays inside one organization and is never suggested', () => {
    const exchange = exchangeOf('KAL-17');
    for (const { run } of [{ run: alone }, ...crowds]) {
      expect(matchOf(run, exchange)).toBeUndefined();
      expect(run.nearMisses.filter((near) => isPair(near, exchange))).toEqual([]);
    }
  });
});

describe('Decoys', () => {
  test('every resource type with a documented supply has 12 infeasible and 8 feasible ones from each seed', () => {
    const types = new Set(documentedExchanges.map(({ supplyId }) => flowOf(city, supplyId).type));
    expect(types.size).toBe(19);
    for (const { decoys } of crowds) {
      for (const type of types) {
        const ofType = decoys.filter((decoy) => decoy.type === type);
        expect([ofType.filter(({ feasible }) => feasible).length, ofType.length]).toEqual([8, 20]);
      }
    }
    expect(new Set(crowds.map(({ decoys }) => JSON.stringify(decoys))).size).toBe(seeds.length);
    console.info(
      `decoys by way, ${seeds.length} seeds: ${JSON.stringify(countByWay(crowds.flatMap((c) => c.decoys)))}`,
    );
  });

  test('the infeasible ones are never matched', () => {
    for (const { decoys, run } of crowds) {
      const infeasible = new Set(decoys.filter(({ feasible }) => !feasible).map(({ flow }) => flow.id));
      expect(infeasible.size).toBe(19 * 12);
      expect(run.matches.filter(({ demandId }) => infeasible.has(demandId))).toEqual([]);
    }
  });

  test('the feasible ones pass every judge of the supply they compete for', () => {
    for (const { decoys, run } of crowds) {
      const matched = new Set(run.matches.map(({ supplyId, demandId }) => `${supplyId} ~ ${demandId}`));
      const feasible = decoys.filter(({ feasible }) => feasible);
      expect(feasible.length).toBe(19 * 8);
      const missing = feasible.filter(({ supplyId, flow }) => !matched.has(`${supplyId} ~ ${flow.id}`));
      expect(missing.map(({ flow, way }) => `${flow.id} (${way})`)).toEqual([]);
    }
  });

  test('nothing but the decoys differs from the shipped city: every match of the city alone is still judged the same', () => {
    const facts = ({ distanceKm, score, commonQuantity }: Match) => ({ distanceKm, score, commonQuantity });
    expect(alone.matches.length).toBeGreaterThan(expectedNearTheTop.length);
    for (const { run } of crowds)
      for (const match of alone.matches) expect(facts(matchOf(run, match) as Match)).toEqual(facts(match));
  });
});

function receiverCount({ supplyId }: DocumentedExchange): number {
  return documentedExchanges.filter(
    (exchange) => exchange.supplyId === supplyId && siteOf(city, flowOf(city, exchange.demandId)).point !== null,
  ).length;
}

type PairIds = Pick<DocumentedExchange, 'supplyId' | 'demandId'>;

function isPair(pair: PairIds, wanted: PairIds): boolean {
  return pair.supplyId === wanted.supplyId && pair.demandId === wanted.demandId;
}

function matchOf(run: MatchRun, wanted: PairIds): Match | undefined {
  return run.matches.find((match) => isPair(match, wanted));
}

/** The head of a supply's list, for a failing test to be read by. */
function listOf(run: MatchRun, supplyId: string): string {
  return run.matches
    .filter((match) => match.supplyId === supplyId && match.rank <= 6)
    .map(
      ({ rank, demandId, score, distanceKm }) => `${rank} ${demandId} ${score.toFixed(4)} ${distanceKm.toFixed(2)} km`,
    )
    .join('; ');
}

function replaced(original: City, flow: ResourceFlow): City {
  return { ...original, flows: original.flows.map((candidate) => (candidate.id === flow.id ? flow : candidate)) };
}

function countByWay(decoys: readonly Decoy[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { way } of decoys) counts[way] = (counts[way] ?? 0) + 1;
  return counts;
}

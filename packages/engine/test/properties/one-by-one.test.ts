// What is answered pair by pair, flow by flow and change by change is what a run over the whole city answers.
import type { City, ResourceFlow } from '@crg/domain/flow';
import type { MatchRun } from '@crg/domain/match';
import type { PairLists } from '@crg/domain/pair-columns';
import { expect, test } from 'vitest';
import { type CityIndex, indexOfCity } from '../../src/city-index.ts';
import { matchCity } from '../../src/match-city.ts';
import { matchFlow, matchFlowAt } from '../../src/match-flow.ts';
import { matchPair, nearMissPair } from '../../src/match-pair.ts';
import { listsOf, listsOfCity } from '../../src/pair-lists.ts';
import { bestPartners } from '../../src/search.ts';
import { TouchedSupplies } from '../../src/touched-supplies.ts';
import { cityOf, type Dice, diceOf, randomCity } from './random-city.ts';

const seeds = Array.from({ length: 150 }, (_, seed) => seed + 1);
const k = 3;
const cities = () => seeds.map((seed) => ({ seed, city: cityOf(randomCity(seed)), dice: diceOf(seed) }));

test('a given pair is answered as the run answered it: match, rank and near miss', () => {
  let matches = 0;
  let nearMisses = 0;
  for (const { seed, city } of cities()) {
    const index = indexOfCity(city);
    const run = matchCity(city, { k });
    const fits = new Set(
      matchCity(city, { k: 100 }).matches.map(({ supplyId, demandId }) => `${supplyId} ${demandId}`),
    );
    for (const match of run.matches) expect(matchPair(index, match), `seed ${seed}`).toEqual(match);
    for (const near of run.nearMisses) expect(nearMissPair(index, near), `seed ${seed}`).toEqual(near);
    for (const supply of city.flows) {
      for (const demand of city.flows) {
        const pair = { supplyId: supply.id, demandId: demand.id };
        expect(matchPair(index, pair, 1) !== null, `seed ${seed}`).toBe(fits.has(`${supply.id} ${demand.id}`));
      }
    }
    matches += run.matches.length;
    nearMisses += run.nearMisses.length;
  }
  expect(Math.min(matches, nearMisses)).toBeGreaterThan(100);
});

test('the lists of a run in columns have its ranks and figures', () => {
  for (const { seed, city } of cities()) {
    const lists = new Map<string, string>();
    for (const part of listsOfCity(indexOfCity(city), k)) keep(lists, part);
    expect(lists, `seed ${seed}`).toEqual(listsOfRun(city, matchCity(city, { k })));
  }
});

test('the partners of one flow are those of the run, and for a demand the best of all supplies that fit', () => {
  for (const { seed, city } of cities()) {
    const index = indexOfCity(city);
    const everything = matchCity(city, { k: 100 });
    for (const { id, direction } of city.flows) {
      const flow = index.get(id);
      if (flow === null) continue;
      const best = bestPartners(index, flow, k).map(({ figures: { pair }, score }) => [
        pair.supply.flow.id,
        pair.demand.flow.id,
        score,
      ]);
      const own = everything.matches.filter((match) => match[direction === 'supply' ? 'supplyId' : 'demandId'] === id);
      const expected = own.sort(
        (a, b) => b.score - a.score || order(a.demandId, b.demandId) || order(a.supplyId, b.supplyId),
      );
      expect(best, `seed ${seed}`).toEqual(
        expected.slice(0, k).map(({ supplyId, demandId, score }) => [supplyId, demandId, score]),
      );
    }
  }
});

test('a what-if over an index is the what-if over the city, and leaves the index as it was', () => {
  for (const { seed, city, dice } of cities()) {
    const index = indexOfCity(city);
    const before = listsIn(index);
    const flow = dice.pick(city.flows);
    const changed = { ...flow, quantity: { ...flow.quantity, amount: flow.quantity.amount * 2 } };
    expect(matchFlowAt(index, changed, placeIn(city, changed), { k }), `seed ${seed}`).toEqual(
      matchFlow(city, changed, { k }),
    );
    expect(listsIn(index)).toEqual(before);
  }
});

test('after any change, the lists of the touched supplies and the old ones of all others are those of a full run', () => {
  let touchedInAll = 0;
  let suppliesInAll = 0;
  for (const { seed, city, dice } of cities()) {
    const index = indexOfCity(city);
    const kept = listsIn(index);
    const touched = new TouchedSupplies(index);
    const after = changed(city, touched, dice);
    const { present, gone } = touched.supplies();
    keep(kept, listsOf(index, present, k, gone));
    expect(kept, `seed ${seed}`).toEqual(listsOfRun(after, matchCity(after, { k })));
    expect(index.notices()).toEqual(indexOfCity(after).notices());
    touchedInAll += present.length;
    suppliesInAll += index.allSupplies().length;
  }
  // It is worth the trouble, and not because nothing was touched.
  expect(touchedInAll).toBeGreaterThan(100);
  expect(touchedInAll).toBeLessThan(0.9 * suppliesInAll);
});

/** The city after one to four changes: flows come, go, move, grow and change sides; a whole site may move. */
function changed(city: City, touched: TouchedSupplies, dice: Dice): City {
  const flows = new Map(city.flows.map((flow) => [flow.id, flow]));
  let sites = city.sites;
  const put = (flow: ResourceFlow) => {
    flows.set(flow.id, flow);
    touched.change({ put: [{ flow, place: placeIn({ ...city, sites }, flow) }], remove: [] });
  };
  for (let change = dice.pick([1, 2, 4]); change > 0; change--) {
    const flow = flows.get(dice.pick([...flows.keys()])) as ResourceFlow;
    dice.pick([
      () => put({ ...flow, quantity: { ...flow.quantity, amount: flow.quantity.amount * 3 } }),
      () => put({ ...flow, siteId: dice.pick(sites).id }),
      () => put({ ...flow, id: `${flow.id}-new` }),
      () => put({ ...flow, direction: flow.direction === 'supply' ? 'demand' : 'supply', disposalCost: null }),
      () => put({ ...flow, limits: { ...flow.limits, maxDistanceKm: dice.pick([null, 0.5, 20]) } }),
      () => {
        if (flows.size > 2) {
          flows.delete(flow.id);
          touched.change({ put: [], remove: [flow.id] });
        }
      },
      () => {
        const { point } = dice.pick(sites);
        sites = sites.map((site) => (site.id === flow.siteId ? { ...site, point } : site));
        for (const other of flows.values()) if (other.siteId === flow.siteId) put(other);
      },
    ])();
  }
  return { ...city, sites, flows: [...flows.values()] };
}

function placeIn(city: City, flow: ResourceFlow) {
  const site = city.sites.find(({ id }) => id === flow.siteId);
  const organization = city.organizations.find(({ id }) => id === site?.organizationId);
  if (site === undefined || organization === undefined) throw new Error(`expected a place for ${flow.id}`);
  return { site, organization };
}

/** Per supply its list as text; supplies without a pair are left out. */
function listsIn(index: CityIndex): Map<string, string> {
  const lists = new Map<string, string>();
  for (const part of listsOfCity(index, k)) keep(lists, part);
  return lists;
}

function keep(lists: Map<string, string>, { flowIds, supplies, matches, nearMisses }: PairLists): void {
  for (const supply of supplies) {
    const best = [...matches.supply.keys()]
      .filter((at) => matches.supply[at] === supply)
      .map((at) => [
        flowIds[matches.demand[at] as number],
        matches.rank[at],
        matches.score[at],
        matches.marginEurPerYear[at],
        matches.co2TonnesPerYear[at],
        matches.distanceKm[at],
        matches.commonAmount[at],
      ]);
    const near = [...nearMisses.supply.keys()]
      .filter((at) => nearMisses.supply[at] === supply)
      .map((at) => [flowIds[nearMisses.demand[at] as number], nearMisses.costEurPerYear[at]]);
    put(lists, flowIds[supply] as string, best, near);
  }
}

function listsOfRun(city: City, run: MatchRun): Map<string, string> {
  const lists = new Map<string, string>();
  for (const { id } of city.flows) {
    const best = run.matches
      .filter(({ supplyId }) => supplyId === id)
      .map(({ demandId, rank, score, economics, distanceKm, commonQuantity }) => [
        demandId,
        rank,
        score,
        economics.marginEurPerYear,
        economics.co2TonnesPerYear,
        distanceKm,
        commonQuantity.amount,
      ]);
    const near = run.nearMisses
      .filter(({ supplyId }) => supplyId === id)
      .map(({ demandId, changes }) => [demandId, changes.reduce((sum, change) => sum + change.costEurPerYear, 0)]);
    put(lists, id, best, near);
  }
  return lists;
}

function put(lists: Map<string, string>, supply: string, best: readonly unknown[], near: readonly unknown[]): void {
  if (best.length + near.length === 0) lists.delete(supply);
  else lists.set(supply, JSON.stringify([best, near]));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

// Chains are answered one by one, in columns, after changes and from either end as a run over the whole city answers them.
import type { City, ResourceFlow } from '@crg/domain/flow';
import type { Chain } from '@crg/domain/match';
import type { PairLists } from '@crg/domain/pair-columns';
import { expect, test } from 'vitest';
import { type CityIndex, indexOfCity } from '../../src/city-index.ts';
import { chainOf } from '../../src/converters/chain-of.ts';
import { chainsOfDemand, chainsOfSupply, chainsPerSupply } from '../../src/converters/chains.ts';
import { converters, convertersOf } from '../../src/converters/table.ts';
import { matchCity } from '../../src/match-city.ts';
import { listsOf, listsOfCity } from '../../src/pair-lists.ts';
import { type PreparedFlow, placeOf, placesOf } from '../../src/prepared-flow.ts';
import { TouchedSupplies } from '../../src/touched-supplies.ts';
import { whyNot } from '../../src/why-not.ts';
import { type Dice, diceOf } from '../properties/random-city.ts';
import { flow, smallCity } from '../small-city.ts';
import { converterCity } from './converter-city.ts';

const seeds = Array.from({ length: 2 * converters.length }, (_, seed) => seed + 1);
const cities = () => seeds.map((seed) => ({ seed, city: converterCity(seed), dice: diceOf(seed) }));
const chainsIn = (city: City) => matchCity(city, { k: 1, explain: false }).chains;
const nameOf = ({ supplyId, converters: [use], demandId }: Chain) => `${supplyId}~${use?.id}~${demandId}`;

test('the chains of a run are the best five of every supply, converter and demand looked at by itself', () => {
  let found = 0;
  const used = new Set<string>();
  for (const { seed, city } of cities()) {
    const index = indexOfCity(city);
    const flows = (direction: string) => city.flows.filter((flow) => flow.direction === direction);
    const expected = flows('supply').flatMap((supply) => {
      const all = flows('demand').flatMap((demand) =>
        converters.flatMap(
          ({ id }) => chainOf(index, { supplyId: supply.id, converterId: id, demandId: demand.id }, 1) ?? [],
        ),
      );
      return all
        .sort(bestFirst)
        .slice(0, chainsPerSupply)
        .map((chain, place) => ({ ...chain, rank: place + 1 }));
    });
    const run = matchCity(city, { k: 1 }).chains;
    expect(run, `seed ${seed}`).toEqual(expected.sort((a, b) => order(a.supplyId, b.supplyId) || a.rank - b.rank));
    for (const chain of run) used.add(chain.converters[0]?.id ?? '');
    found += run.length;
  }
  expect(found).toBeGreaterThan(200);
  // Not every converter meets a taker in these cities, but most do.
  expect(used.size).toBeGreaterThan(15);
});

test('a chain read by its ids has the rank it has in the run', () => {
  for (const { seed, city } of cities()) {
    const index = indexOfCity(city);
    for (const chain of matchCity(city, { k: 1 }).chains) {
      const ids = { supplyId: chain.supplyId, converterId: chain.converters[0]?.id ?? '', demandId: chain.demandId };
      expect(chainOf(index, ids), `seed ${seed}`).toEqual(chain);
    }
  }
});

test('no chain joins flows of one organization, or a pair that fits without a converter', () => {
  for (const { seed, city } of cities()) {
    const owner = new Map(
      city.flows.map(({ id, siteId }) => [id, city.sites.find((site) => site.id === siteId)?.organizationId]),
    );
    const direct = new Set(
      matchCity(city, { k: 100, explain: false }).matches.map(({ supplyId, demandId }) => `${supplyId} ${demandId}`),
    );
    for (const { supplyId, demandId } of chainsIn(city)) {
      expect(owner.get(supplyId), `seed ${seed}`).not.toBe(owner.get(demandId));
      expect(direct.has(`${supplyId} ${demandId}`), `seed ${seed}`).toBe(false);
    }
  }
});

test('the order of the flows changes nothing, and leaving chains out changes nothing else', () => {
  for (const { seed, city, dice } of cities()) {
    const run = matchCity(city, { k: 3, explain: false });
    expect(matchCity({ ...city, flows: dice.shuffled(city.flows) }, { k: 3, explain: false }), `seed ${seed}`).toEqual(
      run,
    );
    expect(matchCity(city, { k: 3, chains: false, explain: false }), `seed ${seed}`).toEqual({ ...run, chains: [] });
  }
});

test('the chains that lead to a demand are those of all supplies that lead to it', () => {
  for (const { seed, city } of cities()) {
    const index = indexOfCity(city);
    const everything = chainsOfEverySupply(index, city);
    for (const { id, direction } of city.flows) {
      const demand = index.get(id);
      if (direction !== 'demand' || demand === null) continue;
      const found = chainsOfDemand(index, demand, 1000).map(
        ({ figures: { pair } }) => `${pair.supply.flow.id}~${pair.conversion?.converter.id}~${id}`,
      );
      expect(found.sort(), `seed ${seed}`).toEqual(everything.filter((name) => name.endsWith(`~${id}`)).sort());
    }
  }
});

test('the lists of the supplies and the lists of the demands hold the same chains', () => {
  let found = 0;
  for (const { seed, city } of cities()) {
    const index = indexOfCity(city);
    const lists = (direction: string, list: typeof chainsOfSupply) =>
      city.flows
        .filter((flow) => flow.direction === direction)
        .flatMap(({ id }) => list(index, index.get(id) as PreparedFlow, Number.POSITIVE_INFINITY))
        .map(
          ({ score, figures: { pair } }) =>
            `${pair.supply.flow.id}~${pair.conversion?.converter.id}~${pair.demand.flow.id} ${score}`,
        )
        .sort();
    const ofSupplies = lists('supply', chainsOfSupply);
    expect(ofSupplies, `seed ${seed}`).toEqual(lists('demand', chainsOfDemand));
    found += ofSupplies.length;
  }
  expect(found).toBeGreaterThan(200);
});

test('whatever narrow window of dry matter is asked for, the dryer is in both lists or in neither', () => {
  let found = 0;
  for (let has = 16; has <= 60; has += 4)
    for (let least = 10; least <= 90; least += 4) {
      const sludge = (direction: 'supply' | 'demand', min: number, max: number) =>
        flow({
          id: direction,
          siteId: direction === 'supply' ? 'west' : 'east',
          direction,
          type: 'organic.biosludge',
          quantity: { amount: 5, unit: 't/h', precision: 'measured' },
          quality: { dry_matter_percent: { min, max } },
        });
      const flows = [sludge('supply', has, has), sludge('demand', least, least + 5)];
      const index = indexOfCity(smallCity({ flows }));
      const ofSupply = chainsOfSupply(index, index.get('supply') as PreparedFlow);
      const ofDemand = chainsOfDemand(index, index.get('demand') as PreparedFlow);
      expect(ofSupply.length, `${has} % for ${least} to ${least + 5} %`).toBe(ofDemand.length);
      found += ofSupply.length;
    }
  expect(found).toBeGreaterThan(100);
});

test('of every supply, converter and demand there is a chain, a reason why not, or a judge who says no', () => {
  let [chains, reasons, judged] = [0, 0, 0];
  for (const { seed, city } of cities()) {
    const index = indexOfCity(city);
    const ids = (direction: string) => city.flows.filter((flow) => flow.direction === direction).map(({ id }) => id);
    for (const supplyId of ids('supply'))
      for (const demandId of ids('demand'))
        for (const { id: converterId } of convertersOf(index.get(supplyId)?.type.id ?? '')) {
          const isChain = chainOf(index, { supplyId, converterId, demandId }, 1) !== null;
          const no = whyNot(index, { supplyId, demandId, converterId });
          const fails = no.verdicts.some(({ result }) => result === 'fail');
          const question = `seed ${seed}: ${supplyId}~${converterId}~${demandId}`;
          expect(no.reasons.length > 0 || fails, question).toBe(!isChain);
          if (isChain) chains++;
          else if (fails) judged++;
          else reasons++;
        }
  }
  expect(Math.min(chains, reasons, judged)).toBeGreaterThan(100);
});

test('the columns of a run hold its chains', () => {
  for (const { seed, city } of cities()) {
    const kept = new Map<string, string>();
    for (const part of listsOfCity(indexOfCity(city), 1)) keep(kept, part);
    expect(kept, `seed ${seed}`).toEqual(chainLists(city));
  }
});

test('after any change, the chains of the touched supplies and the old ones of all others are those of a full run', () => {
  let touchedInAll = 0;
  let suppliesInAll = 0;
  for (const { seed, city, dice } of cities()) {
    const index = indexOfCity(city);
    const kept = new Map<string, string>();
    for (const part of listsOfCity(index, 1)) keep(kept, part);
    const touched = new TouchedSupplies(index);
    const after = changed(city, touched, dice);
    const { present, gone } = touched.supplies();
    keep(kept, listsOf(index, present, 1, gone));
    expect(kept, `seed ${seed}`).toEqual(chainLists(after));
    touchedInAll += present.length;
    suppliesInAll += index.allSupplies().length;
  }
  expect(touchedInAll).toBeGreaterThan(20);
  expect(touchedInAll).toBeLessThan(0.9 * suppliesInAll);
});

/** The city after one of its demands has grown, moved, changed its distance limit or gone. */
function changed(city: City, touched: TouchedSupplies, dice: Dice): City {
  const demands = city.flows.filter(({ direction }) => direction === 'demand');
  if (demands.length === 0) return city;
  const demand = dice.pick(demands);
  const others = city.flows.filter(({ id }) => id !== demand.id);
  if (dice.chance(0.25)) {
    touched.change({ put: [], remove: [demand.id] });
    return { ...city, flows: others };
  }
  const flow: ResourceFlow = dice.pick([
    { ...demand, quantity: { ...demand.quantity, amount: demand.quantity.amount * 3 } },
    { ...demand, siteId: dice.pick(city.sites).id },
    { ...demand, limits: { ...demand.limits, maxDistanceKm: dice.pick([null, 1, 50]) } },
  ]);
  touched.change({ put: [{ flow, place: placeOf(flow, placesOf(city)) }], remove: [] });
  return { ...city, flows: [...others, flow] };
}

/** Without a limit on how many are kept, as ids joined by `~`. */
function chainsOfEverySupply(index: CityIndex, city: City): string[] {
  const demands = city.flows.filter(({ direction }) => direction === 'demand').map(({ id }) => id);
  return index.allSupplies().flatMap(({ flow }) =>
    demands.flatMap((demandId) =>
      converters.flatMap(({ id }) => {
        const chain = chainOf(index, { supplyId: flow.id, converterId: id, demandId }, 1);
        return chain === null ? [] : [nameOf(chain)];
      }),
    ),
  );
}

/** Per supply its chains as text; supplies without one are left out. */
function keep(lists: Map<string, string>, { flowIds, converterIds, supplies, chains }: PairLists): void {
  for (const supply of supplies) {
    const own = [...chains.supply.keys()].filter((at) => chains.supply[at] === supply);
    const rows = own.map((at) => [
      flowIds[chains.demand[at] as number],
      converterIds[chains.converter[at] as number],
      chains.rank[at],
      chains.score[at],
      chains.marginEurPerYear[at],
      chains.co2TonnesPerYear[at],
      chains.distanceKm[at],
      chains.commonAmount[at],
    ]);
    const id = flowIds[supply] as string;
    if (rows.length === 0) lists.delete(id);
    else lists.set(id, JSON.stringify(rows));
  }
}

function chainLists(city: City): Map<string, string> {
  const bySupply = Map.groupBy(chainsIn(city), ({ supplyId }) => supplyId);
  const row = ({ demandId, converters: [use], rank, score, economics, distanceKm, commonQuantity }: Chain) => [
    demandId,
    use?.id,
    rank,
    score,
    economics.marginEurPerYear,
    economics.co2TonnesPerYear,
    distanceKm,
    commonQuantity.amount,
  ];
  return new Map([...bySupply].map(([id, chains]) => [id, JSON.stringify(chains.map(row))]));
}

function bestFirst(a: Chain, b: Chain): number {
  return (
    b.score - a.score || order(a.demandId, b.demandId) || order(a.converters[0]?.id ?? '', b.converters[0]?.id ?? '')
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

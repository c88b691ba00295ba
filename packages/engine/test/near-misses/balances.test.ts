// What every change has to hold whatever its own model says: it costs something, more where more is missing, and it makes no
// water, dry matter, salt, gas or energy out of nothing. Worked out from the flows before and after, not from the model.
import type { City } from '@crg/domain/flow';
import { beforeAll, describe, expect, test } from 'vitest';
import { indexOfCity } from '../../src/city-index.ts';
import type { Change } from '../../src/near-misses/change.ts';
import { changesFor } from '../../src/near-misses/mends.ts';
import { type Pair, pairOf } from '../../src/pair.ts';
import { restated } from '../../src/prepared-flow.ts';
import { cityOf, randomCity } from '../properties/random-city.ts';
import { randomTown } from './random-town.ts';
import { nearPairsOf } from './survey.ts';

/** A change, whether or not it would be the cheapest or enough by itself. */
interface Made {
  readonly pair: Pair;
  readonly change: Change;
  /** With a demand that asks for a tenth of the gap more: what a change of the same kind costs; null where there is none. */
  readonly further: Change | null;
}

let made: readonly Made[] = [];
beforeAll(() => {
  const cities = [...[1, 2, 3].map(randomTown), ...Array.from({ length: 60 }, (_, seed) => randomCity(seed + 1))];
  made = cities.flatMap((stated) => [...changesIn(cityOf(stated))]);
}, 120_000);

function* changesIn(city: City): Iterable<Made> {
  const index = indexOfCity(city);
  const workshop = { values: index.factors.mids, calendar: index.calendar, dearest: Infinity };
  for (const { pair, failed } of nearPairsOf(city, index))
    for (const judge of failed) {
      const wider = askingMore(pair, judge);
      const furtherOnes = wider === null ? [] : changesFor(pairOf(pair.supply, wider, index), judge, workshop);
      for (const change of changesFor(pair, judge, workshop)) {
        // What never flows has no amount yet, and costs nothing: that comes once the hours are mended.
        if (change.judge !== 'time' && pair.commonHours === 0) continue;
        const further = furtherOnes.find((other) => methodOf(other) === methodOf(change)) ?? null;
        yield { pair, change, further };
      }
    }
}

/** The demand with its end a tenth of the gap further away, or its lot a tenth of what is missing larger. */
function askingMore({ supply, demand, commonYearly }: Pair, judge: string): Pair['demand'] | null {
  const lot = demand.minYearlyAmount;
  if (judge === 'quantity' && lot !== null && lot > commonYearly)
    return restated(demand, { limits: { ...demand.flow.limits, minYearlyAmount: lot + 0.1 * (lot - commonYearly) } });
  const id = judge.replace('quality.', '');
  const [has, wants] = [supply.flow.quality[id], demand.flow.quality[id]];
  if (has === undefined || wants === undefined) return null;
  const [low, high] = [has.max ?? has.min, has.min ?? has.max];
  if (wants.min !== null && low !== null && low < wants.min)
    return asking(demand, id, { min: wants.min + 0.1 * (wants.min - low), max: wants.max });
  if (wants.max !== null && high !== null && high > wants.max)
    return asking(demand, id, { min: wants.min, max: wants.max - 0.1 * (high - wants.max) });
  return null;
}

function asking(demand: Pair['demand'], id: string, interval: { min: number | null; max: number | null }) {
  if (interval.min !== null && interval.max !== null && interval.min > interval.max) return null;
  return restated(demand, { quality: { ...demand.flow.quality, [id]: interval } });
}

/**
 * Kind and the words before its figures: to ultrafilter and to evaporate are both treatments of water, by other plants. One
 * more stage of a compressor is another plant too, which takes less power and may cost less; so is a second pass.
 */
function methodOf({ kind, detail }: Change): string {
  const words = detail();
  return [kind, words.replace(/[-\d.,].*$/, ''), /in \d stage|twice|\(L.\)/.exec(words)?.[0]].join(' ');
}

describe('every change', () => {
  test('costs something, and nothing without end', () => {
    const kinds = new Set<string>();
    for (const { change } of made) {
      expect(change.costEurPerYear, change.detail()).toBeGreaterThan(0);
      expect(Number.isFinite(change.costEurPerYear), change.detail()).toBe(true);
      kinds.add(change.kind);
    }
    expect(kinds.size).toBeGreaterThan(25);
  });

  test('costs no less where a tenth of the gap more is missing', () => {
    let compared = 0;
    for (const { change, further } of made) {
      if (further === null) continue;
      const words = `${change.detail()} / ${further.detail()}`;
      expect(further.costEurPerYear, words).toBeGreaterThanOrEqual(change.costEurPerYear * (1 - 1e-9));
      compared++;
    }
    expect(compared).toBeGreaterThan(500);
  });
});

/** Amount, and the figure that is mended, before and after. */
interface Step {
  readonly pair: Pair;
  readonly change: Change;
  readonly detail: string;
  /** Amount left over amount there was. */
  readonly share: number;
  readonly from: number;
  readonly to: number;
}

function stepsOf(...kinds: readonly Change['kind'][]): readonly Step[] {
  return made.flatMap(({ pair, change }) => {
    const id = change.judge.replace('quality.', '');
    if (!kinds.includes(change.kind) || id === change.judge) return [];
    const { supply } = change.changed();
    const [before, after] = [pair.supply.flow.quality[id], supply.flow.quality[id]];
    const parameter = pair.demand.type.parameters.find((candidate) => candidate.id === id);
    if (before === undefined || after === undefined || parameter === undefined) return [];
    const isRaised = (after.max ?? 0) > (before.max ?? 0);
    const end = parameter.kind === 'at_least' || (parameter.kind === 'window' && !isRaised) ? 'min' : 'max';
    const [from, to] = [before[end], after[end]];
    if (from === null || to === null) return [];
    return [{ pair, change, detail: change.detail(), share: supply.yearly / pair.supply.yearly, from, to }];
  });
}

/** Shares of the whole that are not wanted, before and after. */
function unwantedOf({ change, pair, from, to }: Step): readonly [number, number] {
  const parameter = pair.demand.type.parameters.find(({ id }) => change.judge === `quality.${id}`);
  const scale = parameter?.unit === 'mg/kg' ? 1e-6 : 0.01;
  return parameter?.kind === 'at_least' ? [1 - from * scale, 1 - to * scale] : [from * scale, to * scale];
}

describe('the balance of a change', () => {
  test('water: what the clean and the passing water hold and what leaves with the concentrate is what came, by one removal for each level', () => {
    const recovery: Readonly<Record<string, number>> = {
      L1: 0.95,
      L2: 0.9,
      LB: 0.95,
      L3: 0.75,
      L4: 0.7,
      LZ: 0.95,
      L0: 0.99,
    };
    const removals = new Map<string, number>();
    const steps = stepsOf('water_treatment');
    for (const { change, detail, share, from, to } of steps) {
      const level = /\((L.)\)/.exec(detail)?.[1] ?? '';
      const left = recovery[level] ?? Number.NaN;
      const part = (1 - share) / (1 - left);
      expect(part, detail).toBeLessThanOrEqual(1 + 1e-9);
      const removal = 1 - (share * to - from * (1 - part)) / (part * left * from);
      // Of hardly any water nothing can be told.
      if (part < 1e-3) continue;
      const known = removals.get(`${level} ${change.judge}`) ?? removal;
      expect(removal, detail).toBeCloseTo(known, 6);
      expect(removal, detail).toBeLessThanOrEqual(1);
      removals.set(`${level} ${change.judge}`, known);
    }
    expect(steps.length).toBeGreaterThan(200);
    for (const [name, removal] of removals)
      if (name.startsWith('L3 quality.conductivity')) expect(removal).toBeCloseTo(0.97, 6);
    expect(removals.size).toBeGreaterThan(10);
  });

  test('drying, pressing, evaporating and wetting: all of the dry matter is still there', () => {
    let compared = 0;
    for (const { change, detail, share, from, to } of stepsOf('dryer', 'dewatering', 'evaporator', 'blending')) {
      const id = change.judge.replace('quality.', '');
      if (id === 'moisture_percent') expect(share * (100 - to), detail).toBeCloseTo(100 - from, 6);
      else if (id === 'heating_value_mj_kg') expect(share * to - 2.44 * (1 - share), detail).toBeCloseTo(from, 6);
      else if (/percent|kg_t/.test(id)) expect(share * to, detail).toBeCloseTo(from, 6);
      else continue;
      compared++;
    }
    expect(compared).toBeGreaterThan(200);
  });

  test('sorting and its like: what is left holds what was not taken out, and no more good material than there was', () => {
    const steps = stepsOf('sorting', 'washing', 'settling', 'distillation', 'carbon_removal').filter(
      ({ pair }) => pair.supply.type.family === 'material' || pair.supply.type.family === 'organic',
    );
    for (const step of steps) {
      const [before, after] = unwantedOf(step);
      const goodLost = 1 - before - step.share * (1 - after);
      const badTaken = before - step.share * after;
      expect(badTaken, step.detail).toBeGreaterThan(0);
      // 15 % of good material goes along with each unit, and again in a second pass.
      const passes = step.detail.includes(' twice') ? 2 : 1;
      expect(goodLost / badTaken, step.detail).toBeCloseTo(0.15 * passes, 6);
    }
    expect(steps.length).toBeGreaterThan(100);
  });

  test('gases: purifying and upgrading make no gas, and blending adds as much heat as the gas that is mixed in holds', () => {
    for (const { share, from, to, detail } of stepsOf('purification', 'upgrading').filter(({ change }) =>
      /purity|methane/.test(change.judge),
    ))
      expect(share * to, detail).toBeLessThanOrEqual(from * (1 + 1e-9));
    const slip = stepsOf('upgrading');
    for (const { share, from, to, detail } of slip) expect(share * to, detail).toBeGreaterThanOrEqual(from * 0.99);
    const blended = stepsOf('blending').filter(({ pair }) => pair.supply.type.family === 'gas');
    for (const { share, from, to, detail } of blended) {
      const mixedIn = (share * to - from) / (share - 1);
      const known = [0, 35.9, 91.2, 48.2, 73.9].some((mj) => Math.abs(mj - mixedIn) < 1e-3);
      expect(known, `${detail}: ${mixedIn} MJ/m3`).toBe(true);
    }
    expect(slip.length).toBeGreaterThan(10);
    expect(blended.length).toBeGreaterThan(10);
  });

  test('heat pumps give the heat of their source and their electricity, chillers take theirs from the cold', () => {
    const pumps = stepsOf('heat_pump');
    for (const { share, detail } of pumps) {
      const cop = Number(/COP ([\d.]+)/.exec(detail)?.[1]);
      expect(share * (1 - 1 / cop), detail).toBeCloseTo(1, 2);
    }
    const chillers = stepsOf('chiller').filter(({ pair }) => pair.supply.type.family === 'cooling');
    for (const { share, detail } of chillers) {
      const eer = Number(/EER ([\d.]+)/.exec(detail)?.[1]);
      // The share is that of the first of two steps to the temperature of the outlet.
      expect(share, detail).toBeCloseTo(eer / (1 + eer), 1);
    }
    expect(pumps.length + chillers.length).toBeGreaterThan(20);
  });

  test('stores give out no more than the supply gives or the demand takes', () => {
    const stores = made.filter(({ change }) => change.kind === 'buffer_store');
    for (const { pair, change } of stores) {
      const { supply } = change.changed();
      expect(supply.yearly, change.detail()).toBeLessThanOrEqual(pair.supply.yearly * (1 + 1e-9));
      expect(supply.rate, change.detail()).toBeLessThanOrEqual(pair.demand.rate * (1 + 1e-9));
    }
    expect(stores.length).toBeGreaterThan(100);
  });
});

// Every change of a near miss, made by its owner in the stated flows: the pair fits, and with a little less of it does not.
import type { City, Interval, ResourceFlow } from '@crg/domain/flow';
import { type QualityParameter, qualityParameter } from '@crg/domain/taxonomy';
import { beforeAll, expect, test } from 'vitest';
import { CityIndex, indexOfCity } from '../../src/city-index.ts';
import { failuresOf } from '../../src/judges/judge-pair.ts';
import { type MendedPair, mended } from '../../src/near-misses/mend-pair.ts';
import { pairOf } from '../../src/pair.ts';
import { type Place, placeOf, placesOf } from '../../src/prepared-flow.ts';
import { cityOf, randomCity, type StatedCity, type StatedFlow } from '../properties/random-city.ts';
import { secondOpinion } from '../properties/second-judge.ts';
import { randomTown } from './random-town.ts';
import { nearPairsOf } from './survey.ts';

const cities = [
  ...[1, 2, 3].map((seed) => ({ name: `town ${seed}`, stated: randomTown(seed) })),
  ...Array.from({ length: 60 }, (_, seed) => ({ name: `city ${seed + 1}`, stated: randomCity(seed + 1) })),
];

interface Answered {
  readonly name: string;
  readonly stated: StatedCity;
  readonly city: City;
  readonly answer: MendedPair;
}

let pairsMended: readonly Answered[] = [];
beforeAll(() => {
  pairsMended = [...mendedPairs()];
}, 120_000);

function* mendedPairs(): Iterable<Answered> {
  for (const { name, stated } of cities) {
    const city = cityOf(stated);
    const index = indexOfCity(city);
    for (const { pair, failed } of nearPairsOf(city, index)) {
      const answer = mended(pair, failed, index);
      if (answer !== null) yield { name, stated, city, answer };
    }
  }
}

test('a pair whose owners state what its changes say is a match, and was none before', () => {
  let pairs = 0;
  for (const { name, city, answer } of pairsMended) {
    const { supply, demand } = answer.fitting;
    const words = `${name}: ${answer.changes.map(({ detail }) => detail()).join('; ')}`;
    expect(matches(city, supply.flow, demand.flow), words).toBe(true);
    expect(matches(city, answer.pair.supply.flow, answer.pair.demand.flow), words).toBe(false);
    pairs++;
  }
  expect(pairs).toBeGreaterThan(1500);
});

test('a change answers an objection that was there before, and makes no new one that another change has to answer', () => {
  for (const { name, answer } of pairsMended)
    for (const { judge, detail } of answer.changes) expect(answer.failed, `${name}: ${detail()}`).toContain(judge);
});

test('the second judge, who shares no code with the engine, finds nothing against a changed pair', () => {
  let borderline = 0;
  let pairs = 0;
  for (const { name, stated, answer } of pairsMended) {
    const [supply, demand] = [answer.fitting.supply.flow, answer.fitting.demand.flow].map((flow) =>
      statedAs(stated, flow),
    );
    const opinion = secondOpinion(stated, supply as StatedFlow, demand as StatedFlow);
    const words = `${name} ${supply?.id} ${demand?.id}: ${answer.changes.map(({ detail }) => detail()).join('; ')}`;
    expect(opinion.failed, words).toEqual([]);
    if (opinion.feasible === 'borderline') borderline++;
    pairs++;
  }
  // Changes are made to the limit, so the second judge may leave some open; it must not leave most open.
  expect(borderline).toBeLessThan(0.5 * pairs);
});

test('with a little less of any figure that was changed, the pair is rejected again', () => {
  const figures = new Map<string, number>();
  for (const { name, city, answer } of pairsMended) {
    const { supply, demand } = answer.fitting;
    for (const { figure, flows } of littleLess(answer)) {
      const less = { supply: supply.flow, demand: demand.flow, ...flows };
      const words = `${name} ${figure}: ${answer.changes.map(({ detail }) => detail()).join('; ')}`;
      expect(matches(city, less.supply, less.demand), words).toBe(false);
      figures.set(figure, (figures.get(figure) ?? 0) + 1);
    }
  }
  for (const figure of ['distance', 'lot', 'begin', 'quality.temperature_c', 'quality.ph', 'quality.moisture_percent'])
    expect(figures.get(figure), figure).toBeGreaterThan(10);
});

/** Only these two flows, prepared and judged from nothing but what is stated. */
function matches(city: City, supply: ResourceFlow, demand: ResourceFlow): boolean {
  const { index, placeOf } = emptyIndexOf(city);
  const [one, other] = [supply, demand].map((flow) => index.prepare(flow, placeOf(flow)).flow);
  return one != null && other != null && failuresOf(pairOf(one, other, index), index.desk).length === 0;
}

interface EmptyIndex {
  readonly index: CityIndex;
  readonly placeOf: (flow: ResourceFlow) => Place;
}

const emptyIndexes = new Map<City, EmptyIndex>();

/** One for each city, because making one takes as long as judging hundreds of pairs. */
function emptyIndexOf(city: City): EmptyIndex {
  const known = emptyIndexes.get(city);
  if (known !== undefined) return known;
  const places = placesOf(city);
  const made = { index: new CityIndex(city.year), placeOf: (flow: ResourceFlow) => placeOf(flow, places) };
  emptyIndexes.set(city, made);
  return made;
}

type Flows = { readonly supply?: ResourceFlow; readonly demand?: ResourceFlow };

/** Each figure by which the fitting flows differ from the stated ones, taken back by one step. Amounts are what is left, not what is changed. */
function* littleLess({ pair, fitting, changes }: MendedPair): Iterable<{ figure: string; flows: Flows }> {
  for (const side of ['supply', 'demand'] as const) {
    const before = pair[side].flow;
    const after = fitting[side].flow;
    const limits = after.limits;
    const { maxDistanceKm, minYearlyAmount } = limits;
    if (maxDistanceKm !== before.limits.maxDistanceKm && maxDistanceKm !== null)
      yield {
        figure: 'distance',
        flows: { [side]: { ...after, limits: { ...limits, maxDistanceKm: maxDistanceKm - 0.1001 } } },
      };
    if (minYearlyAmount !== before.limits.minYearlyAmount && minYearlyAmount !== null)
      yield {
        figure: 'lot',
        flows: { [side]: { ...after, limits: { ...limits, minYearlyAmount: minYearlyAmount * 1.0101 } } },
      };
    const { validFrom } = after.availability;
    if (validFrom !== before.availability.validFrom && validFrom !== null)
      yield {
        figure: 'begin',
        flows: { [side]: { ...after, availability: { ...after.availability, validFrom: dayAfter(validFrom) } } },
      };
  }
  for (const { judge } of changes) {
    const id = judge.startsWith('quality.') ? judge.slice('quality.'.length) : null;
    if (id === null || fitting.supply.flow === pair.supply.flow) continue;
    const [before, after] = [pair.supply.flow.quality[id], fitting.supply.flow.quality[id]];
    if (before === undefined || after === undefined) continue;
    // Figures that part by a rounding error cannot be told a little less apart.
    if (isHardlyMoved(before, after)) continue;
    const parameter = qualityParameter(fitting.demand.type, id) as QualityParameter;
    const quality = { ...fitting.supply.flow.quality, [id]: takenBack(parameter, { before, after }) };
    yield { figure: judge, flows: { supply: { ...fitting.supply.flow, quality } } };
  }
}

/** Temperatures are stated in tenths of a degree, pressures in hundredths of a bar; everything else exactly. */
const steps: Readonly<Record<string, number>> = { temperature_c: 0.1001, pressure_bar: 0.01001 };

function takenBack({ id, kind }: QualityParameter, { before, after }: { before: Interval; after: Interval }): Interval {
  const back = (from: number | null, to: number | null) => {
    const way = (to as number) - (from as number);
    const step = Math.max(steps[id] ?? 0, Math.abs(way) / 1000);
    return (to as number) - Math.sign(way) * step;
  };
  if (kind === 'at_least') return { min: back(before.min, after.min), max: after.max };
  if (kind === 'at_most') return { min: null, max: back(before.max, after.max) };
  const isRaised = (after.max ?? 0) > (before.max ?? 0);
  return isRaised ? { min: null, max: back(before.max, after.max) } : { min: back(before.min, after.min), max: null };
}

function isHardlyMoved(before: Interval, after: Interval): boolean {
  const moved = Math.max(
    Math.abs((after.min ?? 0) - (before.min ?? 0)),
    Math.abs((after.max ?? 0) - (before.max ?? 0)),
  );
  return moved < 1e-9;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

/** As the second judge reads it. */
function statedAs(city: StatedCity, flow: ResourceFlow): StatedFlow {
  const stated = city.flows.find(({ id }) => id === flow.id);
  if (stated === undefined) throw new Error(`expected a flow of the city, got ${flow.id}`);
  const signs = (marks: readonly boolean[]) => marks.map((mark) => (mark ? '1' : '0')).join('');
  return {
    ...stated,
    amount: flow.quantity.amount,
    unit: flow.quantity.unit,
    hours: signs(flow.availability.hours),
    months: signs(flow.availability.months),
    validFrom: flow.availability.validFrom,
    validTo: flow.availability.validTo,
    quality: flow.quality,
    maxDistanceKm: flow.limits.maxDistanceKm,
    minYearlyAmount: flow.limits.minYearlyAmount,
  };
}

// Cities that no file could hold: a refusal that names the flow and the field, or figures that are numbers. Never one out of nothing.
import { DomainError } from '@crg/domain/errors';
import type { City, ResourceFlow, Site } from '@crg/domain/flow';
import { describe, expect, test } from 'vitest';
import { matchCity } from '../../src/match-city.ts';
import { flow, heatDemand, smallCity, wasteHeat } from '../small-city.ts';
import { cityOf, type Dice, diceOf, randomCity } from './random-city.ts';

const run = (city: City) => matchCity(city, { k: 20 });

describe('the engine refuses, naming flow and field:', () => {
  const heat = (changes: Partial<ResourceFlow>) => smallCity({ flows: [{ ...wasteHeat, ...changes }, heatDemand] });
  const quantity = (amount: number) => heat({ quantity: { ...wasteHeat.quantity, amount } });
  const temperature = (min: number, max: number | null) => heat({ quality: { temperature_c: { min, max } } });
  const price = (amount: number) => ({ amount, currency: 'EUR', per: 'MWh' });
  const { availability } = wasteHeat;

  test.each<[string, City, string]>([
    ['an amount that is no number', quantity(Number.NaN), 'quantity.amount'],
    ['an infinite amount', quantity(Infinity), 'quantity.amount'],
    ['an amount below 0', quantity(-1), 'quantity.amount'],
    ['a unit of another kind', heat({ quantity: { ...wasteHeat.quantity, unit: 't/a' } }), 'quantity.unit'],
    ['a temperature that is no number', temperature(Number.NaN, null), 'quality.temperature_c.min'],
    ['an infinite temperature', temperature(75, Infinity), 'quality.temperature_c.max'],
    ['a temperature below absolute zero', temperature(-300, null), 'quality.temperature_c.min'],
    ['a window that is reversed', temperature(85, 75), 'quality.temperature_c.max'],
    ['a parameter that the type does not have', heat({ quality: { ph: { min: 7, max: 8 } } }), 'quality.ph'],
    ['a price that is no number', heat({ price: price(Number.NaN) }), 'price.amount'],
    ['an infinite disposal cost', heat({ disposalCost: price(-Infinity) }), 'disposal_cost.amount'],
    ['a limit below 0', heat({ limits: { maxDistanceKm: -1, minYearlyAmount: null } }), 'limits.max_distance_km'],
    [
      'a lot that is no number',
      heat({ limits: { maxDistanceKm: null, minYearlyAmount: Number.NaN } }),
      'limits.min_quantity',
    ],
    [
      'a week of 167 hours',
      heat({ availability: { ...availability, hours: availability.hours.slice(1) } }),
      'availability.hours',
    ],
    [
      'a year of 13 months',
      heat({ availability: { ...availability, months: [...availability.months, true] } }),
      'availability.months',
    ],
    [
      'a life that ends before it begins',
      heat({ availability: { ...availability, validFrom: '2023-06-02', validTo: '2023-06-01' } }),
      'availability.valid_to',
    ],
    [
      'a day that no calendar has',
      heat({ availability: { ...availability, validFrom: '2023-02-30' } }),
      'availability.valid_from',
    ],
    ['a waste code that is none', heat({ codes: { ewc: ['999999'], cpa: null, hs: null } }), 'codes.ewc'],
  ])('%s', (_, city, field) => {
    const error = refusalOf(city);
    expect(error?.evidence.field).toBe(`flow supply: ${field}`);
    expect(error?.message).toMatch(/^flow supply: .+: expected .+, got .+\./);
  });

  test('a site off the globe, a year that is none, and a factor without a number', () => {
    const off: Partial<Site> = { point: { longitude: Number.NaN, latitude: 0 } };
    expect(refusalOf(smallCity({ east: off }))?.evidence.field).toBe('site east: longitude');
    expect(refusalOf({ ...smallCity(), year: 2023.5 })?.evidence.field).toBe('year');
    const { id, unit } = { id: 'price.electricity', unit: 'EUR/MWh' };
    const factors = [{ id, unit, low: 80, mid: Number.NaN, high: 100, source: 'bill', year: 2024, geography: 'DK' }];
    expect(refusalOf({ ...smallCity(), factors })?.evidence.field).toBe('city: factors[0].mid');
  });
});

test('a figure that is not stated stays unknown: no verdict, no price and no loss is worked out from it', () => {
  const silent = [{ ...wasteHeat, quality: {} }, heatDemand];
  const [match] = run(smallCity({ flows: silent })).matches;
  const temperature = match?.verdicts.find(({ judge }) => judge === 'quality.temperature_c');
  expect(temperature).toMatchObject({ result: 'unknown', value: null, limit: 60 });
});

test('whatever is put in the place of a figure, a run refuses it by name or works with numbers alone', () => {
  let refused = 0;
  let matched = 0;
  for (let seed = 1; seed <= 400; seed++) {
    const dice = diceOf(seed);
    const { city, names } = spoilt(cityOf(randomCity(seed)), dice);
    const error = refusalOf(city);
    if (error !== null) {
      refused++;
      expect(
        names.some((name) => error.message.startsWith(name)),
        `seed ${seed}: ${error.message}`,
      ).toBe(true);
      continue;
    }
    const answer = run(city);
    matched += answer.matches.length + answer.nearMisses.length + (answer.chains?.length ?? 0);
    expect(notNumbers(answer), `seed ${seed}`).toEqual([]);
  }
  expect(Math.min(refused, matched)).toBeGreaterThan(100);
}, 120_000);

test('amounts at both ends of what a computer holds give numbers', () => {
  for (const [supply, demand] of [
    [5e-324, 1e15],
    [1e15, 1e15],
    [1e-300, 1e-300],
  ] as const) {
    const flows = [amounting(wasteHeat, supply), amounting(heatDemand, demand)];
    expect(notNumbers(run(smallCity({ flows }))), `${supply} for ${demand}`).toEqual([]);
  }
  const gas = (direction: 'supply' | 'demand', siteId: string, amount: number) =>
    flow({
      id: direction,
      siteId,
      direction,
      type: 'gas.co2',
      quantity: { amount, unit: 'm3/h', precision: 'measured' },
      quality: { pressure_bar: { min: 0.01, max: null } },
    });
  expect(notNumbers(run(smallCity({ flows: [gas('supply', 'west', 1e12), gas('demand', 'east', 1e-12)] })))).toEqual(
    [],
  );
});

const amounting = (stated: ResourceFlow, amount: number): ResourceFlow => ({
  ...stated,
  quantity: { ...stated.quantity, amount },
});

function refusalOf(city: City): DomainError | null {
  try {
    run(city);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

const garbage = [Number.NaN, Infinity, -Infinity, -1, -0, 5e-324, 1e308, -1e308, 0, 1e15] as const;

/** The city with one to three of its figures replaced, and how a refusal may begin. */
function spoilt(city: City, dice: Dice): { city: City; names: readonly string[] } {
  const names: string[] = [];
  let spoiled = city;
  for (let times = dice.whole(1, 3); times > 0; times--) {
    const target = dice.pick(spoiled.flows);
    const site = dice.pick(spoiled.sites);
    const wrong = dice.pick(garbage);
    const flowsWith = (changes: Partial<ResourceFlow>): City => {
      names.push(`flow ${target.id}: `);
      return { ...spoiled, flows: spoiled.flows.map((each) => (each === target ? { ...each, ...changes } : each)) };
    };
    const parameter = dice.pick([...Object.keys(target.quality), 'temperature_c']);
    const money = target.price ?? { amount: 1, currency: 'EUR', per: 'kW' };
    spoiled = dice.pick([
      () => flowsWith({ quantity: { ...target.quantity, amount: wrong } }),
      () =>
        flowsWith({ quality: { ...target.quality, [parameter]: { min: wrong, max: dice.pick([null, wrong, 1]) } } }),
      () => flowsWith({ limits: { maxDistanceKm: wrong, minYearlyAmount: dice.pick([null, wrong]) } }),
      () => flowsWith({ price: { ...money, amount: wrong } }),
      () => {
        names.push(`site ${site.id}: `);
        const point = { longitude: wrong, latitude: dice.pick([0, wrong]) };
        return { ...spoiled, sites: spoiled.sites.map((each) => (each === site ? { ...each, point } : each)) };
      },
    ])();
  }
  return { city: spoiled, names };
}

/** Paths of everything in an answer that is a number and yet none. */
function notNumbers(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} ${value}`];
  if (typeof value === 'string') return /NaN|Infinity/.test(value) ? [`${path} "${value}"`] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => notNumbers(inner, `${path}.${key}`));
}

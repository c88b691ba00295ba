// The score of a pair: its terms, its weights, and that being farther, smaller or less often there never helps.
import { always, hourPatterns } from '@crg/domain/availability';
import type { ResourceFlow } from '@crg/domain/flow';
import { resourceTypes } from '@crg/domain/taxonomy';
import { matchCity } from '@crg/engine/match-city';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultWeights, economicTerm, scoreOf, termsOf } from '../src/score.ts';
import { flow, heatDemand, onlyPair, smallCity, wasteHeat } from './small-city.ts';

const example = {
  quality: 0.9,
  temporal: 0.8,
  quantity: 0.7,
  trust: 0.9,
  economic: 0.8,
  transport: 0.1,
  regulatory: 0,
};

describe('score', () => {
  test('0.9 x .25 + 0.8 x .20 + 0.7 x .15 + 0.9 x .15 + 0.8 x .25 - 0.1 x .10 = 0.815', () => {
    expect(scoreOf(example, defaultWeights)).toBeCloseTo(0.815, 12);
  });

  test('doubling every weight changes nothing, and burdens never push it below 0', () => {
    const doubled = Object.fromEntries(Object.entries(defaultWeights).map(([term, weight]) => [term, 2 * weight]));
    expect(scoreOf(example, doubled as typeof defaultWeights)).toBeCloseTo(0.815, 12);
    const worst = { quality: 0, temporal: 0, quantity: 0, trust: 0, economic: 0, transport: 1, regulatory: 1 };
    expect(scoreOf(worst, defaultWeights)).toBe(0);
  });
});

describe('terms', () => {
  const terms = (flows: readonly ResourceFlow[], distanceKm = 1) =>
    termsOf(onlyPair({ flows, distanceKm }), 0, 'allowed');

  test('quality is 1 from 10 K inside, three quarters at 5 K, and a half where the temperature is not stated', () => {
    const wanting = (min: number) => ({ ...heatDemand, quality: { temperature_c: { min, max: null } } });
    expect(terms([wasteHeat, wanting(60)]).quality).toBe(1);
    expect(terms([wasteHeat, wanting(65)]).quality).toBeCloseTo(0.75, 12);
    expect(terms([wasteHeat, { ...heatDemand, quality: {} }]).quality).toBe(0.5);
  });

  test('temporal is the common hours over the hours of either', () => {
    const office = { ...heatDemand, availability: { ...always, hours: hourPatterns.weekdays_08_17 } };
    expect(terms([wasteHeat, office]).temporal).toBeCloseTo(45 / 168, 12);
    const weekdays = { ...wasteHeat, availability: office.availability };
    expect(terms([weekdays, heatDemand]).temporal).toBeCloseTo(45 / 168, 12);
    expect(terms([weekdays, office]).temporal).toBe(1);
  });

  test('quantity is the share of the supply that the demand can take', () => {
    const small = { ...heatDemand, quantity: { ...heatDemand.quantity, amount: 125 } };
    const large = { ...heatDemand, quantity: { ...heatDemand.quantity, amount: 5000 } };
    expect(terms([wasteHeat, small]).quantity).toBeCloseTo(0.25, 12);
    expect(terms([wasteHeat, large]).quantity).toBe(1);
  });

  test('trust is 1 for two measured flows, 0.7 for two estimates, and a tenth less for an open temperature', () => {
    const estimate = (stated: ResourceFlow): ResourceFlow => ({
      ...stated,
      quantity: { ...stated.quantity, precision: 'estimated' },
    });
    expect(terms([wasteHeat, heatDemand]).trust).toBe(1);
    expect(terms([estimate(wasteHeat), estimate(heatDemand)]).trust).toBeCloseTo(0.7, 12);
    expect(terms([wasteHeat, { ...heatDemand, quality: {} }]).trust).toBeCloseTo(0.9, 12);
    expect(terms([{ ...wasteHeat, qualityPrecision: 'archetype' }, heatDemand]).trust).toBeCloseTo(0.85, 12);
  });

  test('an optional figure that nobody states changes neither quality nor trust', () => {
    const asking = { ...heatDemand, quality: { ...heatDemand.quality, return_temperature_c: { min: 40, max: null } } };
    const counting = { ...wasteHeat, quality: { ...wasteHeat.quality, return_temperature_c: { min: 50, max: null } } };
    const silent = terms([wasteHeat, heatDemand]);
    expect([silent.quality, silent.trust]).toEqual([1, 1]);
    // 50 - 5 - 40 = 5 K inside, half of the tolerance of 10 K: 0.75; with the flow temperature's 1 a mean of 0.875.
    expect(terms([counting, asking]).quality).toBeCloseTo(0.875, 12);
    expect(terms([counting, asking]).trust).toBe(1);
  });

  test('an optional figure that one side states costs a tenth of the trust; what only the supply volunteers is no discomfort', () => {
    const asking = { ...heatDemand, quality: { ...heatDemand.quality, return_temperature_c: { min: 40, max: null } } };
    const counting = { ...wasteHeat, quality: { ...wasteHeat.quality, return_temperature_c: { min: 50, max: null } } };
    expect(terms([wasteHeat, asking])).toMatchObject({ quality: 0.75 });
    expect(terms([wasteHeat, asking]).trust).toBeCloseTo(0.9, 12);
    expect(terms([counting, heatDemand])).toMatchObject({ quality: 1 });
    expect(terms([counting, heatDemand]).trust).toBeCloseTo(0.9, 12);
  });

  test('skills that only one side names cost a tenth of the trust, and none where both do', () => {
    const skilled = (stated: ResourceFlow, skills: readonly string[]) => ({ ...stated, skills });
    expect(terms([skilled(wasteHeat, ['atex']), heatDemand]).trust).toBeCloseTo(0.9, 12);
    expect(terms([skilled(wasteHeat, ['atex']), skilled(heatDemand, ['atex'])]).trust).toBe(1);
  });

  test('a margin of 50,000 EUR/a is worth a half, a loss nothing', () => {
    expect(economicTerm(50_000)).toBe(0.5);
    expect(economicTerm(-1)).toBe(0);
  });

  test('transport is the distance over the limit; a neighbour with a limit of 0 km costs nothing', () => {
    expect(terms([wasteHeat, heatDemand], 1).transport).toBeCloseTo(0.2, 6);
    expect(
      terms([{ ...wasteHeat, limits: { maxDistanceKm: 0, minYearlyAmount: null } }, heatDemand], 0).transport,
    ).toBe(0);
  });
});

describe('of two demands that are alike but for one thing', () => {
  const directType = fc.constantFrom(...resourceTypes);
  /** From a trickle to a large plant, every size as likely. */
  const rate = fc.integer({ min: -200, max: 470 }).map((exponent) => 10 ** (exponent / 100));
  const share = fc.integer({ min: 1, max: 1000 }).map((thousandths) => thousandths / 1000);
  const weekOf = (hours: number) => always.hours.map((_, hour) => hour < hours);

  /** Score of the only pair of a supply and a demand of this type; undefined when it does not fit. */
  function scoreOfOnly(
    type: string,
    { supply, demand, hours, distanceKm }: { supply: number; demand: number; hours: number; distanceKm: number },
  ) {
    const { rateUnit } = resourceTypes.find(({ id }) => id === type) as (typeof resourceTypes)[number];
    const quantity = (amount: number) => ({ amount, unit: rateUnit, precision: 'measured' }) as const;
    const flows = [
      flow({ id: 's', siteId: 'west', direction: 'supply', type, quantity: quantity(supply) }),
      flow({
        id: 'd',
        siteId: 'east',
        direction: 'demand',
        type,
        quantity: quantity(demand),
        availability: { ...always, hours: weekOf(hours) },
      }),
    ];
    return matchCity(smallCity({ flows, distanceKm }), { k: 1 }).matches[0]?.score;
  }

  const notAbove = (worse: number | undefined, better: number | undefined) => {
    if (worse !== undefined) expect(worse).toBeLessThanOrEqual((better ?? 0) + 1e-12);
  };

  test('the farther never scores higher', () => {
    fc.assert(
      fc.property(directType, rate, rate, share, share, ({ id, reachKm }, supply, demand, near, part) => {
        const distanceKm = reachKm * near;
        const base = { supply, demand, hours: 120 };
        notAbove(scoreOfOnly(id, { ...base, distanceKm }), scoreOfOnly(id, { ...base, distanceKm: distanceKm * part }));
      }),
    );
  });

  test('the smaller never scores higher', () => {
    fc.assert(
      fc.property(directType, rate, rate, share, share, ({ id, reachKm }, supply, demand, near, part) => {
        const base = { supply, hours: 120, distanceKm: reachKm * near };
        notAbove(scoreOfOnly(id, { ...base, demand: demand * part }), scoreOfOnly(id, { ...base, demand }));
      }),
    );
  });

  test('the one that is there less often never scores higher', () => {
    const hours = fc.integer({ min: 1, max: 168 });
    fc.assert(
      fc.property(
        directType,
        rate,
        rate,
        share,
        hours,
        hours,
        ({ id, reachKm }, supply, demand, near, some, others) => {
          const base = { supply, demand, distanceKm: reachKm * near };
          const [fewer, more] = some < others ? [some, others] : [others, some];
          notAbove(scoreOfOnly(id, { ...base, hours: fewer }), scoreOfOnly(id, { ...base, hours: more }));
        },
      ),
    );
  });
});

// P10, P50 and P90 of pairs small enough to work by hand.
import type { FactorOverride } from '@crg/domain/flow';
import { describe, expect, test } from 'vitest';
import { indexOfCity } from '../../../src/city-index.ts';
import { chainOf, chainUncertainty } from '../../../src/converters/chain-of.ts';
import { explainPair } from '../../../src/economics/explain-pair.ts';
import { builtInFactors, FactorTable } from '../../../src/economics/factor-table.ts';
import { figuresOf } from '../../../src/economics/pair-figures.ts';
import { quantitySpread } from '../../../src/economics/uncertainty/distributions.ts';
import { uncertaintyOf } from '../../../src/economics/uncertainty/sample-pair.ts';
import { annuityFactor } from '../../../src/formulas/finance.ts';
import { pairUncertainty } from '../../../src/match-pair.ts';
import { flow, onlyPair, type SmallCity, smallCity } from '../../small-city.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR', per: 't' });
/** 600 t of fly ash a year, estimated, over 5 km: what both parties save is stated, a trip costs the smallest price. */
const ash: SmallCity = {
  distanceKm: 5,
  flows: [
    flow({
      id: 's',
      siteId: 'west',
      direction: 'supply',
      type: 'material.fly_ash',
      quantity: { amount: 5000, unit: 't/a', precision: 'measured' },
      disposalCost: eur(20),
    }),
    flow({
      id: 'd',
      siteId: 'east',
      direction: 'demand',
      type: 'material.fly_ash',
      quantity: { amount: 600, unit: 't/a', precision: 'estimated' },
      price: eur(30),
    }),
  ],
};
const pairOfAsh = onlyPair(ash);
const heat = onlyPair();
/** 600 x (30 + 20) less 24 trips of 150 EUR. */
const margin = 26_400;
const annuity = annuityFactor(0.08, 10);

function certain(ids: readonly string[]): FactorTable {
  const overrides = builtInFactors.all().flatMap(({ id, unit, mid, source, year, geography }): FactorOverride[] => {
    const value = ids.includes(id) ? (id.startsWith('precision.') ? 0 : mid) : null;
    return value === null ? [] : [{ id, unit, low: value, mid: value, high: value, source, year, geography }];
  });
  return new FactorTable(overrides);
}

describe('600 t of fly ash a year, estimated, with stated prices', () => {
  const uncertainty = uncertaintyOf(pairOfAsh, builtInFactors);

  test('the margin follows the one quantity that decides: 0.7758 and 1.289 times 26,400 EUR', () => {
    const { p10, p90 } = quantitySpread(0.2);
    expect(uncertainty.marginEurPerYear.p10).toBeCloseTo(margin * p10, -1);
    expect(uncertainty.marginEurPerYear.p50).toBeCloseTo(margin, -1);
    expect(uncertainty.marginEurPerYear.p90).toBeCloseTo(margin * p90, -1);
    expect(uncertainty.marginEurPerYear.p10 / margin).toBeCloseTo(0.7758, 3);
    expect(uncertainty.marginEurPerYear.p90 / margin).toBeCloseTo(1.289, 3);
  });

  test('nothing is built, so the NPV is the margin over the annuity, and never a loss', () => {
    for (const which of ['p10', 'p50', 'p90'] as const)
      expect(uncertainty.npvEur[which]).toBeCloseTo(uncertainty.marginEurPerYear[which] / annuity, 4);
    expect(uncertainty.chanceOfLoss).toBe(0);
  });

  test('the only driver is what the cement works take, from its P10 to its P90', () => {
    const { p10, p90 } = quantitySpread(0.2);
    expect(uncertainty.drivers).toEqual([
      {
        input: 'quantity.demand',
        label: 'How much d takes',
        low: expect.closeTo(600 * p10, 6),
        high: expect.closeTo(600 * p90, 6),
        unit: 't/a',
        npvAtLowEur: expect.closeTo((margin * p10) / annuity, 4),
        npvAtHighEur: expect.closeTo((margin * p90) / annuity, 4),
        share: 1,
      },
    ]);
  });

  test('the CO2 knows of the clinker as well: wider than the quantity alone makes it', () => {
    const { p10, p90 } = uncertainty.co2TonnesPerYear;
    const mid = explainPair(figuresOf(pairOfAsh, builtInFactors.mids), builtInFactors).co2TonnesPerYear;
    expect((p90 - p10) / mid).toBeGreaterThan(quantitySpread(0.2).p90 - quantitySpread(0.2).p10);
  });
});

describe('A pair of 500 kW of heat', () => {
  const uncertainty = uncertaintyOf(heat, builtInFactors);

  test('the same seed gives the same numbers, whatever else was computed in between', () => {
    uncertaintyOf(pairOfAsh, builtInFactors, { seed: 5 });
    uncertaintyOf(heat, builtInFactors, { seed: 5 });
    expect(uncertaintyOf(onlyPair(), new FactorTable([]))).toEqual(uncertainty);
  });

  test('another seed differs by no more than the sampling error allows: 5 x 0.03822 standard deviations', () => {
    const other = uncertaintyOf(heat, builtInFactors, { seed: 1 });
    const { p10, p50, p90 } = uncertainty.npvEur;
    const deviation = (p90 - p10) / 2.5631;
    expect(other.npvEur.p10).not.toBe(p10);
    for (const [one, two] of [
      [other.npvEur.p10, p10],
      [other.npvEur.p50, p50],
      [other.npvEur.p90, p90],
    ] as const)
      expect(Math.abs(one - two)).toBeLessThan(5 * 0.03822 * deviation);
  });

  test('a pair of other flows, and a city with another middle, have a seed of their own; a wider band has not', () => {
    const gas = builtInFactors.factor('price.boiler_heat');
    const changed = (low: number, mid: number) => new FactorTable([{ ...gas, low, mid }]);
    const seedOf = (factors: FactorTable) => uncertaintyOf(heat, factors, { samples: 10 }).seed;
    expect(uncertaintyOf(pairOfAsh, builtInFactors, { samples: 10 }).seed).not.toBe(uncertainty.seed);
    expect(seedOf(changed(gas.low, gas.mid + 1))).not.toBe(uncertainty.seed);
    expect(seedOf(changed(gas.low - 1, gas.mid))).toBe(uncertainty.seed);
  });

  test('its three largest drivers are gas, extraction and the pipe, each at the low and the high of its factor', () => {
    expect(uncertainty.drivers.map(({ input }) => input)).toEqual([
      'price.boiler_heat',
      'heat.extraction',
      'pipe.heat_level',
    ]);
    for (const { input, low, high } of uncertainty.drivers)
      expect({ low, high }).toEqual({
        low: builtInFactors.all().find(({ id }) => id === input)?.low,
        high: builtInFactors.all().find(({ id }) => id === input)?.high,
      });
    // What of 4,380 MWh/a arrives x (66.67 - 33.33) EUR/MWh over the annuity.
    const { delivered } = figuresOf(heat, builtInFactors.mids);
    const [gas] = uncertainty.drivers;
    expect((gas?.npvAtHighEur ?? 0) - (gas?.npvAtLowEur ?? 0)).toBeCloseTo((delivered * 30) / 0.9 / annuity, 2);
    const shares = uncertainty.drivers.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThan(1);
  });

  test('where everything is certain there is one number and no driver: that of the explanation', () => {
    const factors = certain(builtInFactors.all().map(({ id }) => id));
    const { npvEur, marginEurPerYear, co2TonnesPerYear, drivers, chanceOfLoss } = uncertaintyOf(heat, factors);
    const explained = explainPair(figuresOf(heat, factors.mids), factors);
    const alone = (value: number) => ({ p10: value, p50: value, p90: value });
    expect(npvEur).toEqual(alone(explained.npvEur.mid));
    expect(marginEurPerYear).toEqual(alone(explained.marginEurPerYear));
    expect(co2TonnesPerYear).toEqual(alone(explained.co2TonnesPerYear));
    expect(drivers).toEqual([]);
    expect(chanceOfLoss).toBe(explained.npvEur.mid < 0 ? 1 : 0);
  });

  test('with one uncertain input the percentiles are those of its ends, with no sampling error', () => {
    const factors = certain(
      builtInFactors
        .all()
        .map(({ id }) => id)
        .filter((id) => id !== 'price.boiler_heat'),
    );
    const { npvEur, drivers } = uncertaintyOf(heat, factors);
    expect(drivers).toMatchObject([{ input: 'price.boiler_heat', share: 1 }]);
    // The samples stand in the middles of 2,000 slices: P90 lies between two of them, 0.0003 standard deviations apart.
    expect(npvEur.p10 / (drivers[0]?.npvAtLowEur ?? 0)).toBeCloseTo(1, 5);
    expect(npvEur.p90 / (drivers[0]?.npvAtHighEur ?? 0)).toBeCloseTo(1, 5);
  });

  test('the chance of a loss is the share of samples below 0: between P50 and P90 here', () => {
    expect(uncertainty.npvEur.p50).toBeLessThan(0);
    expect(uncertainty.npvEur.p90).toBeGreaterThan(0);
    expect(uncertainty.chanceOfLoss).toBeGreaterThan(0.5);
    expect(uncertainty.chanceOfLoss).toBeLessThan(0.9);
  });
});

test('a pair of the city is answered with the figures of the city; one that does not fit has no answer', () => {
  const gas = { ...builtInFactors.factor('price.boiler_heat'), low: 100, mid: 110, high: 120 };
  const city = { ...smallCity(), factors: [gas] };
  const pair = { supplyId: 'supply', demandId: 'demand' };
  expect(pairUncertainty(indexOfCity(city), pair)).toEqual(uncertaintyOf(heat, new FactorTable([gas])));
  expect(pairUncertainty(indexOfCity(smallCity()), pair)).toEqual(uncertaintyOf(heat, builtInFactors));
  expect(pairUncertainty(indexOfCity(smallCity({ distanceKm: 6 })), pair)).toBeNull();
  expect(pairUncertainty(indexOfCity(city), { ...pair, demandId: 'nobody' })).toBeNull();
});

describe('10,000 t of food waste a year through a digester to a burner of biogas', () => {
  const estimated = (amount: number, unit: string) => ({ amount, unit, precision: 'estimated' }) as const;
  const city = smallCity({
    distanceKm: 2,
    flows: [
      flow({
        id: 'scraps',
        siteId: 'west',
        direction: 'supply',
        type: 'organic.food_waste',
        quantity: estimated(10_000, 't/a'),
      }),
      flow({
        id: 'burner',
        siteId: 'east',
        direction: 'demand',
        type: 'gas.biogas',
        quantity: estimated(1_000_000, 'm3/a'),
      }),
    ],
  });
  const chain = { supplyId: 'scraps', converterId: 'anaerobic_digester', demandId: 'burner' };

  test('where everything is certain there is one number: that of the chain, with the digester in it', () => {
    const factors = certain(builtInFactors.all().map(({ id }) => id));
    const index = indexOfCity({ ...city, factors: factors.all() });
    const explained = chainOf(index, chain, 1)?.economics;
    const uncertainty = chainUncertainty(index, chain);
    expect(uncertainty?.npvEur.p10).toBeCloseTo(explained?.npvEur.mid ?? Number.NaN, 4);
    expect(uncertainty?.npvEur.p90).toBeCloseTo(explained?.npvEur.mid ?? Number.NaN, 4);
    expect(uncertainty?.marginEurPerYear.p50).toBeCloseTo(explained?.marginEurPerYear ?? Number.NaN, 4);
    expect(uncertainty?.co2TonnesPerYear.p50).toBeCloseTo(explained?.co2TonnesPerYear ?? Number.NaN, 6);
  });

  test('what the digester costs moves the NPV most, and a chain has a seed of its own', () => {
    const index = indexOfCity(city);
    const uncertainty = chainUncertainty(index, chain);
    expect(uncertainty?.drivers[0]?.input).toBe('converter.anaerobic_digester.capex');
    expect(uncertainty?.npvEur.p10).toBeLessThan(uncertainty?.npvEur.p90 ?? Number.NaN);
    expect(chainUncertainty(index, { ...chain, converterId: 'orc' })).toBeNull();
  });
});

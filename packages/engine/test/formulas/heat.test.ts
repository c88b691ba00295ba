// Worked examples E1.1 to E1.3: heat content, exchangers, direct use.
import { describe, expect, test } from 'vitest';
import {
  conductance,
  directUse,
  effectiveness,
  heatContentKw,
  logMeanDifferenceK,
  transferUnits,
  waterFor,
} from '../../src/formulas/heat.ts';
import { toFourDigits } from './four-digits.ts';

test('E1.1: 5 kg/s of water that cool from 90 to 60 °C carry 628.5 kW', () => {
  toFourDigits(heatContentKw({ kgPerS: 5, inC: 90, outC: 60 }), 628.5);
  toFourDigits(waterFor(628.5, 30), 5);
});

describe('E1.2: an exchanger that cools 90 to 60 °C and warms 55 to 80 °C', () => {
  const ends = { hotInC: 90, hotOutC: 60, coldInC: 55, coldOutC: 80 };
  const kw = 628.5;

  test('has an effectiveness of 0.8571, by the side that changes more', () => {
    toFourDigits(effectiveness(ends), 0.8571);
    toFourDigits(effectiveness({ hotInC: 90, hotOutC: 65, coldInC: 55, coldOutC: 85 }), 0.8571);
  });

  test('gets better as it grows, unlike by the formula in circulation', () => {
    const longer = { ...ends, hotOutC: 57, coldOutC: 82.5 };
    expect(effectiveness(longer)).toBeGreaterThan(effectiveness(ends));
    expect(effectiveness({ hotInC: 90, hotOutC: 55, coldInC: 55, coldOutC: 80 })).toBe(1);
  });

  test('needs 4.159 transfer units at a ratio of 0.8333', () => {
    const capacityRatio = 25 / 30;
    toFourDigits(capacityRatio, 0.8333);
    toFourDigits(transferUnits({ effectiveness: effectiveness(ends), capacityRatio }), 4.159);
  });

  test('has 7.213 K in the mean, 87.13 kW/K and 29.04 m2 at 3 kW/m2K', () => {
    toFourDigits(logMeanDifferenceK(10, 5), 7.213);
    toFourDigits(conductance({ kw, ...ends }), 87.13);
    toFourDigits(conductance({ kw, ...ends }) / 3, 29.04);
  });

  test('agrees with itself: units times the smaller capacity rate are heat over the mean difference', () => {
    const units = transferUnits({ effectiveness: effectiveness(ends), capacityRatio: 25 / 30 });
    expect(units * 20.95).toBeCloseTo(conductance({ kw, ...ends }), 9);
  });
});

test('an exchanger of equal sides has eps/(1-eps) units, and its mean difference is the one at its ends', () => {
  expect(transferUnits({ effectiveness: 0.8, capacityRatio: 1 })).toBeCloseTo(4, 12);
  expect(transferUnits({ effectiveness: 0.8, capacityRatio: 1 - 1e-7 })).toBeCloseTo(4, 5);
  expect(logMeanDifferenceK(7, 7)).toBe(7);
  expect(logMeanDifferenceK(7, 7 + 1e-7)).toBeCloseTo(7, 6);
});

describe('direct use', () => {
  const demand = { demandC: 80, demandReturnC: 60, approachK: 5, dropK: 1 };

  test('E1.3: 75 °C preheat an 80/60 °C demand by 45 %', () => {
    const { use, share } = directUse({ supplyC: 75, ...demand });
    expect(use).toBe('preheat');
    toFourDigits(share, 0.45);
  });

  test('86 °C serve it whole and 85.9 °C almost', () => {
    expect(directUse({ supplyC: 86, ...demand })).toMatchObject({ use: 'full', share: 1 });
    expect(directUse({ supplyC: 95, ...demand })).toMatchObject({ use: 'full', share: 1 });
    expect(directUse({ supplyC: 85.9, ...demand }).use).toBe('preheat');
  });

  test('66 °C do nothing for a return of 60 °C: the approach and the way take the six degrees', () => {
    expect(directUse({ supplyC: 66, ...demand })).toMatchObject({ use: 'none', share: 0 });
    expect(directUse({ supplyC: 40, ...demand })).toMatchObject({ use: 'none', share: 0 });
  });

  test('the source leaves 5 K above the return, or at its own lower limit', () => {
    expect(directUse({ supplyC: 90, ...demand }).sourceOutletC).toBe(65);
    expect(directUse({ supplyC: 90, supplyReturnMinC: 70, ...demand }).sourceOutletC).toBe(70);
    expect(directUse({ supplyC: 90, supplyReturnMinC: 40, ...demand }).sourceOutletC).toBe(65);
  });
});

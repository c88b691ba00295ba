// The worked examples on uncertainty, each to its stated digits, and the numbers the draws are made of.
import { describe, expect, test } from 'vitest';
import { factorSpread, logDeviation, quantitySpread } from '../../../src/economics/uncertainty/distributions.ts';
import { linearSpread } from '../../../src/economics/uncertainty/linear-spread.ts';
import { normalQuantile, scoreOfP90, shareBelow } from '../../../src/economics/uncertainty/normal.ts';
import {
  percentileError,
  rankInterval,
  samplesFor,
  variationOfSum,
} from '../../../src/economics/uncertainty/sampling-error.ts';
import { annuityFactor } from '../../../src/formulas/finance.ts';

/** To four significant digits. */
const agree = (found: number, stated: number) =>
  expect(Math.abs(found - stated), `${found} against ${stated}`).toBeLessThanOrEqual(5e-4 * Math.abs(stated));

describe('What one quantity may be off by', () => {
  test.each([
    { precision: 'measured', variation: 0.05, deviation: 0.04997, p10: 0.938, p90: 1.066, meanOverMedian: 1.001 },
    { precision: 'estimated', variation: 0.2, deviation: 0.198, p10: 0.7758, p90: 1.289, meanOverMedian: 1.02 },
    { precision: 'archetype', variation: 0.5, deviation: 0.4724, p10: 0.5459, p90: 1.832, meanOverMedian: 1.118 },
  ])('$precision: P10 $p10, P90 $p90 of what was entered', ({ variation, deviation, p10, p90, meanOverMedian }) => {
    const spread = quantitySpread(variation);
    agree(logDeviation(variation), deviation);
    agree(spread.p10, p10);
    agree(spread.p90, p90);
    agree(Math.exp(logDeviation(variation) ** 2 / 2), meanOverMedian);
    expect(spread.p50).toBe(1);
  });
});

describe('Formulas of the method', () => {
  const annuity = annuityFactor(0.08, 10);

  test('E6.8: cash flow off by 15 %, investment by 20 %: shares 0.5032 and 0.4968, NPV off by 28,377, a loss in 0.1140', () => {
    const contributions = [(0.15 * 20_000) / annuity, 0.2 * 100_000];
    agree(contributions[0] as number, 20_130);
    const { standardDeviation, shares, chanceOfLoss } = linearSpread({ middle: 34_201.63, contributions });
    agree(shares[0] as number, 0.5032);
    agree(shares[1] as number, 0.4968);
    agree(standardDeviation, 28_377);
    agree(chanceOfLoss, 0.114);
  });

  test('nothing uncertain has no shares, and is a loss or is none', () => {
    expect(linearSpread({ middle: -1, contributions: [0, 0] })).toEqual({
      standardDeviation: 0,
      shares: [0, 0],
      chanceOfLoss: 1,
    });
    expect(linearSpread({ middle: 0, contributions: [] }).chanceOfLoss).toBe(0);
  });

  test('E6.9: ten equal matches off by 0.3 each: 0.09487 together when independent, 0.2225 at a correlation of 0.5', () => {
    agree(variationOfSum({ count: 10, variation: 0.3, correlation: 0 }), 0.09487);
    agree(variationOfSum({ count: 10, variation: 0.3, correlation: 0.5 }), 0.2225);
  });

  test('E6.10: P10 of 1,000 samples is off by 0.05406 s, of 2,000 by 0.03822 s, which is 1.806 % of P90 of an archetype', () => {
    agree(percentileError({ p: 0.1, samples: 1000 }), 0.05406);
    agree(percentileError({ p: 0.9, samples: 2000 }), 0.03822);
    agree(percentileError({ p: 0.9, samples: 2000 }) * logDeviation(0.5), 0.01806);
    agree(percentileError({ p: 0.1, samples: 1 }), 1.709);
    agree(percentileError({ p: 0.5, samples: 1 }), 1.253);
  });

  test('E6.10: 5 % of s needs 1,169 samples, 1 % needs 29,222; P10 of 1,000 lies between the 81st and the 119th', () => {
    expect(samplesFor({ p: 0.1, error: 0.05 })).toBe(1169);
    expect(samplesFor({ p: 0.1, error: 0.01 })).toBe(29_222);
    expect(rankInterval({ p: 0.1, samples: 1000 })).toEqual([81, 119]);
  });
});

describe('The normal distribution', () => {
  // From the statistics module of Python, which gives sixteen figures.
  test.each([
    [1e-10, -6.361340902404056],
    [1e-4, -3.71901648545568],
    [0.01, -2.3263478740408408],
    [0.0749, -1.4402382675279632],
    [0.075, -1.4395314709384557],
    [0.1, -1.2815515655446008],
    [0.3, -0.5244005127080407],
    [0.5, 0],
    [0.99975, 3.4807564043462422],
  ])('the share %f lies below the score %f', (p, score) => {
    expect(Math.abs(normalQuantile(p) - score)).toBeLessThan(1e-6);
    expect(normalQuantile(1 - p)).toBeCloseTo(-score, 5);
  });

  test.each([
    [-3, 0.0013498980316301035],
    [-0.5, 0.3085375387259869],
    [0, 0.5],
    [2.5, 0.9937903346742238],
    [4, 0.9999683287581669],
  ])('below the score %f lies the share %f', (score, share) => {
    expect(Math.abs(shareBelow(score) - share)).toBeLessThan(1e-7);
  });

  test.each([0, 1, -0.1, Number.NaN])('there is no score below which the share %f lies', (p) => {
    expect(() => normalQuantile(p)).toThrow(RangeError);
  });
});

describe('What a factor may be off by', () => {
  const factor = (low: number, mid: number, high: number, unit = 'EUR/MWh') => ({ low, mid, high, unit });

  test('a price of 30/40/60 is at 30 in P10, 40 in P50 and 60 in P90, and never below 0', () => {
    const spread = factorSpread(factor(30, 40, 60));
    expect(spread?.p10).toBeCloseTo(30, 10);
    expect(spread?.p50).toBe(40);
    expect(spread?.p90).toBeCloseTo(60, 10);
    expect(spread?.at(-6)).toBeGreaterThan(0);
    // Twice the score, twice the step on the logarithmic scale.
    expect(spread?.at(2 * scoreOfP90)).toBeCloseTo(90, 8);
    expect(spread?.at(-2 * scoreOfP90)).toBeCloseTo(22.5, 8);
  });

  test('a price that may be negative moves in steps: -20/15/50', () => {
    const spread = factorSpread(factor(-20, 15, 50));
    expect([spread?.p10, spread?.p50, spread?.p90]).toEqual([-20, 15, 50].map((value) => expect.closeTo(value, 10)));
    expect(spread?.at(-2 * scoreOfP90)).toBeCloseTo(-55, 8);
  });

  test('a price that starts at 0 may fall below it: 0/35/80', () => {
    expect(factorSpread(factor(0, 35, 80))?.at(-2 * scoreOfP90)).toBeCloseTo(-35, 8);
  });

  test('a share never leaves 0 to 1, a factor above 1 is none', () => {
    expect(factorSpread(factor(0.8, 0.9, 1, '1'))?.at(3)).toBe(1);
    expect(factorSpread(factor(0, 0.1, 0.3, '1'))?.at(-3)).toBe(0);
    expect(factorSpread(factor(1.2, 1.3, 1.4, '1'))?.at(3)).toBeGreaterThan(1.4);
  });

  test('low = mid = high is certain; one open side is not', () => {
    expect(factorSpread(factor(150, 150, 150))).toBeNull();
    const oneSided = factorSpread(factor(0.95, 1, 1, '1'));
    expect(oneSided?.p10).toBeCloseTo(0.95, 10);
    expect(oneSided?.p90).toBe(1);
  });
});

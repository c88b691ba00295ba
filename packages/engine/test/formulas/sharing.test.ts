// Worked examples E5.3 and E5.4: capacity that several use.
import { expect, test } from 'vitest';
import { annuityFactor } from '../../src/formulas/finance.ts';
import { groupPurchaseSaving, pooledPeak, sharedCapacityValue } from '../../src/formulas/sharing.ts';
import { toFourDigits } from './four-digits.ts';

/** 8 % over 10 years. */
const annuity = annuityFactor(0.08, 10);

test('E5.3: one laboratory of 250,000 EUR for two of 200,000 saves 16,354 EUR a year', () => {
  const sharedAnnuity = 250_000 * annuity + 6000;
  toFourDigits(400_000 * annuity, 59_612);
  toFourDigits(sharedAnnuity, 43_257);
  const own = 200_000 * annuity;
  toFourDigits(sharedCapacityValue({ ownAnnuities: [own, own], sharedAnnuity, coordinationEurPerYear: 0 }), 16_354);
  expect(sharedCapacityValue({ ownAnnuities: [own], sharedAnnuity: own, coordinationEurPerYear: 500 })).toBe(-500);
});

test('E5.4: peaks of 100 and 80 need 280.0 apart, 252.1 pooled (9.960 % less), 267.2 where they go half together', () => {
  const loads = [
    { mean: 100, deviation: 30 },
    { mean: 80, deviation: 20 },
  ];
  const apart = loads.reduce((sum, load) => sum + pooledPeak({ loads: [load], z: 2, correlation: 0 }), 0);
  const pooled = pooledPeak({ loads, z: 2, correlation: 0 });
  toFourDigits(apart, 280);
  toFourDigits(pooled, 252.1);
  toFourDigits(1 - pooled / apart, 0.0996);
  toFourDigits(pooledPeak({ loads, z: 2, correlation: 0.5 }), 267.2);
  expect(pooledPeak({ loads, z: 2, correlation: 1 })).toBeCloseTo(apart, 9);
});

test('buying 5,000 units together a step of 0.40 EUR cheaper saves 2,000 EUR less what the coordination costs', () => {
  expect(groupPurchaseSaving({ volumePerYear: 5000, priceStepEur: 0.4, coordinationEurPerYear: 300 })).toBe(1700);
});

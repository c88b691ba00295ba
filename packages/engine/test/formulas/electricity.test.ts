// Worked examples E5.1 and E5.2: what a line loses.
import { describe, expect, test } from 'vitest';
import { lineCurrent, lineLossKw, lineLossShare, lossFactor, yearlyLossKwh } from '../../src/formulas/electricity.ts';
import { toFourDigits } from './four-digits.ts';

describe('E5.1: 1 MW at 10 kV over 2 km of 150 mm2 aluminium', () => {
  const line = { kw: 1000, kilovolt: 10, powerFactor: 0.95, ohmPerKm: 0.206, lengthKm: 2 };

  test('is 60.77 A and loses 4.565 kW, 0.4565 %', () => {
    toFourDigits(lineCurrent(line), 60.77);
    toFourDigits(lineLossKw(line), 4.565);
    toFourDigits(lineLossShare(line), 0.004565);
  });

  test('loses 16.32 MWh a year at a load factor of 0.6, 0.3104 % of the energy', () => {
    const lost = yearlyLossKwh(lineLossKw(line), 0.6);
    toFourDigits(lost, 16_320);
    toFourDigits(lost / (1000 * 8760 * 0.6), 0.003104);
  });
});

test('E5.2: 100 kW at 400 V over 500 m of the same cable is 151.9 A and loses 7.133 kW, 7.133 %', () => {
  const line = { kw: 100, kilovolt: 0.4, powerFactor: 0.95, ohmPerKm: 0.206, lengthKm: 0.5 };
  toFourDigits(lineCurrent(line), 151.9);
  toFourDigits(lineLossKw(line), 7.133);
  toFourDigits(lineLossShare(line), 0.07133);
});

test('a steady load loses its loss at peak all year, no load loses nothing, a peaky one more than its mean would', () => {
  expect(lossFactor(1)).toBe(1);
  expect(lossFactor(0)).toBe(0);
  expect(lossFactor(0.5)).toBeGreaterThan(0.25);
});

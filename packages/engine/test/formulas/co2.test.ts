// Worked examples E7.1 to E7.3: CO2 of an exchange and who may claim it.
import { expect, test } from 'vitest';
import { avoidedCo2, claimedTonnes } from '../../src/formulas/co2.ts';
import { toFourDigits } from './four-digits.ts';

const boilerHeat = (kgPerKwh: number) => [{ quantity: 2000, displaced: 1, perUnit: kgPerKwh / 0.9 }];

test('E7.1: 2,000 MWh against a gas boiler avoid 450.4 t, less 4.56 t of pumping 445.9 t; with the gas supply 524.8 t', () => {
  toFourDigits(avoidedCo2({ replaced: boilerHeat(0.2027) }), 450.4);
  toFourDigits(avoidedCo2({ replaced: boilerHeat(0.2027), transport: 30 * 0.152 }), 445.9);
  toFourDigits(avoidedCo2({ replaced: boilerHeat(0.2362) }), 524.8);
});

test('E7.2: 1,000 t of fly ash in concrete avoid 324.0 t of CO2 of clinker', () => {
  toFourDigits(avoidedCo2({ replaced: [{ quantity: 1000, displaced: 0.4, perUnit: 0.81 }] }), 324);
});

test('disposal that no longer happens counts, conversion is taken off', () => {
  expect(avoidedCo2({ replaced: [], disposal: 5, conversion: 2 })).toBe(3);
});

test('E7.3: 445.9 t shared 60 to 40 are 267.5 t and 178.4 t, and 445.9 t for the city', () => {
  const { claims, unclaimed } = claimedTonnes(445.9, [0.6, 0.4]);
  toFourDigits(claims[0] as number, 267.5);
  toFourDigits(claims[1] as number, 178.4);
  expect((claims[0] as number) + (claims[1] as number) + unclaimed).toBeCloseTo(445.9, 9);
});

test('what nobody claims stays with the exchange, and more than all of it cannot be claimed', () => {
  expect(claimedTonnes(100, [0.5, 0.2]).unclaimed).toBeCloseTo(30, 9);
  expect(() => claimedTonnes(100, [0.6, 0.5])).toThrow('claim less');
  expect(() => claimedTonnes(100, [-0.1, 0.5])).toThrow(RangeError);
});

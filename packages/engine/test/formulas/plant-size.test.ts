// What a plant of another size costs: E0.1, and several machines side by side.
import { expect, test } from 'vitest';
import { equivalentSize } from '../../src/formulas/plant-size.ts';
import { toFourDigits } from './four-digits.ts';

test('E0.1: 1 MEUR at 1 MW is 1.516 MEUR at 2 MW', () => {
  toFourDigits(equivalentSize(2, { reference: 1, exponent: 0.6, largestSingle: 5 }), 1.516);
});

test('at its reference a plant costs what its row says; beyond the largest single one the cost grows in proportion', () => {
  const scale = { reference: 10, exponent: 0.6, largestSingle: 50 };
  expect(equivalentSize(10, scale)).toBeCloseTo(10, 12);
  expect(equivalentSize(100, scale)).toBeCloseTo(2 * equivalentSize(50, scale), 12);
  expect(equivalentSize(5, scale)).toBeGreaterThan(5);
});

// Worked examples E3.4 and E3.5: methane from organic residues.
import { describe, expect, test } from 'vitest';
import { digest, substrates, upgrade } from '../../src/formulas/digestion.ts';
import { toFourDigits } from './four-digits.ts';

const foodWaste = digest({ tonnes: 10_000, feed: substrates.food_waste });

test('E3.4: 10,000 t of food waste make 697,000 m3 of methane, 6,949 MWh, 1.162 million m3 of biogas', () => {
  toFourDigits(foodWaste.methaneM3, 697_000);
  toFourDigits(foodWaste.energyMwh, 6949);
  toFourDigits(foodWaste.biogasM3, 1.162e6);
  // The text says "about 8,580 t": three digits, 8,582.8 t by the same formula.
  expect(foodWaste.digestateT).toBeCloseTo(8582.83, 1);
});

test('E3.5: upgrading it with a slip of 1 % lets 4.997 t of methane go, 134.9 t CO2e, and takes 290.4 MWh', () => {
  const upgraded = upgrade({ ...foodWaste, slip: 0.01, kwhPerM3: 0.25 });
  toFourDigits(upgraded.slipMethaneT, 4.997);
  toFourDigits(upgraded.slipCo2T, 134.9);
  toFourDigits(upgraded.electricityMwh, 290.4);
  expect(upgraded.methaneM3).toBeCloseTo(foodWaste.methaneM3 * 0.99, 6);
});

describe('in the laboratory a fresh tonne of', () => {
  // The last column of the substrate table, and half of the last digit it prints.
  test.each([
    ['food_waste', 77.4, 0.05],
    ['spent_grain', 67.7, 0.05],
    ['cattle_slurry', 14.3, 0.05],
    ['pig_slurry', 12.0, 0.05],
    ['sewage_sludge', 9.4, 0.051],
    ['fat', 174, 0.5],
    ['whey', 20.5, 0.05],
    ['vegetable_residues', 47.2, 0.05],
    ['stomach_content', 33.3, 0.05],
    ['straw', 163, 0.5],
    ['glycerol', 387, 0.5],
  ] as const)('%s holds %d m3 of methane', (name, stated, halfDigit) => {
    const { methaneM3 } = digest({ tonnes: 1, feed: substrates[name], plantShare: 1 });
    expect(Math.abs(methaneM3 - stated)).toBeLessThanOrEqual(halfDigit);
  });
});

test('measured dry matter goes before the one of the table, and nothing is made from nothing', () => {
  const wetter = digest({ tonnes: 1000, feed: substrates.spent_grain, dryMatter: 0.115 });
  expect(wetter.methaneM3).toBeCloseTo(digest({ tonnes: 500, feed: substrates.spent_grain }).methaneM3, 9);
  for (const feed of Object.values(substrates)) {
    const { digestateT, biogasM3 } = digest({ tonnes: 1, feed });
    expect(digestateT).toBeGreaterThan(0);
    expect(digestateT + biogasM3 * 0.00122).toBeCloseTo(1, 12);
  }
});

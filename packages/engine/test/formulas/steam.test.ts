// Worked example E1.10 and the checks of the boiling line and the enthalpies.
import { saturationTemperatureC } from '@crg/domain/saturation';
import { describe, expect, test } from 'vitest';
import { boilingWaterKjPerKg, steamHeatKjPerKg, vapourKjPerKg } from '../../src/formulas/steam.ts';
import { toFourDigits } from './four-digits.ts';

describe('the boiling line', () => {
  test('is 179.886 °C at 10 bar by equation 31 of IAPWS-IF97', () => {
    expect(saturationTemperatureC(10)).toBeCloseTo(179.886, 3);
  });

  const pressures = Array.from({ length: 291 }, (_, index) => 1 + index / 10);
  const errors = (formula: (bar: number) => number) =>
    pressures.map((bar) => formula(bar) - (saturationTemperatureC(bar) as number));

  test('the short formula is within 0.06 K of it from 1 to 30 bar', () => {
    const short = errors((bar) => 1673.2 / (5.0909 - Math.log10(bar)) - 229.11);
    expect(Math.max(...short.map(Math.abs))).toBeLessThanOrEqual(0.06);
  });

  test('the rule of thumb 100 p^0.25 is off by -2.4 to +0.4 K', () => {
    const thumb = errors((bar) => 100 * bar ** 0.25);
    expect(Math.min(...thumb)).toBeGreaterThan(-2.45);
    expect(Math.max(...thumb)).toBeLessThan(0.45);
  });
});

describe('enthalpies', () => {
  // Steam tables: temperature, boiling water, vapour.
  const table = [
    [100, 419.1, 2675.6],
    [120, 503.8, 2705.9],
    [150, 632.2, 2745.9],
    [180, 763.1, 2777.2],
    [200, 852.3, 2792.0],
    [210, 897.6, 2797.3],
  ] as const;

  test.each(table)('at %d °C are those of the steam tables', (celsius, water, vapour) => {
    expect(Math.abs(boilingWaterKjPerKg(celsius) - water)).toBeLessThan(0.35);
    expect(Math.abs(vapourKjPerKg(celsius) - vapour)).toBeLessThan(0.8);
  });
});

describe('E1.10: steam of 10 bar from feed water of 105 °C', () => {
  test('took up 2,337 kJ/kg: a tonne an hour is 649.0 kW', () => {
    toFourDigits(vapourKjPerKg(saturationTemperatureC(10) as number), 2776.5);
    const heat = steamHeatKjPerKg({ pressureBar: 10, feedC: 105 });
    toFourDigits(heat, 2337);
    toFourDigits((heat * 1000) / 3600, 649);
  });

  test('takes more where no condensate comes back', () => {
    expect(steamHeatKjPerKg({ pressureBar: 10, feedC: 15 })).toBeCloseTo(
      steamHeatKjPerKg({ pressureBar: 10, feedC: 105 }) + 90 * 4.19,
      9,
    );
  });

  test.each([0.9, 20.1, Number.NaN, -1])('is refused at %d bar, where the formula does not hold', (pressureBar) => {
    expect(() => steamHeatKjPerKg({ pressureBar, feedC: 105 })).toThrow(/1 to 20 bar absolute/);
  });
});

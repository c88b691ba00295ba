// Worked examples E1.11 to E1.14: heat pumps, power from heat, chillers.
import { describe, expect, test } from 'vitest';
import {
  absorptionChiller,
  chillerEer,
  chillerKw,
  coefficientOfPerformance,
  coolsFreely,
  heatPumpFits,
  pumpedHeat,
  rankineEfficiency,
} from '../../src/formulas/heat-pump.ts';
import { toFourDigits } from './four-digits.ts';

describe('E1.11: a source cooled from 40 to 30 °C, a sink warmed from 60 to 80 °C', () => {
  const ends = { sourceC: 40, sourceGlideK: 10, outletC: 80, sinkGlideK: 20 };
  // The ideal of 9.821 is above the cap of 8, so the grade of the example is taken out again.
  const cop = coefficientOfPerformance({ ...ends, grade: 0.45 });

  test('has a COP of 4.420, an ideal one of 9.821', () => {
    toFourDigits(cop, 4.42);
    toFourDigits(cop / 0.45, 9.821);
  });

  test('glides of 10 and 20 K are what is taken where nobody states them', () => {
    expect(coefficientOfPerformance({ sourceC: 40, outletC: 80, grade: 0.45 })).toBe(cop);
  });

  test('makes 1,292 kW of heat from 1,000 kW of source and 292.4 kW of electricity', () => {
    const { heatKw, electricityKw } = pumpedHeat({ sourceKw: 1000, cop });
    toFourDigits(heatKw, 1292);
    toFourDigits(electricityKw, 292.4);
    expect(heatKw).toBeCloseTo(1000 + electricityKw, 9);
  });
});

describe('heat pumps', () => {
  test('without glides the ideal is the one of Carnot between the outlets', () => {
    const cop = coefficientOfPerformance({ sourceC: 20, sourceGlideK: 0, outletC: 70, sinkGlideK: 0, grade: 0.5 });
    expect(cop).toBeCloseTo((0.5 * 343.15) / 50, 9);
  });

  test('no machine has a COP above 8, not even where the source is the warmer side', () => {
    expect(coefficientOfPerformance({ sourceC: 60, outletC: 65, grade: 0.55 })).toBe(8);
    expect(coefficientOfPerformance({ sourceC: 90, outletC: 65, grade: 0.45 })).toBe(8);
    // The sink is 7 K the warmer on average: 0.55 of an ideal of 48.4 would be 26.6.
    expect(coefficientOfPerformance({ sourceC: 60, outletC: 72, grade: 0.55 })).toBe(8);
  });

  test('at 120 °C they reach the published 5.7 to 6.5 at a lift of 30 K and 2.2 to 2.8 at 70 K', () => {
    const carnot = (liftK: number, grade: number) =>
      coefficientOfPerformance({ sourceC: 120 - liftK, sourceGlideK: 0, outletC: 120, sinkGlideK: 0, grade });
    toFourDigits(carnot(30, 0.43), 5.635);
    toFourDigits(carnot(70, 0.5), 2.808);
  });

  test('they lift by 95 K, to 160 °C, at a COP of 1.5, and not a degree more', () => {
    const fits = heatPumpFits({ sourceC: 65, outletC: 160, cop: 1.5 });
    expect(fits).toBe(true);
    expect(heatPumpFits({ sourceC: 64.9, outletC: 160, cop: 1.5 })).toBe(false);
    expect(heatPumpFits({ sourceC: 100, outletC: 160.1, cop: 3 })).toBe(false);
    expect(heatPumpFits({ sourceC: 65, outletC: 160, cop: 1.49 })).toBe(false);
  });
});

test('E1.12: 1,000 kW of 140 to 100 °C become 102.7 kW of electricity where cooling is at 30 °C', () => {
  const efficiency = rankineEfficiency({ hotInC: 140, hotOutC: 100, coolingC: 30, grade: 0.45 });
  toFourDigits(efficiency, 0.1027);
  toFourDigits(1000 * efficiency, 102.7);
});

describe('cold', () => {
  test('E1.13: 500 kW of cold by absorption take 714.3 kW of heat and reject 1,214 kW', () => {
    const { driveKw, rejectKw } = absorptionChiller({ coldKw: 500, cop: 0.7 });
    toFourDigits(driveKw, 714.3);
    toFourDigits(rejectKw, 1214);
    expect(rejectKw).toBeCloseTo(500 + driveKw, 9);
  });

  test('E1.13: that saves the 100.0 kW of electricity of a compressor with an EER of 5', () => {
    toFourDigits(chillerKw({ coldKw: 500, eer: 5 }), 100);
  });

  test('E1.14: a compressor between 6 and 35 °C makes 4.813 of cold per electricity', () => {
    toFourDigits(chillerEer({ coldC: 6, rejectC: 35, grade: 0.5 }), 4.813);
  });

  test('water that returns at 9 °C cools a 12 °C demand freely through 3 K, and through 4 K no longer', () => {
    expect(coolsFreely({ sourceReturnC: 9, demandC: 12, approachK: 3 })).toBe(true);
    expect(coolsFreely({ sourceReturnC: 9, demandC: 12, approachK: 4 })).toBe(false);
  });
});

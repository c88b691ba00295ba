// Worked examples E4.1 to E4.4: trucks, drying, grinding.
import { describe, expect, test } from 'vitest';
import { factors } from '../../src/economics/factors.ts';
import { grindingKwhPerT, tripCo2Kg, tripEur, waterRemoved } from '../../src/formulas/materials.ts';
import { toFourDigits } from './four-digits.ts';

const tipper = { eurPerKm: 1.5, emptyReturn: 1, eurPerHour: 60, stopHours: 1, smallestEur: 150 };

describe('E4.1: 25 t on a tipper that returns empty', () => {
  test('over 25 km cost 150 EUR, 6.000 EUR/t, 0.2400 EUR per t km', () => {
    toFourDigits(tripEur(25, tipper), 150);
    toFourDigits(tripEur(25, tipper) / 25, 6);
    toFourDigits(tripEur(25, tipper) / 25 / 25, 0.24);
  });

  test('over 100 km cost 360 EUR, 14.40 EUR/t, 0.1440 EUR per t km', () => {
    toFourDigits(tripEur(100, tipper), 360);
    toFourDigits(tripEur(100, tipper) / 25, 14.4);
    toFourDigits(tripEur(100, tipper) / 25 / 100, 0.144);
  });

  test('600 t a year over 25 km cost 3,600 EUR', () => toFourDigits((600 / 25) * tripEur(25, tipper), 3600));

  test('over 1 km cost what the haulier comes for at all', () => expect(tripEur(1, tipper)).toBe(150));
});

describe('E4.2: 24 trips of 25 km', () => {
  const perKm = { kgPerKmFull: 1.06921, kgPerKmEmpty: 0.64734 };

  test('full there and empty back emit 1,030 kg, 0.06866 kg per t km', () => {
    toFourDigits(24 * tripCo2Kg({ routeKm: 25, ...perKm }), 1030);
    toFourDigits(tripCo2Kg({ routeKm: 25, ...perKm }) / 25 / 25, 0.06866);
  });

  test('emit less where part of the way back is paid by another load', () => {
    expect(tripCo2Kg({ routeKm: 25, ...perKm, emptyReturn: 0.28 })).toBeCloseTo(25 * (1.06921 + 0.28 * 0.64734), 9);
  });
});

test('E4.3: a tonne of sludge dried from 20 to 90 % loses 777.8 kg of water for 723.3 kWh', () => {
  const water = waterRemoved({ mass: 1000, dryMatterIn: 0.2, dryMatterOut: 0.9 });
  toFourDigits(water, 777.8);
  toFourDigits(water * factors['converter.belt_dryer.heat'].mid, 723.3);
  // The dry matter is all still there.
  expect((1000 - water) * 0.9).toBeCloseTo(200, 9);
});

test('E4.4: slag ground from 2,000 to 30 micrometres takes 32.04 kWh/t', () => {
  toFourDigits(grindingKwhPerT({ feedMicrometre: 2000, productMicrometre: 30, workIndex: 20 }), 32.04);
});

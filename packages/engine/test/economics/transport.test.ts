// The factor table through the transport formulas (test/formulas has the formulas themselves), and the routes.
import { describe, expect, test } from 'vitest';
import { builtInFactors, valuesOf } from '../../src/economics/factor-table.ts';
import { tripCost, tripKg } from '../../src/economics/transport/by-truck.ts';
import { heatPipeCost, waterPipeCost } from '../../src/economics/transport/pipe-kinds.ts';
import { pipeRouteKm, roadRouteKm } from '../../src/economics/transport/routes.ts';
import { toFourDigits } from '../formulas/four-digits.ts';

const { mids } = builtInFactors;
const at = (bound: 'low' | 'high') => valuesOf((id) => builtInFactors.factor(id)[bound]);

describe('by the factors of the table', () => {
  test('E1.8: a metre of DN 80 under paving costs 765 EUR (535.5 to 1,147.5)', () => {
    toFourDigits(heatPipeCost(80, mids), 765);
    toFourDigits(heatPipeCost(80, at('low')), 535.5);
    toFourDigits(heatPipeCost(80, at('high')), 1147.5);
  });

  test('E2.2: 2,000 m of DA 90 under paving cost 569,600 EUR', () => {
    toFourDigits(2000 * waterPipeCost(90, mids), 569_600);
  });

  test('E4.1: 25 km cost 150 EUR, 6.000 EUR/t; 100 km cost 360 EUR, 14.40 EUR/t', () => {
    expect(tripCost(25, mids)).toBeCloseTo(150, 9);
    expect(tripCost(100, mids)).toBeCloseTo(360, 9);
    expect((600 / 25) * tripCost(25, mids)).toBeCloseTo(3600, 9);
  });

  test('E4.2: 24 trips of 25 km, out full and back empty, emit 1,030 kg', () => {
    toFourDigits(24 * tripKg(25, mids), 1030);
  });

  test('a city whose trucks find loads for the way back pays and emits less', () => {
    const networked = { ...mids, 'truck.empty_return': 0.28 };
    expect(tripCost(100, networked)).toBeCloseTo(1.5 * 100 * 1.28 + 60, 9);
    expect(tripKg(100, networked)).toBeCloseTo(100 * (1.06921 + 0.28 * 0.64734), 9);
  });
});

describe('routes', () => {
  test('a pipe goes 1.27 times the straight line, a road 1.34 times to 20 km and 1.30 times far away', () => {
    expect(pipeRouteKm(1, mids)).toBeCloseTo(1.27, 12);
    expect(roadRouteKm(10, mids)).toBeCloseTo(13.4, 12);
    expect(roadRouteKm(100, mids)).toBeCloseTo(130, 12);
  });

  test('a road to a farther place is never shorter', () => {
    const routes = Array.from({ length: 500 }, (_, index) => roadRouteKm(index / 10, mids));
    expect(routes).toEqual(routes.toSorted((a, b) => a - b));
  });
});

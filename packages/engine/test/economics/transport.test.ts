// Transport formulas against the worked examples of the formula page (E1.x heat, E2.x water, E3.x gas, E4.x trucks, E5.x wires).
import { describe, expect, test } from 'vitest';
import { builtInFactors, valuesOf } from '../../src/economics/factor-table.ts';
import { tripCo2Kg, tripCost } from '../../src/economics/transport/by-truck.ts';
import { lossShare } from '../../src/economics/transport/by-wire.ts';
import {
  costedDiameter,
  smallestPipe,
  temperatureAfter,
  temperatureBefore,
  waterFor,
} from '../../src/economics/transport/heat-pipe.ts';
import {
  coldWater,
  compressionKwh,
  hotWater,
  pressureGradient,
  pumpingKw,
  velocity,
} from '../../src/economics/transport/hydraulics.ts';
import { heatPipeCost, waterPipeCost } from '../../src/economics/transport/pipe-kinds.ts';
import { pipeRouteKm, roadRouteKm } from '../../src/economics/transport/routes.ts';

/** The page gives four significant digits. */
function near(actual: number, expected: number): void {
  expect(Math.abs(actual / expected - 1)).toBeLessThan(5e-4);
}

const { mids } = builtInFactors;
const at = (bound: 'low' | 'high') => valuesOf((id) => builtInFactors.factor(id)[bound]);

describe('heat pipe', () => {
  test('E1.1: 5 kg/s cooling by 30 K carry 628.5 kW', () => near(waterFor(628.5, 30), 5));

  test('E1.4: 5 kg/s need DN 80: 105.7 Pa/m at 0.9593 m/s, where DN 65 would take 238.7', () => {
    const gradient = (innerDiameterM: number) => {
      const velocityMPerS = velocity(5 / hotWater.densityKgPerM3, innerDiameterM);
      return pressureGradient({ innerDiameterM, velocityMPerS, fluid: hotWater });
    };
    expect(smallestPipe(5).dn).toBe(80);
    near(velocity(5 / 975, 0.0825), 0.9593);
    near(gradient(0.0825), 105.7);
    near(gradient(0.0703), 238.7);
  });

  test('E1.5: pumping 5 kg/s over a kilometre and back takes 2.002 kW', () => {
    near(pumpingKw({ pressurePa: 105.7 * 2 * 1000 * 1.2, volumeM3PerS: 5 / 975, efficiency: 0.65 }), 2.002);
  });

  test('E1.6: 90 °C arrive as 89.18 °C after a kilometre at 5 kg/s', () => {
    near(90 - temperatureAfter({ inletC: 90, lengthM: 1000, kgPerS: 5 }), 0.8206);
  });

  test('what must enter for 85 °C to arrive is what arrives as 85 °C', () => {
    const inletC = temperatureBefore({ outletC: 85, lengthM: 1500, kgPerS: 2.2 });
    expect(temperatureAfter({ inletC, lengthM: 1500, kgPerS: 2.2 })).toBeCloseTo(85, 9);
  });

  test('E1.8: a metre of DN 80 under paving costs 765 EUR (535.5 to 1,147.5)', () => {
    near(heatPipeCost(80, mids), 765);
    near(heatPipeCost(80, at('low')), 535.5);
    near(heatPipeCost(80, at('high')), 1147.5);
  });

  test('the costed diameter is the table at its points, between them in between, and grows slower than the flow', () => {
    expect(costedDiameter(6)).toBe(80);
    expect(costedDiameter(0.1)).toBe(25);
    expect(costedDiameter((3.93 + 6) / 2)).toBeCloseTo(72.5, 9);
    const flows = Array.from({ length: 400 }, (_, index) => 0.3 + index * 2);
    for (const flow of flows) {
      const elasticity = (costedDiameter(flow * 1.001) / costedDiameter(flow) - 1) / 0.001;
      expect(elasticity).toBeGreaterThanOrEqual(0);
      expect(elasticity).toBeLessThan(1);
    }
  });
});

describe('water pipe', () => {
  test('E2.1: 10 m3/h through 73.6 mm over 2 km lose 12.69 m of head', () => {
    const velocityMPerS = velocity(10 / 3600, 0.0736);
    const gradient = pressureGradient({ innerDiameterM: 0.0736, velocityMPerS, fluid: coldWater });
    near((gradient * 2000) / (998 * 9.81), 12.69);
  });

  test('E2.2: 2,000 m of DA 90 under paving cost 569,600 EUR', () => near(2000 * waterPipeCost(90, mids), 569_600));
});

test('E3.1: air of 20 °C to 8 bar takes 0.1144 kWh per normal m3', () => {
  near(compressionKwh({ ratio: 8, k: 1.4, stages: 1, inletC: 20 }), 0.1144);
});

describe('truck', () => {
  test('E4.1: 25 km cost 150 EUR, 6.000 EUR/t; 100 km cost 360 EUR, 14.40 EUR/t', () => {
    expect(tripCost(25, mids)).toBeCloseTo(150, 9);
    expect(tripCost(100, mids)).toBeCloseTo(360, 9);
    expect((600 / 25) * tripCost(25, mids)).toBeCloseTo(3600, 9);
  });

  test('E4.2: 24 trips of 25 km, out full and back empty, emit 1,030 kg', () => near(24 * tripCo2Kg(25, mids), 1030));
});

test('E5.1: 1 MW at 10 kV over 2 km loses 0.4565 %', () => {
  near(lossShare({ kw: 1000, kilovolt: 10, routeKm: 2 }, mids), 0.004565);
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

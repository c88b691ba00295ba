// Gases as a gas engineer signs them: purity and traces, Wobbe index, pressure at the far flange, classes of compressed air.
import { expect, test } from 'vitest';
import { judged, type Side } from './trade.ts';

const traces = (ppm: Record<string, number>) =>
  Object.fromEntries(Object.entries(ppm).map(([id, limit]) => [`${id}_ppm`, [null, limit] as const]));

test('CO2 of a brewery goes into drinks only by its certificate: 99.9 % and traces after ISBT', () => {
  const bottler: Side = {
    quality: {
      purity_percent: [99.9, null],
      ...traces({ water: 20, oxygen: 30, co: 10, sulphur: 0.1, hydrocarbons: 50 }),
    },
  };
  const offGas = (oxygen: number, purity = 99.95): Side => ({
    quality: {
      purity_percent: [purity, null],
      ...traces({ water: 15, oxygen, co: 1, sulphur: 0.05, hydrocarbons: 20 }),
    },
  });
  const failed = (supply: Side) => judged({ type: 'gas.co2', supply, demand: bottler }).failed;
  expect(failed(offGas(12))).toEqual([]);
  expect(failed(offGas(45))).toEqual(['quality.oxygen_ppm']);
  expect(failed(offGas(12, 98))).toEqual(['quality.purity_percent']);
});

test('a fuel cell takes hydrogen of grade D: 99.97 %, 0.2 ppm CO and 0.004 ppm sulphur; chlor-alkali gas without proof stays open', () => {
  const cell: Side = { quality: { purity_percent: [99.97, null], ...traces({ co: 0.2, sulphur: 0.004 }) } };
  const failed = (co: number) =>
    judged({
      type: 'gas.hydrogen',
      supply: { quality: { purity_percent: [99.99, null], ...traces({ co, sulphur: 0.001 }) } },
      demand: cell,
    }).failed;
  expect(failed(0.1)).toEqual([]);
  expect(failed(2)).toEqual(['quality.co_ppm']);
  const unproven = judged({
    type: 'gas.hydrogen',
    supply: { quality: { purity_percent: [99.99, null] } },
    demand: cell,
  });
  expect(unproven.failed).toEqual([]);
  expect(unproven.open).toEqual(expect.arrayContaining(['quality.co_ppm', 'quality.sulphur_ppm']));
});

test('1,500 m3/h of compressed air of 8 bar, too much for plastic, arrive with 7.757 bar after 635 m of steel', () => {
  // 0.5388 kg/s in 103.07 mm, f 0.01799, R_s 287.1, 288.15 K: 16 f L m^2 R T / (pi^2 D^5) = 3.824 bar^2; sqrt(64 - 3.824) = 7.757.
  const air = (asked: number) =>
    judged({
      type: 'gas.compressed_air',
      distanceKm: 0.5,
      supply: { quality: { pressure_bar: [8, null] }, amount: 1500, unit: 'm3/h' },
      demand: { quality: { pressure_bar: [asked, null] }, amount: 1500, unit: 'm3/h' },
    });
  expect(air(7.5).failed).toEqual([]);
  expect(air(7.5).verdict('quality.pressure_bar')?.value).toBeCloseTo(7.757, 3);
  expect(air(7.5).verdict('quality.pressure_bar')?.text).toContain('lost on the way');
  expect(air(7.8).failed).toEqual(['quality.pressure_bar']);
});

test('a food plant takes air of class 1.2.1 after ISO 8573-1: particles 1, dew point -40 °C, oil 1', () => {
  const food: Side = { quality: { particle_class: [null, 1], dew_point_c: [null, -40], oil_class: [null, 1] } };
  const compressor = (oil: number, dewPoint: number) =>
    judged({
      type: 'gas.compressed_air',
      supply: { quality: { particle_class: [null, 1], dew_point_c: [null, dewPoint], oil_class: [null, oil] } },
      demand: food,
    }).failed;
  expect(compressor(1, -45)).toEqual([]);
  expect(compressor(0, -40)).toEqual([]);
  expect(compressor(2, -45)).toEqual(['quality.oil_class']);
  // A refrigeration dryer reaches 3 °C: class 4.
  expect(compressor(1, 3)).toEqual(['quality.dew_point_c']);
});

test('an engine takes raw biogas of 55 % methane with 200 mg/m3 H2S and 5 mg/m3 of siloxanes', () => {
  const engine: Side = { quality: { methane_percent: [50, null], h2s_mg_m3: [null, 300], siloxanes_mg_m3: [null, 5] } };
  const failed = (h2s: number, siloxanes: number) =>
    judged({
      type: 'gas.biogas',
      supply: { quality: { methane_percent: [55, 62], h2s_mg_m3: [null, h2s], siloxanes_mg_m3: [null, siloxanes] } },
      demand: engine,
    }).failed;
  expect(failed(200, 5)).toEqual([]);
  expect(failed(1500, 5)).toEqual(['quality.h2s_mg_m3']);
  expect(failed(200, 12)).toEqual(['quality.siloxanes_mg_m3']);
});

test('a burner is set for a band of the Wobbe index: biomethane fits, a rich refinery gas is as wrong as a lean one', () => {
  const burner: Side = { quality: { wobbe_mj_m3: [41, 47] } };
  const failed = (low: number, high: number) =>
    judged({ type: 'gas.fuel_gas', supply: { quality: { wobbe_mj_m3: [low, high] } }, demand: burner }).failed;
  expect(failed(43, 45)).toEqual([]);
  expect(failed(48, 60)).toEqual(['quality.wobbe_mj_m3']);
  expect(failed(20, 25)).toEqual(['quality.wobbe_mj_m3']);
});

test('a gas near atmospheric pressure is boosted on its way: CO2 of 1.1 bar arrives with 1.1 bar', () => {
  const still = judged({
    type: 'gas.co2',
    distanceKm: 5,
    supply: { quality: { pressure_bar: [1.1, null] }, amount: 500, unit: 'm3/h' },
    demand: { quality: { pressure_bar: [1.05, null] }, amount: 500, unit: 'm3/h' },
  });
  expect(still.failed).toEqual([]);
});

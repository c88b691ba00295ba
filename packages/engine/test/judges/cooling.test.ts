// Cold as a refrigeration engineer signs it: what is taken must be colder than asked at both ends, and the pipe warms it.
import { expect, test } from 'vitest';
import { judged } from './trade.ts';

const chilled = (to: readonly [number, number], asked: readonly [number, number], distanceKm = 0) =>
  judged({
    type: 'cooling.chilled_water',
    distanceKm,
    supply: { quality: { temperature_c: [null, to[0]], return_temperature_c: [null, to[1]] }, amount: 500, unit: 'kW' },
    demand: {
      quality: { temperature_c: [null, asked[0]], return_temperature_c: [null, asked[1]] },
      amount: 500,
      unit: 'kW',
    },
  });

test('6/12 °C serve 8/14 °C through a plate cooler of 2 K, at both ends exactly', () => {
  expect(chilled([6, 12], [8, 14]).failed).toEqual([]);
  expect(chilled([6, 12], [7.9, 14]).failed).toEqual(['quality.temperature_c']);
  // The chiller counts on water that comes back as warm as 12 °C; 13 - 2 = 11 is all that this receiver can warm it to.
  const tooCoolBack = chilled([6, 12], [8, 13]);
  expect(tooCoolBack.failed).toEqual(['quality.return_temperature_c']);
  expect(tooCoolBack.verdict('quality.return_temperature_c')).toMatchObject({ value: 12, limit: 11, unit: 'Cel' });
});

test('a kilometre in the ground of 10 °C warms 19.9 kg/s of 6 °C by 0.016 K', () => {
  // 500 kW over 6 K are 19.89 kg/s, DN 125 (U 0.26 W/mK): 10 - 4 exp(-0.26 x 1270 / (19.89 x 4190)) = 6.0158 °C.
  const near = chilled([6, 12], [8.1, 14], 1);
  expect(near.failed).toEqual([]);
  expect(near.verdict('quality.temperature_c')?.value).toBeCloseTo(6.0158, 4);
  expect(chilled([6, 12], [8.01, 14], 1).failed).toEqual(['quality.temperature_c']);
});

test('brine of -10 °C serves a cold store; one side that is silent leaves it open', () => {
  const store = judged({
    type: 'cooling.chilled_water',
    supply: { quality: { temperature_c: [null, -10] } },
    demand: { quality: { temperature_c: [null, -8] } },
  });
  expect(store.failed).toEqual([]);
  const silent = judged({
    type: 'cooling.chilled_water',
    supply: {},
    demand: { quality: { temperature_c: [null, -8] } },
  });
  expect([silent.failed, silent.open]).toEqual([[], ['quality.temperature_c']]);
});

test('cold is not worth carrying beyond 3 km unless both say so', () => {
  const far = (limit: number | null) =>
    judged({
      type: 'cooling.chilled_water',
      distanceKm: 3.2,
      supply: { limits: { maxDistanceKm: limit } },
      demand: { limits: { maxDistanceKm: limit } },
    }).failed;
  expect(far(null)).toEqual(['distance']);
  expect(far(4)).toEqual([]);
});

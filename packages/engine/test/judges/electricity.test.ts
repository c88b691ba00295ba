// Electricity as a plant electrician signs it: one voltage on both sides, guarantees of origin, and hours in common.
import { expect, test } from 'vitest';
import { judged, months, week } from './trade.ts';

const power = (supply: Parameters<typeof judged>[0]['supply'], demand: typeof supply, distanceKm = 0) =>
  judged({ type: 'electricity.power', distanceKm, supply, demand });

test('a 10 kV ring takes 10 to 10.5 kV and neither 20 kV nor 400 V', () => {
  const ring = { quality: { voltage_kv: [9.5, 10.5] as const } };
  expect(power({ quality: { voltage_kv: [10, 10.5] } }, ring).failed).toEqual([]);
  const high = power({ quality: { voltage_kv: [20, 20] } }, ring);
  expect(high.failed).toEqual(['quality.voltage_kv']);
  expect(high.verdict('quality.voltage_kv')).toMatchObject({
    value: 20,
    limit: 10.5,
    unit: 'kV',
    text: 'Connection voltage: the supply has 20 kV, the demand takes 9.5 to 10.5 kV.',
  });
  expect(power({ quality: { voltage_kv: [0.4, 0.4] } }, ring).failed).toEqual(['quality.voltage_kv']);
  expect(power({}, ring).open).toContain('quality.voltage_kv');
});

test('a buyer of green power asks for guarantees of origin: 100 % pass, 60 % do not', () => {
  const green = { quality: { renewable_percent: [100, null] as const } };
  expect(power({ quality: { renewable_percent: [100, null] } }, green).failed).toEqual([]);
  expect(power({ quality: { renewable_percent: [60, null] } }, green).failed).toEqual(['quality.renewable_percent']);
});

test('sunshine and a night shift share no hour; from April to September the early shift shares 5 hours of seven days', () => {
  const all = [0, 1, 2, 3, 4, 5, 6];
  const roof = { amount: 500, unit: 'kW', availability: { hours: week(all, 9, 17), months: months(4, 5, 6, 7, 8, 9) } };
  const shift = (from: number, to: number) => ({
    amount: 200,
    unit: 'kW',
    availability: { hours: week(all, from, to) },
  });
  expect(power(roof, shift(0, 6)).failed).toEqual(['time']);
  // 9 to 14 o'clock: 5 h of 183 days = 915 h; 200 kW make 183 MWh.
  const early = power(roof, shift(6, 14));
  expect(early.verdict('time')?.value).toBeCloseTo(915, 9);
  expect(early.verdict('quantity')?.value).toBeCloseTo(183, 9);
});

test('a private wire is thought of up to 20 km', () => {
  expect(power({}, {}, 19.9).failed).toEqual([]);
  expect(power({}, {}, 20.1).failed).toEqual(['distance']);
});

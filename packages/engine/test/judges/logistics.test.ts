// Room on trucks and in stores as a dispatcher signs it: temperature on the way, days, tonnes and licences.
import { expect, test } from 'vitest';
import { judged, type Side, week } from './trade.ts';

test('frozen goods at -20 °C or colder ride on a truck that holds -25 to -18 °C, not on one for 2 to 8 °C', () => {
  const frozen: Side = { quality: { temperature_c: [-30, -18] } };
  const truck = (from: number, to: number) =>
    judged({
      type: 'logistics.return_load',
      distanceKm: 30,
      supply: { quality: { temperature_c: [from, to] } },
      demand: frozen,
    });
  expect(truck(-25, -18).failed).toEqual([]);
  expect(truck(2, 8).failed).toEqual(['quality.temperature_c']);
  expect(truck(2, 8).verdict('quality.temperature_c')).toMatchObject({ value: 2, limit: -18, unit: 'Cel' });
});

test('a truck that returns on Tuesdays and Thursdays takes loads of Tuesdays: 24 hours a week are 1,251 hours a year', () => {
  const truck: Side = { amount: 500, availability: { hours: week([1, 3], 0, 24) } };
  const loads = (day: number): Side => ({ amount: 300, availability: { hours: week([day], 0, 24) } });
  const tuesday = judged({ type: 'logistics.return_load', supply: truck, demand: loads(1) });
  expect(tuesday.failed).toEqual([]);
  // 24 h x 365 / 7.
  expect(tuesday.verdict('time')?.value).toBeCloseTo(1251.43, 2);
  expect(judged({ type: 'logistics.return_load', supply: truck, demand: loads(2) }).failed).toEqual(['time']);
});

test('dangerous goods need a driver with an ADR licence', () => {
  const failed = (skills: readonly string[]) =>
    judged({ type: 'logistics.return_load', supply: { skills }, demand: { skills: ['adr'] } }).failed;
  expect(failed(['adr', 'crane'])).toEqual([]);
  expect(failed(['crane'])).toEqual(['type']);
});

test('a pallet store with 1,200 places a year serves a lot of 1,000 at 80 km, not at 81', () => {
  const store = (distanceKm: number, least: number) =>
    judged({
      type: 'logistics.storage_pallets',
      distanceKm,
      supply: { amount: 1200, quality: { temperature_c: [10, 20] } },
      demand: { amount: 5000, quality: { temperature_c: [15, 25] }, limits: { minYearlyAmount: least } },
    }).failed;
  expect(store(79, 1000)).toEqual([]);
  expect(store(81, 1000)).toEqual(['distance']);
  expect(store(10, 1300)).toEqual(['quantity']);
});

test('a store that does not say how warm it is stays open', () => {
  const silent = judged({
    type: 'logistics.storage_pallets',
    supply: {},
    demand: { quality: { temperature_c: [2, 8] } },
  });
  expect([silent.failed, silent.open.includes('quality.temperature_c')]).toEqual([[], true]);
});

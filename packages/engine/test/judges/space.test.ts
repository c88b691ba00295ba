// Halls and yards as a site manager signs them: clear height, floor load, power, sprinklers, and how long they are free.
import { expect, test } from 'vitest';
import { judged, months, type Side } from './trade.ts';

const hall = (height: number, load: number, more: Side['quality'] & object = {}): Side => ({
  amount: 2000,
  quality: { clear_height_m: [height, null], floor_load_t_m2: [load, null], ...more },
});
const rent = (supply: Side, demand: Side) => judged({ type: 'space.warehouse', distanceKm: 4, supply, demand });

test('high racks of 9 m on 5 t/m2 need a hall of 10 m and 5 t/m2: one of 8 m is too low, one of 3 t/m2 too weak', () => {
  const racks = hall(9, 5);
  expect(rent(hall(10, 5), racks).failed).toEqual([]);
  const low = rent(hall(8, 5), racks);
  expect(low.failed).toEqual(['quality.clear_height_m']);
  expect(low.verdict('quality.clear_height_m')).toMatchObject({ value: 8, limit: 9, unit: 'm' });
  expect(rent(hall(10, 3), racks).failed).toEqual(['quality.floor_load_t_m2']);
});

test('an assembler asks for 250 kW and sprinklers of 12.5 mm/min, and a hall that says neither stays open', () => {
  const assembly = hall(6, 2, { power_supply_kw: [250, null], sprinkler_mm_min: [12.5, null] });
  expect(rent(hall(7, 3, { power_supply_kw: [400, null], sprinkler_mm_min: [15, null] }), assembly).failed).toEqual([]);
  expect(rent(hall(7, 3, { power_supply_kw: [100, null], sprinkler_mm_min: [15, null] }), assembly).failed).toEqual([
    'quality.power_supply_kw',
  ]);
  const silent = rent(hall(7, 3), assembly);
  expect(silent.failed).toEqual([]);
  expect(silent.open).toEqual(expect.arrayContaining(['quality.power_supply_kw', 'quality.sprinkler_mm_min']));
  // Who asks for no sprinklers hears nothing about them.
  expect(rent(hall(7, 3), hall(6, 2)).verdict('quality.sprinkler_mm_min')).toBeUndefined();
});

test('medicines need 15 to 25 °C: a heated hall of 12 to 22 °C can hold a temperature of both, an unheated one cannot', () => {
  const medicines = hall(6, 2, { temperature_c: [15, 25] });
  expect(rent(hall(7, 3, { temperature_c: [12, 22] }), medicines).failed).toEqual([]);
  expect(rent(hall(7, 3, { temperature_c: [-5, 12] }), medicines).failed).toEqual(['quality.temperature_c']);
});

test('a hall that is free from May to August serves half of a need from March to June: 2,000 m2 for 61 days are 334 m2 a year', () => {
  // May and June: 61 days x 24 h = 1,464 h; 2,000 m2 x 1,464 / 8,760 = 334.2 m2 on average over the year.
  const answer = rent(
    { ...hall(8, 3), unit: 'm2', availability: { months: months(5, 6, 7, 8) } },
    { ...hall(6, 2), unit: 'm2', availability: { months: months(3, 4, 5, 6) } },
  );
  expect(answer.failed).toEqual([]);
  expect(answer.verdict('time')?.value).toBeCloseTo(1464, 9);
  expect(answer.verdict('quantity')?.value).toBeCloseTo(334.25, 2);
});

test('a hall serves who looks for a yard, and no yard serves who looks for a hall', () => {
  const load = { quality: { floor_load_t_m2: [2, null] as const } };
  expect(judged({ type: 'space.warehouse', wanted: 'space.yard', supply: load, demand: load }).failed).toEqual([]);
  expect(judged({ type: 'space.yard', wanted: 'space.warehouse', supply: load, demand: load }).failed).toEqual([
    'type',
  ]);
});

test('an office that is let until June is nothing for a tenant from July, nor is one of 80 m2 for a lot of 100', () => {
  const office = (validFrom: string, least: number) =>
    judged({
      type: 'space.office',
      supply: { amount: 80, availability: { validTo: '2023-06-30' } },
      demand: { amount: 150, availability: { validFrom }, limits: { minYearlyAmount: least } },
    }).failed;
  expect(office('2023-01-01', 50)).toEqual([]);
  expect(office('2023-07-01', 50)).toEqual(['time']);
  expect(office('2023-01-01', 100)).toEqual(['quantity']);
});

// Steam as a boiler house signs it: pressure at the receiver's flange, temperature on the boiling line, dryness.
import { expect, test } from 'vitest';
import { judged } from './trade.ts';

const steam = ({ bar, asked, kw, km }: { bar: number; asked: number; kw: number; km: number }) =>
  judged({
    type: 'heat.steam',
    distanceKm: km,
    supply: { quality: { pressure_bar: [bar, null] }, amount: kw, unit: 'kW' },
    demand: { quality: { pressure_bar: [asked, null] }, amount: kw, unit: 'kW' },
  });

test('5 MW of 10 bar steam lose 0.63 bar in 200 m of the pipe that 30 m/s asks for', () => {
  // 5,000 kW / 2,336.5 kJ/kg = 2.140 kg/s, 5.15 kg/m3: 30 m/s in 132.8 mm. Re 1.368e6, f 0.01623, R_s 461.5 J/kgK, 453.0 K:
  // p1^2 - p2^2 = 16 x 0.01623 x 200 x 2.140^2 x 461.5 x 453.0 / (pi^2 x 0.1328^5) = 12.20 bar^2; p2 = sqrt(100 - 12.20) = 9.370.
  const short = steam({ bar: 10, asked: 9.3, kw: 5000, km: 0.2 / 1.27 });
  expect(short.failed).toEqual([]);
  expect(short.verdict('quality.pressure_bar')?.value).toBeCloseTo(9.37, 3);
  expect(short.verdict('quality.pressure_bar')?.text).toContain('9.37 bar after 0.63 bar lost on the way');
  expect(steam({ bar: 10, asked: 9.4, kw: 5000, km: 0.2 / 1.27 }).failed).toEqual(['quality.pressure_bar']);
});

test('over a kilometre the pipe is laid wider, so that a tenth of the pressure is lost and no more', () => {
  // In 132.8 mm a kilometre would take 61.0 bar^2: 6.24 bar would arrive. In 166.6 mm it takes 19 bar^2: sqrt(100 - 19) = 9.000.
  const far = steam({ bar: 10, asked: 8.99, kw: 5000, km: 1 / 1.27 });
  expect(far.failed).toEqual([]);
  expect(far.verdict('quality.pressure_bar')?.value).toBeCloseTo(9, 4);
  expect(steam({ bar: 10, asked: 9.01, kw: 5000, km: 1 / 1.27 }).failed).toEqual(['quality.pressure_bar']);
  expect(steam({ bar: 10, asked: 6, kw: 650, km: 2.9 }).failed).toEqual([]);
});

test('next door nothing is lost: 6 bar serve 6 bar exactly', () => {
  const beside = steam({ bar: 6, asked: 6, kw: 650, km: 0 });
  expect(beside.failed).toEqual([]);
  expect(beside.verdict('quality.pressure_bar')).toMatchObject({ value: 6, limit: 6, unit: 'bar' });
  expect(steam({ bar: 5.9, asked: 6, kw: 650, km: 0 }).failed).toEqual(['quality.pressure_bar']);
});

test('saturated steam of 10 bar has 179.9 °C: enough for a dryer at 175, too cool for a press at 185', () => {
  const press = (temperature: number) =>
    judged({
      type: 'heat.steam',
      supply: { quality: { temperature_c: [179.9, 185], pressure_bar: [10, 11] } },
      demand: { quality: { temperature_c: [temperature, null], pressure_bar: [6, null] } },
    }).failed;
  // Steam itself changes hands, so there is no approach.
  expect(press(175)).toEqual([]);
  expect(press(179.9)).toEqual([]);
  expect(press(185)).toEqual(['quality.temperature_c']);
});

test('a sterilizer after EN 285 takes steam of 95 % dryness and refuses 90 %', () => {
  const sterilizer = (dryness: number | null) =>
    judged({
      type: 'heat.steam',
      supply: { quality: dryness === null ? {} : { dryness_percent: [dryness, null] } },
      demand: { quality: { dryness_percent: [95, null] } },
    });
  expect(sterilizer(97).failed).toEqual([]);
  expect(sterilizer(90).failed).toEqual(['quality.dryness_percent']);
  expect(sterilizer(null).open).toContain('quality.dryness_percent');
});

test('steam heats water of 110 °C, but no water makes steam without a converter; beyond 3 km it is too far', () => {
  const water = (temperature: number, distanceKm: number) =>
    judged({
      type: 'heat.steam',
      wanted: 'heat.hot_water',
      distanceKm,
      supply: { quality: { temperature_c: [150, null], pressure_bar: [4, null] } },
      demand: { quality: { temperature_c: [temperature, null] } },
    }).failed;
  // 150 - 5 = 145 °C.
  expect(water(145, 1)).toEqual([]);
  expect(water(146, 1)).toEqual(['quality.temperature_c']);
  expect(water(110, 3.1)).toEqual(['distance']);
  const backwards = judged({ type: 'heat.hot_water', wanted: 'heat.steam', supply: {}, demand: {} });
  expect(backwards.failed).toEqual(['type']);
});

// Heat as a district heating engineer would sign it: approach at both ends of the exchanger, what the pipe loses, and the season.
import { expect, test } from 'vitest';
import { judged, months, week, weekdays } from './trade.ts';

const hot = (flow: number | null, back: number | null = null) => ({
  temperature_c: [flow, null] as const,
  ...(back === null ? {} : { return_temperature_c: [back, null] as const }),
});
const heat = (supply: ReturnType<typeof hot>, demand: ReturnType<typeof hot>, distanceKm = 0) =>
  judged({
    type: 'heat.hot_water',
    distanceKm,
    supply: { quality: supply, amount: 628.5, unit: 'kW' },
    demand: { quality: demand, amount: 628.5, unit: 'kW' },
  });

test('both ends of the exchanger: 90/60 °C gives 85/55 °C with 5 K, and not a kelvin more at either end', () => {
  // Hot end 90 - 5 = 85, cold end 60 - 5 = 55: the source counts on being cooled to 60, the network must bring back 55 or less.
  expect(heat(hot(90, 60), hot(85, 55)).failed).toEqual([]);
  expect(heat(hot(90, 60), hot(86, 55)).failed).toEqual(['quality.temperature_c']);
  const tooWarmBack = heat(hot(90, 60), hot(85, 56));
  expect(tooWarmBack.failed).toEqual(['quality.return_temperature_c']);
  expect(tooWarmBack.verdict('quality.return_temperature_c')).toMatchObject({
    value: 60,
    limit: 61,
    unit: 'Cel',
    text: 'Return temperature: the supply guarantees 60 °C; the demand needs at least 56 °C with 5 K in between.',
  });
});

test('a return that only the network states is unknown and rejects nothing; one that nobody states is not spoken of', () => {
  expect(heat(hot(90), hot(85, 70)).open).toContain('quality.return_temperature_c');
  expect(heat(hot(90), hot(85, 70)).failed).toEqual([]);
  expect(heat(hot(90), hot(85)).verdict('quality.return_temperature_c')).toBeUndefined();
});

test('E1.6: 5 kg/s of 90 °C lose 0.82 K in a kilometre of DN 80', () => {
  // 628.5 kW over 30 K are 5 kg/s, DN 80 (U 0.216 W/mK). 10 + 80 exp(-0.216 x 1000 / (5 x 4190)) = 89.179 °C.
  // The pipe is 1.27 times as long as the straight line: 0.7874 km apart.
  const kilometre = 1 / 1.27;
  const fits = heat(hot(90), hot(84.1), kilometre);
  expect(fits.failed).toEqual([]);
  expect(fits.verdict('quality.temperature_c')?.value).toBeCloseTo(89.179, 3);
  expect(fits.verdict('quality.temperature_c')?.text).toBe(
    'Temperature: the supply guarantees 90 °C, 89.2 °C after 0.821 K lost on the way; the demand needs at least 84.1 °C with 5 K in between.',
  );
  expect(heat(hot(90), hot(84.2), kilometre).failed).toEqual(['quality.temperature_c']);
});

test('what comes back cools on its way, which helps the source: no loss is taken off the return', () => {
  const far = heat(hot(95, 60), hot(70, 55), 2);
  expect(far.failed).toEqual([]);
  expect(far.verdict('quality.return_temperature_c')).toMatchObject({ value: 60, limit: 60 });
});

test('E1.3 as a direct use: 75 °C cannot carry a network of 80/60 °C, only preheat it', () => {
  expect(heat(hot(75), hot(80), 1 / 1.27).failed).toEqual(['quality.temperature_c']);
});

test('flue gas of 180 °C needs 20 K to the air of a dryer and must not be cooled below its acid dew point', () => {
  const flue = (demandC: number, back: number) =>
    judged({
      type: 'heat.flue_gas',
      supply: { quality: { temperature_c: [180, 220], return_temperature_c: [130, null], dust_mg_m3: [null, 10] } },
      demand: {
        quality: { temperature_c: [demandC, null], return_temperature_c: [back, null], dust_mg_m3: [null, 20] },
      },
    }).failed;
  // 180 - 20 = 160; the gas leaves at 130 °C or more, so what meets it there may come with 130 - 20 = 110 °C at most.
  expect(flue(160, 110)).toEqual([]);
  expect(flue(161, 110)).toEqual(['quality.temperature_c']);
  expect(flue(160, 111)).toEqual(['quality.return_temperature_c']);
});

test('a brewery that runs on weekdays heats offices from October to April: 45 hours a week of 212 days', () => {
  // Weekdays 08-17 are 45 h a week; October to April have 212 days: 45 x 212 / 7 = 1,362.9 h; at 300 kW 408.9 MWh.
  const season = { hours: week(weekdays, 8, 17), months: months(10, 11, 12, 1, 2, 3, 4) };
  const pair = (minYearlyAmount: number) =>
    judged({
      type: 'heat.hot_water',
      supply: { amount: 400, unit: 'kW', availability: { hours: week(weekdays, 6, 22) } },
      demand: { amount: 300, unit: 'kW', availability: season, limits: { minYearlyAmount } },
    });
  expect(pair(408).failed).toEqual([]);
  expect(pair(408).verdict('time')?.value).toBeCloseTo(1362.857, 3);
  expect(pair(408).verdict('quantity')?.value).toBeCloseTo(408.857, 3);
  expect(pair(409).failed).toEqual(['quantity']);
});

test('a plant that closes in June and a network that is built in July share no day, one that opens in June does', () => {
  const pair = (validFrom: string) =>
    judged({
      type: 'heat.hot_water',
      supply: { availability: { validTo: '2023-06-30' } },
      demand: { availability: { validFrom } },
    }).failed;
  expect(pair('2023-07-01')).toEqual(['time']);
  expect(pair('2023-06-30')).toEqual([]);
});

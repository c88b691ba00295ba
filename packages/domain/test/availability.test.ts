import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Availability,
  always,
  commonHours,
  hourPatterns,
  hoursPerYear,
  isIsoDate,
  validInYear,
  validOnCommonDay,
} from '../src/availability.ts';

const months = (text: string): readonly boolean[] => [...text].map((mark) => mark === '1');
const hours = (pattern: readonly boolean[]): number => pattern.filter(Boolean).length;
const between = (validFrom: string | null, validTo: string | null): Availability => ({ ...always, validFrom, validTo });

test('running always gives exactly 8,760 hours, and 8,784 in a leap year', () => {
  expect(hoursPerYear(always, 2018)).toBe(8760);
  expect(hoursPerYear(always, 2024)).toBe(8784);
  expect(hoursPerYear(always, 2000)).toBe(8784);
  expect(hoursPerYear(always, 2100)).toBe(8760);
});

test('Mon-Fri 06-22 meets Mon-Fri 08-18 from October to March in 1,300 hours (E8.1)', () => {
  const eightToEighteen = hourPatterns.continuous.map((_, hour) => hour < 120 && hour % 24 >= 8 && hour % 24 < 18);
  const supply = { ...always, hours: hourPatterns.weekdays_06_22 };
  const demand = { ...always, hours: eightToEighteen, months: months('111000000111') };
  expect(commonHours(supply, demand, 2018)).toBe(1300);
});

test('named weeks have the hours that their names say', () => {
  expect(Object.fromEntries(Object.entries(hourPatterns).map(([name, week]) => [name, hours(week)]))).toEqual({
    continuous: 168,
    weekdays_06_22: 80,
    weekdays_08_17: 45,
    nights_22_06: 56,
    weekend: 48,
  });
  expect(hourPatterns.weekend.indexOf(true)).toBe(120);
});

test('nights and weekday days never meet', () => {
  expect(
    commonHours(
      { ...always, hours: hourPatterns.nights_22_06 },
      { ...always, hours: hourPatterns.weekdays_06_22 },
      2018,
    ),
  ).toBe(0);
});

test('a flow counts if it is valid on some day of the year, both ends inclusive', () => {
  expect(validInYear(between(null, null), 2018)).toBe(true);
  expect(validInYear(between('2018-12-31', null), 2018)).toBe(true);
  expect(validInYear(between(null, '2018-01-01'), 2018)).toBe(true);
  expect(validInYear(between('2019-01-01', null), 2018)).toBe(false);
  expect(validInYear(between(null, '2017-12-31'), 2018)).toBe(false);
});

test('two flows of one year that never exist on the same day are no pair', () => {
  expect(validOnCommonDay(between(null, '2018-06-30'), between('2018-07-01', null), 2018)).toBe(false);
  expect(validOnCommonDay(between(null, '2018-07-01'), between('2018-07-01', null), 2018)).toBe(true);
});

test('only days that the calendar has are dates', () => {
  for (const day of ['2024-02-29', '2000-02-29', '1961-12-31']) expect(isIsoDate(day)).toBe(true);
  for (const day of ['2023-02-29', '1900-02-29', '2018-13-01', '2018-00-10', '2018-04-31', '2018-1-1', '', '18-01-01'])
    expect(isIsoDate(day)).toBe(false);
});

test('hours in common are the same both ways and never more than either flow has', () => {
  const availability = fc.record({
    hours: fc.array(fc.boolean(), { minLength: 168, maxLength: 168 }),
    months: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
    validFrom: fc.constant(null),
    validTo: fc.constant(null),
  });
  fc.assert(
    fc.property(availability, availability, fc.integer({ min: 1950, max: 2100 }), (a, b, year) => {
      const common = commonHours(a, b, year);
      expect(common).toBe(commonHours(b, a, year));
      expect(common).toBeLessThanOrEqual(Math.min(hoursPerYear(a, year), hoursPerYear(b, year)));
      expect(commonHours(a, a, year)).toBe(hoursPerYear(a, year));
    }),
  );
});

// When a flow runs: hours of the week, months of the year, and the dates between which it exists.

/** 168 hours, Monday 00:00 local first; 12 months, January first; ISO dates, both ends inclusive, null is open. */
export interface Availability {
  readonly hours: readonly boolean[];
  readonly months: readonly boolean[];
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export const hoursOfWeek = 168;
export const monthsOfYear = 12;

export type HourPattern = 'continuous' | 'weekdays_06_22' | 'weekdays_08_17' | 'nights_22_06' | 'weekend';

/** Named weeks that a city file may state instead of 168 characters. */
export const hourPatterns: Readonly<Record<HourPattern, readonly boolean[]>> = {
  continuous: weekOf(() => true),
  weekdays_06_22: weekOf((day, hour) => day < 5 && hour >= 6 && hour < 22),
  weekdays_08_17: weekOf((day, hour) => day < 5 && hour >= 8 && hour < 17),
  nights_22_06: weekOf((_day, hour) => hour >= 22 || hour < 6),
  weekend: weekOf((day) => day >= 5),
};

export const always: Availability = {
  hours: hourPatterns.continuous,
  months: Array.from({ length: monthsOfYear }, () => true),
  validFrom: null,
  validTo: null,
};

/**
 * Hours in the year in which the flow runs, validity dates aside (h/a).
 *
 * Month m has days/7 weeks, so running always gives exactly 8,760 h, 8,784 h in a leap year; no holidays.
 * Source: docs/method.md#time
 */
export function hoursPerYear(availability: Availability, year: number): number {
  return (hoursMarked(availability.hours) * daysMarked(availability.months, year)) / daysPerWeek;
}

/** Hours in the year in which both flows run, validity dates aside (h/a); 0 when they never meet. */
export function commonHours(a: Availability, b: Availability, year: number): number {
  return hoursPerYear({ ...always, hours: both(a.hours, b.hours), months: both(a.months, b.months) }, year);
}

/** Whether the flow exists on at least one day of the calendar year. */
export function validInYear(availability: Availability, year: number): boolean {
  return validOnCommonDay(availability, always, year);
}

/** Whether some day of the calendar year lies within the validity dates of both flows. */
export function validOnCommonDay(a: Availability, b: Availability, year: number): boolean {
  const padded = String(year).padStart(4, '0');
  // ISO dates of four-digit years sort as text in the order of time.
  const first = latest(`${padded}-01-01`, a.validFrom, b.validFrom);
  const last = earliest(`${padded}-12-31`, a.validTo, b.validTo);
  return first <= last;
}

/** `YYYY-MM-DD` of a day that exists in the Gregorian calendar. */
export function isIsoDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  return month >= 1 && month <= monthsOfYear && day >= 1 && day <= daysInMonth(month - 1, year);
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

const daysPerWeek = 7;
const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function daysInMonth(month: number, year: number): number {
  return (daysOfMonths[month] ?? 0) + (month === 1 && isLeapYear(year) ? 1 : 0);
}

// Days are summed as whole numbers and divided by 7 once, so that a full year is exact.
const daysMarked = (months: readonly boolean[], year: number): number =>
  months.reduce((days, marked, month) => days + (marked ? daysInMonth(month, year) : 0), 0);

const hoursMarked = (hours: readonly boolean[]): number => hours.reduce((sum, marked) => sum + (marked ? 1 : 0), 0);

const both = (a: readonly boolean[], b: readonly boolean[]): readonly boolean[] =>
  a.map((marked, index) => marked && b[index] === true);

const latest = (start: string, ...dates: readonly (string | null)[]): string =>
  dates.reduce<string>((late, date) => (date !== null && date > late ? date : late), start);

const earliest = (end: string, ...dates: readonly (string | null)[]): string =>
  dates.reduce<string>((early, date) => (date !== null && date < early ? date : early), end);

function weekOf(runs: (day: number, hour: number) => boolean): readonly boolean[] {
  return Array.from({ length: hoursOfWeek }, (_, index) => runs(Math.floor(index / 24), index % 24));
}

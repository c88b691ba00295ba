// Hours and days in common, fast: a week is 168 bits, a year 12 month bits. The answers are those of @crg/domain/availability.
import { type Availability, always, hoursPerYear } from '@crg/domain/availability';

/** When a flow runs in the run's year. */
export interface RunTimes {
  /** 168 bits in six words. */
  readonly week: Uint32Array;
  /** 12 bits. */
  readonly months: number;
  /** First and last day of existence within the year as yyyymmdd. */
  readonly firstDay: number;
  readonly lastDay: number;
}

export class Calendar {
  readonly year: number;
  readonly hoursInYear: number;
  /** Days behind each of the 4,096 sets of months. */
  readonly #days: Uint16Array;

  constructor(year: number) {
    this.year = year;
    this.hoursInYear = hoursPerYear(always, year);
    const daysOfMonth = always.months.map((_, month) => daysIn(month, year));
    this.#days = Uint16Array.from({ length: 1 << 12 }, (_, set) =>
      daysOfMonth.reduce((days, inMonth, month) => ((set >> month) & 1 ? days + inMonth : days), 0),
    );
  }

  runTimes({ hours, months, validFrom, validTo }: Availability): RunTimes {
    const week = new Uint32Array(6);
    hours.forEach((runs, hour) => {
      if (runs) week[hour >> 5] = (week[hour >> 5] as number) | (1 << (hour & 31));
    });
    return {
      week,
      months: months.reduce((set, runs, month) => (runs ? set | (1 << month) : set), 0),
      firstDay: Math.max(this.year * 10_000 + 101, validFrom === null ? 0 : dayNumber(validFrom)),
      lastDay: Math.min(this.year * 10_000 + 1231, validTo === null ? Infinity : dayNumber(validTo)),
    };
  }

  /** h/a in which both run: common hours of the week x days of the common months / 7. */
  commonHours(a: RunTimes, b: RunTimes): number {
    const days = this.#days[a.months & b.months] as number;
    return days === 0 ? 0 : (commonWeekHours(a.week, b.week) * days) / 7;
  }
}

/** Whether the common hours are more than 0, without counting them. */
export function shareAnHour(a: RunTimes, b: RunTimes): boolean {
  if ((a.months & b.months) === 0) return false;
  for (let word = 0; word < 6; word++) if (((a.week[word] as number) & (b.week[word] as number)) !== 0) return true;
  return false;
}

export function existOnCommonDay(a: RunTimes, b: RunTimes): boolean {
  return Math.max(a.firstDay, b.firstDay) <= Math.min(a.lastDay, b.lastDay);
}

function daysIn(month: number, year: number): number {
  return hoursPerYear({ ...always, months: always.months.map((_, index) => index === month) }, year) / 24;
}

function dayNumber(isoDate: string): number {
  return Number(isoDate.replaceAll('-', ''));
}

function commonWeekHours(a: Uint32Array, b: Uint32Array): number {
  let hours = 0;
  for (let word = 0; word < 6; word++) hours += bitCount((a[word] as number) & (b[word] as number));
  return hours;
}

/** Number of 1 bits in a 32-bit word, by adding neighbouring groups of bits in parallel. */
function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

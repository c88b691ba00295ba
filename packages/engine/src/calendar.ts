// Hours and days in common, fast: a week is 168 bits, a year 12 month bits. The answers are those of @crg/domain/availability.
import { type Availability, always, hoursPerYear } from '@crg/domain/availability';

/** When a flow runs in the run's year. Small whole numbers only, so that comparing two flows touches two small objects. */
export interface RunTimes {
  /** The 168 hours of the week in six words of 28 bits. */
  readonly hours0: number;
  readonly hours1: number;
  readonly hours2: number;
  readonly hours3: number;
  readonly hours4: number;
  readonly hours5: number;
  /** 12 bits. */
  readonly months: number;
  /** First and last day of existence within the year as yyyymmdd. */
  readonly firstDay: number;
  readonly lastDay: number;
}

export class Calendar {
  readonly year: number;
  /** Days behind each of the 4,096 sets of months. */
  readonly #days: Uint16Array;
  /** Flows that run at the same times share one record. */
  readonly #records = new Map<string, RunTimes>();

  constructor(year: number) {
    this.year = year;
    const daysOfMonth = always.months.map((_, month) => daysIn(month, year));
    this.#days = Uint16Array.from({ length: 1 << 12 }, (_, set) =>
      daysOfMonth.reduce((days, inMonth, month) => ((set >> month) & 1 ? days + inMonth : days), 0),
    );
  }

  runTimes({ hours, months, validFrom, validTo }: Availability): RunTimes {
    const record: RunTimes = {
      hours0: bitsOf(hours.slice(0, 28)),
      hours1: bitsOf(hours.slice(28, 56)),
      hours2: bitsOf(hours.slice(56, 84)),
      hours3: bitsOf(hours.slice(84, 112)),
      hours4: bitsOf(hours.slice(112, 140)),
      hours5: bitsOf(hours.slice(140)),
      months: bitsOf(months),
      firstDay: Math.max(this.year * 10_000 + 101, validFrom === null ? 0 : dayNumber(validFrom)),
      lastDay: Math.min(this.year * 10_000 + 1231, validTo === null ? 99_991_231 : dayNumber(validTo)),
    };
    const text = Object.values(record).join();
    const known = this.#records.get(text);
    if (known === undefined) this.#records.set(text, record);
    return known ?? record;
  }

  /** h/a in which both run: common hours of the week x days of the common months / 7. */
  commonHours(a: RunTimes, b: RunTimes): number {
    const days = this.#days[a.months & b.months] as number;
    return (commonWeekHours(a, b) * days) / 7;
  }
}

/** Whether the common hours are more than 0, without counting them. */
export function shareAnHour(a: RunTimes, b: RunTimes): boolean {
  const early = (a.hours0 & b.hours0) | (a.hours1 & b.hours1) | (a.hours2 & b.hours2);
  const late = (a.hours3 & b.hours3) | (a.hours4 & b.hours4) | (a.hours5 & b.hours5);
  return (early | late) !== 0 && (a.months & b.months) !== 0;
}

export function existOnCommonDay(a: RunTimes, b: RunTimes): boolean {
  return Math.max(a.firstDay, b.firstDay) <= Math.min(a.lastDay, b.lastDay);
}

function commonWeekHours(a: RunTimes, b: RunTimes): number {
  return (
    bitCount(a.hours0 & b.hours0) +
    bitCount(a.hours1 & b.hours1) +
    bitCount(a.hours2 & b.hours2) +
    bitCount(a.hours3 & b.hours3) +
    bitCount(a.hours4 & b.hours4) +
    bitCount(a.hours5 & b.hours5)
  );
}

/** Bit n is set when the nth is. */
function bitsOf(flags: readonly boolean[]): number {
  return flags.reduce((bits, flag, index) => (flag ? bits | (1 << index) : bits), 0);
}

function daysIn(month: number, year: number): number {
  return hoursPerYear({ ...always, months: always.months.map((_, index) => index === month) }, year) / 24;
}

function dayNumber(isoDate: string): number {
  return Number(isoDate.replaceAll('-', ''));
}

/** Number of 1 bits in a 32-bit word, by adding neighbouring groups of bits in parallel. */
function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

// Energy over the hours of a week: what two flows exchange while both run, and what a store carries from one hour to another.
import { waterHeatKjPerKgK } from './heat.ts';
import { hotWater } from './pipes.ts';

/** Share of a year at full power that `mwh` a year is. */
export function capacityFactor(mwh: number, kw: number): number {
  return (mwh * 1000) / (kw * hoursOfYear);
}

/** kWh that a hot water tank holds: V rho cp dT / 3600; water at 75 °C. */
export function tankCapacityKwh(volumeM3: number, spreadK: number): number {
  return (volumeM3 * hotWater.densityKgPerM3 * waterHeatKjPerKgK * spreadK) / 3600;
}

/**
 * kWh that a store has to hold so that nothing is spilled: between its fullest and its emptiest hour, in a week that ends as it
 * began. Longer than its longest gap where one gap follows another before it is full again.
 *
 * @param into per hour of the week, kWh that come in
 * @param out  per hour of the week, kWh that go out; as much in all
 */
export function ringCapacity(into: readonly number[], out: readonly number[]): number {
  let content = 0;
  let fullest = 0;
  let emptiest = 0;
  for (const [hour, surplus] of into.entries()) {
    content += surplus - (out[hour] ?? 0);
    fullest = Math.max(fullest, content);
    emptiest = Math.min(emptiest, content);
  }
  return fullest - emptiest;
}

export interface StoreWeek {
  /** Deficit of the week that the store covers, kWh. */
  readonly recoveredKwh: number;
  /** Deficit that stays, kWh. */
  readonly unservedKwh: number;
  /** Surplus that found the store full, kWh. */
  readonly spilledKwh: number;
  /** Lost through the walls, kWh. */
  readonly lostKwh: number;
}

/**
 * A store that serves the same week again and again: E(h+1) = clip(E (1-l) + surplus - deficit, 0, E_max).
 *
 * The week is run twice as a ring and the second time counts. It cannot bridge longer gaps than a week.
 *
 * @param surplusKwh  per hour of the week, of what the source has and the user does not take
 * @param deficitKwh  per hour of the week, of what the user wants and the source does not have
 * @param lossPerHour share of the content: 0.002 to 0.005 small tanks, 0.0005 large ones
 */
export function storeWeek({
  surplusKwh,
  deficitKwh,
  capacityKwh,
  lossPerHour,
}: {
  surplusKwh: readonly number[];
  deficitKwh: readonly number[];
  capacityKwh: number;
  lossPerHour: number;
}): StoreWeek {
  let content = 0;
  let week = emptyWeek;
  for (let pass = 0; pass < 2; pass += 1) {
    week = emptyWeek;
    for (const [hour, surplus] of surplusKwh.entries()) {
      const deficit = deficitKwh[hour] ?? 0;
      const lostKwh = content * lossPerHour;
      const offered = content - lostKwh + surplus - deficit;
      const unservedKwh = Math.max(0, -offered);
      const spilledKwh = Math.max(0, offered - capacityKwh);
      content = Math.min(capacityKwh, Math.max(0, offered));
      week = plus(week, { recoveredKwh: deficit - unservedKwh, unservedKwh, spilledKwh, lostKwh });
    }
  }
  return week;
}

/**
 * What a store over the months of a year holds for each unit that goes through it, put in and taken out evenly on the days of
 * either side, the same every year: the most at once, and the mean over the year. Ripples within a month are left out.
 *
 * @param daysIn  per month, on which something is put in
 * @param daysOut per month, on which something is taken out
 */
export function storedYear(
  daysIn: readonly number[],
  daysOut: readonly number[],
): { readonly most: number; readonly mean: number } {
  const [allIn, allOut] = [daysIn, daysOut].map((days) => days.reduce((sum, count) => sum + count, 0));
  const levels: number[] = [];
  let level = 0;
  for (const [month, days] of daysIn.entries()) {
    level += days / (allIn as number) - (daysOut[month] as number) / (allOut as number);
    levels.push(level);
  }
  // The year ends as it began, so the mean of the levels at the ends of the months is that of a year of straight lines.
  const emptiest = Math.min(...levels);
  const mean = levels.reduce((sum, content) => sum + content - emptiest, 0) / levels.length;
  return { most: Math.max(...levels) - emptiest, mean };
}

/** EUR/a of a store: recovered energy times its margin, less annuity and upkeep. Built when above 0. */
export function storeValue({
  recoveredMwhPerYear,
  marginEurPerMwh,
  investmentEur,
  annuityFactor,
  upkeepShare,
}: {
  recoveredMwhPerYear: number;
  marginEurPerMwh: number;
  investmentEur: number;
  annuityFactor: number;
  upkeepShare: number;
}): number {
  return recoveredMwhPerYear * marginEurPerMwh - investmentEur * (annuityFactor + upkeepShare);
}

const hoursOfYear = 8760;
const emptyWeek: StoreWeek = { recoveredKwh: 0, unservedKwh: 0, spilledKwh: 0, lostKwh: 0 };

function plus(a: StoreWeek, b: StoreWeek): StoreWeek {
  return {
    recoveredKwh: a.recoveredKwh + b.recoveredKwh,
    unservedKwh: a.unservedKwh + b.unservedKwh,
    spilledKwh: a.spilledKwh + b.spilledKwh,
    lostKwh: a.lostKwh + b.lostKwh,
  };
}

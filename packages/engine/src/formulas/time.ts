// Energy over the hours of a week: what two flows exchange while both run, and what a store carries from one hour to another.
import { type Availability, commonHours } from '@crg/domain/availability';
import { waterHeatKjPerKgK } from './heat.ts';
import { hotWater } from './pipes.ts';

/** MWh in the year while both run, each at its power whenever it runs. */
export function commonEnergyMwh(
  supply: { readonly availability: Availability; readonly kw: number },
  demand: { readonly availability: Availability; readonly kw: number },
  year: number,
): number {
  return (Math.min(supply.kw, demand.kw) * commonHours(supply.availability, demand.availability, year)) / 1000;
}

/** Share of a year at full power that `mwh` a year is. */
export function capacityFactor(mwh: number, kw: number): number {
  return (mwh * 1000) / (kw * hoursOfYear);
}

/** kWh that a hot water tank holds: V rho cp dT / 3600; water at 75 °C. */
export function tankCapacityKwh(volumeM3: number, spreadK: number): number {
  return (volumeM3 * hotWater.densityKgPerM3 * waterHeatKjPerKgK * spreadK) / 3600;
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

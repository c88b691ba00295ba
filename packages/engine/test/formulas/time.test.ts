// Worked examples E8.1 to E8.3: hours of two profiles, a store inside the week.
import { type Availability, always, commonHours, hoursPerYear } from '@crg/domain/availability';
import { describe, expect, test } from 'vitest';
import { annuityFactor } from '../../src/formulas/finance.ts';
import { capacityFactor, storedYear, storeValue, storeWeek, tankCapacityKwh } from '../../src/formulas/time.ts';
import { heatDemand, onlyPair, wasteHeat } from '../small-city.ts';
import { toFourDigits } from './four-digits.ts';

const weekdays = (from: number, to: number): readonly boolean[] =>
  Array.from({ length: 168 }, (_, hour) => hour < 120 && hour % 24 >= from && hour % 24 < to);
const months = (...running: number[]) => Array.from({ length: 12 }, (_, month) => running.includes(month + 1));
const hours = (marked: readonly boolean[], availability: Availability = always): Availability => ({
  ...availability,
  hours: marked,
});

describe('E8.1: supply on weekdays 06-22, demand on weekdays 08-18 from October to March', () => {
  const supply = hours(weekdays(6, 22));
  const demand = { ...hours(weekdays(8, 18)), months: months(10, 11, 12, 1, 2, 3) };

  test('have 80 and 50 hours a week and meet in 1,300 hours', () => {
    expect(supply.hours.filter(Boolean)).toHaveLength(80);
    expect(demand.hours.filter(Boolean)).toHaveLength(50);
    toFourDigits(commonHours(supply, demand, 2026), 1300);
  });

  test('exchange 650.0 MWh at 500 kW, a capacity factor of 0.1484', () => {
    const kw = (amount: number) => ({ amount, unit: 'kW', precision: 'measured' }) as const;
    const { commonYearly: mwh } = onlyPair({
      flows: [
        { ...wasteHeat, quantity: kw(800), availability: supply },
        { ...heatDemand, quantity: kw(500), availability: demand },
      ],
    });
    toFourDigits(mwh, 650);
    toFourDigits(capacityFactor(mwh, 500), 0.1484);
  });

  test('a year without a break has 8,760 hours, a leap year 8,784', () => {
    expect(hoursPerYear(always, 2026)).toBe(8760);
    expect(hoursPerYear(always, 2028)).toBe(8784);
  });
});

describe('E8.2: a tank of 100 m3 and 30 K', () => {
  const capacityKwh = tankCapacityKwh(100, 30);

  test('holds 3,404 kWh, 885.1 MWh in 260 cycles', () => {
    toFourDigits(capacityKwh, 3404);
    toFourDigits((capacityKwh * 260) / 1000, 885.1);
  });

  test('filled on five nights and emptied on five days covers five fillings a week', () => {
    const night = (hour: number) => hour < 120 && hour % 24 < 6;
    const day = (hour: number) => hour < 120 && hour % 24 >= 8 && hour % 24 < 18;
    const week = storeWeek({
      surplusKwh: byHour((hour) => (night(hour) ? 1000 : 0)),
      deficitKwh: byHour((hour) => (day(hour) ? 1000 : 0)),
      capacityKwh,
      lossPerHour: 0,
    });
    expect(week.recoveredKwh).toBeCloseTo(5 * capacityKwh, 6);
    expect(week.recoveredKwh + week.unservedKwh).toBeCloseTo(50_000, 6);
  });
});

describe('a store through the week', () => {
  const sundayNight = byHour((hour) => (hour === 167 ? 500 : 0));
  const mondayMorning = byHour((hour) => (hour === 2 ? 500 : 0));

  test('carries Sunday night into Monday morning: the week is a ring', () => {
    const week = storeWeek({
      surplusKwh: sundayNight,
      deficitKwh: mondayMorning,
      capacityKwh: 1000,
      lossPerHour: 0.01,
    });
    // Three hours in the store: at the start of hours 0, 1 and 2.
    expect(week.recoveredKwh).toBeCloseTo(500 * 0.99 ** 3, 9);
    expect(week.lostKwh).toBeCloseTo(500 * (1 - 0.99 ** 3), 9);
  });

  test('gives no more than it takes: surplus is recovered, lost, spilled or stored for the next week alike', () => {
    const surplusKwh = byHour((hour) => (hour % 5 === 0 ? 300 : 0));
    const deficitKwh = byHour((hour) => (hour % 7 === 3 ? 350 : 0));
    const week = storeWeek({ surplusKwh, deficitKwh, capacityKwh: 800, lossPerHour: 0.005 });
    const sum = (kwh: readonly number[]) => kwh.reduce((total, value) => total + value, 0);
    expect(week.recoveredKwh + week.lostKwh + week.spilledKwh).toBeCloseTo(sum(surplusKwh), 6);
    expect(week.recoveredKwh + week.unservedKwh).toBeCloseTo(sum(deficitKwh), 6);
  });

  test('of no size still lets the same hour serve itself', () => {
    const both = byHour(() => 100);
    const week = storeWeek({ surplusKwh: both, deficitKwh: both, capacityKwh: 0, lossPerHour: 0 });
    expect(week.recoveredKwh).toBe(16_800);
  });

  test('never covers less when it is larger', () => {
    const surplusKwh = byHour((hour) => (hour % 24 < 8 ? 120 : 0));
    const deficitKwh = byHour((hour) => (hour % 24 >= 12 ? 90 : 0));
    const recovered = [0, 50, 200, 500, 2000].map(
      (capacityKwh) => storeWeek({ surplusKwh, deficitKwh, capacityKwh, lossPerHour: 0.002 }).recoveredKwh,
    );
    expect(recovered).toEqual(recovered.toSorted((a, b) => a - b));
  });
});

test('E8.3: at 15 EUR/MWh the tank earns 13,277 EUR a year and costs 6,711: it is built', () => {
  const tank = {
    recoveredMwhPerYear: (tankCapacityKwh(100, 30) * 260) / 1000,
    investmentEur: 100 * 600,
    annuityFactor: annuityFactor(0.08, 20),
    upkeepShare: 0.01,
  };
  toFourDigits(storeValue({ ...tank, marginEurPerMwh: 15, investmentEur: 0 }), 13_277);
  toFourDigits(-storeValue({ ...tank, marginEurPerMwh: 0 }), 6711);
  expect(storeValue({ ...tank, marginEurPerMwh: 15 })).toBeGreaterThan(0);
});

function byHour(kwh: (hour: number) => number): readonly number[] {
  return Array.from({ length: 168 }, (_, hour) => kwh(hour));
}

test('what comes in one half of the year and goes in the other lies there whole at once, half of it on average', () => {
  const half = (first: boolean) => Array.from({ length: 12 }, (_, month) => (month < 6 === first ? 30 : 0));
  const { most, mean } = storedYear(half(true), half(false));
  expect(most).toBeCloseTo(1, 12);
  expect(mean).toBeCloseTo(0.5, 12);
  // Wanted before it comes, it lies over the turn of the year.
  expect(storedYear(half(false), half(true)).most).toBeCloseTo(1, 12);
  // Every other month: a sixth at once.
  const odd = (rest: number) => Array.from({ length: 12 }, (_, month) => (month % 2 === rest ? 30 : 0));
  expect(storedYear(odd(0), odd(1)).most).toBeCloseTo(1 / 6, 12);
  expect(storedYear(odd(0), odd(0)).most).toBeCloseTo(0, 12);
});

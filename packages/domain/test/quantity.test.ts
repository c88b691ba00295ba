import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError } from '../src/errors.ts';
import { minYearlyAmountOf, rateOf, yearlyAmountOf } from '../src/quantity.ts';
import { resourceType, resourceTypes } from '../src/taxonomy.ts';
import { measures } from '../src/units.ts';

const fullYear = 8760;
const quantity = (amount: number, unit: string) => ({ amount, unit, precision: 'measured' as const });
const rate = (amount: number, unit: string, type: string, hours = fullYear) =>
  rateOf(quantity(amount, unit), resourceType(type), hours);
const yearly = (amount: number, unit: string, type: string, hours = fullYear) =>
  yearlyAmountOf(quantity(amount, unit), resourceType(type), hours);
const failure = (attempt: () => unknown): DomainError => {
  try {
    attempt();
  } catch (error) {
    if (error instanceof DomainError) return error;
  }
  throw new Error('expected a DomainError');
};

describe('rates', () => {
  test('500 kW of hot water all year are 4,380 MWh', () => {
    expect(rate(500, 'kW', 'heat.hot_water')).toBe(500);
    expect(yearly(500, 'kW', 'heat.hot_water')).toBe(4380);
  });

  test('500 kW in 1,300 hours are 650 MWh', () => {
    expect(yearly(500, 'kW', 'heat.hot_water', 1300)).toBe(650);
  });

  test.each([
    [24, 't/d', 'material.gypsum', 1],
    [1000, 'kg/h', 'material.gypsum', 1],
    [2, 'MW', 'heat.steam', 2000],
    [24, 'MWh/d', 'heat.steam', 1000],
    [3.6, 'MJ/h', 'heat.steam', 1],
    [7, 'Nm3/h', 'gas.co2', 7],
    [1, 'L/s', 'water.process', 3.6],
    [48, 'pcs/d', 'logistics.storage_pallets', 2],
    [12, 'h/d', 'service.cleaning', 0.5],
    [400, 'm2', 'space.warehouse', 400],
  ])('%d %s of %s is a rate of %d', (amount, unit, type, expected) => {
    expect(rate(amount, unit, type)).toBe(expected);
  });

  test('1,000 pounds an hour are 453.59237 kg', () => {
    expect(rate(1000, '[lb_av]/h', 'material.glass')).toBeCloseTo(0.45359237, 14);
  });
});

describe('yearly amounts', () => {
  test('80,000 MWh a year over 4,000 hours flow at 20 MW', () => {
    expect(rate(80_000, 'MWh/a', 'heat.hot_water', 4000)).toBe(20_000);
  });

  test('1,000 t/a stay 1,000 t in a leap year too: the 365.25 days of UCUM never enter', () => {
    expect(yearly(1000, 't/a', 'material.gypsum', 8784)).toBe(1000);
    expect(yearly(1000, 't/a', 'material.gypsum', 8760)).toBe(1000);
  });

  test.each([
    [3, 'GWh/yr', 'heat.hot_water', 3000],
    [3, 'MWh/year', 'heat.hot_water', 3],
    [5000, 'kW.h/a', 'heat.hot_water', 5],
    [3600, 'GJ/a', 'heat.hot_water', 1000],
    [2, '10*3.t/a', 'material.gypsum', 2000],
    [2000, 'kg.a-1', 'material.gypsum', 2],
    [10, 't/mo', 'material.gypsum', 120],
    [10, 't/a_t', 'material.gypsum', 10],
    [6_000_000, 'm3/a', 'water.wastewater', 6_000_000],
    [700, '{pallets}/a', 'logistics.storage_pallets', 700],
    [40, 'h/a', 'service.laboratory', 40],
  ])('%d %s of %s is a yearly amount of %d', (amount, unit, type, expected) => {
    expect(yearly(amount, unit, type)).toBe(expected);
  });

  test('a yard held for half the year counts half its area, and a leap day adds none', () => {
    expect(yearly(400, 'm2', 'space.yard', 4380)).toBe(200);
    expect(yearly(400, 'm2', 'space.yard', 8784)).toBe(400);
    expect(rate(200, 'm2/a', 'space.yard', 4380)).toBe(400);
  });

  test('the smallest lot is per year whether it says so or not', () => {
    expect(minYearlyAmountOf({ amount: 500, unit: 'kg' }, resourceType('material.glass'))).toBe(0.5);
    expect(minYearlyAmountOf({ amount: 500, unit: 'kg/a' }, resourceType('material.glass'))).toBe(0.5);
    expect(failure(() => minYearlyAmountOf({ amount: 1, unit: 't/h' }, resourceType('material.glass'))).code).toBe(
      'wrong_dimension',
    );
  });
});

describe('refusals', () => {
  test.each([
    ['kw', 'heat.hot_water', 'unknown_unit', 'Did you mean kW?'],
    ['tons/a', 'material.gypsum', 'unknown_unit', 'Did you mean t/a?'],
    ['m³/h', 'water.raw', 'unknown_unit', 'm3/h'],
    ['constructor', 'heat.hot_water', 'unknown_unit', 'UCUM'],
    ['0.kW', 'heat.hot_water', 'unknown_unit', 'kW'],
    ['', 'heat.hot_water', 'unknown_unit', 'kW'],
    ['t/a', 'heat.hot_water', 'wrong_dimension', 'counted in energy'],
    ['kg/h', 'gas.co2', 'wrong_dimension', 'm3/h'],
    ['MWh', 'heat.hot_water', 'wrong_dimension', 'MWh/a for a yearly amount'],
    ['kW/a', 'heat.hot_water', 'wrong_dimension', 'kWh/a'],
    ['t/d/a', 'material.gypsum', 'wrong_dimension', 't/d'],
    ['T/a', 'material.gypsum', 'wrong_dimension', 'Did you mean t/a?'],
    ['/a/t', 'material.gypsum', 'wrong_dimension', 't/a'],
    ['h0', 'service.cleaning', 'wrong_dimension', 'h/h'],
    ['Cel', 'heat.hot_water', 'wrong_dimension', 'counted in energy'],
    ['pcs/h', 'service.cleaning', 'wrong_dimension', 'h/h'],
    ['%', 'service.cleaning', 'wrong_dimension', 'working time'],
    ['%/h', 'logistics.storage_pallets', 'wrong_dimension', 'pieces'],
    ['[IU]/h', 'logistics.storage_pallets', 'wrong_dimension', 'pieces'],
  ])('"%s" for %s is refused as %s and the message helps', (unit, type, code, hint) => {
    const error = failure(() => rate(1, unit, type));
    expect(error.code).toBe(code);
    expect(error.message).toContain(hint);
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('an amount of %d is not a quantity', (amount) => {
    expect(failure(() => rate(amount, 't/h', 'material.slag')).code).toBe('invalid_quantity');
  });

  test('an amount that overflows its unit is not a quantity', () => {
    expect(failure(() => rate(1e300, '10*9.t/h', 'material.slag')).code).toBe('invalid_quantity');
  });

  test('a yearly amount of a flow that never runs has no rate', () => {
    expect(failure(() => rate(10, 't/a', 'material.slag', 0)).code).toBe('invalid_quantity');
  });
});

test('every everyday spelling of every type is read, and rate x hours is the yearly amount', () => {
  const hours = fc.double({ min: 1, max: 8760, noNaN: true });
  const amounts = fc.double({ min: 0, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(fc.constantFrom(...resourceTypes), amounts, hours, fc.nat(), (type, amount, available, pick) => {
      const { rate: rates, per_year: years } = measures[type.measure].spellings;
      const units = [...rates, ...years];
      const stated = quantity(amount, units[pick % units.length] ?? type.unit);
      const asRate = quantity(rateOf(stated, type, available), type.rateUnit);
      const asYearly = quantity(yearlyAmountOf(stated, type, available), type.yearlyUnit);
      expect(close(yearlyAmountOf(asRate, type, available), asYearly.amount)).toBe(true);
      expect(close(rateOf(asYearly, type, available), asRate.amount)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

const anyText = fc.string({ unit: 'grapheme', maxLength: 12 });
const nearlyUnits = fc.string({
  unit: fc.constantFrom(...'kMGWhtagdm3J./()-{}[]10*^%', 'Wh', 'a_j', 'mo'),
  maxLength: 8,
});

test('no text whatever is read as a unit of heat without being one', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, nearlyUnits), (unit) => {
      try {
        expect(rate(1, unit, 'heat.hot_water')).toBeGreaterThan(0);
      } catch (error) {
        expect((error as DomainError).code).toMatch(/^(unknown_unit|wrong_dimension)$/);
      }
    }),
    { numRuns: 500 },
  );
});

const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b), 1e-300);

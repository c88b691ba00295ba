import { expect, test } from 'vitest';
import { datedRates, inEuro } from '../src/currency.ts';
import { eurPerUnit } from '../src/price.ts';
import { resourceType } from '../src/taxonomy.ts';

const perUnit = (amount: number, currency: string, per: string, type: string) =>
  eurPerUnit({ amount, currency, per }, resourceType(type));

test('5 cents per kWh are 50 EUR per MWh', () => {
  expect(perUnit(0.05, 'EUR', 'kWh', 'heat.steam')).toBeCloseTo(50, 12);
  expect(perUnit(10, 'EUR', 'GJ', 'heat.steam')).toBeCloseTo(36, 12);
});

test('3 EUR per kg are 3,000 EUR per tonne, and a supplier may pay to be rid of it', () => {
  expect(perUnit(3, 'EUR', 'kg', 'material.solvent')).toBe(3000);
  expect(perUnit(-40, 'EUR', 't', 'organic.sewage_sludge')).toBe(-40);
});

test('every measure has a price unit: Nm3, m2, h and pcs', () => {
  expect(perUnit(0.3, 'EUR', 'Nm3', 'gas.natural_gas')).toBe(0.3);
  expect(perUnit(60, 'EUR', 'm2', 'space.office')).toBe(60);
  expect(perUnit(85, 'EUR', 'h', 'service.laboratory')).toBe(85);
  expect(perUnit(2, 'EUR', 'pcs', 'logistics.storage_pallets')).toBe(2);
});

test('kroner convert at the central rate; a currency without a dated rate stays unknown', () => {
  expect(perUnit(74.6038, 'DKK', 'MWh', 'heat.hot_water')).toBeCloseTo(10, 12);
  expect(perUnit(10, 'USD', 'MWh', 'heat.hot_water')).toBeNull();
  expect(inEuro(1, 'SEK')).toBeNull();
});

test('every rate says from which day and which source it is', () => {
  for (const { perEuro, date, source } of datedRates) {
    expect(perEuro).toBeGreaterThan(0);
    expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(source).toMatch(/^docs\//);
  }
});

test('a price per something else than the type is counted in is refused', () => {
  expect(() => perUnit(1, 'EUR', 't', 'heat.steam')).toThrow('a unit of energy');
  expect(() => perUnit(1, 'EUR', 'MWh/a', 'heat.steam')).toThrow('such as kWh or MWh');
  expect(() => perUnit(Number.NaN, 'EUR', 'MWh', 'heat.steam')).toThrow('finite price');
});

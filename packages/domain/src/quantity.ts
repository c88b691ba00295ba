// How much: a rate during the available hours or a yearly amount spread over them, and how well it is known.
import { DomainError } from './errors.ts';
import type { ResourceType } from './taxonomy.ts';
import { type Basis, convert, type Measure, measures, readUnit } from './units.ts';

/** `archetype`: guessed from the sector or type, never mixed silently with declared data. */
export type Precision = 'measured' | 'estimated' | 'archetype';

/** What two flows have in common is known as well as the weaker of them. */
export function weakerPrecision(one: Precision, other: Precision): Precision {
  return weakestFirst.find((precision) => precision === one || precision === other) ?? one;
}

const weakestFirst: readonly Precision[] = ['archetype', 'estimated', 'measured'];

/** As stated by its owner; `rateOf` and `yearlyAmountOf` turn it into the type's units. */
export interface Quantity {
  readonly amount: number;
  /** Accepted spelling or UCUM, e.g. `kW`, `t/a`, `m3/h`, `kW.h/a`. */
  readonly unit: string;
  readonly precision: Precision;
}

/**
 * How fast the resource flows while it is available, in the type's `rateUnit`.
 *
 * A yearly amount is spread evenly: rate = amount / available hours. `24 t/d` is a rate too, 1 t/h.
 * @param hoursPerYear hours in which the flow is available (h/a), from `availability.hoursPerYear`
 * @throws DomainError unknown_unit, wrong_dimension, invalid_quantity
 */
export function rateOf(quantity: Quantity, type: ResourceType, hoursPerYear: number): number {
  const { basis, value } = inTypeUnits(quantity, type);
  return basis === 'rate' ? value : value / yearlyPerRate(type.measure, available(hoursPerYear));
}

/**
 * How much the resource comes to in a year, in the type's `yearlyUnit`: rate x available hours (kW become MWh/a).
 *
 * @param hoursPerYear hours in which the flow is available (h/a), from `availability.hoursPerYear`
 * @throws DomainError unknown_unit, wrong_dimension, invalid_quantity
 */
export function yearlyAmountOf(quantity: Quantity, type: ResourceType, hoursPerYear: number): number {
  const { basis, value } = inTypeUnits(quantity, type);
  return basis === 'per_year' ? value : value * yearlyPerRate(type.measure, available(hoursPerYear));
}

/**
 * What one unit of rate held for `hours` comes to, in the yearly unit: kW -> MWh/a, t/h -> t/a.
 * Area is held, not used up: 1 m2 all year is 1 m2, half the year 0.5 m2 on average (a leap day adds none).
 */
export function yearlyPerRate(measure: Measure, hours: number): number {
  if (measure === 'energy') return hours / kilowattHoursPerMegawattHour;
  return measure === 'area' ? Math.min(hours / hoursOfCommonYear, 1) : hours;
}

/**
 * The smallest yearly lot a flow states (`limits.min_quantity`), in the type's yearly unit.
 * The field is per year by definition, so `50 t` and `50 t/a` say the same.
 * @throws DomainError unknown_unit, wrong_dimension, invalid_quantity
 */
export function minYearlyAmountOf(lot: { readonly amount: number; readonly unit: string }, type: ResourceType): number {
  checkAmount(lot.amount, lot.unit);
  const reading = readUnit(lot.unit, type.measure, ['per_year', 'amount']);
  const target = reading.basis === 'per_year' ? type.yearlyUnit : measures[type.measure].amountUnit;
  return finite(convert(lot.amount, reading, readUnit(target, type.measure, [reading.basis])), lot.unit);
}

const kilowattHoursPerMegawattHour = 1000;
const hoursOfCommonYear = 8760;

const statedBases: readonly Basis[] = ['rate', 'per_year'];

function inTypeUnits({ amount, unit }: Quantity, type: ResourceType): { basis: Basis; value: number } {
  checkAmount(amount, unit);
  const reading = readUnit(unit, type.measure, statedBases);
  const target = reading.basis === 'rate' ? type.rateUnit : type.yearlyUnit;
  const value = convert(amount, reading, readUnit(target, type.measure, [reading.basis]));
  return { basis: reading.basis, value: finite(value, unit) };
}

function checkAmount(amount: number, unit: string): void {
  if (Number.isFinite(amount) && amount >= 0) return;
  throw new DomainError('invalid_quantity', {
    expected: `a finite amount of 0 or more in ${unit}`,
    got: String(amount),
    next: 'The direction says who gives and who takes; the amount itself is never negative.',
  });
}

function finite(value: number, unit: string): number {
  if (Number.isFinite(value)) return value;
  throw new DomainError('invalid_quantity', {
    expected: `an amount in ${unit} that a computer can hold`,
    got: String(value),
    next: 'Check the unit for a prefix or power of ten too many.',
  });
}

function available(hoursPerYear: number): number {
  if (hoursPerYear > 0) return hoursPerYear;
  throw new DomainError('invalid_quantity', {
    expected: 'a flow that is available for more than 0 hours a year',
    got: `${hoursPerYear} h`,
    next: 'Mark at least one hour of the week and one month of the year as available.',
  });
}

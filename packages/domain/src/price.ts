// Money per unit of a resource, as stated by its owner.
import { inEuro } from './currency.ts';
import { DomainError } from './errors.ts';
import type { ResourceType } from './taxonomy.ts';
import { convert, measures, readUnit } from './units.ts';

export interface Price {
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
  /** Accepted unit spelling without a time, e.g. `MWh`, `t`, `m3`. */
  readonly per: string;
}

/**
 * EUR per MWh, t, m3, m2, h or pcs of the type (m2: held for a year); null when the currency has no dated rate.
 * Negative prices are real: a supplier may pay to be rid of something.
 * @throws DomainError unknown_unit, wrong_dimension (`per` does not fit the type), invalid_input (amount not finite)
 */
export function eurPerUnit(price: Price, type: ResourceType): number | null {
  if (!Number.isFinite(price.amount)) {
    throw new DomainError('invalid_input', {
      expected: `a finite price in ${price.currency} per ${price.per}`,
      got: String(price.amount),
      next: 'Leave the price out when it is not known.',
    });
  }
  const stated = readUnit(price.per, type.measure, ['amount']);
  const target = readUnit(measures[type.measure].amountUnit, type.measure, ['amount']);
  // A price per kWh is a thousandth of the price per MWh: amounts convert one way, prices the other.
  return inEuro(convert(price.amount, target, stated), price.currency);
}

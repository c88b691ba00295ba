// What a flow costs, with currency and unit from their own columns or from a header such as `Price (EUR/MWh)`.
import type { FlowWire } from '@crg/city-format/schemas';
import { cellText } from './cell-text.ts';
import { plainUnit } from './header-units.ts';
import { type DecimalComma, numberField } from './read-field.ts';
import { columnOf, type FieldsInRow, type RowNotes, statedIn } from './row-notes.ts';

/** A currency that is not stated is the city's. */
export function mapPrice(
  record: FieldsInRow,
  of: 'price' | 'disposal_cost',
  { decimalComma, unitOf }: { decimalComma: DecimalComma; unitOf: (column: string | null) => string | null },
  notes: RowNotes,
): NonNullable<FlowWire['price']> | null {
  const stated = statedIn(record, `${of}.amount`);
  if (stated === null) return null;
  const amount = numberField(stated, 'a price as a number', notes, decimalComma);
  if (amount === null) return null;
  const together = splitPriceUnit(amount.unit ?? unitOf(columnOf(record, `${of}.amount`)) ?? '');
  const currency = statedIn(record, `${of}.currency`);
  const per = statedIn(record, `${of}.per`);
  const unit = per === null ? together.per : plainUnit(cellText(per.cell));
  if (unit === null) {
    notes.error({
      code: 'unknown_unit',
      column: columnOf(record, `${of}.per`) ?? stated.column,
      expected: 'what the price is per: MWh, t, m3 and the like',
      got: 'nothing',
      next: 'Fill it in, or write it into the header as "Price (EUR/MWh)".',
    });
    return null;
  }
  const money = currency === null ? together.currency : currencyCode(cellText(currency.cell));
  return { amount: amount.value, ...(money === null ? {} : { currency: money }), per: unit };
}

/** `EUR/MWh`, `€ pr. ton`; a part that is not there is null. */
function splitPriceUnit(written: string): { currency: string | null; per: string | null } {
  const [money = '', per] = plainUnit(written).split('/');
  const currency = currencyCode(money);
  return /^[A-Z]{3}$/.test(currency)
    ? { currency, per: per === undefined ? null : plainUnit(per) }
    : { currency: null, per: null };
}

/** The krone sign alone may be Danish, Swedish or Norwegian and is left to the reader. */
function currencyCode(written: string): string {
  const text = written.trim();
  return currencySigns.get(text.toLowerCase()) ?? text.toUpperCase();
}

const currencySigns = new Map([
  ['€', 'EUR'],
  ['euro', 'EUR'],
  ['$', 'USD'],
  ['£', 'GBP'],
]);

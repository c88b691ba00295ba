// What one cell of a sheet holds.
import type { CalendarDate, Cell } from '../table.ts';
import { calendarDate } from './excel-date.ts';
import { counted, quoted } from './reading-fault.ts';
import { isStorable } from './storable-text.ts';
import { plainText, type Workbook } from './workbook.ts';
import { broken } from './xml-reader.ts';

/** A cell as it stands in the XML. Columns from 0. */
export interface SheetCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  hasValue: boolean;
  hasFormula: boolean;
}

/** A cell that is empty for a reason. Columns from 0. */
export type Oddity =
  | { readonly kind: 'error_value'; readonly column: number; readonly got: string }
  | { readonly kind: 'formula_without_value'; readonly column: number }
  | { readonly kind: 'no_text'; readonly column: number }
  | { readonly kind: 'not_a_number'; readonly column: number; readonly got: string };

/**
 * What the cell holds; null: nothing.
 *
 * @param inlineText what stands in the cell itself instead of in a value
 * @throws DomainError unreadable_file for a type or a shared text that is not there
 * Source of the types: ECMA-376 part 1, 18.18.11
 */
export function cellValue(
  cell: SheetCell,
  inlineText: string,
  book: Workbook,
  part: string,
  row: number,
): Cell | Oddity {
  const { column, type, value, hasValue, hasFormula } = cell;
  if (type === 'inlineStr') return textOr(inlineText, column);
  if (!hasValue || value === '') return hasFormula && type !== 'str' ? { kind: 'formula_without_value', column } : null;
  switch (type) {
    case 's':
      return textOr(sharedText(value, book, part, row), column);
    case 'str':
      return textOr(plainText(value), column);
    case 'b':
      return value.trim() === '1' || value.trim() === 'true';
    case 'e':
      return { kind: 'error_value', column, got: value };
    case 'd':
      return isoDate(value);
    case 'n':
      return numberOf(value, column, book.dateStyles[cell.style] === true, book.from1904);
    default:
      throw broken(part, `a cell of the unknown type ${quoted(type)} in row ${counted(row)}`);
  }
}

function textOr(text: string, column: number): Cell | Oddity {
  if (text === '') return null;
  return isStorable(text) ? text : { kind: 'no_text', column };
}

function sharedText(index: string, { sharedStrings }: Workbook, part: string, row: number): string {
  const text = /^\s*\d+\s*$/.test(index) ? sharedStrings[Number(index)] : undefined;
  if (text !== undefined) return text;
  throw broken(part, `shared text ${quoted(index)} in row ${counted(row)}, of ${counted(sharedStrings.length)}`);
}

function numberOf(value: string, column: number, isDate: boolean, from1904: boolean): Cell | Oddity {
  const number = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/.test(value) ? Number(value) : Number.NaN;
  if (!Number.isFinite(number)) return { kind: 'not_a_number', column, got: value };
  // A number that no date belongs to stays the number it is, though its format asks for a date.
  return (isDate ? calendarDate(number, from1904) : null) ?? number;
}

/** A date written as text; without a serial number of its own it is given the one Excel would use. */
function isoDate(value: string): CalendarDate | string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z?)?$/.exec(value.trim());
  const when = match === null ? Number.NaN : Date.parse(`${match[1]}T${match[2] ?? '00:00:00'}Z`);
  if (match === null || Number.isNaN(when)) return value;
  const date = match[2] === undefined ? `${match[1]}` : `${match[1]}T${match[2]}`;
  return { date, serial: when / 86_400_000 + 25_569 };
}

// Reading a number as people write it: decimal comma, thousands, `1,2 mio`, `500 MWh/a`; or saying why it cannot be one.
import type { Cell } from '../table.ts';
import { isCalendarDate, shortText } from './cell-text.ts';

export type NumberReading =
  | { readonly kind: 'number'; readonly value: number }
  /** A unit stands behind the number. */
  | { readonly kind: 'with_unit'; readonly value: number; readonly unit: string }
  /** Not a number as it stands, but a machine can tell which one is meant. */
  | { readonly kind: 'meant'; readonly value: number }
  /** `1,234`: one and a bit, or more than a thousand. */
  | { readonly kind: 'ambiguous'; readonly readings: readonly [number, number] }
  /** A spreadsheet turned what was typed into a date; both numbers it may have been. */
  | { readonly kind: 'date'; readonly typed: string; readonly otherwise: string }
  | { readonly kind: 'none' };

/** @param decimalComma how the file as a whole writes fractions; null when nobody knows */
export function readNumber(cell: Cell, decimalComma: boolean | null): NumberReading {
  if (typeof cell === 'number') return Number.isFinite(cell) ? { kind: 'number', value: cell } : { kind: 'none' };
  if (isCalendarDate(cell)) return dateTyped(cell.date);
  if (typeof cell === 'boolean') return { kind: 'none' };
  return readText(shortText(cell), decimalComma);
}

/** How a number is written into a correction: as JavaScript and every reader of ours understands it. */
export function plainNumber(value: number): string {
  return String(Number(value.toPrecision(15)));
}

const spaces = /[\s\u00a0\u202f']/g;

function readText(text: string, decimalComma: boolean | null): NumberReading {
  // Most numbers of most files: nothing to think about, and a large file has hundreds of thousands of them.
  if (decimalComma !== true && /^-?\d+(\.\d+)?$/.test(text)) return { kind: 'number', value: Number(text) };
  const parts =
    /^([<>~≈]|ca\.?|approx\.?|about|circa|omkring|rund|etwa)?\s*([+-]?[\d.,\s\u00a0\u202f']*\d)(e[+-]?\d{1,3})?\s*(.*)$/iu.exec(
      text.replace(/\u2212/g, '-'),
    );
  if (parts === null) return { kind: 'none' };
  const [, vague, digits = '', exponent = '', behind = ''] = parts;
  const read = readDigits(digits.trim(), decimalComma);
  if (read === null) return { kind: 'none' };
  if (typeof read !== 'number')
    return behind === '' && exponent === '' ? { kind: 'ambiguous', readings: read } : { kind: 'none' };
  const value = exponent === '' ? read : Number(`${read}${exponent}`);
  if (!Number.isFinite(value)) return { kind: 'none' };
  if (behind === '') return vague === undefined ? { kind: 'number', value } : { kind: 'meant', value };
  return withWord(value, behind, vague !== undefined);
}

function withWord(value: number, behind: string, isVague: boolean): NumberReading {
  const [word = '', ...rest] = behind.split(/\s+/);
  const scale = scales.get(word.toLowerCase().replace(/\.$/, ''));
  if (scale !== undefined && rest.length === 0)
    return { kind: 'meant', value: Number((value * scale).toPrecision(15)) };
  const isUnit = behind.length <= 30 && /^[\p{L}%°µ³²][\p{L}\d%°µ³²/.()*^ -]*$/u.test(behind);
  return isUnit && !isVague ? { kind: 'with_unit', value, unit: behind } : { kind: 'none' };
}

/** Thousand and more in English, Danish and German; `k` and `M` alone are left to units. */
const scales: ReadonlyMap<string, number> = new Map([
  ['tsd', 1e3],
  ['tusind', 1e3],
  ['tausend', 1e3],
  ['thousand', 1e3],
  ['mio', 1e6],
  ['mill', 1e6],
  ['million', 1e6],
  ['millions', 1e6],
  ['millioner', 1e6],
  ['millionen', 1e6],
  ['mia', 1e9],
  ['mrd', 1e9],
  ['bn', 1e9],
  ['billion', 1e9],
  ['milliard', 1e9],
  ['milliarder', 1e9],
  ['milliarden', 1e9],
]);

/** null: not the digits of a number; a pair: two readings, the separator as decimal sign first. */
function readDigits(written: string, decimalComma: boolean | null): number | readonly [number, number] | null {
  const text = written.replace(spaces, '');
  if (/^[+-]?\d+$/.test(text)) return grouped(written) ? Number(text) : null;
  if (/^[+-]?\d*[.,]\d+$/.test(text)) return oneSeparator(text, decimalComma);
  const marks = text.replace(/[^.,]/g, '');
  const last = marks.at(-1) as string;
  const kinds = new Set(marks);
  // 1.234.567 has groups only; 1.234.567,8 groups and one decimal sign, which comes last.
  if (kinds.size === 1) return groupsOf(text, last) ? Number(text.replaceAll(last, '')) : null;
  if (kinds.size !== 2 || marks.indexOf(last) !== marks.length - 1) return null;
  const [whole = '', fraction = ''] = text.split(last);
  const group = last === ',' ? '.' : ',';
  return groupsOf(whole, group) ? Number(`${whole.replaceAll(group, '')}.${fraction}`) : null;
}

function oneSeparator(text: string, decimalComma: boolean | null): number | readonly [number, number] | null {
  const separator = text.includes(',') ? ',' : '.';
  const fractional = Number(text.replace(',', '.'));
  const couldGroup = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(text);
  if (!couldGroup) return fractional;
  const thousands = Number(text.replace(separator, ''));
  if (decimalComma !== null) return (separator === ',') === decimalComma ? fractional : thousands;
  // A point with nothing known about the file is how machines write fractions; a comma may be either.
  return separator === '.' ? fractional : [fractional, thousands];
}

const groupsOf = (text: string, separator: string): boolean =>
  separator === '.' ? /^[+-]?\d{1,3}(\.\d{3})+$/.test(text) : /^[+-]?\d{1,3}(,\d{3})+$/.test(text);

/** `1 234` are groups of three, `12 3` are two numbers. */
const grouped = (written: string): boolean =>
  !/[\s\u00a0\u202f']/.test(written.trim()) || /^[+-]?\s?\d{1,3}([\s\u00a0\u202f']\d{3})+$/.test(written.trim());

/** Danish and German spreadsheets read 1.3 as the first of March, and 3.24 as March 2024. */
function dateTyped(date: string): NumberReading {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  const typed = `${Number(day)}.${Number(month)}`;
  return { kind: 'date', typed, otherwise: `${Number(month)}.${year.slice(2)}` };
}

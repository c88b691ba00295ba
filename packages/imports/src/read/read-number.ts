// Numbers as people write them: `1.234,56`, `1,234.56`, `1 234`. What can be read in two ways is said, never guessed.
import type { DecimalMark } from '../table.ts';

export type NumberReading =
  | { readonly kind: 'number'; readonly value: number }
  /** `1,234` where nothing shows whether the comma groups thousands or marks the fraction. */
  | { readonly kind: 'ambiguous'; readonly grouped: number; readonly fraction: number }
  | { readonly kind: 'not_a_number' };

/**
 * Reads one text as a number. Spaces of every width and apostrophes group thousands; a comma or point does where that is the
 * only way to read it, or where `mark` (see `Table.decimalMarks`) says that the other one marks the fraction.
 * Numbers beyond 1.8e308 are no numbers.
 */
export function readNumber(text: string, mark: DecimalMark | null): NumberReading {
  const written = text.trim().replace(/^\u2212/, '-');
  if (written.length > longestNumber) return notANumber;
  const twoWays = /^([+-]?[1-9]\d{0,2})([.,])(\d{3})$/.exec(written);
  if (twoWays) {
    const [, whole, sign, rest] = twoWays;
    const fraction = Number(`${whole}.${rest}`);
    const grouped = Number(`${whole}${rest}`);
    if (mark === null) return { kind: 'ambiguous', grouped, fraction };
    return { kind: 'number', value: sign === mark ? fraction : grouped };
  }
  const plain = plainForm(written);
  if (plain === undefined) return notANumber;
  const value = Number(plain);
  return Number.isFinite(value) ? { kind: 'number', value } : notANumber;
}

/** Which mark one text proves; null when it is no number or can be read in two ways. */
export function decimalMarkShown(text: string): DecimalMark | null {
  const written = text.trim().replace(/^\u2212/, '-');
  if (written.length > longestNumber || /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(written)) return null;
  if (!/[.,]/.test(written) || plainForm(written) === undefined) return null;
  const groupedTwice = /^[+-]?\d{1,3}([.,])\d{3}(?:\1\d{3})+$/.exec(written);
  if (groupedTwice) return groupedTwice[1] === ',' ? '.' : ',';
  return written.lastIndexOf(',') > written.lastIndexOf('.') ? ',' : '.';
}

const notANumber: NumberReading = { kind: 'not_a_number' };
const longestNumber = 400;

const simple = /^[+-]?(?:\d+|\d*[.,]\d+|\d+[.,])(?:[eE][+-]?\d{1,4})?$/;
// One kind of separator within a number; a comma or point that groups cannot mark the fraction too.
const grouped =
  /^([+-]?\d{1,3})(?:([ \u00a0\u2007\u2009\u202f'\u2019])\d{3}(?:\2\d{3})*(?:[.,]\d*)?|,\d{3}(?:,\d{3})*(?:\.\d*)?|\.\d{3}(?:\.\d{3})*(?:,\d*)?)$/;

/** The number as JavaScript writes it. */
function plainForm(written: string): string | undefined {
  if (simple.test(written)) return written.replace(',', '.');
  if (!grouped.test(written)) return undefined;
  const bare = written.replace(/[ \u00a0\u2007\u2009\u202f'\u2019]/g, '');
  if (!/[.,]/.test(bare)) return bare;
  if (/^[+-]?\d+[.,]\d*$/.test(bare) && bare !== written) return bare.replace(',', '.');
  const last = Math.max(bare.lastIndexOf(','), bare.lastIndexOf('.'));
  const mark = bare[last];
  const repeated = bare.indexOf(mark ?? '') !== last;
  if (repeated) return bare.replace(/[.,]/g, '');
  return `${bare.slice(0, last).replace(/[.,]/g, '')}.${bare.slice(last + 1)}`;
}

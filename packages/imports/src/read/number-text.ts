// Does a text look like a number, and does it show which mark its writer puts before the fraction?
import type { DecimalMark } from '../table.ts';

/** True for `12`, `-0,5`, `1.234,56`, `1 234`, `6.02e23`. */
export function isNumberText(text: string): boolean {
  const written = normalised(text);
  return written.length <= longestNumber && (simple.test(written) || grouped.test(written));
}

/** `1,234` and `1.234`: a fraction, or more than a thousand. */
export function isReadTwoWays(text: string): boolean {
  return twoWays.test(normalised(text));
}

/** Which mark one text proves; null when it has none or can be read in two ways (`1,234`). */
export function decimalMarkShown(text: string): DecimalMark | null {
  const written = normalised(text);
  if (!/[.,]/.test(written) || twoWays.test(written) || !isNumberText(written)) return null;
  const groupedTwice = /^[+-]?\d{1,3}([.,])\d{3}(?:\1\d{3})+$/.exec(written);
  if (groupedTwice) return groupedTwice[1] === ',' ? '.' : ',';
  return written.lastIndexOf(',') > written.lastIndexOf('.') ? ',' : '.';
}

const normalised = (text: string) => text.trim().replace(/^\u2212/, '-');
const longestNumber = 400;
const twoWays = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;
const simple = /^[+-]?(?:\d+|\d*[.,]\d+|\d+[.,])(?:[eE][+-]?\d{1,4})?$/;
/** Groups of three with one kind of separator; a comma or point that groups cannot mark the fraction too. */
const grouped =
  /^[+-]?\d{1,3}(?:([ \u00a0\u2007\u2009\u202f'\u2019])\d{3}(?:\1\d{3})*(?:[.,]\d*)?|(?:,\d{3})+(?:\.\d*)?|(?:\.\d{3})+(?:,\d*)?)$/;

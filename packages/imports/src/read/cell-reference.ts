// Where a cell of a sheet stands: rows and columns as XLSX writes them.
import { counted, quoted } from './reading-fault.ts';
import { broken } from './xml-reader.ts';

/** What a sheet has room for, in every program that writes XLSX. */
export const sheetColumns = 16_384;
const sheetRowCount = 1_048_576;

/**
 * The row after `before`, or the one that is written.
 *
 * @throws DomainError unreadable_file outside a sheet, or not below the row before
 */
export function rowNumber(written: string | undefined, before: number, part: string): number {
  const row = written === undefined ? before + 1 : /^\d+$/.test(written) ? Number(written) : Number.NaN;
  if (!Number.isInteger(row) || row < 1 || row > sheetRowCount) {
    throw broken(
      part,
      `a row numbered ${quoted(written ?? String(row))}; sheets have rows 1 to ${counted(sheetRowCount)}`,
    );
  }
  if (row <= before) throw broken(part, `row ${counted(row)} after row ${counted(before)}`);
  return row;
}

/** Column from 0 of a reference such as `B7`, which must lie in the row it stands in. */
export function placeOf(reference: string, row: number, part: string): number {
  const place = cellPlace(reference);
  if (place?.row !== row) throw broken(part, `a cell called ${quoted(reference)} in row ${counted(row)}`);
  return place.column;
}

/** Row from 1 and column from 0 of `B7`; undefined for anything else. */
export function cellPlace(reference: string): { row: number; column: number } | undefined {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(reference) ?? [];
  const column = columnIndex(letters);
  return column === undefined ? undefined : { row: Number(digits), column };
}

/** 0 for `A`, 16383 for `XFD`; undefined for anything else. */
function columnIndex(letters: string): number | undefined {
  if (!/^[A-Z]{1,3}$/.test(letters)) return undefined;
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index <= sheetColumns ? index - 1 : undefined;
}

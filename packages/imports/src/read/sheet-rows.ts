// The rows of one sheet, streamed.
import type { CalendarDate, Cell } from '../table.ts';
import { calendarDate } from './excel-date.ts';
import type { MergedCells } from './find-header.ts';
import type { ReadLimits } from './limits.ts';
import { counted, quoted, tooLarge } from './reading-fault.ts';
import { isStorable } from './storable-text.ts';
import { textGatherer, type Workbook } from './workbook.ts';
import { broken, readXml, type XmlEvents } from './xml-reader.ts';
import type { ZipArchive } from './zip-archive.ts';

export interface SheetRow {
  readonly row: number;
  /** As wide as its last cell. */
  readonly cells: readonly Cell[];
  readonly oddities: readonly Oddity[];
}

/** A cell that is empty for a reason. Columns from 0. */
export type Oddity =
  | { readonly kind: 'error_value'; readonly column: number; readonly got: string }
  | { readonly kind: 'formula_without_value'; readonly column: number }
  | { readonly kind: 'no_text'; readonly column: number }
  | { readonly kind: 'not_a_number'; readonly column: number; readonly got: string };

/**
 * Rows that hold anything, in the order of the sheet, from its XML.
 *
 * @throws DomainError unreadable_file where the XML or a reference makes no sense, file_too_large
 */
export async function* sheetRows(
  chunks: AsyncIterable<Uint8Array>,
  part: string,
  book: Workbook,
  limits: ReadLimits,
): AsyncGenerator<SheetRow> {
  const ready: SheetRow[] = [];
  const events = rowEvents(part, book, limits, (row) => ready.push(row));
  for await (const _ of readXml(chunks, part, limits, events)) {
    yield* ready;
    ready.length = 0;
  }
}

/** 0 for `A`, 16383 for `XFD`; undefined for anything else. */
export function columnIndex(letters: string): number | undefined {
  if (!/^[A-Z]{1,3}$/.test(letters)) return undefined;
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index <= sheetColumns ? index - 1 : undefined;
}

/** What a sheet has room for, in every program that writes XLSX. */
export const sheetColumns = 16_384;
export const sheetRowCount = 1_048_576;

interface OpenCell {
  column: number;
  type: string;
  style: number;
  value: string;
  hasValue: boolean;
  hasFormula: boolean;
}

function rowEvents(part: string, book: Workbook, limits: ReadLimits, emit: (row: SheetRow) => void): XmlEvents {
  let row = 0;
  let cells: Cell[] = [];
  let seen = new Set<number>();
  let oddities: Oddity[] = [];
  let nextColumn = 0;
  let cell: OpenCell | undefined;
  let inValue = false;
  let inData = false;
  const inline = textGatherer(limits.cellCharacters, () => cellTooLong(row, cell?.column ?? 0, limits));

  const openCell = (attributes: Readonly<Record<string, string>>) => {
    const column = attributes.r === undefined ? nextColumn : placeOf(attributes.r, row, part);
    if (column >= sheetColumns) throw broken(part, `a cell beyond column XFD in row ${counted(row)}`);
    if (seen.has(column)) throw broken(part, `two values for cell ${column + 1} of row ${counted(row)}`);
    seen.add(column);
    nextColumn = column + 1;
    cell = {
      column,
      type: attributes.t ?? 'n',
      style: Number(attributes.s ?? 0),
      value: '',
      hasValue: false,
      hasFormula: false,
    };
  };

  const closeCell = (done: OpenCell) => {
    const value = cellValue(done, inline.take(), book, part, row);
    const isText = typeof value !== 'string' || isStorable(value);
    const understood = isText ? value : ({ kind: 'no_text', column: done.column } as const);
    if (typeof understood === 'object' && understood !== null && 'kind' in understood) oddities.push(understood);
    else if (understood !== null) {
      while (cells.length < done.column) cells.push(null);
      cells[done.column] = understood;
    }
    cell = undefined;
  };

  return {
    open(name, attributes) {
      if (name === 'sheetData') inData = true;
      else if (!inData) return;
      else if (name === 'row') {
        row = rowNumber(attributes.r, row, part);
        cells = [];
        seen = new Set();
        oddities = [];
        nextColumn = 0;
      } else if (name === 'c') openCell(attributes);
      else if (cell === undefined) return;
      else if (name === 'v') {
        inValue = true;
        cell.hasValue = true;
      } else if (name === 'f') cell.hasFormula = true;
      else inline.open(name, attributes);
    },
    text(text) {
      if (cell === undefined) return;
      if (!inValue) return inline.text(text);
      cell.value += text;
      if (cell.value.length > limits.cellCharacters) throw cellTooLong(row, cell.column, limits);
    },
    close(name) {
      if (name === 'sheetData') inData = false;
      else if (name === 'v') inValue = false;
      else if (name === 'c' && cell !== undefined) closeCell(cell);
      else if (name === 'row' && inData) {
        if (cells.length > 0 || oddities.length > 0) emit({ row, cells, oddities });
      } else if (cell !== undefined) inline.close(name);
    },
  };
}

function rowNumber(written: string | undefined, before: number, part: string): number {
  const row = written === undefined ? before + 1 : Number(written);
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
function placeOf(reference: string, row: number, part: string): number {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(reference) ?? [];
  const column = columnIndex(letters);
  if (column === undefined || Number(digits) !== row) {
    throw broken(part, `a cell called ${quoted(reference)} in row ${counted(row)}`);
  }
  return column;
}

/** Source of the types: ECMA-376 part 1, 18.18.11. */
function cellValue(cell: OpenCell, inlineText: string, book: Workbook, part: string, row: number): Cell | Oddity {
  const { column, type, value } = cell;
  if (type === 'inlineStr') return inlineText === '' ? null : inlineText;
  if (!cell.hasValue || value === '')
    return cell.hasFormula && type !== 'str' ? { kind: 'formula_without_value', column } : null;
  switch (type) {
    case 's': {
      const text = /^\s*\d+\s*$/.test(value) ? book.sharedStrings[Number(value)] : undefined;
      if (text === undefined) {
        throw broken(
          part,
          `shared text ${quoted(value)} in row ${counted(row)}, of ${counted(book.sharedStrings.length)}`,
        );
      }
      return text === '' ? null : text;
    }
    case 'str':
      return value;
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

function cellTooLong(row: number, column: number, limits: ReadLimits): Error {
  return tooLarge({
    expected: `cells of at most ${counted(limits.cellCharacters)} characters`,
    got: `a longer one in row ${counted(row)}, cell ${counted(column + 1)}`,
    next: 'Shorten the text.',
  });
}

/**
 * The areas of merged cells, which a sheet names after its rows: everything is inflated, nothing before them is understood.
 *
 * @throws DomainError as the archive does
 */
export async function mergedCells(zip: ZipArchive, part: string, limits: ReadLimits): Promise<readonly MergedCells[]> {
  const decoder = new TextDecoder('latin1');
  let tail = '';
  let found = false;
  for await (const chunk of zip.read(part, limits.sheetBytes)) {
    tail += decoder.decode(chunk, { stream: true });
    if (!found) {
      const end = tail.search(/<\/(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\/>/);
      found = end >= 0;
      tail = found ? tail.slice(end) : tail.slice(-longestTag);
    } else if (tail.length > longestTail) break;
  }
  const areas: MergedCells[] = [];
  if (!found) return areas;
  for (const [, from = '', to = ''] of tail.matchAll(/<(?:\w+:)?mergeCell ref="([A-Z]+\d+):([A-Z]+\d+)"/g)) {
    if (areas.length === limits.mergedCells) break;
    const [first, last] = [cellPlace(from), cellPlace(to)];
    if (first === undefined || last === undefined) continue;
    areas.push({ firstRow: first.row, lastRow: last.row, firstColumn: first.column, lastColumn: last.column });
  }
  return areas;
}

const longestTag = 40;
/** Areas that touch the header stand among the first; a list longer than this describes the body of the sheet. */
const longestTail = 4_000_000;

function cellPlace(reference: string): { row: number; column: number } | undefined {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(reference) ?? [];
  const column = columnIndex(letters);
  return column === undefined ? undefined : { row: Number(digits), column };
}

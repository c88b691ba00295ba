// Where a table begins on a page of rows: titles above it, the header, perhaps a row of units under it.
import { isEmpty } from '../empty-cell.ts';
import type { Cell, DecimalMark } from '../table.ts';
import { decimalMarkShown, isNumberText, isReadTwoWays } from './number-text.ts';
import { counted, quoted, tooLarge } from './reading-fault.ts';
import type { Remarks } from './remarks.ts';
import { isUnitText } from './unit-text.ts';

/** A row as it stands in the file, as wide as it happens to be. */
export interface RawRow {
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** Cells of a header that stretch over several columns or rows; rows as in the file, columns from 0, both ends included. */
export interface MergedCells {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface Header {
  readonly columns: readonly string[];
  readonly units: readonly (string | null)[] | null;
  /** The row that the table's first row of data comes after. */
  readonly lastRow: number;
}

/** How many rows a reader looks at before it says what the columns are. */
export const sampleRows = 200;

/**
 * Finds the header among the first rows of a file.
 *
 * @param rows the first rows that hold anything, in order
 * @throws DomainError file_too_large with more columns than allowed
 */
export function findHeader(
  rows: readonly RawRow[],
  mostColumns: number,
  remarks: Remarks,
  merged: readonly MergedCells[] = [],
): Header | null {
  const top = headerIndex(rows, merged);
  const first = rows[top];
  if (first === undefined) return null;
  sayTitles(rows.slice(0, top), remarks);
  const groups = merged.filter((area) => area.firstRow === first.row && area.lastColumn > area.firstColumn);
  const second = groups.length > 0 && groups.every((area) => area.lastRow === first.row) ? rows[top + 1] : undefined;
  const names = second === undefined ? first.cells : namesOfTwoRows(first, second, groups);
  const below = rows.slice(top + (second === undefined ? 1 : 2));
  if (second !== undefined) {
    remarks.say(`The header has two rows, ${first.row} and ${second.row}: group and column were joined into one name.`);
  }
  const columns = distinctNames(names, below, mostColumns, remarks);
  const lastOfHeader = second ?? first;
  const under = below[0];
  if (under === undefined || !isUnitsRow(under, columns, below.slice(1))) {
    return { columns, units: null, lastRow: lastOfHeader.row };
  }
  remarks.say(`Row ${under.row} was read as units.`);
  return { columns, units: columns.map((_, at) => unitOf(under.cells[at] ?? null)), lastRow: under.row };
}

/**
 * The mark that the texts of each column show. A column that shows none is read with a decimal comma where another column has one,
 * for then a person wrote it; decimal points prove nothing for others, since codes and coordinates have them everywhere. Else `otherwise`.
 * Where thousands are concluded from a text that could be a fraction, that is said.
 */
export function decimalMarksOf(
  rows: readonly RawRow[],
  columns: readonly string[],
  otherwise: DecimalMark | null,
  remarks: Remarks,
): readonly (DecimalMark | null)[] {
  const textsAt = (at: number) =>
    rows.map(({ cells }) => cells[at]).filter((cell): cell is string => typeof cell === 'string');
  const shown = columns.map((_, at) => new Set(textsAt(at).flatMap((text) => decimalMarkShown(text) ?? [])));
  const ofOthers = shown.some((marks) => marks.has(',')) ? ',' : otherwise;
  return shown.map((marks, at) => {
    if (marks.size > 0) return marks.size === 1 ? ([...marks][0] ?? null) : null;
    const grouped = ofOthers && textsAt(at).find((text) => isReadTwoWays(text) && !text.includes(ofOthers));
    if (grouped) {
      const why = ofOthers === ',' ? 'other columns have a decimal comma' : 'commas separate the cells of this file';
      remarks.say(
        `Numbers such as ${quoted(grouped)} in column ${quoted(columns[at] ?? '')} are read as thousands, because ${why}.`,
      );
    }
    return ofOthers;
  });
}

/** What `Table.facts` says about the marks. */
export function decimalFacts(marks: readonly (DecimalMark | null)[]): string[] {
  const some = (mark: DecimalMark) => marks.includes(mark);
  if (some(',') && some('.')) return ['decimal comma in some columns, decimal point in others'];
  return some(',') ? ['decimal comma'] : some('.') ? ['decimal point'] : [];
}

export function tooManyColumns(columns: number, most: number): Error {
  return tooLarge({
    expected: `at most ${counted(most)} columns`,
    got: counted(columns),
    next: 'Keep the columns that describe organizations, sites and flows.',
  });
}

const filled = ({ cells }: RawRow) => cells.reduce<number>((sum, cell) => (isEmpty(cell) ? sum : sum + 1), 0);

/** Rows that are much narrower than the table below them are titles; anything less clear is the header itself. */
function headerIndex(rows: readonly RawRow[], merged: readonly MergedCells[]): number {
  const widths = rows.map(filled);
  const wide = widths.filter((width) => width >= 2).sort((a, b) => a - b);
  if (wide.length * 2 < rows.length) return 0;
  const usual = wide[Math.floor(wide.length / 2)] ?? 0;
  const at = widths.findIndex((width) => width >= 2 && width > usual / 2);
  const candidate = rows[at];
  if (at < 1 || candidate === undefined || at > mostTitles) return 0;
  if (candidate.cells.some((cell) => !isEmpty(cell) && !isName(cell))) return 0;
  const isGroup = merged.some(({ firstRow, firstColumn, lastColumn }) => {
    return firstRow === rows[at - 1]?.row && firstColumn > 0 && lastColumn > firstColumn;
  });
  return isGroup ? at - 1 : at;
}

const mostTitles = 20;

function isName(cell: Cell): boolean {
  return typeof cell === 'string' && !isNumberText(cell);
}

function sayTitles(titles: readonly RawRow[], remarks: Remarks): void {
  const [first] = titles;
  if (first === undefined) return;
  const last = titles.at(-1)?.row ?? first.row;
  const text = quoted(headerText(first.cells.find((cell) => !isEmpty(cell)) ?? null));
  if (last === first.row) remarks.say(`Row ${last} stands above the header and was passed over: ${text}.`);
  else
    remarks.say(`Rows ${first.row} to ${last} stand above the header and were passed over: ${text} and what follows.`);
}

function namesOfTwoRows(top: RawRow, bottom: RawRow, groups: readonly MergedCells[]): Cell[] {
  const width = Math.max(top.cells.length, bottom.cells.length, ...groups.map((area) => area.lastColumn + 1));
  return Array.from({ length: width }, (_, at) => {
    const group = groups.find((area) => at >= area.firstColumn && at <= area.lastColumn);
    const upper = headerText(top.cells[group?.firstColumn ?? at] ?? null);
    const lower = headerText(bottom.cells[at] ?? null);
    return `${upper} ${lower}`.trim();
  });
}

function distinctNames(
  names: readonly Cell[],
  below: readonly RawRow[],
  mostColumns: number,
  remarks: Remarks,
): readonly string[] {
  const width = widthOf(names, below);
  if (width > mostColumns) throw tooManyColumns(width, mostColumns);
  const taken = new Set(names.map(headerText));
  const used = new Set<string>();
  const columns: string[] = [];
  for (let at = 0; at < width; at++) {
    const written = headerText(names[at] ?? null);
    let name = written === '' ? freeName(`column ${at + 1}`, taken, used) : written;
    if (written === '') remarks.say(`Column ${at + 1} has no name; it is called ${quoted(name)}.`);
    else if (used.has(written)) {
      name = freeName(`${written} (2)`, taken, used, (count) => `${written} (${count})`);
      remarks.say(
        `The name ${quoted(written)} stands above several columns; column ${at + 1} is called ${quoted(name)}.`,
      );
    }
    used.add(name);
    columns.push(name);
  }
  if (columns.length > 0 && names.slice(0, width).every((cell) => !isEmpty(cell) && !isName(cell))) {
    remarks.say('The header holds nothing but numbers; if the first row is data, put a row of names above it.');
  }
  return columns;
}

/** Nameless columns at the right count as columns as soon as a row has something in them. */
function widthOf(names: readonly Cell[], below: readonly RawRow[]): number {
  const lastFilled = (cells: readonly Cell[]) => cells.findLastIndex((cell) => !isEmpty(cell)) + 1;
  const named = lastFilled(names);
  // A row that is wider than a header without empty names has a cell too many: its own fault, not a column.
  const room = names.length;
  return Math.max(named, ...below.map(({ cells }) => Math.min(room, lastFilled(cells))));
}

/** `wish`, or the first of `wish (3)`, `wish (4)` ... that nobody has. */
function freeName(
  wish: string,
  taken: ReadonlySet<string>,
  used: ReadonlySet<string>,
  next: (count: number) => string = (count) => `${wish} (${count})`,
): string {
  let name = wish;
  for (let count = 3; taken.has(name) || used.has(name); count++) name = next(count);
  return name;
}

/** A name in one line without the invisible characters that would make two equal names differ. */
export function headerText(cell: Cell): string {
  if (cell === null) return '';
  const text = typeof cell === 'object' ? cell.date : String(cell);
  return text
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
}

/** Nothing but units, and none of them in a column that is there to hold units. */
function isUnitsRow(row: RawRow, columns: readonly string[], below: readonly RawRow[]): boolean {
  const stated = row.cells.flatMap((cell, at) => (isEmpty(cell) ? [] : [{ cell, at }]));
  if (stated.length === 0) return false;
  return stated.every(({ cell, at }) => {
    if (typeof cell !== 'string' || !isUnitText(cell) || /unit|einheit|uom/i.test(columns[at] ?? '')) return false;
    const values = below.map(({ cells }) => cells[at] ?? null).filter((value) => !isEmpty(value));
    return values.every(
      (value) => typeof value === 'number' || (typeof value === 'string' && (isNumberText(value) || isNoValue(value))),
    );
  });
}

const isNoValue = (text: string) => /^(?:[-–—.]|n\/?a)$/i.test(text.trim());

function unitOf(cell: Cell): string | null {
  const text =
    typeof cell === 'string'
      ? cell
          .trim()
          .replace(/^[[(](.*)[\])]$/, '$1')
          .trim()
      : '';
  return text === '' || text === '-' ? null : text;
}

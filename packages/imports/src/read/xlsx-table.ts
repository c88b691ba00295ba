// A sheet of a spreadsheet (XLSX) as a table.
import { DomainError } from '@crg/domain/errors';
import { isEmpty } from '../empty-cell.ts';
import type { RowProblem } from '../row-problem.ts';
import type { SourceFile } from '../source-file.ts';
import type { Table, TableRow } from '../table.ts';
import type { Oddity } from './cell-value.ts';
import { decimalFacts, decimalMarksOf, findHeader, sampleRows, tooManyColumns } from './find-header.ts';
import type { ReadLimits } from './limits.ts';
import { mergedCells } from './merged-cells.ts';
import { megabytes, quoted, tooLarge, unreadable } from './reading-fault.ts';
import { mostProblems, newRemarks, type Remarks } from './remarks.ts';
import { type SheetRow, sheetRows } from './sheet-rows.ts';
import { unstorableText } from './storable-text.ts';
import { readWorkbook, type SheetEntry, sheetNames, type Workbook } from './workbook.ts';
import { openZip, type ZipArchive } from './zip-archive.ts';

/**
 * Opens the named sheet, or the first visible one that holds a table.
 *
 * @throws DomainError unreadable_file, file_too_large, invalid_input for a sheet that is not there
 */
export async function openXlsx(file: SourceFile, limits: ReadLimits, wanted: string | undefined): Promise<Table> {
  const zip = await openZip(file, limits);
  const book = await readWorkbook(zip, limits);
  const open: OpenBook = { zip, book, limits };
  const { sheet, sample } = wanted === undefined ? await firstTable(open) : await namedSheet(open, wanted);
  const remarks = newRemarks();
  saySheets(book.sheets, sheet, wanted !== undefined, remarks);
  const merged = mayHaveGroups(sample) ? await mergedCells(zip, sheet.part, limits) : [];
  const header = findHeader(sample, limits.columns, remarks, merged);
  if (header === null) throw nothingIn(sheet);
  const { columns, units, lastRow } = header;
  const tooWide = sample.find(({ row, width }) => row <= lastRow && width > limits.columns);
  if (tooWide !== undefined) throw tooManyColumns(tooWide.width, limits.columns);
  const data = sample.filter(({ row }) => row > lastRow);
  if (data.length === 0) remarks.say('There are no rows under the header.');
  const marks = decimalMarksOf(data, columns, null, remarks);
  return {
    format: 'xlsx',
    sheet: sheet.name,
    columns,
    units,
    decimalMarks: marks,
    facts: [`sheet ${sheet.name}`, ...decimalFacts(marks), ...(book.from1904 ? ['days counted from 1904'] : [])],
    get remarks() {
      return remarks.list();
    },
    rows: () => dataRows(open, sheet, columns, lastRow, remarks),
  };
}

interface OpenBook {
  readonly zip: ZipArchive;
  readonly book: Workbook;
  readonly limits: ReadLimits;
}

/** Merged cells leave empty ones behind, beside the name of the group or above a wider row. */
function mayHaveGroups([first, ...below]: readonly SheetRow[]): boolean {
  if (first === undefined || first.cells.length < 2 || first.cells.some(isEmpty)) return true;
  return below.some(({ width }) => width > first.width);
}

interface SampledSheet {
  readonly sheet: SheetEntry;
  readonly sample: readonly SheetRow[];
}

/** A table has at least two columns and a row under the header; failing that, any sheet with something in it. */
async function firstTable(open: OpenBook): Promise<SampledSheet> {
  let second: SampledSheet | undefined;
  const budget = { left: open.limits.sampleBytes };
  for (const sheet of open.book.sheets) {
    if (sheet.hidden) continue;
    const sampled = { sheet, sample: await sampleOf(open, sheet, budget) };
    const wide = sampled.sample.filter(({ cells }) => cells.filter((cell) => !isEmpty(cell)).length >= 2);
    if (wide.length >= 2) return sampled;
    if (sampled.sample.length > 0) second ??= sampled;
  }
  if (second !== undefined) return second;
  throw unreadable({
    expected: 'a visible sheet with a header row and rows under it',
    got: `no rows in ${sheetNames(open.book.sheets)}`,
    next: 'Put the table on a visible sheet, or choose a hidden sheet by its name.',
  });
}

async function namedSheet(open: OpenBook, wanted: string): Promise<SampledSheet> {
  const sheet = open.book.sheets.find(({ name }) => name === wanted);
  if (sheet === undefined) {
    throw new DomainError('invalid_input', {
      field: 'sheet',
      expected: `one of ${sheetNames(open.book.sheets)}`,
      got: quoted(wanted),
      next: 'Choose a sheet of this file.',
    });
  }
  return { sheet, sample: await sampleOf(open, sheet, { left: open.limits.sampleBytes }) };
}

/** Bytes that may still be read to find the table. */
interface Budget {
  left: number;
}

async function sampleOf({ zip, book, limits }: OpenBook, { part }: SheetEntry, budget: Budget) {
  const rows: SheetRow[] = [];
  const chunks = within(budget, zip.read(part, limits.sheetBytes), limits);
  for await (const row of sheetRows(chunks, part, book, limits)) {
    rows.push(row);
    if (rows.length === sampleRows) break;
  }
  return rows;
}

async function* within(budget: Budget, chunks: AsyncIterable<Uint8Array>, limits: ReadLimits) {
  for await (const chunk of chunks) {
    budget.left -= chunk.length;
    if (budget.left < 0) {
      throw tooLarge({
        expected: `a header and its first rows within the first ${megabytes(limits.sampleBytes)} of the sheets`,
        got: 'none until there',
        next: 'Copy the table into a new spreadsheet, as values without formats.',
      });
    }
    yield chunk;
  }
}

function saySheets(sheets: readonly SheetEntry[], chosen: SheetEntry, wasNamed: boolean, remarks: Remarks): void {
  const others = sheets.filter((sheet) => sheet !== chosen);
  const visible = others.filter(({ hidden }) => !hidden);
  const hidden = others.filter((sheet) => sheet.hidden);
  if (visible.length > 0 && !wasNamed) remarks.say(`Other sheets were not read: ${sheetNames(visible)}.`);
  if (hidden.length > 0 && !wasNamed) remarks.say(`Hidden sheets were not read: ${sheetNames(hidden)}.`);
  if (chosen.hidden) remarks.say(`The sheet ${quoted(chosen.name)} is hidden in the spreadsheet.`);
}

async function* dataRows(
  open: OpenBook,
  sheet: SheetEntry,
  columns: readonly string[],
  lastHeaderRow: number,
  remarks: Remarks,
): AsyncGenerator<TableRow> {
  remarks.restart();
  const { book, limits } = open;
  const chunks = open.zip.read(sheet.part, limits.sheetBytes);
  for await (const { row, cells, width, oddities } of sheetRows(chunks, sheet.part, book, limits)) {
    if (row <= lastHeaderRow) continue;
    if (
      width > columns.length &&
      (width > cells.length || cells.slice(columns.length).some((cell) => !isEmpty(cell)))
    ) {
      remarks.count('beside', row, (where) => `Cells beside the table were passed over in ${where}.`);
    }
    const known = columns.map((_, at) => cells[at] ?? null);
    const inTable = oddities.filter(({ column }) => column < columns.length);
    if (known.every(isEmpty) && inTable.length === 0) continue;
    for (const oddity of inTable) countOddity(oddity, row, columns, remarks);
    if (inTable.length === 0) yield { row, cells: known };
    else
      yield {
        row,
        cells: known,
        problems: inTable.slice(0, mostProblems).map((oddity) => problemOf(oddity, row, columns)),
      };
  }
}

function countOddity({ kind, column }: Oddity, row: number, columns: readonly string[], remarks: Remarks): void {
  const name = quoted(columns[column] ?? '');
  remarks.count(`${kind} ${column}`, row, (where) => {
    return `Column ${name} ${oddityTexts[kind]} in ${where}; these cells count as empty.`;
  });
}

const oddityTexts = {
  error_value: 'shows an error',
  formula_without_value: 'holds a formula without a stored value',
  not_a_number: 'holds a number beyond all bounds',
  no_text: 'holds something that is no text',
} as const;

/** The cell is empty for the mapping; whether the row can do without it is for the mapping to say. */
function problemOf(oddity: Oddity, row: number, columns: readonly string[]): RowProblem {
  const place = {
    severity: 'warning',
    code: 'unused_value',
    row,
    column: columns[oddity.column] ?? null,
    fix: null,
  } as const;
  switch (oddity.kind) {
    case 'error_value':
      return {
        ...place,
        expected: 'a value',
        got: oddity.got,
        next: 'Correct the formula; the cell counts as empty until then.',
      };
    case 'formula_without_value':
      return {
        ...place,
        expected: 'the value of the formula',
        got: 'a formula that was never calculated',
        next: 'Open the file in a spreadsheet program and save it; the cell counts as empty until then.',
      };
    case 'no_text':
      return { ...place, ...unstorableText };
    case 'not_a_number':
      return {
        ...place,
        expected: 'a number',
        got: quoted(oddity.got),
        next: 'Correct the number; the cell counts as empty until then.',
      };
  }
}

function nothingIn(sheet: SheetEntry): Error {
  return unreadable({
    expected: 'a header row and rows under it',
    got: `an empty sheet ${quoted(sheet.name)}`,
    next: 'Choose another sheet.',
  });
}

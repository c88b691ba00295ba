// CSV and its relatives (semicolons, tabs, bars) as a table.
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { isEmpty } from '../empty-cell.ts';
import type { SourceFile } from '../source-file.ts';
import type { Cell, Table, TableRow } from '../table.ts';
import { decimalFacts, decimalMarksOf, findHeader, type RawRow, sampleRows } from './find-header.ts';
import type { ReadLimits } from './limits.ts';
import { counted, megabytes, quoted, tooLarge, unreadable } from './reading-fault.ts';
import { newRemarks, type Remarks } from './remarks.ts';
import { findSeparator, type Separator } from './separator.ts';
import { findEncoding, type TextEncoding, textOf } from './text-encoding.ts';

/**
 * Opens a text file of separated values; only the first rows are read here.
 *
 * @throws DomainError unreadable_file, file_too_large
 */
export async function openCsv(file: SourceFile, limits: ReadLimits): Promise<Table> {
  if (file.size > limits.textBytes) throw tooLargeText(file, limits);
  const encoding = await findEncoding(file);
  const text: CsvText = { file, encoding, separator: findSeparator(await headOf(file, encoding)), limits };
  const remarks = newRemarks();
  const sample = await firstRows(text, sampleRows);
  const header = findHeader(sample, limits.columns, remarks);
  if (header === null) throw noTable();
  const { columns, units, lastRow } = header;
  const data = sample.filter(({ row }) => row > lastRow);
  if (data.length === 0) remarks.say('There are no rows under the header.');
  const marks = decimalMarksOf(data, columns, text.separator.character === ',' ? '.' : null, remarks);
  return {
    format: 'csv',
    sheet: null,
    columns,
    units,
    decimalMarks: marks,
    facts: [encoding.said, text.separator.said, ...decimalFacts(marks)],
    get remarks() {
      return remarks.list();
    },
    rows: () => dataRows(text, columns, lastRow, remarks),
  };
}

interface CsvText {
  readonly file: SourceFile;
  readonly encoding: TextEncoding;
  readonly separator: Separator;
  readonly limits: ReadLimits;
}

/** Enough of the text to see how it is separated. */
async function headOf(file: SourceFile, encoding: TextEncoding): Promise<string> {
  let head = '';
  for await (const piece of textOf(file, encoding)) {
    head += piece;
    if (head.length >= headCharacters) break;
  }
  return head.slice(0, headCharacters);
}

const headCharacters = 128 * 1024;

async function firstRows(text: CsvText, count: number): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const row of rawRows(text)) {
    rows.push(row);
    if (rows.length === count) break;
  }
  return rows;
}

async function* dataRows(
  text: CsvText,
  columns: readonly string[],
  lastHeaderRow: number,
  remarks: Remarks,
): AsyncGenerator<TableRow> {
  remarks.restart();
  let rows = 0;
  for await (const { row, cells } of rawRows(text)) {
    if (row <= lastHeaderRow) continue;
    if (++rows > text.limits.rows) throw tooManyRows(text.limits);
    if (cells.length < columns.length) {
      remarks.count('short', row, (where) => `Cells are missing at the end of ${where}; they count as empty.`);
    }
    const known = columns.map((_, at) => cells[at] ?? null);
    const surplus = cells.slice(columns.length).filter((cell) => !isEmpty(cell));
    if (surplus.length === 0) yield { row, cells: known };
    else yield { row, cells: known, problems: [surplusProblem(row, columns, cells)] };
  }
}

/** Values may stand under the wrong names in such a row, so it is kept out until somebody has looked at it. */
function surplusProblem(row: number, columns: readonly string[], cells: readonly Cell[]) {
  return {
    severity: 'error',
    code: 'invalid_input',
    row,
    column: null,
    expected: `${counted(columns.length)} cells, as many as the header has`,
    got: `${counted(cells.length)}, the last ${quoted(String(cells.at(-1) ?? ''))}`,
    next: 'Put a cell that contains the separator in double quotes, or remove what is too much.',
    fix: null,
  } as const;
}

/** Rows that hold anything, with the line each begins on. */
async function* rawRows(text: CsvText): AsyncGenerator<RawRow> {
  let line = 1 + text.separator.skippedLines;
  for await (const record of records(text)) {
    const row = line;
    line += 1 + lineBreaksWithin(record);
    if (record.some((cell) => cell.trim() !== '')) {
      yield { row, cells: record.map((cell) => (cell.trim() === '' ? null : cell)) };
    }
  }
}

/** The line is counted from the records: csv-parse only knows how far it has read. */
function lineBreaksWithin(record: readonly string[]): number {
  let breaks = 0;
  for (const cell of record) {
    if (cell.includes('\n') || cell.includes('\r')) breaks += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
  }
  return breaks;
}

async function* records({ file, encoding, separator, limits }: CsvText): AsyncGenerator<readonly string[]> {
  let line = 1;
  let doubled = 0;
  const parser = parse({
    delimiter: separator.character,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: limits.recordBytes,
    cast(cell, { index, lines, quoting }) {
      // csv-parse counts a CRLF inside quotes as two lines.
      if (quoting) doubled += cell.split('\r\n').length - 1;
      line = lines - doubled + separator.skippedLines;
      // A record of nothing but separators has no size, so its cells are counted here.
      if (index >= limits.columns * surplusFactor) throw tooManyCells(line, limits);
      if (cell.length > limits.cellCharacters) throw cellTooLong(line, index, cell, limits);
      return cell;
    },
  });
  const source = Readable.from(withoutFirstLines(textOf(file, encoding), separator.skippedLines));
  // Errors reach the loop below; the callback only keeps them from being thrown a second time.
  pipeline(source, parser, () => {});
  try {
    for await (const record of parser) yield record as string[];
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    // Of a quote that is never closed the parser knows only where the file ends: it opens behind the last whole cell.
    const seen = fault.code === 'CSV_QUOTE_NOT_CLOSED' ? line : Number(fault.lines) - doubled + separator.skippedLines;
    throw csvFault(fault, seen, limits);
  } finally {
    source.destroy();
    parser.destroy();
  }
}

/** Rows may be wider than the header is allowed to be: spreadsheets write separators for empty columns. */
const surplusFactor = 10;

async function* withoutFirstLines(text: AsyncIterable<string>, lines: number): AsyncGenerator<string> {
  let left = lines;
  for await (let piece of text) {
    while (left > 0) {
      const end = /\r\n|\n|\r/.exec(piece);
      if (end === null) break;
      piece = piece.slice(end.index + end[0].length);
      left--;
    }
    if (left === 0 && piece !== '') yield piece;
  }
}

function csvFault(fault: CsvError, line: number, limits: ReadLimits): Error {
  const at = `line ${counted(line)}`;
  switch (fault.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return unreadable(
        {
          expected: 'a closing double quote for each opening one',
          got: `one behind ${at} that is never closed`,
          next: 'Close the quote; a double quote inside a quoted cell is written twice.',
        },
        fault,
      );
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE':
      return unreadable(
        {
          expected: 'double quotes around whole cells only',
          got: `one inside a cell in ${at}`,
          next: 'Put the whole cell in double quotes and write the quote inside it twice.',
        },
        fault,
      );
    case 'CSV_MAX_RECORD_SIZE':
      return tooLarge({
        expected: `rows of at most ${megabytes(limits.recordBytes)}`,
        got: `a longer one at ${at}`,
        next: 'Look for a double quote that is never closed, or for line breaks that are missing.',
      });
    default:
      return unreadable(
        { expected: 'separated values', got: `${fault.message} at ${at}`, next: 'Check this line.' },
        fault,
      );
  }
}

function tooManyCells(line: number, limits: ReadLimits): Error {
  return tooLarge({
    expected: `at most ${counted(limits.columns)} columns`,
    got: `more than ${counted(limits.columns * surplusFactor)} cells in line ${counted(line)}`,
    next: 'Keep the columns that describe organizations, sites and flows.',
  });
}

function cellTooLong(line: number, index: number, cell: string, limits: ReadLimits): Error {
  return tooLarge({
    expected: `cells of at most ${counted(limits.cellCharacters)} characters`,
    got: `${counted(cell.length)} characters in cell ${counted(index + 1)} near line ${counted(line)}`,
    next: 'Look for a double quote that is never closed, or shorten the text.',
  });
}

function tooManyRows(limits: ReadLimits): Error {
  return tooLarge({ expected: `at most ${counted(limits.rows)} rows`, got: 'more', next: 'Split the file.' });
}

function tooLargeText(file: SourceFile, limits: ReadLimits): Error {
  return tooLarge({
    expected: `a text file of at most ${megabytes(limits.textBytes)}`,
    got: megabytes(file.size),
    next: 'Split the file.',
  });
}

function noTable(): Error {
  return unreadable({
    expected: 'a header row and rows under it',
    got: 'a file without any text',
    next: 'Check that the file was saved with its content.',
  });
}

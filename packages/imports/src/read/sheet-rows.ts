// The rows of one sheet, streamed.
import type { Cell } from '../table.ts';
import { placeOf, rowNumber, sheetColumns } from './cell-reference.ts';
import { cellValue, type Oddity, type SheetCell } from './cell-value.ts';
import type { ReadLimits } from './limits.ts';
import { counted, tooLarge } from './reading-fault.ts';
import { type TextGatherer, textGatherer, type Workbook } from './workbook.ts';
import { broken, readXml, type XmlEvents } from './xml-reader.ts';

export interface SheetRow {
  readonly row: number;
  /** As wide as its last cell, but no wider than columns are allowed. */
  readonly cells: readonly Cell[];
  /** Columns up to its last cell, wherever that is. */
  readonly width: number;
  readonly oddities: readonly Oddity[];
}

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
  const events = new RowGatherer(part, book, limits, (row) => ready.push(row));
  for await (const _ of readXml(chunks, part, limits, events)) {
    yield* ready;
    ready.length = 0;
  }
}

/** Puts rows together from the events of a sheet's XML. */
class RowGatherer implements XmlEvents {
  readonly #part: string;
  readonly #book: Workbook;
  readonly #limits: ReadLimits;
  readonly #emit: (row: SheetRow) => void;
  readonly #inline: TextGatherer;
  #row = 0;
  #cells: Cell[] = [];
  #oddities: Oddity[] = [];
  #width = 0;
  /** Columns of this row that have been given a cell. */
  #seen = new Set<number>();
  #nextColumn = 0;
  #cell: SheetCell | undefined;
  #inValue = false;
  #inData = false;

  constructor(part: string, book: Workbook, limits: ReadLimits, emit: (row: SheetRow) => void) {
    this.#part = part;
    this.#book = book;
    this.#limits = limits;
    this.#emit = emit;
    this.#inline = textGatherer(limits.cellCharacters, () => this.#tooLong());
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'sheetData') this.#inData = true;
    else if (!this.#inData) return;
    else if (name === 'row') this.#openRow(attributes.r);
    else if (name === 'c') this.#openCell(attributes);
    else if (this.#cell === undefined) return;
    else if (name === 'v') this.#openValue(this.#cell);
    else if (name === 'f') this.#cell.hasFormula = true;
    else this.#inline.open(name, attributes);
  }

  text(text: string): void {
    if (this.#cell === undefined) return;
    if (this.#inValue) this.#cell.value += text;
    else this.#inline.text(text);
    if (this.#cell.value.length > this.#limits.cellCharacters) throw this.#tooLong();
  }

  close(name: string): void {
    if (name === 'sheetData') this.#inData = false;
    else if (name === 'v') this.#inValue = false;
    else if (name === 'c' && this.#cell !== undefined) this.#closeCell(this.#cell);
    else if (name === 'row' && this.#inData) this.#closeRow();
    else if (this.#cell !== undefined) this.#inline.close(name);
  }

  #openRow(reference: string | undefined): void {
    this.#row = rowNumber(reference, this.#row, this.#part);
    this.#cells = [];
    this.#oddities = [];
    this.#width = 0;
    this.#seen = new Set();
    this.#nextColumn = 0;
  }

  #closeRow(): void {
    if (this.#width === 0 && this.#oddities.length === 0) return;
    this.#emit({ row: this.#row, cells: this.#cells, width: this.#width, oddities: this.#oddities });
  }

  #openCell({ r: reference, t: type = 'n', s: style = '0' }: Readonly<Record<string, string>>): void {
    const column = reference === undefined ? this.#nextColumn : placeOf(reference, this.#row, this.#part);
    if (column >= sheetColumns) throw broken(this.#part, `a cell beyond column XFD in row ${counted(this.#row)}`);
    if (this.#seen.has(column)) throw this.#twice(column);
    this.#seen.add(column);
    this.#nextColumn = column + 1;
    this.#cell = { column, type, style: Number(style), value: '', hasValue: false, hasFormula: false };
  }

  #openValue(cell: SheetCell): void {
    if (cell.hasValue) throw this.#twice(cell.column);
    this.#inValue = true;
    cell.hasValue = true;
  }

  #closeCell(cell: SheetCell): void {
    this.#cell = undefined;
    const value = cellValue(cell, this.#inline.take(), this.#book, this.#part, this.#row);
    if (value === null) return;
    if (typeof value === 'object' && 'kind' in value) this.#oddities.push(value);
    else {
      this.#width = Math.max(this.#width, cell.column + 1);
      // A lone cell far to the right would make each row as long as the sheet is wide.
      if (cell.column >= this.#limits.columns) return;
      while (this.#cells.length < cell.column) this.#cells.push(null);
      this.#cells[cell.column] = value;
    }
  }

  #twice(column: number): Error {
    return broken(this.#part, `two values for cell ${column + 1} of row ${counted(this.#row)}`);
  }

  #tooLong(): Error {
    return tooLarge({
      expected: `cells of at most ${counted(this.#limits.cellCharacters)} characters`,
      got: `a longer one in row ${counted(this.#row)}, cell ${counted((this.#cell?.column ?? 0) + 1)}`,
      next: 'Shorten the text.',
    });
  }
}

// What is found while one row is read, in the words of its file: columns instead of fields.

import type { Expression } from '@crg/city-format/mapping-schema';
import type { Problem } from '@crg/city-format/problems';
import type { ErrorCode } from '@crg/domain/errors';
import type { Fix, RowProblem, WarningCode } from '../row-problem.ts';
import type { Cell, TableRow } from '../table.ts';
import { cellText, shownCell } from './cell-text.ts';
import { columnsOf, evaluate, type Stated } from './evaluate.ts';
import type { NearWords } from './near-words.ts';

/** Which expression gives each field of one record, and what the row states for it. */
export interface FieldsInRow {
  readonly fields: Readonly<Record<string, Expression>>;
  readonly cells: readonly Cell[];
  readonly places: ReadonlyMap<string, number>;
}

export function statedIn({ fields, cells, places }: FieldsInRow, field: string): Stated | null {
  const expression = fields[field];
  return expression === undefined ? null : evaluate(expression, cells, places);
}

/** The column a reader should look at for a field: the one it was read from, else the first that could hold it. */
export function columnOf(record: FieldsInRow, field: string): string | null {
  const expression = record.fields[field];
  if (expression === undefined) return null;
  return statedIn(record, field)?.column ?? columnsOf(expression)[0] ?? null;
}

export interface Note {
  readonly code: ErrorCode | WarningCode;
  readonly column: string | null;
  readonly expected: string;
  readonly got: string;
  readonly next: string;
  readonly fix?: Fix | null;
}

/** Collects the problems of one row; one column is told of at most once per code. */
export class RowNotes {
  readonly row: number;
  readonly problems: RowProblem[];
  /** Of the whole file. */
  readonly near: NearWords;

  constructor({ row, problems = [] }: TableRow, near: NearWords) {
    this.row = row;
    // What the reader of the file saw wrong in the row comes first.
    this.problems = [...problems];
    this.near = near;
  }

  error(note: Note): void {
    this.#add('error', note);
  }

  warning(note: Note): void {
    this.#add('warning', note);
  }

  get hasErrors(): boolean {
    return this.problems.some(({ severity }) => severity === 'error');
  }

  #add(severity: RowProblem['severity'], { code, column, expected, got, next, fix = null }: Note): void {
    const isKnown = this.problems.some((known) => known.code === code && known.column === column && known.got === got);
    if (!isKnown) this.problems.push({ severity, code, row: this.row, column, expected, got, next, fix });
  }
}

const longestCorrected = 300;

/** A correction for every cell of the column that reads like this one. */
export function replacing({ column, raw }: Pick<Stated, 'column' | 'raw'>, to: string): Fix | null {
  const from = cellText(raw);
  // A correction is kept with the import and sent about; a page of text is corrected in the file.
  return column === null || from.length > longestCorrected ? null : { kind: 'replace', column, from, to };
}

/** What the domain or the format found, told in the words of the file. */
export function inWordsOfTheFile(problem: Problem, record: FieldsInRow): Note {
  const field = fieldOf(problem.field, record);
  const column = field === null ? null : columnOf(record, field);
  const stated = field === null ? null : statedIn(record, field);
  return {
    code: problem.code,
    column,
    expected: problem.expected,
    got: stated === null ? problem.got : shownCell(stated.raw),
    next: problem.next,
  };
}

/** `codes.ewc[1]` and `quality.ph` as the mapping names them: the longest field that begins the path, or begins with it. */
export function fieldOf(path: string, { fields }: FieldsInRow): string | null {
  const plain = path.replaceAll(/\[\d+\]/g, '');
  const names = Object.keys(fields);
  return (
    names.find((name) => name === plain) ??
    names.filter((name) => plain.startsWith(`${name}.`)).sort((a, b) => b.length - a.length)[0] ??
    names.find((name) => name.startsWith(`${plain}.`)) ??
    null
  );
}

// A file of rows, whatever its format: what a reader opens and a mapping understands.
import type { RowProblem } from './row-problem.ts';

/** A cell before anybody has understood it; null: empty. */
export type Cell = string | number | boolean | CalendarDate | null;

/** A spreadsheet cell that is shown as a date, though it may be meant as a number. */
export interface CalendarDate {
  /** ISO 8601, `2024-03-01` or with a time. */
  readonly date: string;
  /** The number the spreadsheet holds under it. */
  readonly serial: number;
}

export type DecimalMark = ',' | '.';

export interface Table {
  readonly format: 'csv' | 'xlsx' | 'geojson';
  /** Of the spreadsheet; null for files with one table. */
  readonly sheet: string | null;
  /** As written in the header, trimmed; an empty or repeated name is made distinct and said in `remarks`. */
  readonly columns: readonly string[];
  /** The row under the header, if it holds nothing but units; by column. */
  readonly units: readonly (string | null)[] | null;
  /** How the texts of a column write fractions, `12,5` or `12.5`; null: the file does not show it. By column. */
  readonly decimalMarks: readonly (DecimalMark | null)[];
  /** How the file was understood, for a person to check: `UTF-16`, `separator ;`, `decimal comma`. */
  readonly facts: readonly string[];
  /** What the reader passed over or made up, in whole sentences; complete once rows() has been read to its end. */
  readonly remarks: readonly string[];
  /** In order of the file, one at a time; throws DomainError `unreadable_file` where the file stops making sense. */
  rows(): AsyncIterable<TableRow>;
}

export interface TableRow {
  /** As a person finds it: line of a text file, row of a sheet (header is 1), feature of a GeoJSON file from 1. */
  readonly row: number;
  /** By column, as many as the table has columns. */
  readonly cells: readonly Cell[];
  /** What the reader saw wrong in this row and a cell cannot show: more cells than columns, a formula's error, a number beyond all bounds. */
  readonly problems?: readonly RowProblem[];
}

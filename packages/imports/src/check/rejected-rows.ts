// The rows that were kept out, as they stood in their file, with what is wrong beside them: to be corrected and imported again.

import { cellText } from '../map/cell-text.ts';
import type { RowProblem } from '../row-problem.ts';
import type { TableRow } from '../table.ts';
import { csvLine } from './csv-line.ts';

/** Behind the columns of the file; no mapping reads them. */
export const rejectedColumns = ['crg_row', 'crg_column', 'crg_expected', 'crg_got', 'crg_next'] as const;

/** The header, with the byte order mark that makes spreadsheets read UTF-8. */
export function rejectedHeader(columns: readonly string[]): string {
  return `\ufeff${csvLine([...columns, ...rejectedColumns])}`;
}

/** One line a row, whatever is wrong with it: several errors stand in one cell with ` / ` between. Warnings are left out. */
export function rejectedLine(row: TableRow, problems: readonly RowProblem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const all = (told: (problem: RowProblem) => string | null): string =>
    errors.map((error) => told(error) ?? '').join(' / ');
  return csvLine([
    ...row.cells.map((cell) => (typeof cell === 'number' ? cell : cellText(cell))),
    row.row,
    all(({ column }) => column),
    all(({ expected }) => expected),
    all(({ got }) => got),
    all(({ next }) => next),
  ]);
}

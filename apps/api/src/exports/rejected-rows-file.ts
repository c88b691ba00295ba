// The rows that an import keeps out, as a table to be corrected and imported again.
import { rejectedHeader, rejectedLine } from '@crg/imports/check/rejected-rows';
import type { RowProblem } from '@crg/imports/row-problem';
import { settingsOf } from '@crg/services/imports/import-settings';
import { type RejectedRow, rejectedRows } from '@crg/services/imports/rejected-rows';
import type { StagedProblem } from '@crg/stores/ports/import-stage';
import type { Import } from '@crg/stores/ports/import-store';

/**
 * The text of the file, piece by piece. Rows of several files stand in one table with the columns of all of them, and one
 * in front that names the file.
 */
export async function* rejectedRowsFile(
  ports: Parameters<typeof rejectedRows>[0],
  found: Import,
): AsyncGenerator<string> {
  const tables = settingsOf(found).files.filter(({ format }) => format !== 'city');
  const isOne = tables.length <= 1;
  const columns = [...new Set(tables.flatMap((file) => file.columns.map(({ name }) => name)))];
  let text = rejectedHeader(isOne ? columns : ['crg_file', ...columns]);
  for await (const row of rejectedRows(ports, found.id)) {
    const cells = isOne ? row.cells : [found.files[row.file]?.name ?? '', ...inColumns(columns, row)];
    text += rejectedLine({ row: row.row, cells }, row.errors.map(asRowProblem));
    if (text.length < pieceLength) continue;
    yield text;
    text = '';
  }
  yield text;
}

/** The stage keeps codes as text; the line shows none. */
function asRowProblem({ severity, row, column, expected, got, next }: StagedProblem): RowProblem {
  return { severity, code: 'invalid_input', row, column, expected, got, next, fix: null };
}

/** Characters. */
const pieceLength = 65_536;

function inColumns(columns: readonly string[], { columns: own, cells }: RejectedRow): RejectedRow['cells'] {
  const places = new Map(own.map((name, place) => [name, place]));
  return columns.map((name) => cells[places.get(name) ?? -1] ?? null);
}

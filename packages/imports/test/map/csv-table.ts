// A small comma-separated file as a table, for tests of mappings that need no reader.
import type { Cell, DecimalMark, Table, TableRow } from '../../src/table.ts';

export interface WholeTable extends Pick<Table, 'columns' | 'units' | 'decimalMarks'> {
  readonly rows: readonly TableRow[];
}

/** @param mark how all columns write fractions; null: the file does not show it */
export function csvTable(text: string, mark: DecimalMark | null = null): WholeTable {
  const [header = [], ...lines] = text.trim().split('\n').map(cellsOf);
  const rows = lines.map(
    (cells, index): TableRow => ({
      row: index + 2,
      cells: cells.map((cell): Cell => (cell === '' ? null : cell)),
    }),
  );
  return { columns: header, units: null, decimalMarks: header.map(() => mark), rows };
}

/** Quoted cells may hold commas and doubled quotes, not line breaks. */
function cellsOf(line: string): string[] {
  const cells = [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  );
  if (!line.endsWith(',')) cells.pop();
  return cells;
}

// A small comma-separated file as a table, for tests of mappings that need no reader.
import type { Cell, Table, TableRow } from '../../src/table.ts';

export interface WholeTable extends Pick<Table, 'columns' | 'units' | 'facts'> {
  readonly rows: readonly TableRow[];
}

export function csvTable(text: string, facts: readonly string[] = []): WholeTable {
  const [header = [], ...lines] = text.trim().split('\n').map(cellsOf);
  const rows = lines.map(
    (cells, index): TableRow => ({
      row: index + 2,
      cells: cells.map((cell): Cell => (cell === '' ? null : cell)),
    }),
  );
  return { columns: header, units: null, facts, rows };
}

/** Quoted cells may hold commas and doubled quotes, not line breaks. */
function cellsOf(line: string): string[] {
  const cells = [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  );
  if (!line.endsWith(',')) cells.pop();
  return cells;
}

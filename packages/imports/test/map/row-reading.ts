// One row of a small table, mapped: what the tests of single rules look at.
import type { Mapping } from '@crg/city-format/mapping-schema';
import type { MappedRow } from '../../src/map/row-mapper.ts';
import { rowMapper } from '../../src/map/row-mapper.ts';
import { mappingFor } from '../../src/mappings/built-in.ts';
import { flowsTemplate } from '../../src/mappings/flows-template.ts';
import type { Fix } from '../../src/row-problem.ts';
import type { Cell, DecimalMark, Table, TableRow } from '../../src/table.ts';

export interface Reading {
  readonly mapping?: Mapping;
  readonly fixes?: readonly Fix[];
  readonly mark?: DecimalMark | null;
  readonly units?: readonly (string | null)[];
  readonly problems?: TableRow['problems'];
}

/** A firm of an invented town that gives 500 kW of hot water; cells given here take the place of its own. */
export const goodRow: Readonly<Record<string, Cell>> = {
  Organization: 'Refinery',
  NACE: '19.20',
  Site: 'Main works',
  Latitude: 55.654,
  Longitude: 11.097,
  Country: 'DK',
  Direction: 'supply',
  Type: 'heat.hot_water',
  Flow: 'Cooling of column 3',
  Amount: 500,
  Unit: 'kW',
};

/** The same row of a table that lacks some columns. */
export function goodRowWithout(...columns: readonly string[]): Readonly<Record<string, Cell>> {
  return Object.fromEntries(Object.entries(goodRow).filter(([column]) => !columns.includes(column)));
}

/** The row as row 2 of a table with exactly its columns, read by the template's mapping unless another is named. */
export function mapOne(cells: Readonly<Record<string, Cell>>, reading: Reading = {}): MappedRow {
  const columns = Object.keys(cells);
  const table = { columns, units: reading.units ?? null, decimalMarks: columns.map(() => reading.mark ?? null) };
  const mapping = mappingFor(reading.mapping ?? flowsTemplate, columns);
  const mapper = rowMapper({ table, mapping, currency: 'EUR', fixes: reading.fixes ?? [] });
  const { problems } = reading;
  return mapper.map({ row: 2, cells: Object.values(cells), ...(problems === undefined ? {} : { problems }) });
}

/** Of a table small enough to be held. */
export async function rowsOf(table: Table): Promise<readonly TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of table.rows()) rows.push(row);
  return rows;
}

/** The good row with some cells changed. */
export const mapGood = (changes: Readonly<Record<string, Cell>>, reading: Reading = {}): MappedRow =>
  mapOne({ ...goodRow, ...changes }, reading);

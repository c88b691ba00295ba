import type { DomainError } from '@crg/domain/errors';
import { fileInMemory } from '@crg/imports/read/file-in-memory';
import { type OpenOptions, openTable } from '@crg/imports/read/open-table';
import type { Cell, Table, TableRow } from '@crg/imports/table';

export interface TableRead {
  readonly table: Table;
  readonly rows: readonly TableRow[];
  /** Cells only. */
  readonly cells: readonly (readonly Cell[])[];
}

export async function readAll(
  bytes: Uint8Array | string,
  options: OpenOptions = {},
  name = 'file',
): Promise<TableRead> {
  const table = await openTable(fileInMemory(name, bytes), options);
  const rows: TableRow[] = [];
  for await (const row of table.rows()) rows.push(row);
  return { table, rows, cells: rows.map(({ cells }) => cells) };
}

/** The error that reading ends with; fails when there is none or when it is not one that a user can act on. */
export async function refusalOf(bytes: Uint8Array | string, options: OpenOptions = {}): Promise<DomainError> {
  try {
    await readAll(bytes, options);
  } catch (fault) {
    if (fault instanceof Error && fault.name === 'DomainError') return fault as DomainError;
    throw fault;
  }
  throw new Error('Expected a refusal, got a table');
}

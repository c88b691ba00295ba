// A table of an import, opened the same way each time: what a person saw when it came is what is read later.
import { openTable } from '@crg/imports/read/open-table';
import type { SourceFile } from '@crg/imports/source-file';
import type { Table } from '@crg/imports/table';

/** @throws DomainError unreadable_file, file_too_large */
export function openSettled(file: SourceFile, { sheet }: { sheet: string | null }): Promise<Table> {
  return openTable(file, sheet === null ? {} : { sheet });
}

// One look at a file that came: what it is, its columns with their first values, and the mapping that fits its header.
import type { Mapping } from '@crg/city-format/mapping-schema';
import { DomainError } from '@crg/domain/errors';
import { cellText } from '@crg/imports/map/cell-text';
import { formatOf } from '@crg/imports/read/open-table';
import type { SourceFile } from '@crg/imports/source-file';
import type { Table, TableRow } from '@crg/imports/table';
import { findMapping } from './find-mapping.ts';
import type { ColumnSamples, FileSettings } from './import-settings.ts';
import { openSettled } from './settled-table.ts';

export type DescribedFile = Omit<FileSettings, 'origin'>;

/**
 * @param kept mappings that users keep beside those that come with the product
 * @throws DomainError unreadable_file, file_too_large; they name the file
 */
export async function describeFile(
  file: SourceFile,
  { kept, sheet = null }: { kept: readonly Mapping[]; sheet?: string | null },
): Promise<DescribedFile> {
  try {
    if ((await formatOf(file)) === 'city') return cityFile(file);
    const table = await openSettled(file, { sheet });
    return describeTable(file, table, await firstRows(table), kept);
  } catch (error) {
    throw error instanceof DomainError ? ofFile(file.name, error) : error;
  }
}

/** The error as it is, with the name of the file in it. */
export function ofFile(name: string, error: DomainError): DomainError {
  if (error.evidence.field !== undefined) return error;
  return new DomainError(error.code, { ...error.evidence, field: name }, { cause: error });
}

function cityFile({ name }: SourceFile): DescribedFile {
  return {
    name,
    format: 'city',
    sheet: null,
    facts: ['city file (crg-city/1)'],
    remarks: [],
    columns: [],
    mapping: null,
    mappingBy: null,
    guessed: [],
  };
}

function describeTable(
  { name }: SourceFile,
  table: Table,
  rows: readonly TableRow[],
  kept: readonly Mapping[],
): DescribedFile {
  const { format, sheet, facts, remarks } = table;
  const columns = table.columns.map((_, place) => samplesOf(table, rows, place));
  return { name, format, sheet, facts, remarks, columns, ...findMapping({ name, columns }, kept) };
}

const rowsLookedAt = 50;
const samplesPerColumn = 10;
const charactersPerSample = 80;

async function firstRows(table: Table): Promise<readonly TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of table.rows()) {
    rows.push(row);
    if (rows.length === rowsLookedAt) break;
  }
  return rows;
}

function samplesOf({ columns, units }: Table, rows: readonly TableRow[], place: number): ColumnSamples {
  const texts = rows.map(({ cells }) => cellText(cells[place] ?? null)).filter((text) => text !== '');
  return {
    name: columns[place] ?? '',
    unit: units?.[place] ?? null,
    samples: texts.slice(0, samplesPerColumn).map((text) => text.slice(0, charactersPerSample)),
  };
}

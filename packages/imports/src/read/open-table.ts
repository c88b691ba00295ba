// A file as a table: what it is, told by its content, and the reader that understands it.
import { DomainError } from '@crg/domain/errors';
import type { SourceFile } from '../source-file.ts';
import type { Table } from '../table.ts';
import { openCsv } from './csv-table.ts';
import { openGeojson } from './geojson-table.ts';
import { type ReadLimits, readLimits } from './limits.ts';
import { unreadable } from './reading-fault.ts';
import { type FileFormat, tellFormat } from './tell-format.ts';
import { openXlsx } from './xlsx-table.ts';

export interface OpenOptions {
  /** Name of the spreadsheet's sheet; without it, the first visible one that holds a table. */
  readonly sheet?: string;
  readonly limits?: Partial<ReadLimits>;
}

/**
 * What the bytes are, whatever the file is called.
 *
 * @throws DomainError unreadable_file for everything else, naming what it is where that can be seen
 */
export async function formatOf(file: SourceFile, limits: Partial<ReadLimits> = {}): Promise<FileFormat> {
  return tellFormat(file, { ...readLimits, ...limits });
}

/**
 * Opens a file of rows. What is read here is bounded whatever the size of the file, GeoJSON excepted, whose columns are only
 * known at its end.
 *
 * @throws DomainError unreadable_file (also for a city file, which is no table), file_too_large, invalid_input for an unknown sheet
 */
export async function openTable(file: SourceFile, options: OpenOptions = {}): Promise<Table> {
  const limits = { ...readLimits, ...options.limits };
  const format = await tellFormat(file, limits);
  if (format !== 'xlsx' && options.sheet !== undefined) {
    throw new DomainError('invalid_input', {
      field: 'sheet',
      expected: 'no sheet for a file that is no spreadsheet',
      got: options.sheet,
      next: 'Leave the sheet away.',
    });
  }
  switch (format) {
    case 'csv':
      return openCsv(file, limits);
    case 'xlsx':
      return openXlsx(file, limits, options.sheet);
    case 'geojson':
      return openGeojson(file, limits);
    case 'city':
      throw unreadable({
        expected: 'a file of rows (CSV, XLSX or GeoJSON)',
        got: 'a city file (crg-city/1)',
        next: 'Import it as a city file, without a mapping.',
      });
  }
}

// `crg export`: the city in the data folder as a city file.
import { existsSync } from 'node:fs';
import { DomainError } from '@crg/domain/errors';
import { exportCity as exportedCity } from '@crg/services/export-city';
import type { Terminal } from '../terminal.ts';
import { withDataFolder } from '../with-data-folder.ts';
import { writeTextFile } from '../write-text-file.ts';

export interface ExportOptions {
  readonly data: string;
  readonly output: string;
}

/** @throws DomainError when there is no city, the folder is in use or unusable, or the file cannot be written */
export async function exportCity({ data, output }: ExportOptions, terminal: Terminal): Promise<void> {
  if (!existsSync(data)) {
    throw new DomainError('data_folder_unusable', {
      field: data,
      expected: 'a data folder with a city',
      got: 'nothing at that path',
      next: 'Name the folder with --data, or make one with `npx crg start` or `npx crg import`.',
    });
  }
  await withDataFolder(data, terminal, async ({ city }) => {
    await writeTextFile(output, await exportedCity({ city }), terminal);
  });
}

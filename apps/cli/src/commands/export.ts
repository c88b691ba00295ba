// `crg export`: the city in the data folder as a city file.
import { exportCity as exportedCity } from '@crg/services/export-city';
import type { Terminal } from '../terminal.ts';
import { withExistingFolder } from '../with-data-folder.ts';
import { writeTextFile } from '../write-text-file.ts';

export interface ExportOptions {
  readonly data: string;
  readonly output: string;
}

/** @throws DomainError when there is no city, the folder is in use or unusable, or the file cannot be written */
export async function exportCity({ data, output }: ExportOptions, terminal: Terminal): Promise<void> {
  await withExistingFolder(data, terminal, async ({ city }) => {
    await writeTextFile(output, await exportedCity({ city }), terminal);
  });
}

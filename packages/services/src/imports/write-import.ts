// Puts a checked import into the city: all that is staged, in one transaction.
import { DomainError } from '@crg/domain/errors';
import type { ImportStage } from '@crg/stores/ports/import-stage';
import type { Import, ImportStore, ImportWritten } from '@crg/stores/ports/import-store';
import { knownImport, wrongState } from './import-faults.ts';
import { settingsOf, summaryOf } from './import-settings.ts';

/**
 * Writes an import in the state `writing`; asked again afterwards it answers what it did then.
 *
 * @param year of a city that does not exist yet, unless a city file names one
 * @throws DomainError import_not_found, wrong_state; invalid_input when rows are rejected and it was to stop then
 */
export async function writeImport(
  { imports, importStage }: { imports: Pick<ImportStore, 'get'>; importStage: Pick<ImportStage, 'write'> },
  { importId, year }: { importId: string; year: number },
): Promise<ImportWritten> {
  const before = await knownImport({ imports }, importId);
  if (before.state !== 'writing' && before.state !== 'imported') throw wrongState(before.state, 'to be written');
  if (before.state === 'writing') assertWritable(before);
  const { files } = settingsOf(before);
  const city = summaryOf(before)?.city ?? null;
  return importStage.write(importId, {
    ...(city ?? { name: 'Unnamed city', year, currency: 'EUR' }),
    sources: files.flatMap(({ origin, mapping }) => [origin, ...sourceNote(mapping?.source)]),
  });
}

/** @throws DomainError invalid_input when a file is refused, or rows are rejected and the import is to stop then */
export function assertWritable(checked: Import): void {
  const { rejected, refusedFiles } = summaryOf(checked) ?? { rejected: 0, refusedFiles: [] };
  const refused = refusedFiles.map((file) => `"${checked.files[file]?.name ?? file}"`);
  if (refused.length > 0) {
    throw new DomainError('invalid_input', {
      expected: 'files that can be read',
      got: `${refused.join(', ')}, of which nothing can be taken`,
      next: 'Its problems say why. Correct it, or import the others without it.',
    });
  }
  if (rejected === 0 || settingsOf(checked).onError === 'skip') return;
  throw new DomainError('invalid_input', {
    field: 'on_error',
    expected: 'rows without errors, or the wish to skip those with errors',
    got: `${rejected} rejected ${rejected === 1 ? 'row' : 'rows'}`,
    next: 'Correct them, or set on_error to "skip" to import the others.',
  });
}

function sourceNote(source: { reference: string; licence?: string } | undefined): readonly string[] {
  if (source === undefined) return [];
  return [source.licence === undefined ? source.reference : `${source.reference} Licence: ${source.licence}`];
}

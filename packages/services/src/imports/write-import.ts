// Puts a checked import into the city: all that is staged, in one transaction.
import { DomainError } from '@crg/domain/errors';
import type { Import, ImportWritten } from '@crg/stores/ports/import-store';
import type { Transactions } from '@crg/stores/ports/transactions';
import { knownImport, wrongState } from './import-faults.ts';
import { settingsOf, summaryOf } from './import-settings.ts';
import { nameCity } from './name-city.ts';

/**
 * Writes an import in the state `writing`; asked again afterwards it answers what it did then. A city file gives the city
 * its name, year, currency and factors; tables leave them as they are.
 *
 * @param year of a city that does not exist yet, unless a city file names one
 * @throws DomainError import_not_found, wrong_state; invalid_input when rows are rejected and it was to stop then
 */
export async function writeImport(
  { transactions }: { transactions: Transactions },
  { importId, year }: { importId: string; year: number },
): Promise<ImportWritten> {
  return transactions.inTransaction(async ({ imports, importStage, city }) => {
    const before = await knownImport({ imports }, importId);
    if (before.state !== 'writing' && before.state !== 'imported') throw wrongState(before.state, 'to be written');
    if (before.state === 'writing') assertWritable(before);
    const { city: named, factors } = summaryOf(before) ?? { city: null, factors: [] };
    const written = await importStage.write(importId, {
      ...(named ?? { name: 'Unnamed city', year, currency: 'EUR' }),
      factors,
      sources: settingsOf(before).files.flatMap(({ origin, mapping }) => [origin, ...sourceNote(mapping?.source)]),
    });
    if (before.state === 'writing' && named !== null) await nameCity({ city }, named);
    return written;
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

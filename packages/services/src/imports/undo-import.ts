// Takes a written import out of the city again: what it created goes, what it overwrote returns.
import type { CityStore } from '@crg/stores/ports/city-store';
import type { ImportUndone } from '@crg/stores/ports/import-stage';
import type { Transactions } from '@crg/stores/ports/transactions';
import { knownImport, wrongState } from './import-faults.ts';
import { type ImportSummary, summaryOf } from './import-settings.ts';
import { isCalled, nameCity } from './name-city.ts';

/**
 * Undoes an import in the state `undoing`, in one transaction; asked again afterwards it answers what it did then. Records
 * in the way leave everything as it is, and the import is `imported` again.
 *
 * @param keepChanged leave records that somebody changed or used since as they are, and undo the others
 * @throws DomainError import_not_found, wrong_state
 */
export async function undoImport(
  { transactions }: { transactions: Transactions },
  { importId, keepChanged }: { importId: string; keepChanged: boolean },
): Promise<ImportUndone> {
  return transactions.inTransaction(async ({ imports, importStage, city }) => {
    const before = await knownImport({ imports }, importId);
    if (before.state !== 'undoing' && before.state !== 'undone') throw wrongState(before.state, 'to be undone');
    const undone = await importStage.undo(importId, { keepChanged });
    const summary = summaryOf(before);
    if (undone.outcome === 'undone' && before.state === 'undoing' && summary !== null)
      await nameAsBefore({ city }, summary);
    return undone;
  });
}

/** A name that somebody has given the city since stays. */
async function nameAsBefore(
  { city }: { city: Pick<CityStore, 'metadata' | 'putCity'> },
  { city: given, cityBefore }: ImportSummary,
): Promise<void> {
  const now = await city.metadata();
  if (now === null || given === null || cityBefore === null || !isCalled(now, given)) return;
  await nameCity({ city }, cityBefore);
}

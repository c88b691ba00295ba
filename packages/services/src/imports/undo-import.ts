// Takes a written import out of the city again: what it created goes, what it overwrote returns.
import type { ImportStage, ImportUndone } from '@crg/stores/ports/import-stage';
import type { ImportStore } from '@crg/stores/ports/import-store';
import { knownImport, wrongState } from './import-faults.ts';

/**
 * Undoes an import in the state `undoing`, in one transaction. Records in the way leave everything as it is, and the
 * import is `imported` again.
 *
 * @param keepChanged leave records that somebody changed or used since as they are, and undo the others
 * @throws DomainError import_not_found, wrong_state
 */
export async function undoImport(
  { imports, importStage }: { imports: Pick<ImportStore, 'get'>; importStage: Pick<ImportStage, 'undo'> },
  { importId, keepChanged }: { importId: string; keepChanged: boolean },
): Promise<ImportUndone> {
  const before = await knownImport({ imports }, importId);
  if (before.state !== 'undoing' && before.state !== 'undone') throw wrongState(before.state, 'to be undone');
  return importStage.undo(importId, { keepChanged });
}

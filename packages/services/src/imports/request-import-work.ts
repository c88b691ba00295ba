// Asks for one step of an import as a job: the state and the job are written together, so neither is without the other.
import type { Import, ImportState } from '@crg/stores/ports/import-store';
import type { Transactions } from '@crg/stores/ports/transactions';
import { assertMapped } from './check-import.ts';
import { knownImport, moveImport } from './import-faults.ts';
import { settingsOf } from './import-settings.ts';
import { assertWritable } from './write-import.ts';

export const importSteps = ['check', 'write', 'undo'] as const;
export type ImportStep = (typeof importSteps)[number];

export const jobKindOf = {
  check: 'import.check',
  write: 'import.write',
  undo: 'import.undo',
} as const satisfies Record<ImportStep, string>;

/** What a job of these kinds carries. */
export type ImportJobInput = { readonly import: string; readonly keepChanged: boolean };

export const workingState = { check: 'checking', write: 'writing', undo: 'undoing' } as const satisfies Record<
  ImportStep,
  ImportState
>;

export const wantedWords = {
  check: 'to be checked',
  write: 'to be written',
  undo: 'to be undone',
} as const satisfies Record<ImportStep, string>;

/** @throws DomainError import_not_found, wrong_state, mapping_not_found; invalid_input when rejected rows forbid writing */
export async function requestImportWork(
  { transactions }: { transactions: Transactions },
  { importId, step, keepChanged = false }: { importId: string; step: ImportStep; keepChanged?: boolean },
): Promise<Import> {
  return transactions.inTransaction(async ({ imports, jobs }) => {
    const before = await knownImport({ imports }, importId);
    if (step === 'check') assertMapped(settingsOf(before).files);
    if (step === 'write') assertWritable(before);
    const input: ImportJobInput = { import: importId, keepChanged };
    const job = await jobs.enqueue({ kind: jobKindOf[step], key: importId, input });
    return moveImport({ imports }, importId, workingState[step], { wanted: wantedWords[step], jobId: job.id });
  });
}

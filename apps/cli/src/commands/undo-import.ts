// `crg import --undo`: an import is taken out of the city again, all of it or nothing.
import { DomainError } from '@crg/domain/errors';
import { moveImport } from '@crg/services/imports/import-faults';
import { settleInterruptedImports } from '@crg/services/imports/settle-imports';
import { undoImport } from '@crg/services/imports/undo-import';
import type { ImportUndone, RecordInTheWay } from '@crg/stores/ports/import-stage';
import { total } from '../import/report.ts';
import type { Terminal } from '../terminal.ts';
import { withExistingFolder } from '../with-data-folder.ts';

export interface UndoOptions {
  readonly id: string;
  readonly data: string;
  readonly keepChanged?: boolean | undefined;
  readonly json?: true | undefined;
}

const mostLines = 20;

/** @throws DomainError import_not_found, wrong_state; still_referenced when records are in the way. Nothing is undone then. */
export async function undo({ id, data, keepChanged = false, json }: UndoOptions, terminal: Terminal): Promise<void> {
  const began = performance.now();
  const undone = await withExistingFolder(data, terminal, async ({ imports, transactions }) => {
    await settleInterruptedImports({ imports });
    await moveImport({ imports }, id, 'undoing', { wanted: 'to be undone' });
    return undoImport({ transactions }, { importId: id, keepChanged });
  });
  if (undone.outcome === 'in_the_way') throw inTheWay(undone, terminal);
  const { removed, restored, kept } = undone;
  const seconds = (performance.now() - began) / 1000;
  if (json) {
    await terminal.write(`${JSON.stringify({ import_id: id, removed, restored, kept, seconds })}\n`);
    return;
  }
  terminal.tell(
    `crg import: undone: ${total(removed)} removed, ${total(restored)} as before, ${total(kept)} kept in ${seconds.toFixed(1)} s.`,
  );
}

function inTheWay(
  { records, count }: Extract<ImportUndone, { outcome: 'in_the_way' }>,
  { tell }: Pick<Terminal, 'tell'>,
): DomainError {
  for (const { kind, id, reason } of records.slice(0, mostLines)) tell(`crg import: ${kind} "${id}" ${said[reason]}`);
  if (count > mostLines) tell(`crg import: … and ${count - mostLines} more.`);
  return new DomainError('still_referenced', {
    expected: 'records as the import left them',
    got: `${count} in the way`,
    next: 'Nothing was undone. Use --keep-changed to leave these as they are and undo the others.',
  });
}

const said: Readonly<Record<RecordInTheWay['reason'], string>> = {
  changed: 'was changed since.',
  removed: 'was removed since.',
  referred_to: 'is named by records that would stay.',
  owner_removed: 'belongs to a record that was removed since.',
};

// `crg imports`: what has been imported into the city of the data folder, newest first.
import { type DescribedImport, describeImports } from '@crg/services/imports/describe-import';
import { settleInterruptedImports } from '@crg/services/imports/settle-imports';
import { total } from '../import/report.ts';
import type { Terminal } from '../terminal.ts';
import { withExistingFolder } from '../with-data-folder.ts';

export interface ImportsOptions {
  readonly data: string;
  readonly json?: true;
}

/** A hundred and one nobody reads; the API has them all. */
const mostListed = 100;

/** @throws DomainError data_folder_unusable, data_folder_in_use */
export async function listImports({ data, json }: ImportsOptions, terminal: Terminal): Promise<void> {
  const { items } = await withExistingFolder(data, terminal, async ({ imports, jobs }) => {
    await settleInterruptedImports({ imports });
    return describeImports({ imports, jobs }, { cursor: null, limit: mostListed });
  });
  if (json) {
    await terminal.write(`${JSON.stringify(items.map(wire))}\n`);
    return;
  }
  if (items.length === 0) terminal.tell('crg imports: nothing has been imported yet. `npx crg import FILE` does it.');
  for (const item of items) await terminal.write(`${line(item)}\n`);
}

function line({ id, state, createdAt, files, change, error }: DescribedImport): string {
  const counts =
    change === null
      ? ''
      : `, ${total(change.created)} new, ${total(change.updated)} updated, ${total(change.unchanged)} unchanged`;
  const names = files.map(({ name }) => name).join(', ');
  return `${id}  ${createdAt.slice(0, 19)}Z  ${state}  ${names}${counts}${error === null ? '' : `: ${error}`}`;
}

function wire({ id, state, createdAt, files, rows, rejected, warnings, change, undone, error }: DescribedImport) {
  return {
    id,
    state,
    created_at: createdAt,
    files: files.map(({ name, size }) => ({ name, size })),
    rows,
    rejected,
    warnings,
    created: change?.created ?? null,
    updated: change?.updated ?? null,
    unchanged: change?.unchanged ?? null,
    undone: undone === null ? null : { removed: undone.removed, restored: undone.restored, kept: undone.kept },
    error,
  };
}

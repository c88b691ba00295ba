// Moves of an import, their answers turned into the import or into an error a person can act on.
import { DomainError } from '@crg/domain/errors';
import type { Import, ImportState, ImportStore, Moved, MoveReport } from '@crg/stores/ports/import-store';

/** @throws DomainError import_not_found */
export async function knownImport({ imports }: { imports: Pick<ImportStore, 'get'> }, id: string): Promise<Import> {
  const found = await imports.get(id);
  if (found === null) throw importNotFound(id);
  return found;
}

/** `wanted` says what was asked for: `to be checked`. @throws DomainError import_not_found, wrong_state */
export async function moveImport(
  { imports }: { imports: Pick<ImportStore, 'move'> },
  id: string,
  to: ImportState,
  { wanted, ...report }: MoveReport & { wanted: string },
): Promise<Import> {
  return moved(await imports.move(id, to, report), id, wanted);
}

export function moved(answer: Moved, id: string, wanted: string): Import {
  switch (answer.outcome) {
    case 'moved':
      return answer.import;
    case 'not_found':
      throw importNotFound(id);
    case 'wrong_state':
      throw wrongState(answer.state, wanted);
  }
}

export function wrongState(state: ImportState, wanted: string): DomainError {
  return new DomainError('wrong_state', {
    expected: `an import ready ${wanted}`,
    got: `one that ${said[state]}`,
    next: nextStep[state],
  });
}

export function importNotFound(id: string): DomainError {
  return new DomainError('import_not_found', {
    expected: 'the id of an import of this city',
    got: `"${id.slice(0, 200)}"`,
    next: 'List them with `npx crg imports` or GET /api/v1/imports.',
  });
}

/** The file is at fault, as a whole or from some place on: whoever sent it can mend it. */
export function isFileFault(error: unknown): error is DomainError {
  return error instanceof DomainError && (error.code === 'unreadable_file' || error.code === 'file_too_large');
}

const said: Readonly<Record<ImportState, string>> = {
  open: 'has not been checked yet',
  checking: 'is being checked',
  checked: 'is checked and not yet written',
  writing: 'is being written',
  imported: 'is in the city',
  undoing: 'is being undone',
  undone: 'has been undone',
  cancelled: 'was cancelled',
  failed: 'has failed',
};

const nextStep: Readonly<Record<ImportState, string>> = {
  open: 'Check it first.',
  checking: 'Wait for its end, or cancel it.',
  checked: 'Write it, or change its settings.',
  writing: 'Wait for its end; that takes seconds.',
  imported: 'Undo it first, or import the corrected file anew.',
  undoing: 'Wait for its end; that takes seconds.',
  undone: 'Import the file anew.',
  cancelled: 'Import the file anew.',
  failed: 'Read why, then check it again.',
};

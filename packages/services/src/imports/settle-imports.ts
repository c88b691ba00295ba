// Imports whose work ended without a result: what became of them, in the words that a person reads.
import { DomainError } from '@crg/domain/errors';
import type { Import, ImportState, ImportStore } from '@crg/stores/ports/import-store';

/**
 * Ends every import that is at work without a job that works on it: the process has died. Writing and undoing are one
 * transaction each, so the city is what it was before.
 */
export async function settleInterruptedImports({
  imports,
}: {
  imports: Pick<ImportStore, 'interrupted' | 'move'>;
}): Promise<readonly Import[]> {
  const interrupted = await imports.interrupted();
  for (const { id, state } of interrupted)
    await end({ imports }, { id, state }, 'The process that worked on it has ended.');
  return interrupted;
}

/** Ends an import whose work has thrown; the city is what it was before. */
export async function settleFailedImport(
  { imports }: { imports: Pick<ImportStore, 'get' | 'move'> },
  { importId, cause }: { importId: string; cause: unknown },
): Promise<void> {
  const found = await imports.get(importId);
  if (found !== null && isWorking(found.state)) await end({ imports }, found, reasonOf(cause));
}

const isWorking = (state: ImportState): boolean => state === 'checking' || state === 'writing' || state === 'undoing';

async function end(
  { imports }: { imports: Pick<ImportStore, 'move'> },
  { id, state }: Pick<Import, 'id' | 'state'>,
  reason: string,
): Promise<void> {
  if (state === 'undoing') {
    await imports.move(id, 'imported', { error: `${reason} Nothing was undone. Undo it once more.` });
  } else {
    await imports.move(id, 'failed', {
      error: `${reason} Nothing was written. Check it again, or import the file anew.`,
    });
  }
}

function reasonOf(cause: unknown): string {
  if (cause instanceof DomainError) return `${cause.message[0]?.toUpperCase() ?? ''}${cause.message.slice(1)}`;
  return `An unforeseen fault: ${cause instanceof Error ? cause.message : String(cause)}.`;
}

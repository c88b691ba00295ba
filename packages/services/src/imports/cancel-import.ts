// Ends an import before it has reached the city.
import type { Import, ImportStore } from '@crg/stores/ports/import-store';
import type { JobStore } from '@crg/stores/ports/job-store';
import { moveImport } from './import-faults.ts';

/**
 * Nothing of it is written afterwards; work on it ends within a batch.
 *
 * @throws DomainError import_not_found; wrong_state when it is in the city already
 */
export async function cancelImport(
  { imports, jobs }: { imports: Pick<ImportStore, 'move'>; jobs: Pick<JobStore, 'cancel'> },
  importId: string,
): Promise<Import> {
  const cancelled = await moveImport({ imports }, importId, 'cancelled', { wanted: 'to be cancelled' });
  if (cancelled.jobId !== null) await jobs.cancel(cancelled.jobId);
  return cancelled;
}

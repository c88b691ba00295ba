// Does the import jobs that wait, as the worker of the product does, until none is left.
import { checkImport } from '@crg/services/imports/check-import';
import { type ImportJobInput, jobKindOf } from '@crg/services/imports/request-import-work';
import { settleFailedImport } from '@crg/services/imports/settle-imports';
import { undoImport } from '@crg/services/imports/undo-import';
import { writeImport } from '@crg/services/imports/write-import';
import type { Json } from '@crg/stores/ports/job-store';
import type { Stores } from '@crg/stores/ports/stores';

export async function runImportJobs(stores: Stores): Promise<void> {
  for (;;) {
    const claimed = await stores.jobs.claim({ kinds: Object.values(jobKindOf), leaseMilliseconds: 60_000 });
    if (claimed === null) return;
    const { job, claim } = claimed;
    const { import: importId, keepChanged } = job.input as ImportJobInput;
    const { signal } = new AbortController();
    const work = {
      [jobKindOf.check]: () => checkImport(stores, { importId, progress: () => undefined, signal }),
      [jobKindOf.write]: () => writeImport(stores, { importId, year: 2026 }),
      [jobKindOf.undo]: () => undoImport(stores, { importId, keepChanged }),
    }[job.kind];
    if (work === undefined) throw new Error(`Unknown job ${job.kind}`);
    try {
      await stores.jobs.finish(claim, (await work()) as unknown as Json);
    } catch (error) {
      await settleFailedImport(stores, { importId, cause: error });
      await stores.jobs.fail(claim, String(error));
    }
  }
}

// Does the steps of imports one after another: checking, writing and undoing, each a job that others can watch and cancel.
import { checkImport } from '@crg/services/imports/check-import';
import { progressText } from '@crg/services/imports/import-progress';
import {
  type ImportJobInput,
  type ImportStep,
  importSteps,
  jobKindOf,
} from '@crg/services/imports/request-import-work';
import { settleFailedImport, settleInterruptedImports } from '@crg/services/imports/settle-imports';
import { undoImport } from '@crg/services/imports/undo-import';
import { writeImport } from '@crg/services/imports/write-import';
import type { CityStore } from '@crg/stores/ports/city-store';
import type { ImportStage } from '@crg/stores/ports/import-stage';
import type { ImportStore } from '@crg/stores/ports/import-store';
import type { ClaimedJob, Job, JobProgress, JobStore, Json } from '@crg/stores/ports/job-store';
import type { SiteStore } from '@crg/stores/ports/site-store';
import type { Transactions } from '@crg/stores/ports/transactions';
import { endClaimedJob, leaseMilliseconds } from './claimed-job.ts';
import { pause, retryDelay } from './pause.ts';

export interface ImportJobStores {
  readonly imports: ImportStore;
  readonly importStage: ImportStage;
  readonly jobs: JobStore;
  readonly transactions: Transactions;
  readonly city: Pick<CityStore, 'metadata'>;
  readonly sites: Pick<SiteStore, 'page'>;
}

export interface ImportJobLog {
  info(details: object, text: string): void;
  error(details: object, text: string): void;
}

const pollMilliseconds = 250;
const firstRetryMilliseconds = 1000;

/** Runs until the signal is aborted, then resolves; the job under way goes back into the queue. */
export async function runImportJobs(
  stores: ImportJobStores,
  { log, signal }: { log: ImportJobLog; signal: AbortSignal },
): Promise<void> {
  // Jobs of dead processes are given up by `claim`; their imports are looked for once nothing is left to claim.
  let settled = false;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const claimed = await stores.jobs.claim({ kinds: Object.values(jobKindOf), leaseMilliseconds });
      if (claimed !== null) {
        settled = false;
        await runOne(stores, claimed, { log, signal });
      } else if (settled) {
        await pause(pollMilliseconds, signal);
      } else {
        for (const { id, state } of await settleInterruptedImports(stores)) {
          log.info({ import: id, state }, 'an import was interrupted; nothing of it was written');
        }
        settled = true;
      }
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      failures++;
      const wait = retryDelay(failures, firstRetryMilliseconds);
      log.error({ err: error, failures }, `the queue of imports failed; trying again in ${wait} ms`);
      await pause(wait, signal);
    }
  }
}

async function runOne(
  stores: ImportJobStores,
  { job, claim }: ClaimedJob,
  { log, signal }: { log: ImportJobLog; signal: AbortSignal },
): Promise<void> {
  const { import: importId } = job.input as ImportJobInput;
  const started = performance.now();
  let progress: JobProgress = { done: 0, total: null, text: 'Starting' };
  try {
    const ended = await endClaimedJob(stores.jobs, claim, {
      work: (either, renew) =>
        runStep(stores, job, {
          signal: either,
          report: async (now) => {
            progress = now;
            await renew();
          },
        }),
      progress: () => progress,
      failure: sentenceOf,
      signal,
    });
    const milliseconds = Math.round(performance.now() - started);
    log.info({ job: job.id, kind: job.kind, import: importId, milliseconds }, `import job ${ended}`);
  } catch (error) {
    if (signal.aborted) return;
    await settleFailedImport(stores, { importId, cause: error });
    log.error({ err: error, job: job.id, kind: job.kind, import: importId }, 'import job failed');
  }
}

interface StepWay {
  readonly signal: AbortSignal;
  readonly report: (progress: JobProgress) => Promise<void>;
}

function runStep(stores: ImportJobStores, job: Job, { signal, report }: StepWay): Promise<Json> {
  const { import: importId, keepChanged } = job.input as ImportJobInput;
  const steps: Readonly<Record<ImportStep, () => Promise<unknown>>> = {
    check: () =>
      checkImport(stores, {
        importId,
        signal,
        progress: (now) => report({ done: now.bytes, total: now.totalBytes, text: progressText(now) }),
      }),
    write: async () => {
      await report({ done: 0, total: null, text: 'Writing' });
      return writeImport(stores, { importId, year: new Date().getUTCFullYear() });
    },
    undo: async () => {
      await report({ done: 0, total: null, text: 'Undoing' });
      return undoImport(stores, { importId, keepChanged });
    },
  };
  const step = importSteps.find((candidate) => jobKindOf[candidate] === job.kind);
  if (step === undefined) throw new Error(`No import step has the job kind "${job.kind}"`);
  return steps[step]() as Promise<Json>;
}

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

// An import as a person looks at it: files, settings, how far the work is, what it would do or has done.
import type { Import, ImportState, ImportStore, ImportTakenBack } from '@crg/stores/ports/import-store';
import type { JobProgress, JobStore } from '@crg/stores/ports/job-store';
import type { Page, PageRequest } from '@crg/stores/ports/versioned';
import { knownImport } from './import-faults.ts';
import {
  type CountedChange,
  type FileFix,
  type FileSettings,
  type OnError,
  settingsOf,
  summaryOf,
} from './import-settings.ts';

export interface DescribedImport {
  readonly id: string;
  readonly state: ImportState;
  readonly files: readonly (FileSettings & { readonly size: number })[];
  readonly fixes: readonly FileFix[];
  readonly onError: OnError;
  readonly progress: JobProgress;
  readonly rows: number;
  /** Rows that would be, or were, kept out. */
  readonly rejected: number;
  readonly warnings: number;
  /** What writing would do, or did; null before it was checked. */
  readonly change: CountedChange | null;
  readonly undone: ImportTakenBack | null;
  readonly error: string | null;
  readonly createdAt: string;
  readonly changedAt: string;
}

interface Ports {
  readonly imports: Pick<ImportStore, 'get' | 'page'>;
  readonly jobs: Pick<JobStore, 'get'>;
}

/** @throws DomainError import_not_found */
export async function describeImport(ports: Ports, id: string): Promise<DescribedImport> {
  return described(ports, await knownImport(ports, id));
}

/** Newest first. */
export async function describeImports(ports: Ports, request: PageRequest): Promise<Page<DescribedImport>> {
  const { items, nextCursor } = await ports.imports.page(request);
  return { items: await Promise.all(items.map((item) => described(ports, item))), nextCursor };
}

export async function described({ jobs }: Pick<Ports, 'jobs'>, found: Import): Promise<DescribedImport> {
  const { files, fixes, onError } = settingsOf(found);
  const summary = summaryOf(found);
  return {
    id: found.id,
    state: found.state,
    files: files.map((file, place) => ({ ...file, size: found.files[place]?.size ?? 0 })),
    fixes,
    onError,
    progress: await progressOf({ jobs }, found),
    rows: summary?.rows ?? 0,
    rejected: summary?.rejected ?? 0,
    warnings: summary?.warnings ?? 0,
    change: found.written ?? summary?.preview ?? null,
    undone: found.undone,
    error: found.error,
    createdAt: found.createdAt,
    changedAt: found.changedAt,
  };
}

const atWork: readonly ImportState[] = ['checking', 'writing', 'undoing'];

async function progressOf({ jobs }: Pick<Ports, 'jobs'>, { state, jobId }: Import): Promise<JobProgress> {
  const job = atWork.includes(state) && jobId !== null ? await jobs.get(jobId) : null;
  return job?.progress ?? { done: 0, total: null, text: '' };
}

// What became of an undo: it is a job, and most are over before a person has looked up.
import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '@crg/domain/errors';
import { jobKindOf } from '@crg/services/imports/request-import-work';
import type { ImportUndone } from '@crg/stores/ports/import-stage';
import type { Import } from '@crg/stores/ports/import-store';
import type { Job, JobStore } from '@crg/stores/ports/job-store';
import type { InTheWay } from '../resources/import.ts';

const patienceMilliseconds = 5000;
const pollMilliseconds = 50;

/** Waits a while for the job of an undo to end; answers what kept it from happening. */
export async function awaitUndo({ jobs }: { jobs: Pick<JobStore, 'get'> }, asked: Import): Promise<InTheWay | null> {
  const { jobId } = asked;
  if (jobId === null) return null;
  for (let waited = 0; waited < patienceMilliseconds; waited += pollMilliseconds) {
    const job = await jobs.get(jobId);
    if (job === null || !['queued', 'running'].includes(job.state)) return resultOf(job);
    await sleep(pollMilliseconds);
  }
  return null;
}

/** What kept the last undo of an import from happening; null when it was not tried or nothing did. */
export async function inTheWayOf(
  { jobs }: { jobs: Pick<JobStore, 'get'> },
  { state, jobId }: Pick<Import, 'state' | 'jobId'>,
): Promise<InTheWay | null> {
  return state === 'imported' && jobId !== null ? resultOf(await jobs.get(jobId)) : null;
}

/** Names the first few; all that are known stand in `in_the_way` of the import. */
export function undoInTheWay({ records, count }: InTheWay): DomainError {
  const named = records.slice(0, mostNamed).map(({ kind, id, reason }) => `${kind} "${id}" ${said[reason]}`);
  const more = count > named.length ? ` and ${count - named.length} more` : '';
  return new DomainError('wrong_state', {
    field: 'keep_changed',
    expected: 'records as the import has left them',
    got: `${named.join(', ')}${more}`,
    next: 'Send { "keep_changed": true } to leave these as they are and take back the others; nothing was undone.',
  });
}

const mostNamed = 10;

const said = {
  changed: 'was changed since',
  removed: 'was removed since',
  referred_to: 'is in use by others',
  owner_removed: 'has lost its owner',
} as const satisfies Record<InTheWay['records'][number]['reason'], string>;

function resultOf(job: Job | null): InTheWay | null {
  if (job === null || job.kind !== jobKindOf.undo || job.state !== 'succeeded') return null;
  const result = job.result as unknown as ImportUndone;
  return result.outcome === 'in_the_way' ? result : null;
}

// What the import pages ask of the API from the browser. Every failure becomes an ImportFault that says what is safe.
import type {
  Import,
  ImportFile,
  ImportProblem,
  ImportSettings,
  Mapping,
  ProblemGroup,
} from '@crg/api-contract/import';
import type { List } from '@crg/api-contract/list';
import type { MappingSummary } from '@crg/api-contract/mapping';
import type { Problem } from '@crg/api-contract/problem';

export type { Import, ImportFile, ImportProblem, ImportSettings, Mapping, MappingSummary, ProblemGroup };

/** A refused or lost request. `problem` is null when nobody answered. */
export class ImportFault extends Error {
  readonly problem: Partial<Problem> | null;
  constructor(problem: Partial<Problem> | null) {
    super(problem?.detail ?? 'Expected the server to answer, got no connection.');
    this.name = 'ImportFault';
    this.problem = problem;
  }
}

const root = '/api/v1/imports';

export function readImport(id: string): Promise<Import> {
  return ask<Import>('GET', `${root}/${encodeURIComponent(id)}`);
}

/** Sends a checked import back to `open`. */
export function configureImport(id: string, settings: ImportSettings): Promise<Import> {
  return ask<Import>('PUT', `${root}/${encodeURIComponent(id)}/settings`, settings);
}

export function actOnImport(
  id: string,
  act: 'check' | 'write' | 'undo' | 'cancel',
  body?: { keep_changed: boolean },
): Promise<Import> {
  return ask<Import>('POST', `${root}/${encodeURIComponent(id)}/${act}`, body);
}

export async function removeImport(id: string): Promise<void> {
  await ask<null>('DELETE', `${root}/${encodeURIComponent(id)}`);
}

export interface ProblemFilter {
  readonly severity: 'error' | 'warning';
  readonly code: string | null;
  readonly column: string | null;
}

/** One page, at most 200, in the order of the files and rows. */
export function readProblems(id: string, filter: ProblemFilter, cursor: string | null): Promise<List<ImportProblem>> {
  const query = new URLSearchParams({ severity: filter.severity, limit: '200' });
  if (filter.code !== null) query.set('code', filter.code);
  if (filter.column !== null) query.set('column', filter.column);
  if (cursor !== null) query.set('cursor', cursor);
  return ask<List<ImportProblem>>('GET', `${root}/${encodeURIComponent(id)}/problems?${query}`);
}

/** Every page of a filter, for a decision about all of them. */
export async function readAllProblems(id: string, filter: ProblemFilter): Promise<readonly ImportProblem[]> {
  const all: ImportProblem[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: List<ImportProblem> = await readProblems(id, filter, cursor ?? null);
    all.push(...page.data);
    cursor = page.next_cursor;
  }
  return all;
}

export async function readProblemGroups(id: string): Promise<readonly ProblemGroup[]> {
  return (await ask<{ data: ProblemGroup[] }>('GET', `${root}/${encodeURIComponent(id)}/problem-groups`)).data;
}

export function rejectedAddress(id: string): string {
  return `${root}/${encodeURIComponent(id)}/rejected.csv`;
}

export function readMapping(name: string): Promise<Mapping> {
  return ask<Mapping>('GET', `/api/v1/mappings/${encodeURIComponent(name)}`);
}

export function keepMapping(mapping: Mapping): Promise<Mapping> {
  return ask<Mapping>('PUT', `/api/v1/mappings/${encodeURIComponent(mapping.name)}`, mapping);
}

export async function forgetMapping(name: string): Promise<void> {
  await ask<null>('DELETE', `/api/v1/mappings/${encodeURIComponent(name)}`);
}

export interface Upload {
  readonly done: Promise<Import>;
  cancel(): void;
}

/** Sends files in one request; `onProgress` gets the share sent, 0 to 1. XMLHttpRequest, because fetch cannot say how far it is. */
export function uploadFiles(files: readonly File[], onProgress: (share: number) => void): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<Import>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const answer = request.response as (Import & Partial<Problem>) | null;
      if (request.status === 201 && answer) resolve(answer);
      else
        reject(
          new ImportFault(answer ?? { detail: `Expected an import, got an answer with status ${request.status}.` }),
        );
    };
    request.onerror = () => reject(new ImportFault(null));
    request.onabort = () => reject(new DOMException('The upload was stopped', 'AbortError'));
    const body = new FormData();
    for (const file of files) body.append('file', file, file.name);
    request.open('POST', root);
    request.responseType = 'json';
    request.setRequestHeader('accept', 'application/json');
    request.send(body);
  });
  return { done, cancel: () => request.abort() };
}

async function ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(path, {
    method,
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new ImportFault(null);
  });
  if (response.status === 204) return null as Answer;
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    const unreadable = { detail: `Expected an answer to ${method} ${path}, got status ${response.status}.` };
    throw new ImportFault((answer as Partial<Problem> | null) ?? unreadable);
  }
  return answer as Answer;
}

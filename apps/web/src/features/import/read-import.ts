// What the import pages read while the server renders them.
import type { Import, ImportProblem, ProblemGroup } from '@crg/api-contract/import';
import type { List } from '@crg/api-contract/list';
import { apiOrigin } from '../../api/api-origin.ts';
import { ApiProblem } from '../../api/api-problem.ts';
import type { MappingSummary } from './import-requests.ts';

/** Newest first, at most 200. */
export async function readImports(): Promise<readonly Import[]> {
  return (await read<List<Import>>('/api/v1/imports?limit=200')).data;
}

/** null: no such import (any more). */
export async function readImport(id: string): Promise<Import | null> {
  return read<Import>(`/api/v1/imports/${encodeURIComponent(id)}`).catch((error: unknown) => {
    if (error instanceof ApiProblem && error.status === 404) return null;
    throw error;
  });
}

export interface FirstProblems {
  readonly groups: readonly ProblemGroup[];
  readonly errors: List<ImportProblem>;
}

export async function readFirstProblems(id: string): Promise<FirstProblems> {
  const at = `/api/v1/imports/${encodeURIComponent(id)}`;
  const [groups, errors] = await Promise.all([
    read<{ data: ProblemGroup[] }>(`${at}/problem-groups`),
    read<List<ImportProblem>>(`${at}/problems?severity=error&limit=200`),
  ]);
  return { groups: groups.data, errors };
}

export async function readMappings(): Promise<readonly MappingSummary[]> {
  return (await read<{ data: MappingSummary[] }>('/api/v1/mappings')).data;
}

async function read<Answer>(path: string): Promise<Answer> {
  const response = await fetch(`${apiOrigin()}${path}`, { cache: 'no-store', headers: { accept: 'application/json' } });
  if (!response.ok) throw await ApiProblem.of(path, response);
  return (await response.json()) as Answer;
}

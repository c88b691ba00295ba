// Finding, locking and moving imports: the part that import-store, import-stage, -write and -undo share.
import { DomainError } from '@crg/domain/errors';
import { sql } from 'kysely';
import { type Import, type ImportState, importMoves } from '../ports/import-store.ts';
import type { PutByImport } from './city-factors.ts';
import type { Sql } from './connect.ts';
import { isUuid } from './uuid.ts';

/** The import is this transaction's until it ends; null: no such import. */
export async function lockImport(transaction: Sql, id: string): Promise<LockedImport | null> {
  if (!isUuid(id)) return null;
  const { rows } = await sql<LockedImport>`
    select state, written, undone, created_city, city_factors from imports where id = ${id} for update`.execute(
    transaction,
  );
  return rows[0] ?? null;
}

export interface LockedImport {
  readonly state: ImportState;
  readonly written: Import['written'];
  readonly undone: Import['undone'];
  readonly created_city: { readonly name: string; readonly year: number; readonly currency: string } | null;
  readonly city_factors: readonly PutByImport[];
}

/** @throws DomainError import_not_found */
export function assertFound<T>(found: T | null, id: string): T {
  if (found !== null) return found;
  throw new DomainError('import_not_found', {
    expected: 'the id of an import',
    got: `"${id.slice(0, 80)}"`,
    next: 'Look the id up in the list of imports; it may have been removed.',
  });
}

/** @throws DomainError wrong_state */
export function assertState(state: ImportState, expected: ImportState): void {
  if (state === expected) return;
  throw new DomainError('wrong_state', {
    expected: `an import that is ${expected}`,
    got: `one that is ${state}`,
    next: 'Read the import again and go on from where it is now.',
  });
}

export const mayMove = (from: ImportState, to: ImportState) =>
  (importMoves[from] satisfies readonly ImportState[] as readonly ImportState[]).includes(to);

/** Records and problems; the city knows nothing of them. */
export async function emptyStage(transaction: Sql, id: string): Promise<void> {
  await sql`delete from import_records where import_id = ${id}`.execute(transaction);
  await sql`delete from import_problems where import_id = ${id}`.execute(transaction);
}

export async function dropFiles(transaction: Sql, id: string): Promise<void> {
  await sql`delete from import_parts where import_id = ${id}`.execute(transaction);
}

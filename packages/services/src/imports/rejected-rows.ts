// The rows that an import keeps out, as they stand in their files, each with what is wrong with it.
import type { TableRow } from '@crg/imports/table';
import type { ImportStage, StagedProblem } from '@crg/stores/ports/import-stage';
import type { ImportStore } from '@crg/stores/ports/import-store';
import { knownImport } from './import-faults.ts';
import { settingsOf } from './import-settings.ts';
import { openSettled } from './settled-table.ts';
import { storedFile } from './stored-file.ts';

export interface RejectedRow extends TableRow {
  /** Its place in the import, from 0. */
  readonly file: number;
  /** Of that file, as many as the row has cells. */
  readonly columns: readonly string[];
  /** At least one. */
  readonly errors: readonly StagedProblem[];
}

/**
 * In the order of the files and their rows. City files have no rows: their problems stand in `ImportStage.problems` alone.
 *
 * @throws DomainError import_not_found
 */
export async function* rejectedRows(
  {
    imports,
    importStage,
  }: { imports: Pick<ImportStore, 'get' | 'readPart'>; importStage: Pick<ImportStage, 'problems'> },
  importId: string,
): AsyncGenerator<RejectedRow> {
  const found = await knownImport({ imports }, importId);
  const settings = settingsOf(found);
  const errors = errorsByRow(importStage, importId);
  let wanted = await errors.next();
  while (!wanted.done) {
    const { file } = wanted.value;
    const { name, size } = found.files[file] ?? { name: '', size: 0 };
    const fileSettings = settings.files[file];
    if (fileSettings === undefined || fileSettings.format === 'city') {
      wanted = await errors.next();
      continue;
    }
    const table = await openSettled(storedFile(imports, { importId, file, name, size }), fileSettings);
    for await (const row of table.rows()) {
      if (wanted.done || wanted.value.file !== file) break;
      if (row.row !== wanted.value.row) continue;
      yield { ...row, file, columns: table.columns, errors: wanted.value.errors };
      wanted = await errors.next();
    }
    while (!wanted.done && wanted.value.file === file) wanted = await errors.next();
  }
}

interface RowErrors {
  readonly file: number;
  readonly row: number;
  readonly errors: readonly StagedProblem[];
}

async function* errorsByRow(importStage: Pick<ImportStage, 'problems'>, importId: string): AsyncGenerator<RowErrors> {
  let kept: { file: number; row: number; errors: StagedProblem[] } | null = null;
  for await (const problem of stagedErrors(importStage, importId)) {
    const { file, row } = problem;
    if (row === null) continue;
    if (kept !== null && (kept.file !== file || kept.row !== row)) {
      yield kept;
      kept = null;
    }
    kept ??= { file, row, errors: [] };
    kept.errors.push(problem);
  }
  if (kept !== null) yield kept;
}

/** Every error of the check, in the order of files and rows. */
export async function* stagedErrors(
  importStage: Pick<ImportStage, 'problems'>,
  importId: string,
): AsyncGenerator<StagedProblem> {
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<ImportStage['problems']>> = await importStage.problems(
      importId,
      { severity: 'error' },
      { cursor, limit: problemsPerPage },
    );
    yield* page.items;
    cursor = page.nextCursor;
  } while (cursor !== null);
}

const problemsPerPage = 500;

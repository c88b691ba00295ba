// Imports as the API shows them.
import type { Import, ImportProblem, ImportSettings, ProblemGroup } from '@crg/api-contract/import';
import type { Mapping } from '@crg/city-format/mapping-schema';
import type { WantedSettings } from '@crg/services/imports/configure-import';
import type { DescribedImport } from '@crg/services/imports/describe-import';
import type { FileFix, FileSettings } from '@crg/services/imports/import-settings';
import type { RecordInTheWay, StagedProblem, ProblemGroup as StoredGroup } from '@crg/stores/ports/import-stage';
import type { RecordCounts } from '@crg/stores/ports/import-store';

export interface InTheWay {
  readonly records: readonly RecordInTheWay[];
  readonly count: number;
}

/** @param inTheWay what kept the last undo from happening; null when nothing did */
export function importResource(found: DescribedImport, inTheWay: InTheWay | null): Import {
  return {
    id: found.id,
    state: found.state,
    files: found.files.map(fileResource),
    settings: { fixes: found.fixes.map((fix) => ({ ...fix })), on_error: found.onError },
    progress: { done: found.progress.done, total: found.progress.total, text: found.progress.text },
    rows: found.rows,
    rejected: found.rejected,
    warnings: found.warnings,
    created: counts(found.change?.created),
    updated: counts(found.change?.updated),
    unchanged: counts(found.change?.unchanged),
    undone:
      found.undone === null
        ? null
        : {
            removed: counted(found.undone.removed),
            restored: counted(found.undone.restored),
            kept: counted(found.undone.kept),
          },
    ...(inTheWay === null ? {} : { in_the_way: inTheWayResource(inTheWay) }),
    error: found.error,
    created_at: found.createdAt,
    changed_at: found.changedAt,
  };
}

function fileResource(file: FileSettings & { readonly size: number }): Import['files'][number] {
  return {
    name: file.name,
    size: file.size,
    format: file.format,
    facts: [...file.facts],
    remarks: [...file.remarks],
    columns: file.columns.map(({ name, unit, samples }) => ({ name, unit, samples: [...samples] })),
    mapping: file.mapping,
    mapping_by: file.mappingBy,
    guessed: [...file.guessed],
  };
}

function inTheWayResource({ count, records }: InTheWay) {
  return { count, records: records.map(({ kind, id, reason }) => ({ kind, id, reason })) };
}

const counts = (given: RecordCounts | undefined) => (given === undefined ? null : counted(given));

function counted({ organizations, sites, flows }: RecordCounts) {
  return { organizations, sites, flows };
}

/** A correction says which file it is for; what is staged stands in that file already. */
export function problemResource(problem: StagedProblem): ImportProblem {
  const { severity, code, file, row, column, expected, got, next } = problem;
  const fix = problem.fix === null ? null : ({ ...(problem.fix as object), file } as FileFix);
  return { severity, code, file, row, column, expected, got, next, fix };
}

export function groupResource({ severity, code, column, count, fixable }: StoredGroup): ProblemGroup {
  return { severity, code, column, count, fixable };
}

export function wantedSettings({ mappings, fixes, on_error: onError }: ImportSettings): WantedSettings {
  return {
    mappings: mappings as readonly (Mapping | string | null)[] | undefined,
    fixes: fixes as readonly FileFix[] | undefined,
    onError,
  };
}

// What an import has done, as lines for a person and as one line of JSON.
import { DomainError } from '@crg/domain/errors';
import type { CountedChange, ImportSummary, OnError } from '@crg/services/imports/import-settings';
import type { ProblemGroup, StagedProblem } from '@crg/stores/ports/import-stage';
import type { RecordCounts } from '@crg/stores/ports/import-store';
import type { Terminal } from '../terminal.ts';
import type { Looked } from './look-at.ts';

/** Problems that the JSON line carries at most; `rejected_count` says how many there are. */
export const mostRejectedInJson = 10_000;
const mostLines = 100;
const mostGroups = 20;

export interface ImportReport {
  readonly looked: readonly Looked[];
  readonly summary: ImportSummary;
  readonly change: CountedChange;
  /** At most `mostRejectedInJson`, in the order of files and rows. */
  readonly errors: readonly StagedProblem[];
  readonly groups: readonly ProblemGroup[];
  readonly onError: OnError;
  readonly dryRun: boolean;
  /** null when nothing stays of it: a dry run, or a refusal. */
  readonly importId: string | null;
  readonly seconds: number;
}

const none: RecordCounts = { organizations: 0, sites: 0, flows: 0 };
export const nothingChanged: CountedChange = { created: none, updated: none, unchanged: none };

/** Why nothing was (or, for a dry run, would be) written; null when it was. */
export function refusal({
  summary: { rows, rejected, refusedFiles },
  onError,
}: Pick<ImportReport, 'summary' | 'onError'>): DomainError | null {
  if (refusedFiles.length > 0) {
    return new DomainError('unreadable_file', {
      expected: 'files that can be read to their end',
      got: refusedFiles.length === 1 ? 'one that cannot' : `${refusedFiles.length} that cannot`,
      next: 'Nothing was written. Correct the file, or leave it out.',
    });
  }
  if (rejected === 0 || onError === 'skip') return null;
  return new DomainError('invalid_input', {
    expected: 'rows without errors',
    got: `${counted(rejected)} rejected of ${counted(rows)}`,
    next: 'Nothing was written. Correct them, or leave them out with --on-error skip.',
  });
}

export function jsonLine(report: ImportReport): string {
  const { looked, summary, change, errors, importId, dryRun, seconds } = report;
  const line = {
    rows: summary.rows,
    created: change.created,
    updated: total(change.updated),
    unchanged: total(change.unchanged),
    rejected: errors.map(({ file, row, column, expected, got, next }) => ({
      file: looked[file]?.path ?? '',
      row,
      column,
      expected,
      got,
      next,
    })),
    rejected_rows: summary.rejected,
    rejected_count: errorCount(report),
    warnings: summary.warnings,
    import_id: importId,
    dry_run: dryRun,
    peak_memory_mb: peakMemoryMb(),
    seconds,
  };
  return `${JSON.stringify(line)}\n`;
}

/** Everything but the reason why nothing was written. */
export function tellOutcome(report: ImportReport, { tell }: Pick<Terminal, 'tell'>): void {
  const { looked, errors, groups, change, dryRun, seconds } = report;
  const say = (line: string) => tell(`crg import: ${line}`);
  for (const { city } of looked) {
    for (const { flowId, text } of city?.notices ?? []) say(`notice: flow "${flowId}": ${text}`);
  }
  for (const problem of errors.slice(0, mostLines)) say(problemLine(looked, problem));
  const more = errorCount(report) - Math.min(errors.length, mostLines);
  if (more > 0) say(`… and ${counted(more)} more problems.`);
  if (looked.some(({ city }) => city === null)) for (const line of warningLines(groups)) say(line);
  if (refusal(report) !== null) return;
  const names = looked.map(({ path, city }) => city?.name ?? path).join(', ');
  const { created, updated, unchanged } = change;
  const counts = `${total(created)} new, ${total(updated)} updated, ${total(unchanged)} unchanged`;
  const cost = `in ${seconds.toFixed(1)} s, peak memory ${peakMemoryMb()} MB`;
  if (dryRun) say(`${names}: would be ${counts} (${cost}). Nothing was written.`);
  else say(`${names}: ${counts} ${cost}. The next \`npx crg start\` matches them.`);
}

function problemLine(looked: readonly Looked[], { file, row, column, expected, got, next }: StagedProblem): string {
  const where = [
    looked[file]?.path ?? '',
    ...(row === null ? [] : [`row ${row}`]),
    ...(column === null ? [] : [`column "${column}"`]),
  ];
  return `${where.join(', ')}: expected ${expected}, got ${got}. ${next}`.replaceAll(/\s*[\r\n]+\s*/g, ' ');
}

function warningLines(groups: readonly ProblemGroup[]): readonly string[] {
  const warnings = groups.filter(({ severity }) => severity === 'warning');
  return warnings.slice(0, mostGroups).map(({ code, column, count }) => {
    const where = column === null ? '' : ` in column "${column}"`;
    return `warning: ${counted(count)} × ${code.replaceAll('_', ' ')}${where}`;
  });
}

const errorCount = ({ groups }: Pick<ImportReport, 'groups'>): number =>
  groups.filter(({ severity }) => severity === 'error').reduce((sum, { count }) => sum + count, 0);

export const total = ({ organizations, sites, flows }: RecordCounts): number => organizations + sites + flows;

const counted = (count: number): string => count.toLocaleString('en-GB');

/** Largest memory of this process so far, database included; MB are 10^6 bytes. */
function peakMemoryMb(): number {
  return Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);
}

// Decisions about rows that do not fit: problems that are alike become one line, and what was decided can be taken back.
import type { Fix, ImportProblem } from '@crg/api-contract/import';

/** Problems that one press mends together. */
export interface Question {
  readonly key: string;
  /** The first of them, in the order of the file. */
  readonly problem: ImportProblem;
  readonly rows: readonly number[];
}

/** One line per thing to decide, in the order of the first row of each. Warnings and errors stay apart by their code. */
export function questionsOf(problems: readonly ImportProblem[]): readonly Question[] {
  const byKey = new Map<string, { problem: ImportProblem; rows: number[] }>();
  for (const problem of problems) {
    const key = keyOf(problem);
    const known = byKey.get(key);
    const rows = problem.row === null ? [] : [problem.row];
    if (known) known.rows.push(...rows);
    else byKey.set(key, { problem, rows });
  }
  return [...byKey].map(([key, { problem, rows }]) => ({ key, problem, rows }));
}

/** A press that replaces a value does so in all rows that have it; any other correction is for its own row. */
function keyOf({ file, code, column, got, row, fix, severity }: ImportProblem): string {
  const alike = fix?.kind === 'replace';
  return JSON.stringify([severity, file, code, column, got, alike ? [fix.from, fix.to] : row]);
}

/** Short label of a correction: what the button says. */
export function fixLabel(fix: Fix, rows: number): string {
  const many = rows > 1 ? ` in ${rows} rows` : '';
  if (fix.kind === 'leave_out') return 'Leave out';
  if (fix.kind === 'swap_coordinates') return 'Swap latitude and longitude';
  return fix.to === '' ? `Empty the cell${many}` : `Use ${fix.to}${many}`;
}

/** What has been decided, for the line that replaces the button. */
export function decidedLabel(fix: Fix, rows: number): string {
  if (fix.kind === 'leave_out') return 'left out';
  if (fix.kind === 'swap_coordinates') return 'latitude and longitude swapped';
  return `${fix.to === '' ? 'emptied' : fix.to}${rows > 1 ? ` in ${rows} rows` : ''}`;
}

/** The correction that already answers this problem, if one of `fixes` does. */
export function fixFor({ file, row, column, fix }: ImportProblem, fixes: readonly Fix[]): Fix | null {
  const answers = (one: Fix) => {
    if (one.file !== file) return false;
    if (one.kind === 'replace') return fix?.kind === 'replace' && one.column === fix.column && one.from === fix.from;
    if (one.kind === 'set') return one.row === row && one.column === column;
    return one.row === row;
  };
  return fixes.find(answers) ?? null;
}

/** `fixes` with one more; a correction of the same cell or row is replaced, never doubled. */
export function decide(fixes: readonly Fix[], fix: Fix): readonly Fix[] {
  return [...fixes.filter((one) => targetOf(one) !== targetOf(fix)), fix];
}

/** `fixes` with the suggestion of every question that has one. */
export function decideAll(fixes: readonly Fix[], questions: readonly Question[]): readonly Fix[] {
  const byTarget = new Map(fixes.map((fix) => [targetOf(fix), fix]));
  for (const { problem } of questions) {
    if (problem.fix && fixFor(problem, fixes) === null) byTarget.set(targetOf(problem.fix), problem.fix);
  }
  return [...byTarget.values()];
}

function targetOf(fix: Fix): string {
  switch (fix.kind) {
    case 'replace':
      return JSON.stringify([fix.kind, fix.file, fix.column, fix.from]);
    case 'set':
      return JSON.stringify([fix.kind, fix.file, fix.row, fix.column]);
    default:
      return JSON.stringify(['row', fix.file, fix.row]);
  }
}

// Run as a process of its own with little memory: reads every hostile file and writes down what came of it, a line of JSON each.
import type { DomainError } from '@crg/domain/errors';
import type { ReadLimits } from '@crg/imports/read/limits';
import { openTable } from '@crg/imports/read/open-table';
import type { SourceFile } from '@crg/imports/source-file';
import type { Cell } from '@crg/imports/table';
import { hostileFiles } from './hostile-files.ts';

export interface Outcome {
  readonly what: string;
  readonly milliseconds: number;
  /** Highest resident memory of the process until now. */
  readonly peakBytes: number;
  readonly refused?: { readonly code: string; readonly message: string; readonly next: string | undefined };
  /** Anything but a refusal in our own words. */
  readonly crashed?: string;
  readonly read?: {
    readonly columns: readonly string[];
    readonly facts: readonly string[];
    readonly remarks: readonly string[];
    readonly rows: number;
    readonly cells: readonly (readonly Cell[])[];
    readonly problems: readonly string[];
  };
}

const shownRows = 50;

for (const { what, make, limits = {} } of hostileFiles) {
  const start = performance.now();
  const came = await outcomeOf(make(), limits);
  const milliseconds = Math.round(performance.now() - start);
  const outcome: Outcome = { what, milliseconds, peakBytes: process.resourceUsage().maxRSS * 1024, ...came };
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
}

async function outcomeOf(
  file: SourceFile,
  limits: Partial<ReadLimits>,
): Promise<Pick<Outcome, 'refused' | 'crashed' | 'read'>> {
  try {
    const table = await openTable(file, { limits });
    const cells: (readonly Cell[])[] = [];
    const problems: string[] = [];
    let rows = 0;
    for await (const row of table.rows()) {
      rows++;
      if (cells.length < shownRows) cells.push(row.cells);
      for (const { severity, code } of row.problems ?? []) problems.push(`${row.row} ${severity} ${code}`);
    }
    return { read: { columns: table.columns, facts: table.facts, remarks: table.remarks, rows, cells, problems } };
  } catch (fault) {
    if (!(fault instanceof Error) || fault.name !== 'DomainError')
      return { crashed: String((fault as Error)?.stack ?? fault) };
    const { code, message, evidence } = fault as DomainError;
    return { refused: { code, message, next: evidence.next } };
  }
}

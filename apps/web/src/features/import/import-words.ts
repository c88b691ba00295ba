// What an import is called, where it stands, and how long it will take, in the words of the page.
import type { Import } from '@crg/api-contract/import';

export const steps = ['file', 'columns', 'check', 'import'] as const;
export type Step = (typeof steps)[number];
export const stepLabels: Readonly<Record<Step, string>> = {
  file: 'File',
  columns: 'Columns',
  check: 'Check',
  import: 'Import',
};

export type ImportState = Import['state'];

/** The step a person meets when nothing in the address says otherwise. */
export function stepOf({ state, files }: Pick<Import, 'state' | 'files'>): Step {
  // The step of the check also says that an import was cancelled or has failed, and what is left of it.
  if (['checking', 'checked', 'cancelled', 'failed'].includes(state)) return 'check';
  if (state === 'open') return files.some(({ format }) => format === null) ? 'file' : 'columns';
  return 'import';
}

/** How far the import has come: steps up to this one can be opened. */
export function furthestStep(one: Pick<Import, 'state' | 'files'>): Step {
  const at = stepOf(one);
  return at === 'check' && one.state === 'checked' ? 'import' : at;
}

export const working: ReadonlySet<ImportState> = new Set(['checking', 'writing', 'undoing']);

export interface StateWord {
  readonly word: string;
  /** Verdict hue of the mark; the word always stands beside it. */
  readonly tone: 'pass' | 'near' | 'fail' | 'unknown';
}

export function stateWord({ state, rejected, undone }: Import): StateWord {
  switch (state) {
    case 'open':
      return { word: 'Not checked yet', tone: 'unknown' };
    case 'checking':
      return { word: 'Being checked', tone: 'unknown' };
    case 'checked':
      return rejected > 0
        ? { word: `${counted(rejected, 'row needs', 'rows need')} a decision`, tone: 'near' }
        : { word: 'Ready to import', tone: 'pass' };
    case 'writing':
      return { word: 'Being written', tone: 'unknown' };
    case 'imported':
      return { word: 'Imported', tone: 'pass' };
    case 'undoing':
      return { word: 'Being undone', tone: 'unknown' };
    case 'undone':
      return { word: undone && total(undone.kept) > 0 ? 'Undone in part' : 'Undone', tone: 'unknown' };
    case 'cancelled':
      return { word: 'Cancelled, nothing written', tone: 'unknown' };
    default:
      return { word: 'Failed, nothing written', tone: 'fail' };
  }
}

/** Rows that somebody has decided to leave out; they are read, and neither fit nor wait. */
export function leftOut({ settings }: Pick<Import, 'settings'>): number {
  return new Set(settings.fixes.flatMap((fix) => (fix.kind === 'leave_out' ? [`${fix.file} ${fix.row}`] : []))).size;
}

/** Rows that go in. */
export function fitting(one: Pick<Import, 'settings' | 'rows' | 'rejected'>): number {
  return one.rows - one.rejected - leftOut(one);
}

export type RecordCounts = NonNullable<Import['created']>;

export function total({ organizations, sites, flows }: RecordCounts): number {
  return organizations + sites + flows;
}

/** 3 organizations, 1 site and 12 flows; only what there is, "nothing" if there is none. */
export function countsText(counts: RecordCounts): string {
  const parts = [
    counted(counts.organizations, 'organization', 'organizations'),
    counted(counts.sites, 'site', 'sites'),
    counted(counts.flows, 'flow', 'flows'),
  ].filter((part) => !part.startsWith('0 '));
  const last = parts.pop();
  if (last === undefined) return 'nothing';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}

export function counted(count: number, one: string, many: string): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** 31065 -> 31,065. */
export function grouped(value: number): string {
  return value.toLocaleString('en');
}

/** 1,480,123 bytes -> 1.5 MB. */
export function fileSize(bytes: number): string {
  if (bytes < 1_000) return counted(bytes, 'byte', 'bytes');
  if (bytes < 999_500) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1e6).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;
}

export function namesOf({ files }: Pick<Import, 'files'>): string {
  const [first, ...others] = files.map(({ name }) => name);
  if (first === undefined) return 'no file';
  return others.length === 0 ? first : `${first} and ${counted(others.length, 'more file', 'more files')}`;
}

export interface Reading {
  /** Milliseconds. */
  readonly at: number;
  readonly done: number;
}

/** Seconds that remain at the pace between two readings; null until there is a pace and an end. */
export function secondsLeft(from: Reading, now: Reading, end: number | null): number | null {
  const moved = now.done - from.done;
  const seconds = (now.at - from.at) / 1_000;
  if (end === null || moved <= 0 || seconds < 0.5) return null;
  return Math.max(0, Math.ceil(((end - now.done) * seconds) / moved));
}

/** 4 s left; 3 min left. */
export function timeLeftText(seconds: number | null): string {
  if (seconds === null) return '';
  return seconds < 90 ? `${seconds} s left` : `${Math.round(seconds / 60)} min left`;
}

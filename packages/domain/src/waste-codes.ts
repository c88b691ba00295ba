// Looking up the European List of Waste: what a six-digit code is, and whether it is hazardous by itself.
import { DomainError } from './errors.ts';
import { listed } from './nearest-spelling.ts';
import { wasteChapters } from './waste-code-table.ts';

/** Absolute entries are decided by the code; of a mirror pair the test of the hazardous properties decides. */
export type WasteEntry = 'absolute_hazardous' | 'absolute_non_hazardous' | 'mirror_hazardous' | 'mirror_non_hazardous';

export interface WasteCode {
  /** Six digits: `100102`. */
  readonly code: string;
  /** As the list prints it: `10 01 02`, hazardous ones with `*`. */
  readonly display: string;
  readonly chapter: string;
  readonly entry: WasteEntry;
  /** Short name in our own words, without legal force. */
  readonly label: string;
}

const entries: Readonly<Record<string, WasteEntry>> = {
  AH: 'absolute_hazardous',
  AN: 'absolute_non_hazardous',
  MH: 'mirror_hazardous',
  MN: 'mirror_non_hazardous',
};

/** All 842 codes in the order of the list. */
export const wasteCodes: readonly WasteCode[] = wasteChapters.flatMap(({ label: chapter, lines }) =>
  lines
    .trim()
    .split('\n')
    .map((line) => readLine(line, chapter)),
);

const byCode: ReadonlyMap<string, WasteCode> = new Map(wasteCodes.map((waste) => [waste.code, waste]));

/** @throws DomainError unknown_code, naming near codes */
export function wasteCode(code: string): WasteCode {
  const waste = byCode.get(code);
  if (waste !== undefined) return waste;
  throw new DomainError('unknown_code', {
    expected: 'six digits of the European List of Waste, such as 100102',
    got: code === '' ? 'nothing' : `"${code.slice(0, 60)}"`,
    next: suggestion(code),
  });
}

/** Whether the list marks the code with an asterisk, absolute or mirror. @throws DomainError unknown_code */
export function isHazardous(code: string): boolean {
  const { entry } = wasteCode(code);
  return entry === 'absolute_hazardous' || entry === 'mirror_hazardous';
}

/** Up to three codes for digits that are none: same chapter at least, most leading digits in common first, then nearest in number. */
export function nearestWasteCodes(digits: string): readonly WasteCode[] {
  if (!/^\d{2,8}$/.test(digits)) return [];
  const number = Number(digits.padEnd(6, '0').slice(0, 6));
  return wasteCodes
    .map((waste) => ({ waste, shared: sharedPrefix(digits, waste.code), apart: Math.abs(Number(waste.code) - number) }))
    .filter(({ shared }) => shared >= 2)
    .sort((a, b) => b.shared - a.shared || a.apart - b.apart || (a.waste.code < b.waste.code ? -1 : 1))
    .slice(0, 3)
    .map(({ waste }) => waste);
}

function suggestion(code: string): string {
  const digits = code.replace(/[\s.*-]/g, '');
  const exact = byCode.get(digits);
  if (exact !== undefined) return `Write ${exact.code} for ${exact.display} (${exact.label}).`;
  const near = nearestWasteCodes(digits);
  if (near.length === 0) return 'Look the code up in the European List of Waste, or leave it empty.';
  return `Did you mean ${listed(near.map(({ code: known, label }) => `${known} (${label})`))}?`;
}

function sharedPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function readLine(line: string, chapter: string): WasteCode {
  const parts = /^(\d{2})(\d{2})(\d{2}) (AH|AN|MH|MN) (.+)$/.exec(line);
  const [, first, second, third, type = '', label] = parts ?? [];
  const entry = entries[type];
  if (entry === undefined || label === undefined)
    throw new Error(`waste-code-table.ts has an unreadable line: ${line}`);
  const star = type === 'AH' || type === 'MH' ? '*' : '';
  return { code: `${first}${second}${third}`, display: `${first} ${second} ${third}${star}`, chapter, entry, label };
}

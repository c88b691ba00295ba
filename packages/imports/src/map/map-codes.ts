// Code lists of a flow: List of Waste, CPA, HS.
import { listed } from '@crg/domain/nearest-spelling';
import { nearestWasteCodes, type WasteCode, wasteCode, wasteCodes } from '@crg/domain/waste-codes';
import { cellText, shownCell } from './cell-text.ts';
import type { Stated } from './evaluate.ts';
import { readWasteCodes, wasteCodeOfDate, withLeadingZero } from './read-codes.ts';
import { type FieldsInRow, type RowNotes, replacing, statedIn } from './row-notes.ts';

export interface WireCodes {
  readonly ewc: string[] | null;
  readonly cpa: string | null;
  readonly hs: string | null;
}

export function mapWasteCodes(record: FieldsInRow, notes: RowNotes): WireCodes | null {
  const ewc = statedIn(record, 'codes.ewc');
  const cpa = statedIn(record, 'codes.cpa');
  const hs = statedIn(record, 'codes.hs');
  if (ewc === null && cpa === null && hs === null) return null;
  return {
    ewc: ewc === null ? null : knownCodes(ewc, notes),
    cpa: cpa === null ? null : cellText(cpa.cell),
    hs: hs === null ? null : cellText(hs.cell),
  };
}

function knownCodes(stated: Stated, notes: RowNotes): string[] | null {
  const dated = wasteCodeOfDate(stated.cell);
  if (dated !== null) {
    noteDate(stated, dated, notes);
    return null;
  }
  const codes = readWasteCodes(stated.cell);
  const wrong = codes.find((code) => !known.has(code));
  if (wrong === undefined && codes.length > 0) return [...codes];
  const padded = withLeadingZero(wrong ?? '');
  const near = padded === null ? nearWasteCodes(wrong ?? '', notes) : wasteCodes.filter(({ code }) => code === padded);
  const [first] = near;
  const offered = near.map(({ code, label }) => `${code} (${label})`);
  notes.error({
    code: 'unknown_code',
    column: stated.column,
    expected: 'six digits of the European List of Waste, such as 100102',
    got: shownCell(stated.raw),
    next:
      padded === null
        ? first === undefined
          ? 'Look the code up in the European List of Waste, or leave the cell empty.'
          : `Did you mean ${listed(offered)}?`
        : `The spreadsheet dropped a leading zero: read it as ${offered[0]}.`,
    fix:
      first === undefined
        ? null
        : replacing(stated, codes.map((code) => (code === wrong ? first.code : code)).join('; ')),
  });
  return null;
}

function nearWasteCodes(wrong: string, notes: RowNotes): readonly WasteCode[] {
  const codes = notes.near.find('ewc', wrong, () => nearestWasteCodes(wrong).map(({ code }) => code));
  return codes.map(wasteCode);
}

function noteDate(stated: Stated, code: string, notes: RowNotes): void {
  notes.error({
    code: 'unknown_code',
    column: stated.column,
    expected: 'six digits of the European List of Waste, such as 100102',
    got: shownCell(stated.raw),
    next: `The spreadsheet took a code for a date: read it as ${code}, and format the column as text.`,
    fix: replacing(stated, code),
  });
}

export function isWasteCode(code: string): boolean {
  return known.has(code);
}

const known = new Set(wasteCodes.map(({ code }) => code));

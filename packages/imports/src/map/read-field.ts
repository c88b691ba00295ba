// One field of one row, read and, where it cannot be read, explained with the correction that a machine can know.
import { listed } from '@crg/domain/nearest-spelling';
import { shownCell } from './cell-text.ts';
import type { Stated } from './evaluate.ts';
import { plainNumber, readNumber } from './read-number.ts';
import { type RowNotes, replacing } from './row-notes.ts';

/** Whether a column writes fractions with a comma; null when its file does not show it. */
export type DecimalComma = (column: string | null) => boolean | null;

export interface NumberField {
  readonly value: number;
  /** A unit that stood behind the number in the same cell. */
  readonly unit: string | null;
}

/**
 * The number that a cell states, times the factor of its mapping; null, with a note, when it states none.
 * @param what the thing that is expected, e.g. `a latitude in degrees`
 */
export function numberField(
  stated: Stated,
  what: string,
  notes: RowNotes,
  decimalComma: DecimalComma,
): NumberField | null {
  const reading = readNumber(stated.cell, decimalComma(stated.column));
  if (reading.kind === 'number') return { value: scaled(reading.value, stated.times), unit: null };
  if (reading.kind === 'with_unit') return { value: scaled(reading.value, stated.times), unit: reading.unit };
  const at = { code: 'invalid_input' as const, column: stated.column, expected: what, got: shownCell(stated.raw) };
  switch (reading.kind) {
    case 'meant': {
      const to = plainNumber(reading.value);
      notes.error({
        ...at,
        next: `Read it as ${to}, or write the number in digits alone.`,
        fix: replacing(stated, to),
      });
      break;
    }
    case 'ambiguous': {
      const both = listed(reading.readings.map(plainNumber));
      notes.error({ ...at, next: `It can be read as ${both}: write it without the sign for thousands.` });
      break;
    }
    case 'date':
      notes.error({
        ...at,
        next: `The spreadsheet took a number for a date: read it as ${reading.typed} if that was typed (or as ${reading.otherwise}), and format the column as numbers.`,
        fix: replacing(stated, reading.typed),
      });
      break;
    case 'none':
      notes.error({ ...at, next: 'Write a number in digits, or leave the cell empty when it is not known.' });
  }
  return null;
}

const scaled = (value: number, times: number): number =>
  times === 1 ? value : Number((value * times).toPrecision(15));

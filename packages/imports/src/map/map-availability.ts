// When a flow of a row runs.

import type { FlowWire } from '@crg/city-format/schemas';
import { hourPatterns } from '@crg/domain/availability';
import { listed } from '@crg/domain/nearest-spelling';
import { shownCell } from './cell-text.ts';
import { monthsOfDate, monthsWithoutZeros, readDate, readHours, readMonths } from './read-calendar.ts';
import { type FieldsInRow, type RowNotes, replacing, statedIn } from './row-notes.ts';

/** What is not stated is "always". */
export function mapAvailability(record: FieldsInRow, notes: RowNotes): NonNullable<FlowWire['availability']> | null {
  const hours = mapHours(record, notes);
  const months = mapMonths(record, notes);
  const from = mapDate(record, 'valid_from', notes);
  const to = mapDate(record, 'valid_to', notes);
  if (hours === null && months === null && from === null && to === null) return null;
  return { hours, months, valid_from: from, valid_to: to };
}

function mapHours(record: FieldsInRow, notes: RowNotes): string | null {
  const stated = statedIn(record, 'availability.hours');
  if (stated === null) return null;
  const hours = readHours(stated.cell);
  if (hours !== null) return hours;
  notes.error({
    code: 'invalid_input',
    column: stated.column,
    expected: `hours of the week: ${listed(Object.keys(hourPatterns))}, or days and hours such as Mon-Fri 06-22`,
    got: shownCell(stated.raw),
    next: 'Choose a pattern, write days and whole hours, or leave the cell empty for always.',
  });
  return null;
}

function mapMonths(record: FieldsInRow, notes: RowNotes): string | null {
  const stated = statedIn(record, 'availability.months');
  if (stated === null) return null;
  const padded = monthsWithoutZeros(stated.cell);
  const dated = monthsOfDate(stated.cell);
  const months = padded === null ? readMonths(stated.cell) : null;
  if (months !== null) return months;
  const meant = padded ?? dated;
  notes.error({
    code: 'invalid_input',
    column: stated.column,
    expected: 'months such as Nov-Mar, or 12 characters of 0 and 1, January first',
    got: shownCell(stated.raw),
    next:
      padded !== null
        ? `The spreadsheet dropped leading zeros: read it as ${padded}.`
        : dated !== null
          ? `The spreadsheet took months for a date: read it as ${dated}.`
          : 'Name the first and the last month, or leave the cell empty for all year.',
    fix: meant === null ? null : replacing(stated, meant),
  });
  return null;
}

function mapDate(record: FieldsInRow, field: 'valid_from' | 'valid_to', notes: RowNotes): string | null {
  const stated = statedIn(record, `availability.${field}`);
  if (stated === null) return null;
  const reading = readDate(stated.cell, field === 'valid_to');
  if (reading.kind === 'date') return reading.date;
  const isAmbiguous = reading.kind === 'ambiguous';
  notes.error({
    code: 'invalid_input',
    column: stated.column,
    expected: 'a calendar day as YYYY-MM-DD',
    got: shownCell(stated.raw),
    next: isAmbiguous
      ? `It can be read as ${listed(reading.readings)}: write the one that is meant.`
      : 'Write the day as 2026-01-31, or leave the cell empty when it is not known.',
    fix: null,
  });
  return null;
}

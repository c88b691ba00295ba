// What a cell says, as a person reads it: the text that fixes, words and messages are compared by.
import { isEmpty } from '../empty-cell.ts';
import type { CalendarDate, Cell } from '../table.ts';

/** Trimmed; empty for an empty cell; a date as its ISO day. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell.trim();
  if (isCalendarDate(cell)) return cell.date;
  return String(cell);
}

/**
 * The same for a cell that should hold one word or figure. A longer text is none of them and reads as empty, so that no
 * pattern is ever tried on a page of text.
 */
export function shortText(cell: Cell): string {
  const text = cellText(cell);
  return text.length > longestWord ? '' : text;
}

const longestWord = 300;

export function isCalendarDate(cell: Cell): cell is CalendarDate {
  return typeof cell === 'object' && cell !== null;
}

/** For the `got` of a message: quoted and cut, so that one cell never fills a page. */
export function shownCell(cell: Cell): string {
  if (isEmpty(cell)) return 'nothing';
  if (isCalendarDate(cell)) return `the date ${cell.date}`;
  if (typeof cell !== 'string') return String(cell);
  const text = cell.trim();
  return text.length > 60 ? `"${text.slice(0, 57)}…" (${text.length} characters)` : `"${text}"`;
}

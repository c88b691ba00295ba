// Days as spreadsheets count them.
import type { CalendarDate } from '../table.ts';

/**
 * The date that a spreadsheet shows for a number; null where it shows none (below 0 or after the year 9999).
 *
 * Serial 60 is 29 February 1900 in Excel, a day that never was: days before it are one later than the count says, and 60 itself
 * is given as 28 February. Source: ECMA-376 part 1, 18.17.4.1
 */
export function calendarDate(serial: number, from1904: boolean): CalendarDate | null {
  if (!(serial >= 0) || serial > lastSerial) return null;
  const days = Math.floor(serial);
  const seconds = Math.round((serial - days) * secondsPerDay);
  const epoch = from1904 ? epoch1904 : days < 60 ? epoch1900 + 1 : epoch1900;
  const when = new Date((epoch + days) * millisecondsPerDay + seconds * 1000);
  const text = when.toISOString();
  return { date: seconds === 0 ? text.slice(0, 10) : text.slice(0, 19), serial };
}

const secondsPerDay = 86_400;
const millisecondsPerDay = 86_400_000;
/** Days from 1970-01-01 to 1899-12-30 and to 1904-01-01. */
const epoch1900 = -25_569;
const epoch1904 = -24_107;
/** 9999-12-31, counted from 1900. */
const lastSerial = 2_958_466 - 2 ** -20;

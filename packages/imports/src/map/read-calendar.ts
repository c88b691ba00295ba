// When a flow runs, as spreadsheets say it: named patterns, `Mon-Fri 06-22`, `Nov-Mar`, `31.12.2026`.
import { hourPatterns, isIsoDate } from '@crg/domain/availability';
import type { Cell } from '../table.ts';
import { isCalendarDate, shortText } from './cell-text.ts';

/** The name of a pattern or 168 characters of 0 and 1; null when the text cannot be read. */
export function readHours(cell: Cell): string | null {
  const text = shortText(cell).toLowerCase().replaceAll(/\s+/g, ' ');
  if (/^[01]{168}$/.test(text)) return text;
  const name = text.replaceAll(/[\s-]/g, '_');
  if (Object.hasOwn(hourPatterns, name)) return name;
  if (always.has(text.replaceAll(' ', ''))) return 'continuous';
  return readDaysAndHours(text);
}

/** 12 characters of 0 and 1, January first; null when the text cannot be read. */
export function readMonths(cell: Cell): string | null {
  const text = shortText(cell).toLowerCase().trim();
  if (/^[01]{12}$/.test(text)) return text;
  if (wholeYear.has(text.replaceAll(' ', ''))) return '1'.repeat(12);
  const marks = Array.from({ length: 12 }, () => '0');
  for (const part of text.split(/\s*[,;+&]\s*|\s+(?:and|og|und)\s+/)) {
    const [from, to, ...rest] = part.split(/\s*(?:-|–|—|\bto\b|\btil\b|\bbis\b)\s*/);
    const first = monthOf(from ?? '');
    const last = to === undefined ? first : monthOf(to);
    if (first === -1 || last === -1 || rest.length > 0) return null;
    // November to March runs over the turn of the year.
    for (let month = first; ; month = (month + 1) % 12) {
      marks[month] = '1';
      if (month === last) break;
    }
  }
  return marks.join('');
}

/** `1-3` that a spreadsheet took for a day of the year; null for any other cell, and where no two months were meant. */
export function monthsOfDate(cell: Cell): string | null {
  if (!isCalendarDate(cell)) return null;
  const [, month, day] = cell.date.slice(0, 10).split('-').map(Number);
  return day !== undefined && month !== undefined && day <= 12 ? `${day}-${month}` : null;
}

/** Digits of 0 and 1 that a spreadsheet took for a number and robbed of its leading zeros; null for any other cell. */
export function monthsWithoutZeros(cell: Cell): string | null {
  const text = shortText(cell);
  return /^1[01]{3,10}$/.test(text) ? text.padStart(12, '0') : null;
}

export type DateReading =
  | { readonly kind: 'date'; readonly date: string }
  /** Day and month can be told apart by nobody: both readings, day first. */
  | { readonly kind: 'ambiguous'; readonly readings: readonly [string, string] }
  | { readonly kind: 'none' };

/** @param end a year alone means its last day instead of its first */
export function readDate(cell: Cell, end: boolean): DateReading {
  if (isCalendarDate(cell)) return dateOr(cell.date.slice(0, 10));
  const text = shortText(cell);
  if (/^(19|20|21)\d\d$/.test(text)) return { kind: 'date', date: end ? `${text}-12-31` : `${text}-01-01` };
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso !== null) return dateOr(isoDate(iso[1], iso[2], iso[3]));
  const local = /^(\d{1,2})([./-])(\d{1,2})\.?\2?\s*(\d{4})$/.exec(text);
  if (local === null) return { kind: 'none' };
  const [, first, separator, second, year] = local;
  const dayFirst = isoDate(year, second, first);
  // Nobody writes the month first with points between.
  if (separator === '.' || Number(first) > 12 || first === second) return dateOr(dayFirst);
  const monthFirst = isoDate(year, first, second);
  return isIsoDate(dayFirst) ? { kind: 'ambiguous', readings: [dayFirst, monthFirst] } : dateOr(monthFirst);
}

const dateOr = (date: string): DateReading => (isIsoDate(date) ? { kind: 'date', date } : { kind: 'none' });

const isoDate = (year = '', month = '', day = ''): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

const always = new Set([
  'always',
  '24/7',
  '24x7',
  '24h',
  'allday',
  'aroundtheclock',
  'altid',
  'døgndrift',
  'døgnetrundt',
  'kontinuerlig',
  'immer',
  'durchgehend',
  'dauerbetrieb',
  'kontinuierlich',
  '8760',
  '8760h',
]);
const wholeYear = new Set([
  'all',
  'allyear',
  'wholeyear',
  'always',
  'heleåret',
  'altid',
  'ganzjährig',
  'ganzesjahr',
  '1-12',
  'jan-dec',
  'jan-dez',
]);

const months = [
  ['jan', 'january', 'januar'],
  ['feb', 'february', 'februar'],
  ['mar', 'march', 'marts', 'mär', 'märz', 'mrz'],
  ['apr', 'april'],
  ['may', 'maj', 'mai'],
  ['jun', 'june', 'juni'],
  ['jul', 'july', 'juli'],
  ['aug', 'august'],
  ['sep', 'sept', 'september'],
  ['oct', 'okt', 'october', 'oktober'],
  ['nov', 'november'],
  ['dec', 'dez', 'december', 'dezember'],
] as const;

function monthOf(text: string): number {
  const word = text.replace(/\.$/, '').trim();
  if (/^\d{1,2}$/.test(word)) return Number(word) >= 1 && Number(word) <= 12 ? Number(word) - 1 : -1;
  return months.findIndex((names) => (names as readonly string[]).includes(word));
}

const days = [
  ['mon', 'mo', 'man', 'monday', 'mandag', 'montag'],
  ['tue', 'tu', 'tir', 'ti', 'di', 'tuesday', 'tirsdag', 'dienstag'],
  ['wed', 'we', 'ons', 'on', 'mi', 'wednesday', 'onsdag', 'mittwoch'],
  ['thu', 'th', 'tor', 'to', 'do', 'thursday', 'torsdag', 'donnerstag'],
  ['fri', 'fr', 'fre', 'friday', 'fredag', 'freitag'],
  ['sat', 'sa', 'lør', 'lø', 'saturday', 'lørdag', 'samstag'],
  ['sun', 'su', 'søn', 'sø', 'so', 'sunday', 'søndag', 'sonntag'],
] as const;

/** `mon-fri 06-22`, `mo-fr 8:00-17:00`, `daily 6-14`; whole hours only. */
function readDaysAndHours(text: string): string | null {
  const parts =
    /^([a-zæøåäöü.]+)(?:\s?[-–]\s?([a-zæøåäöü.]+))?\s+(\d{1,2})(?:[:.]00)?\s?[-–]\s?(\d{1,2})(?:[:.]00)?$/.exec(text);
  if (parts === null) return null;
  const [, from = '', to, start, end] = parts;
  const [first, last] = everyDay.has(from) && to === undefined ? [0, 6] : [dayOf(from), dayOf(to ?? from)];
  const [opens, closes] = [Number(start), Number(end)];
  if (first === -1 || last === -1 || opens > 24 || closes > 24 || opens === closes) return null;
  const marks = Array.from({ length: 168 }, () => '0');
  for (let day = first; ; day = (day + 1) % 7) {
    // A night shift ends on the next day.
    const length = closes > opens ? closes - opens : closes + 24 - opens;
    for (let hour = 0; hour < length; hour++) marks[(day * 24 + opens + hour) % 168] = '1';
    if (day === last) break;
  }
  return marks.join('');
}

const everyDay = new Set(['daily', 'dagligt', 'täglich']);
const dayOf = (word: string): number =>
  days.findIndex((names) => (names as readonly string[]).includes(word.replace(/\.$/, '')));

// Waste codes, activities and countries as spreadsheets write them.

import { caught } from '@crg/domain/check-flow';
import { naceClass } from '@crg/domain/nace';
import { nearestSpellings } from '@crg/domain/nearest-spelling';
import { wasteCodes } from '@crg/domain/waste-codes';
import countries from 'i18n-iso-countries';
import danish from 'i18n-iso-countries/langs/da.json' with { type: 'json' };
import german from 'i18n-iso-countries/langs/de.json' with { type: 'json' };
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import french from 'i18n-iso-countries/langs/fr.json' with { type: 'json' };
import type { Cell } from '../table.ts';
import { isCalendarDate, shortText } from './cell-text.ts';

/** The codes of one cell, `10 01 02*; 100105`, without blanks, points and asterisk; not yet looked up. */
export function readWasteCodes(cell: Cell): readonly string[] {
  return listOf(shortText(cell)).map((code) => code.replace(/[\s.*-]/g, ''));
}

/** `10 01 02` that a spreadsheet took for a day: the code of the list that the day was typed as, or null. */
export function wasteCodeOfDate(cell: Cell): string | null {
  if (!isCalendarDate(cell)) return null;
  const [year = '', month, day] = cell.date.slice(0, 10).split('-');
  const typed = [`${day}${month}${year.slice(2)}`, `${year.slice(2)}${month}${day}`];
  return typed.find((code) => wasteCodes.some((waste) => waste.code === code)) ?? null;
}

/** `10.11` that a spreadsheet took for a day, or `10.89` that it took for a month: the activity that was typed, or null. */
export function activityOfDate(cell: Cell): string | null {
  if (!isCalendarDate(cell)) return null;
  const [year = '', month = '', day = ''] = cell.date.slice(0, 10).split('-');
  const typed = day === '01' ? [`${month}.${year.slice(2)}`, `${day}.${month}`] : [`${day}.${month}`];
  return typed.find(isActivity) ?? null;
}

/** The code a spreadsheet made `10102` from; null when a leading zero does not give a code of the list. */
export function withLeadingZero(code: string): string | null {
  const padded = `0${code}`;
  return code.length === 5 && wasteCodes.some((waste) => waste.code === padded) ? padded : null;
}

/** The activities of one cell, as written; not yet looked up. */
export function readActivities(cell: Cell): readonly string[] {
  return listOf(shortText(cell));
}

/** `2362`, `C23.62`, `1.11`, `NACE 23.62` as the classification writes it; null when that gives no code either. */
export function respelledActivity(written: string): string | null {
  const digits = written.replace(/^(?:nace)?\s*[a-v]?[.\s]*(?=\d)/i, '').replace(/[\s-]/g, '');
  const candidates = /^\d\.\d{1,2}$/.test(digits)
    ? [`0${digits}`]
    : /^\d{3,4}$/.test(digits)
      ? [`${digits.slice(0, 2)}.${digits.slice(2)}`]
      : [digits.replace(/\.00?$/, ''), digits.replace(/^(\d\d\.\d\d)\.?\d*$/, '$1')];
  return candidates.find((code) => code !== written && isActivity(code)) ?? null;
}

export function isActivity(code: string): boolean {
  return caught('nace', () => naceClass(code)).length === 0;
}

/** ISO 3166-1 alpha-2 from two or three letters or a name in English, Danish, German or French; null when unknown. */
export function readCountry(cell: Cell): string | null {
  const text = shortText(cell);
  const upper = text.toUpperCase();
  if (Object.hasOwn(otherCodes, upper)) return otherCodes[upper] ?? null;
  if (/^[A-Z]{2}$/.test(upper)) return countries.isValid(upper) ? upper : null;
  if (/^[A-Z]{3}$/.test(upper)) return countries.alpha3ToAlpha2(upper) ?? null;
  return byName.get(text.toLowerCase()) ?? null;
}

/** Codes of the countries whose names in any of the languages are nearest to what was written; two letters are a code, and no name. */
export function nearCountries(written: string): readonly string[] {
  if (written.length < 3 || written.length > 40) return [];
  return nearestSpellings(written, [...byName.keys()], 1).flatMap((name) => byName.get(name) ?? []);
}

/** In English; the code itself where there is none. */
export function nameOfCountry(code: string): string {
  return countries.getName(code, 'en') ?? code;
}

const listOf = (text: string): readonly string[] =>
  text
    .split(/[|;,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Codes that are in use beside ISO 3166-1: the European Union's for two states, and everyday ones. */
const otherCodes: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB', XK: 'XK', KOSOVO: 'XK' };

for (const language of [english, danish, german, french]) countries.registerLocale(language);

const byName: ReadonlyMap<string, string> = new Map(
  ['fr', 'de', 'da', 'en'].flatMap((language) =>
    Object.entries(countries.getNames(language, { select: 'all' })).flatMap(([code, names]) =>
      (names as readonly string[]).map((name): [string, string] => [name.toLowerCase(), code]),
    ),
  ),
);

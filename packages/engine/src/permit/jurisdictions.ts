// Whose law a site lies under: countries (ISO 3166-1) and the groups that share rules.

import { membersOfTheUnion } from '../european-union.ts';

/** A country, or a group of countries that share the rule. */
export type Jurisdiction = 'EU' | 'EEA' | (string & {});

const economicArea: ReadonlySet<string> = new Set([...membersOfTheUnion, 'IS', 'LI', 'NO']);
const oecd: ReadonlySet<string> = new Set(
  'AT AU BE CA CH CL CO CR CZ DE DK EE ES FI FR GB GR HU IE IL IS IT JP KR LT LU LV MX NL NO NZ PL PT SE SI SK TR US'.split(
    ' ',
  ),
);

export function liesIn(country: string, jurisdiction: Jurisdiction): boolean {
  if (jurisdiction === 'EU') return membersOfTheUnion.has(country);
  if (jurisdiction === 'EEA') return economicArea.has(country);
  return country === jurisdiction;
}

/** Members of the OECD as of 2024: outside it, waste for recovery is exported only as listed. */
export function isOecd(country: string): boolean {
  return oecd.has(country);
}

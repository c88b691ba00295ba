// Whether a place can be right: on land, and in the country that the row states. Doubts only, never a reason to refuse.
import type { Point } from '@crg/domain/flow';
import { isNear, type Land, landAt, lands, lies } from './world.ts';

export type PlaceVerdict =
  | { readonly kind: 'fine' }
  | { readonly kind: 'at_sea'; readonly swapHelps: boolean }
  | { readonly kind: 'outside_country'; readonly lies: string; readonly swapHelps: boolean };

/** The shapes are drawn for 1:50 million: a harbour or a small island may stand this far off their coasts (km). */
export const coastToleranceKm = 15;
/** A plant on a border may be registered on the other side (km). */
export const borderToleranceKm = 15;

/** @param country ISO 3166-1 alpha-2 as stated; null: any land will do */
export function judgePlace(point: Point, country: string | null): PlaceVerdict {
  const stated = country === null ? [] : landsOf(country);
  if (stated.some((land) => lies(point, land))) return fine;
  if (stated.some((land) => isNear(point, land, borderToleranceKm))) return fine;
  const actual = landAt(point) ?? lands().find((land) => isNear(point, land, coastToleranceKm));
  if (actual === undefined) return { kind: 'at_sea', swapHelps: isRightSwapped(point, stated) };
  if (stated.length === 0) return fine;
  return { kind: 'outside_country', lies: actual.name, swapHelps: isRightSwapped(point, stated) };
}

const fine: PlaceVerdict = { kind: 'fine' };

/** Territories overseas and beside the mainland that registers list under the state they belong to. */
const belongingTo: Readonly<Record<string, readonly string[]>> = {
  DK: ['FO', 'GL'],
  FI: ['AX'],
  FR: ['BL', 'GF', 'GP', 'MF', 'MQ', 'NC', 'PF', 'PM', 'RE', 'TF', 'WF', 'YT'],
  GB: ['AI', 'BM', 'FK', 'GG', 'GI', 'GS', 'IM', 'IO', 'JE', 'KY', 'MS', 'PN', 'SH', 'TC', 'VG'],
  NL: ['AW', 'BQ', 'CW', 'SX'],
  NO: ['BV', 'SJ'],
  US: ['AS', 'GU', 'MP', 'PR', 'UM', 'VI'],
  AU: ['CC', 'CX', 'HM', 'NF'],
  NZ: ['CK', 'NU', 'TK'],
  CN: ['HK', 'MO'],
};

const byCountry = new Map<string, readonly Land[]>();

function landsOf(country: string): readonly Land[] {
  let own = byCountry.get(country);
  if (own === undefined) {
    const codes = new Set([country, ...(belongingTo[country] ?? [])]);
    own = lands().filter((land) => land.country !== null && codes.has(land.country));
    byCountry.set(country, own);
  }
  return own;
}

/** Whether the place is in the stated country, or on land where none is stated, once its coordinates are exchanged. */
function isRightSwapped({ longitude, latitude }: Point, stated: readonly Land[]): boolean {
  if (Math.abs(longitude) > 90) return false;
  const swapped = { longitude: latitude, latitude: longitude };
  return stated.length === 0 ? landAt(swapped) !== null : stated.some((land) => lies(swapped, land));
}

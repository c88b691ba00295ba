// Where a row stands.

import type { SiteWire } from '@crg/city-format/schemas';
import type { Fix } from '../row-problem.ts';
import { cellText, shortText, shownCell } from './cell-text.ts';
import { firstChoice, warnOfStandIn, withSpace } from './map-organization.ts';
import { nameOfCountry, nearCountries, readCountry } from './read-codes.ts';
import { type DecimalComma, numberField } from './read-field.ts';
import { readNumber } from './read-number.ts';
import { columnOf, type FieldsInRow, type RowNotes, replacing, statedIn } from './row-notes.ts';
import { madeId, slug } from './slug.ts';

/** ISO code of the country a row states; null, with a note when it cannot be read. */
export function mapCountry(record: FieldsInRow, notes: RowNotes): string | null {
  const stated = statedIn(record, 'country');
  if (stated === null) return null;
  const country = readCountry(stated.cell);
  if (country !== null) return country;
  const said = cellText(stated.cell);
  const [meant = null] = notes.near.find('country', said, () => nearCountries(said));
  notes.error({
    code: 'unknown_code',
    column: stated.column,
    expected: 'a country: two letters of ISO 3166-1 or its name',
    got: shownCell(stated.raw),
    next: meant === null ? 'Write DK for Denmark, say.' : `Did you mean ${nameOfCountry(meant)} (${meant})?`,
    fix: meant === null ? null : replacing(stated, meant),
  });
  return null;
}

/** The id that the file states for the site, in the city's space; null: it states none. */
export function statedSiteId(record: FieldsInRow, idSpace: string): string | null {
  const id = statedIn(record, 'id');
  return id === null ? null : withSpace(idSpace, cellText(id.cell));
}

export interface SiteContext {
  readonly idSpace: string;
  readonly country: string | null;
  readonly organization: { readonly id: string; readonly name: string };
  readonly decimalComma: DecimalComma;
  readonly swapsCoordinates: boolean;
  readonly source: NonNullable<SiteWire['source']> | null;
}

/** Without an id of its own a site goes by its organization and its name; without a name by its organization's. */
export function mapSite(record: FieldsInRow, context: SiteContext, notes: RowNotes): SiteWire {
  const { idSpace, country, organization } = context;
  const name = statedIn(record, 'name');
  const shown = name === null ? organization.name : cellText(name.cell);
  if (name !== null && name.choice > 0) {
    warnOfStandIn('a site', shown, columnOf({ ...record, fields: firstChoice(record, 'name') }, 'name'), notes);
  }
  const own = statedSiteId(record, idSpace);
  const made = madeId(`${organization.id}/${slug(shown) || 'site'}`);
  return {
    id: own ?? made,
    organization_id: organization.id,
    name: shown,
    ...mapPoint(record, context, notes),
    country,
    source: context.source,
  };
}

interface WirePoint {
  readonly longitude: number | null;
  readonly latitude: number | null;
}

const nowhere: WirePoint = { longitude: null, latitude: null };

function mapPoint(record: FieldsInRow, { decimalComma, swapsCoordinates }: SiteContext, notes: RowNotes): WirePoint {
  const north = coordinate(record, 'latitude', decimalComma, notes);
  const east = coordinate(record, 'longitude', decimalComma, notes);
  if (north === 'unreadable' || east === 'unreadable') return nowhere;
  const [latitude, longitude] = swapsCoordinates ? [east, north] : [north, east];
  // A lone 0 beside an empty cell is half of the 0/0 that stands for "not known".
  if ((latitude ?? 0) === 0 && (longitude ?? 0) === 0 && (latitude === null || longitude === null)) return nowhere;
  if (latitude === null || longitude === null) {
    noteAlone(record, latitude === null ? 'latitude' : 'longitude', notes);
    return nowhere;
  }
  return isPlausible({ latitude, longitude }, record, swapsCoordinates, notes) ? { longitude, latitude } : nowhere;
}

/** Degrees, from `55.65`, `55,65`, `55.65 N`, `55°39'14"N`. */
function coordinate(
  record: FieldsInRow,
  field: 'latitude' | 'longitude',
  decimalComma: DecimalComma,
  notes: RowNotes,
): number | null | 'unreadable' {
  const stated = statedIn(record, field);
  if (stated === null) return null;
  const angle = readAngle(shortText(stated.cell));
  if (angle !== null) return angle;
  // No latitude is above a thousand, so a lone comma can only be a decimal one.
  const read = readNumber(
    stated.cell,
    decimalComma(stated.column) ?? (cellText(stated.cell).includes(',') ? true : null),
  );
  if (read.kind === 'number') return read.value;
  return (
    numberField(stated, `a ${field} in degrees (WGS-84), such as ${example[field]}`, notes, decimalComma)?.value ??
    'unreadable'
  );
}

const example = { latitude: '55.676', longitude: '12.568' } as const;

function readAngle(text: string): number | null {
  const parts =
    /^(\d{1,3}(?:[.,]\d+)?)\s*°?\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*['′]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:"|″|'')\s*)?([NSEWØOVnsewøov])?$/u.exec(
      text,
    );
  if (parts === null || (parts[2] === undefined && parts[4] === undefined && !text.includes('°'))) return null;
  const [degrees, minutes, seconds] = parts.slice(1, 4).map((part) => Number((part ?? '0').replace(',', '.')));
  const angle = (degrees ?? 0) + (minutes ?? 0) / 60 + (seconds ?? 0) / 3600;
  // Danish V(est) is west; O(st) and Ø(st) are east.
  return /^[swv]$/i.test(parts[4] ?? '') ? -angle : angle;
}

function noteAlone(record: FieldsInRow, missing: 'latitude' | 'longitude', notes: RowNotes): void {
  notes.error({
    code: 'invalid_input',
    column: columnOf(record, missing),
    expected: 'latitude and longitude, both or neither',
    got: 'one without the other',
    next: 'Fill in the other coordinate, or leave both empty when the place is not known.',
  });
}

/** Exactly 0/0 and anything off the globe are slips; what lies on it is judged later, beside the other sites. */
function isPlausible(
  { latitude, longitude }: { latitude: number; longitude: number },
  record: FieldsInRow,
  isSwapped: boolean,
  notes: RowNotes,
): boolean {
  if (latitude === 0 && longitude === 0) {
    notes.error({
      code: 'out_of_range',
      column: columnOf(record, 'latitude'),
      expected: 'a place on land',
      got: '0 / 0, a point in the Atlantic that stands for "not known" in many registers',
      next: 'Leave both cells empty when the place is not known.',
      fix: emptied(record, notes),
    });
    return false;
  }
  if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return true;
  const isNorth = Math.abs(latitude) > 90;
  const swapHelps = isNorth && Math.abs(longitude) <= 90 && Math.abs(latitude) <= 180 && !isSwapped;
  const field = isNorth ? 'latitude' : 'longitude';
  notes.error({
    code: 'out_of_range',
    column: columnOf(record, field),
    expected: `a ${field} between ${isNorth ? '-90 and 90' : '-180 and 180'} degrees (WGS-84)`,
    got: String(isNorth ? latitude : longitude),
    next: swapHelps
      ? `Exchange latitude and longitude: the place is then ${longitude} north, ${latitude} east.`
      : projectedAdvice(latitude, longitude),
    fix: swapHelps ? { kind: 'swap_coordinates', row: notes.row } : null,
  });
  return false;
}

/** Without its latitude a longitude of 0 says nothing, so one empty cell is enough. */
function emptied(record: FieldsInRow, notes: RowNotes): Fix | null {
  const column = statedIn(record, 'latitude')?.column ?? null;
  return column === null ? null : { kind: 'set', row: notes.row, column, to: '' };
}

const projectedAdvice = (latitude: number, longitude: number): string =>
  Math.abs(latitude) > 1000 || Math.abs(longitude) > 1000
    ? 'These look like projected metres (UTM, say): convert them to degrees first.'
    : 'Correct the number, or leave both cells empty when the place is not known.';

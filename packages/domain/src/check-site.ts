// Everything that can be wrong with one site on its own.
import { type Finding, filled } from './check-flow.ts';
import type { Site } from './flow.ts';

/** All that is wrong, by the field's name on the wire; a site without a place is right (its flows are not matched). */
export function checkSite(site: Site): readonly Finding[] {
  return [
    ...filled('id', site.id),
    ...filled('organization_id', site.organizationId),
    ...filled('name', site.name),
    ...checkPoint(site),
    ...checkCountry(site.country),
  ];
}

/** The part without which no distance can be worked out. */
export function checkPoint({ point }: Pick<Site, 'point'>): readonly Finding[] {
  return point === null
    ? []
    : [...degrees('longitude', point.longitude, 180), ...degrees('latitude', point.latitude, 90)];
}

function degrees(field: string, value: number, limit: number): readonly Finding[] {
  if (value >= -limit && value <= limit) return [];
  const expected = `degrees between -${limit} and ${limit} (WGS-84)`;
  const next = 'Check the order: longitude is east, latitude north; projected metres must be converted first.';
  return [{ code: 'out_of_range', field, expected, got: String(value), next }];
}

function checkCountry(country: string | null): readonly Finding[] {
  if (country === null || /^[A-Z]{2}$/.test(country)) return [];
  const expected = 'an ISO 3166-1 country of two capital letters';
  return [
    { code: 'unknown_code', field: 'country', expected, got: `"${country}"`, next: 'Write DK for Denmark, say.' },
  ];
}

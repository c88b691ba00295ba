// What a query asks of matches, as the store understands it.
import type { MatchQuery } from '@crg/api-contract/match';
import type { MatchFilterQuery } from '@crg/api-contract/match-filter';
import type { Precision } from '@crg/domain/quantity';
import type { MatchFilter, MatchSort } from '@crg/stores/ports/match-store';
import type { BoundingBox } from '@crg/stores/ports/site-store';
import { RequestError } from './request-error.ts';

/** Throws invalid_parameter for a box that is none. */
export function matchFilterOf(query: MatchFilterQuery): MatchFilter {
  return {
    families: familiesOf(query),
    type: query.type,
    minScore: query.min_score,
    maxScore: query.max_score,
    minValueEurPerYear: query.min_margin_eur,
    maxValueEurPerYear: query.max_margin_eur,
    maxDistanceKm: query.max_distance_km,
    precisions: query.precision?.split(',') as Precision[] | undefined,
    organizationId: query.organization_id,
    siteId: query.site_id,
    flowId: query.flow_id,
    month: query.month,
    hourOfWeek: query.hour_of_week,
    within: boundingBox(query.bbox),
  };
}

export function sortOf(sort: MatchQuery['sort']): MatchSort {
  return sort === 'supply' ? 'id' : (sort ?? 'value');
}

/** Both parameters hold when both are given. */
export function familiesOf({ family, families }: { family?: string; families?: string }): string[] | undefined {
  const listed = families?.split(',');
  if (family === undefined) return listed;
  return listed === undefined || listed.includes(family) ? [family] : [];
}

/** `bbox` of a query: `west,south,east,north`; the schema has checked that it is four numbers. */
export function boundingBox(text: string | undefined): BoundingBox | undefined {
  if (text === undefined) return undefined;
  const [west = 0, south = 0, east = 0, north = 0] = text.split(',').map(Number);
  const isBox = west <= east && south <= north && west >= -180 && east <= 180 && south >= -90 && north <= 90;
  if (isBox) return { west, south, east, north };
  throw new RequestError('invalid_parameter', {
    field: 'bbox',
    expected: 'west,south,east,north in degrees with -180 <= west <= east <= 180 and -90 <= south <= north <= 90',
    got: text,
    next: 'Check the order: longitudes stand first and third. Ask twice for a box across the antimeridian.',
  });
}

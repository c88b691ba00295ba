// Who could exchange what with one organization, at this moment: searched in the city as it is now, not looked up in a run.
import type { Match } from '@crg/domain/match';
import { weakerPrecision } from '@crg/domain/quantity';
import { matchOf, type RankedPair } from '@crg/engine/ranked-pair';
import { bestPartners } from '@crg/engine/search';
import type { MatchFilter, MatchSort } from '@crg/stores/ports/match-store';
import type { Page, PageRequest } from '@crg/stores/ports/versioned';
import type { CityRecords } from './city-records.ts';
import { type Explained, withEnds } from './explained-pairs.ts';
import { pageInOrder } from './page-in-order.ts';

/** Each flow of the organization with its k best partners: what a supply can give, and for a demand who could serve it best. */
export function directMatches(
  records: CityRecords,
  { organizationId, k, filter, sort }: { organizationId: string; k: number; filter: MatchFilter; sort: MatchSort },
  request: PageRequest,
): Page<Explained<Match>> {
  const passes = rankedTest(filter);
  const found: { readonly ranked: RankedPair; readonly rank: number }[] = [];
  for (const id of records.flowsOf(organizationId)) {
    const flow = records.index.get(id);
    if (flow === null) continue;
    for (const [at, ranked] of bestPartners(records.index, flow, k).entries()) {
      if (passes(ranked)) found.push({ ranked, rank: at + 1 });
    }
  }
  const page = pageInOrder(found, {
    order: `direct_${sort}`,
    request,
    figure: ({ ranked }) => (sort === 'id' ? 0 : sort === 'value' ? ranked.figures.margin : ranked.score),
    ids: ({ ranked }) => [ranked.figures.pair.supply.flow.id, ranked.figures.pair.demand.flow.id],
  });
  const shown = page.items.map(({ ranked, rank }) => matchOf(ranked, rank, records.index.factors));
  return { ...page, items: withEnds(records, shown) };
}

/** The conditions of a filter on a pair that the engine has just found. */
export function rankedTest(filter: MatchFilter): (ranked: RankedPair) => boolean {
  const { families, type, precisions, within, siteId, flowId, month, hourOfWeek } = filter;
  const { minScore = 0, maxScore = 1, maxDistanceKm = Infinity } = filter;
  const { minValueEurPerYear = -Infinity, maxValueEurPerYear = Infinity } = filter;
  return ({ figures, score }) => {
    const { conversion, demand, distanceKm } = figures.pair;
    // A chain goes by what its supplier has, not by what the converter makes of it.
    const supply = conversion?.input ?? figures.pair.supply;
    const ends = [supply, demand];
    const runs = (holds: (flow: (typeof supply)['flow']) => boolean | undefined) =>
      ends.every(({ flow }) => holds(flow));
    return (
      (families === undefined || families.includes(supply.type.family)) &&
      (type === undefined || ends.some((end) => end.type.id === type)) &&
      (siteId === undefined || ends.some((end) => end.site.id === siteId)) &&
      (flowId === undefined || ends.some((end) => end.flow.id === flowId)) &&
      (precisions === undefined ||
        precisions.includes(weakerPrecision(supply.flow.quantity.precision, demand.flow.quantity.precision))) &&
      score >= minScore &&
      score <= maxScore &&
      figures.margin >= minValueEurPerYear &&
      figures.margin <= maxValueEurPerYear &&
      distanceKm <= maxDistanceKm &&
      (within === undefined || ends.some(({ site }) => isInside(site.point, within))) &&
      (month === undefined || runs(({ availability }) => availability.months[month - 1])) &&
      (hourOfWeek === undefined || runs(({ availability }) => availability.hours[hourOfWeek]))
    );
  };
}

function isInside(
  point: { longitude: number; latitude: number } | null,
  { west, south, east, north }: NonNullable<MatchFilter['within']>,
): boolean {
  if (point === null) return false;
  const { longitude, latitude } = point;
  return west <= longitude && longitude <= east && south <= latitude && latitude <= north;
}

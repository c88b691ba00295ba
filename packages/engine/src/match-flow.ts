// One flow and its partners: a what-if for a flow that is not in the city yet, or the list of one that is.
import type { City, ResourceFlow } from '@crg/domain/flow';
import type { Match, NearMiss, Notice } from '@crg/domain/match';
import { type CityIndex, indexOfCity } from './city-index.ts';
import type { MatchOptions } from './match-city.ts';
import { nearMissOf } from './near-misses/near-miss-collector.ts';
import { type Place, placeOf, placesOf } from './prepared-flow.ts';
import { matchOf } from './ranked-pair.ts';
import { searchPartners } from './search.ts';

export interface FlowMatches {
  /** Best first, ranked among the flow's own partners. */
  readonly matches: readonly Match[];
  readonly nearMisses: readonly NearMiss[];
  /** About this flow only. */
  readonly notices: readonly Notice[];
}

/**
 * The k best partners of one flow of either direction, as if it stood at `place`. A flow of the city with the same id is
 * replaced by it, so the question "what if this flow were different?" is asked the same way. The index stays as it was.
 * @throws DomainError as CityIndex.put
 */
export function matchFlowAt(
  index: CityIndex,
  flow: ResourceFlow,
  place: Place,
  { k, explain = true }: Omit<MatchOptions, 'weights'>,
): FlowMatches {
  const { flow: asked, notices } = index.prepare(flow, place);
  if (asked === null) return { matches: [], nearMisses: [], notices };
  // A stored flow of the other direction with the same id would be its own partner: one more is asked for, and it is left out.
  const { best, nearMisses } = searchPartners(index, asked, k + 1);
  const others = best.filter(({ figures: { pair } }) => pair.supply.flow.id !== pair.demand.flow.id).slice(0, k);
  return {
    matches: others.map((ranked, at) => matchOf(ranked, at + 1, index.factors, explain)),
    nearMisses: nearMisses.map((mended) => nearMissOf(mended, index.desk, explain)),
    notices,
  };
}

/**
 * The same over a city that nobody has indexed.
 * @throws DomainError as matchCity; site_not_found when the flow's site is not in the city
 */
export function matchFlow(city: City, flow: ResourceFlow, { weights, ...kept }: MatchOptions): FlowMatches {
  const others = city.flows.filter(({ id, direction }) => id !== flow.id && direction !== flow.direction);
  const index = indexOfCity({ ...city, flows: others }, weights);
  return matchFlowAt(index, flow, placeOf(flow, placesOf(city)), kept);
}

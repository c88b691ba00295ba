// A what-if: who would fit a flow that is not in the city yet?
import type { City, ResourceFlow } from '@crg/domain/flow';
import type { Match, NearMiss, Notice } from '@crg/domain/match';
import type { MatchOptions } from './match-city.ts';
import { NearMissCollector } from './near-misses/near-miss-collector.ts';
import { bestFirst, matchOf, type RankedPair, rankPair } from './ranked-pair.ts';
import { defaultWeights } from './score.ts';
import { type Kept, openSearch, type Search, searchDemands, visitPairs } from './search.ts';
import { TopK } from './top-k.ts';

export interface FlowMatches {
  /** Best first, ranked among the flow's own partners. */
  readonly matches: readonly Match[];
  readonly nearMisses: readonly NearMiss[];
  /** About this flow only. */
  readonly notices: readonly Notice[];
}

/**
 * The k best partners of one flow of either direction. A flow of the city with the same id is replaced by it, so the
 * question "what if this flow were different?" is asked the same way.
 * @throws DomainError as matchCity; site_not_found when the flow's site is not in the city
 */
export function matchFlow(
  city: City,
  flow: ResourceFlow,
  { k, weights = defaultWeights, explain = true }: MatchOptions,
): FlowMatches {
  const partners = city.flows.filter(({ id, direction }) => id !== flow.id && direction !== flow.direction);
  const search = openSearch({ ...city, flows: [...partners, flow] }, weights);
  const found =
    flow.direction === 'supply' ? demandsOf(search, flow.id, { k, explain }) : suppliesOf(search, { k, explain });
  return { ...found, notices: search.notices.filter(({ flowId }) => flowId === flow.id) };
}

function demandsOf(search: Search, supplyId: string, kept: Kept): Omit<FlowMatches, 'notices'> {
  const supply = search.supplies.find(({ flow }) => flow.id === supplyId);
  return supply === undefined ? { matches: [], nearMisses: [] } : searchDemands(search, supply, kept);
}

/** The only demand of the search is the flow that is asked about, so every pair of every supply is its pair. */
function suppliesOf(search: Search, { k, explain }: Kept): Omit<FlowMatches, 'notices'> {
  const best = new TopK<RankedPair>(k, bestFirst);
  const nearMisses = new NearMissCollector(search);
  for (const supply of search.supplies) {
    visitPairs(search, supply, (pair, failure) => {
      if (failure === null) best.offer(rankPair(pair, search.desk.assess(pair), search.weights));
      else nearMisses.offer(pair, failure);
    });
  }
  return {
    matches: best.items().map((ranked, index) => matchOf(ranked, index + 1, explain)),
    nearMisses: nearMisses.items(explain),
  };
}

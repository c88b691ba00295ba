// Who could exchange with one organization through a converter, at this moment: searched in the city as it is now.
import type { Chain } from '@crg/domain/match';
import { chainShown } from '@crg/engine/converters/chain-of';
import { chainsOfDemand, chainsOfSupply, converterIdOf } from '@crg/engine/converters/chains';
import type { RankedPair } from '@crg/engine/ranked-pair';
import type { ChainFilter, MatchSort } from '@crg/stores/ports/match-store';
import type { Page, PageRequest } from '@crg/stores/ports/versioned';
import type { CityRecords } from './city-records.ts';
import { rankedTest } from './direct-matches.ts';
import { type Explained, withEnds } from './explained-pairs.ts';
import { pageInOrder } from './page-in-order.ts';

/** Each flow of the organization with its best chains: from a supply, and for a demand those that lead to it. */
export function directChains(
  records: CityRecords,
  { organizationId, filter, sort }: { organizationId: string; filter: ChainFilter; sort: MatchSort },
  request: PageRequest,
): Page<Explained<Chain>> {
  const { index } = records;
  const passes = rankedTest(filter);
  const { converterId } = filter;
  const found: { readonly ranked: RankedPair; readonly rank: number }[] = [];
  for (const id of records.flowsOf(organizationId)) {
    const flow = index.get(id);
    if (flow === null) continue;
    const chains = flow.flow.direction === 'supply' ? chainsOfSupply(index, flow) : chainsOfDemand(index, flow);
    for (const [at, ranked] of chains.entries()) {
      if (converterId !== undefined && converterIdOf(ranked) !== converterId) continue;
      if (passes(ranked)) found.push({ ranked, rank: at + 1 });
    }
  }
  const page = pageInOrder(found, {
    order: `direct_chains_${sort}`,
    request,
    figure: ({ ranked }) => (sort === 'id' ? 0 : sort === 'value' ? ranked.figures.margin : ranked.score),
    ids: ({ ranked }) => {
      const { supply, demand } = ranked.figures.pair;
      return [supply.flow.id, demand.flow.id, converterIdOf(ranked)];
    },
  });
  const shown = page.items.map(({ ranked, rank }) => chainShown(ranked, rank, index.factors));
  return { ...page, items: withEnds(records, shown) };
}

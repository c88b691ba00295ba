// Pages of matches, chains and near misses out of an index.
import type { MatchColumns } from '@crg/domain/pair-columns';
import { byCodePoint } from '../code-points.ts';
import type {
  ChainFilter,
  ChainIds,
  MatchFilter,
  MatchSort,
  NearMissFilter,
  Pair,
  SuggestedChain,
  SuggestedNearMiss,
  Suggestion,
  SuggestionEnd,
} from '../ports/match-store.ts';
import type { Page, PageRequest } from '../ports/versioned.ts';
import { keyOf, pageOf } from '../sql/cursor.ts';
import type { FlowEnd } from './flow-ends.ts';
import { chainTest, fewMatches, matchTest, nearMissTest, type Test, weakerPrecision } from './pair-filter.ts';
import { pairOrder, precisionsWeakestFirst, type SuggestionIndex } from './suggestion-index.ts';

export function pageOfMatches(
  index: SuggestionIndex,
  filter: MatchFilter,
  sort: MatchSort,
  { cursor, limit }: PageRequest,
): Page<Suggestion> {
  const order = orderedMatches(index, filter, sort);
  const from = cursor === null ? 0 : firstBehind(order, placeInMatches(index, sort, cursor));
  const found = firstThat(matchTest(index, filter), order, from, limit + 1);
  const shown = suggestionIn(index, index.matches);
  const figure = figureOf(index.matches, sort);
  const key = (pair: number) => {
    const { supplyId, demandId } = idsOf(index, index.matches, pair);
    return [figure === null ? 0 : (figure[pair] as number), supplyId, demandId];
  };
  return pageOf(found, limit, sort, key, shown);
}

export function findMatch(index: SuggestionIndex, pair: Pair): Suggestion | null {
  const found = placeOf(index, index.matches, index.supplyStarts, pair);
  return found === null ? null : suggestionIn(index, index.matches)(found);
}

/** As `pageOfMatches`; a cursor is told from one of those by its order. */
export function pageOfChains(
  index: SuggestionIndex,
  filter: ChainFilter,
  sort: MatchSort,
  { cursor, limit }: PageRequest,
): Page<SuggestedChain> {
  const { chains } = index;
  const named = `chains_${sort}`;
  const figure = figureOf(chains, sort);
  const order = index.chainOrders[sort];
  const shown = chainIn(index);
  const key = (chain: number) => {
    const { supplyId, demandId } = idsOf(index, chains, chain);
    return [figure === null ? 0 : (figure[chain] as number), supplyId, demandId, converterOf(index, chain)];
  };
  let from = 0;
  if (cursor !== null) {
    const [number, ...ids] = keyOf(cursor, named, 4);
    from = firstBehind(order, (chain) => {
      const [own, ...ownIds] = key(chain);
      if (figure !== null && own !== Number(number)) return (own as number) < Number(number);
      return compareIds(ownIds as string[], ids) > 0;
    });
  }
  return pageOf(firstThat(chainTest(index, filter), order, from, limit + 1), limit, named, key, shown);
}

export function findChain(index: SuggestionIndex, { converterId, ...pair }: ChainIds): SuggestedChain | null {
  const { chains, chainStarts, numbers } = index;
  const supply = numbers.get(pair.supplyId);
  const demand = numbers.get(pair.demandId);
  if (supply === undefined || demand === undefined) return null;
  for (let at = chainStarts[supply] as number; at < (chainStarts[supply + 1] as number); at++) {
    if (chains.demand[at] === demand && converterOf(index, at) === converterId) return chainIn(index)(at);
  }
  return null;
}

export function pageOfNearMisses(
  index: SuggestionIndex,
  filter: NearMissFilter,
  { cursor, limit }: PageRequest,
): Page<SuggestedNearMiss> {
  const { nearMisses } = index;
  const passes = nearMissTest(index, filter);
  const [supply = '', cost = '', demand = ''] = cursor === null ? [] : keyOf(cursor, nearMissOrder, 3);
  const isBehind = (miss: number): boolean => {
    const ids = idsOf(index, nearMisses, miss);
    const own = nearMisses.costEurPerYear[miss] as number;
    const bySupply = byCodePoint(ids.supplyId, supply);
    if (bySupply !== 0) return bySupply > 0;
    return own === Number(cost) ? byCodePoint(ids.demandId, demand) > 0 : own > Number(cost);
  };
  let at = cursor === null ? 0 : firstTrue(nearMisses.supply.length, isBehind);
  const found: number[] = [];
  for (; at < nearMisses.supply.length && found.length <= limit; at++) if (passes(at)) found.push(at);
  const key = (miss: number) => {
    const { supplyId, demandId } = idsOf(index, nearMisses, miss);
    return [supplyId, nearMisses.costEurPerYear[miss] as number, demandId];
  };
  return pageOf(found, limit, nearMissOrder, key, (miss) => nearMissIn(index, miss));
}

export function findNearMiss(index: SuggestionIndex, pair: Pair): SuggestedNearMiss | null {
  const found = placeOf(index, index.nearMisses, index.nearMissStarts, pair);
  return found === null ? null : nearMissIn(index, found);
}

const nearMissOrder = 'near_misses';

function orderedMatches(index: SuggestionIndex, filter: MatchFilter, sort: MatchSort): Uint32Array {
  const few = fewMatches(index, filter);
  if (few === null) return index.orders[sort];
  return few.sort(pairOrder(figureOf(index.matches, sort), index.matches));
}

function figureOf({ marginEurPerYear, score }: MatchColumns, sort: MatchSort): Float64Array | null {
  if (sort === 'id') return null;
  return sort === 'value' ? marginEurPerYear : score;
}

/** Whether a match stands behind the one that the cursor names, which need not be there any more. */
function placeInMatches(index: SuggestionIndex, sort: MatchSort, cursor: string): (pair: number) => boolean {
  const [number, supply = '', demand = ''] = keyOf(cursor, sort, 3);
  const figure = figureOf(index.matches, sort);
  return (pair) => {
    const own = figure === null ? 0 : (figure[pair] as number);
    if (figure !== null && own !== Number(number)) return own < Number(number);
    const ids = idsOf(index, index.matches, pair);
    return (byCodePoint(ids.supplyId, supply) || byCodePoint(ids.demandId, demand)) > 0;
  };
}

function compareIds(some: readonly string[], others: readonly string[]): number {
  for (const [at, id] of some.entries()) {
    const order = byCodePoint(id, others[at] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

/** At most `most` of `order` that pass, from the place `from` on. */
function firstThat(passes: Test, order: Uint32Array, from: number, most: number): readonly number[] {
  const found: number[] = [];
  for (let at = from; at < order.length && found.length < most; at++) {
    const pair = order[at] as number;
    if (passes(pair)) found.push(pair);
  }
  return found;
}

const firstBehind = (order: Uint32Array, isBehind: (pair: number) => boolean) =>
  firstTrue(order.length, (at) => isBehind(order[at] as number));

/** Of 0 to length - 1, where `holds` is false up to some place and true from there on. */
function firstTrue(length: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface Pairs {
  readonly supply: Uint32Array;
  readonly demand: Uint32Array;
}

function placeOf({ numbers }: SuggestionIndex, pairs: Pairs, starts: Uint32Array, pair: Pair): number | null {
  const supply = numbers.get(pair.supplyId);
  const demand = numbers.get(pair.demandId);
  if (supply === undefined || demand === undefined) return null;
  for (let at = starts[supply] as number; at < (starts[supply + 1] as number); at++) {
    if (pairs.demand[at] === demand) return at;
  }
  return null;
}

function idsOf({ ends }: SuggestionIndex, { supply, demand }: Pairs, pair: number): Pair {
  return { supplyId: endAt(ends, supply[pair]).id, demandId: endAt(ends, demand[pair]).id };
}

function suggestionIn(index: SuggestionIndex, matches: MatchColumns): (pair: number) => Suggestion {
  const { ends } = index;
  const weaker = weakerPrecision(index, matches);
  return (pair) => {
    const supply = endAt(ends, matches.supply[pair]);
    const demand = endAt(ends, matches.demand[pair]);
    return {
      supplyId: supply.id,
      demandId: demand.id,
      family: supply.type.family,
      type: supply.type.id,
      rank: matches.rank[pair] as number,
      score: matches.score[pair] as number,
      marginEurPerYear: matches.marginEurPerYear[pair] as number,
      co2TonnesPerYear: matches.co2TonnesPerYear[pair] as number,
      distanceKm: matches.distanceKm[pair] as number,
      commonQuantity: { amount: matches.commonAmount[pair] as number, unit: demand.type.yearlyUnit },
      precision: precisionsWeakestFirst[weaker(pair)] as Suggestion['precision'],
      supply: endOf(supply),
      demand: endOf(demand),
    };
  };
}

function chainIn(index: SuggestionIndex): (chain: number) => SuggestedChain {
  const shown = suggestionIn(index, index.chains);
  return (chain) => ({ ...shown(chain), converterId: converterOf(index, chain) });
}

function converterOf({ converterIds, chains }: SuggestionIndex, chain: number): string {
  return converterIds[chains.converter[chain] as number] ?? '';
}

function nearMissIn(index: SuggestionIndex, miss: number): SuggestedNearMiss {
  const { type } = endAt(index.ends, index.nearMisses.supply[miss]);
  const cost = index.nearMisses.costEurPerYear[miss] as number;
  return {
    ...idsOf(index, index.nearMisses, miss),
    family: type.family,
    type: type.id,
    costEurPerYear: Number.isFinite(cost) ? cost : null,
  };
}

function endAt(ends: readonly FlowEnd[], place: number | undefined): FlowEnd {
  const end = ends[place ?? -1];
  if (end === undefined) throw new Error(`Expected a flow at place ${place} of the index, got none.`);
  return end;
}

const endOf = ({ siteId, organizationId, point }: FlowEnd): SuggestionEnd => ({ siteId, organizationId, point });

// The pairs of one flow: who is a candidate, who fits, who nearly fits.
import type { JudgeName } from '@crg/domain/match';
import type { CityIndex } from './city-index.ts';
import { neverMeet } from './judges/hopeless.ts';
import { failuresOf } from './judges/judge-pair.ts';
import { type MendedPair, NearMissCollector } from './near-misses/near-miss-collector.ts';
import { type Pair, pairOf } from './pair.ts';
import type { PreparedFlow } from './prepared-flow.ts';
import type { QualityEnds } from './quality-ends.ts';
import { bestFirst, type RankedPair, rankPair } from './ranked-pair.ts';
import { TopK } from './top-k.ts';

export interface Found {
  /** Best first. */
  readonly best: readonly RankedPair[];
  /** Cheapest first. */
  readonly nearMisses: readonly MendedPair[];
}

/** The k best partners of a flow of either direction, and its near misses. It need not be a flow of the index. */
export function searchPartners(index: CityIndex, flow: PreparedFlow, k: number): Found {
  const best = new TopK<RankedPair>(k, bestFirst);
  const nearMisses = new NearMissCollector(index);
  visitPairs(index, flow, nearMissStretch, (pair, failure) => {
    if (failure === null) best.offer(rankPair(pair, index.desk.assess(pair), index));
    else nearMisses.offer(pair, failure);
  });
  return { best: best.items(), nearMisses: nearMisses.items() };
}

/** The `best` of `searchPartners` alone, which is found sooner. */
export function bestPartners(index: CityIndex, flow: PreparedFlow, k: number): readonly RankedPair[] {
  const best = new TopK<RankedPair>(k, bestFirst);
  visitPairs(index, flow, 1, (pair, failure) => {
    if (failure === null) best.offer(rankPair(pair, index.desk.assess(pair), index));
  });
  return best.items();
}

/** Every supply in whose search the demand may turn up, as a match or as a near miss; some in whose search it does not. */
export function suppliesReaching(index: CityIndex, demand: PreparedFlow): readonly PreparedFlow[] {
  const reaching: PreparedFlow[] = [];
  index.supplies.visitNear(demand, nearMissStretch, (supply) => {
    if (!neverMeet(supply, demand)) reaching.push(supply);
  });
  return reaching;
}

/** Every pair of the flow that fits (`failure` null) or that a near miss may mend, within `stretch` times the distance limit. */
function visitPairs(
  index: CityIndex,
  flow: PreparedFlow,
  stretch: number,
  visit: (pair: Pair, failure: JudgeName | null) => void,
): void {
  const { desk } = index;
  const judge = (supply: PreparedFlow, demand: PreparedFlow, offered?: QualityEnds) => {
    if (neverMeet(supply, demand)) return;
    const pair = pairOf(supply, demand, index, offered);
    if (pair.distanceKm > pair.limitKm * stretch) return;
    const failures = failuresOf(pair, desk);
    if (failures.length <= 1) visit(pair, failures[0] ?? null);
  };
  if (flow.flow.direction === 'supply') {
    index.demands.visitNear(flow, stretch, (demand, offered) => judge(flow, demand, offered));
  } else {
    index.supplies.visitNear(flow, stretch, (supply) => judge(supply, flow));
  }
}

/** A pair up to this many times beyond its distance limit is a near miss of distance. */
export const nearMissStretch = 2;

// The pairs of one flow: who is a candidate, who fits, who nearly fits.
import type { JudgeName } from '@crg/domain/match';
import type { Latitude } from './candidates.ts';
import type { CityIndex } from './city-index.ts';
import { areOfOtherKinds, neverAtOnce } from './judges/hopeless.ts';
import { failuresOf } from './judges/judge-pair.ts';
import { type MendedPair, mostFailures } from './near-misses/mend-pair.ts';
import { NearMissCollector } from './near-misses/near-miss-collector.ts';
import { type Pair, type PairSeen, pairOf } from './pair.ts';
import type { PreparedFlow } from './prepared-flow.ts';
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
  visitPairs(index, flow, forNearMisses, (pair, failed) => {
    if (failed.length === 0) best.offer(rankPair(pair, index.desk.assess(pair), index));
    else nearMisses.offer(pair, failed);
  });
  return { best: best.items(), nearMisses: nearMisses.items() };
}

/** The `best` of `searchPartners` alone, which is found sooner. */
export function bestPartners(index: CityIndex, flow: PreparedFlow, k: number): readonly RankedPair[] {
  const best = new TopK<RankedPair>(k, bestFirst);
  visitPairs(index, flow, forMatches, (pair, failed) => {
    if (failed.length === 0) best.offer(rankPair(pair, index.desk.assess(pair), index));
  });
  return best.items();
}

/** Every supply in whose search the demand may turn up, as a match or as a near miss; some in whose search it does not. */
export function suppliesReaching(index: CityIndex, demand: PreparedFlow): readonly PreparedFlow[] {
  const reaching: PreparedFlow[] = [];
  index.supplies.visitNear(demand, forNearMisses, (supply) => {
    if (!areOfOtherKinds(supply, demand)) reaching.push(supply);
  });
  return reaching;
}

/** Whether a rejected pair is near enough for a near miss: of a type that is accepted, not too far, with few objections. */
export function isNear({ distanceKm, limitKm }: Pair, failed: readonly JudgeName[]): boolean {
  const isAskedFor = failed.length > 0 && failed.length <= mostFailures && !failed.includes('type');
  return isAskedFor && distanceKm <= limitKm * nearMissStretch;
}

/** Every pair of the flow that fits (none `failed`) or that is near. */
function visitPairs(
  index: CityIndex,
  flow: PreparedFlow,
  latitude: Latitude,
  visit: (pair: Pair, failed: readonly JudgeName[]) => void,
): void {
  const { desk } = index;
  const judge = (supply: PreparedFlow, demand: PreparedFlow, seen: PairSeen, room: number) => {
    if (areOfOtherKinds(supply, demand)) return;
    if (room === 0 && neverAtOnce(supply, demand)) return;
    const pair = pairOf(supply, demand, index, seen);
    if (pair.distanceKm > pair.limitKm * latitude.stretch) return;
    const failed = failuresOf(pair, desk, latitude.outside);
    if (failed.length <= latitude.outside) visit(pair, failed);
  };
  if (flow.flow.direction === 'supply') {
    index.demands.visitNear(flow, latitude, (demand, seen) => judge(flow, demand, seen, seen.room));
  } else {
    index.supplies.visitNear(flow, latitude, (supply, { distanceKm, room }) =>
      judge(supply, flow, { distanceKm }, room),
    );
  }
}

/** A pair up to this many times beyond its distance limit is a near miss of distance. */
const nearMissStretch = 2;
const forMatches: Latitude = { stretch: 1, outside: 0 };
const forNearMisses: Latitude = { stretch: nearMissStretch, outside: mostFailures };

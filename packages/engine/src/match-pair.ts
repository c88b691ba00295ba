// One given pair, answered exactly as a run over the whole city answers it.
import type { Match, NearMiss, OpenPaper, PairUncertainty } from '@crg/domain/match';
import type { CityIndex } from './city-index.ts';
import { uncertaintyOf } from './economics/uncertainty/sample-pair.ts';
import { failuresOf } from './judges/judge-pair.ts';
import { mended } from './near-misses/mend-pair.ts';
import { nearMissOf } from './near-misses/near-miss-collector.ts';
import { type Pair, pairOf } from './pair.ts';
import { openPapers } from './permit/open-papers.ts';
import type { PreparedFlow } from './prepared-flow.ts';
import { bestFirst, matchOf, type RankedPair, rankPair } from './ranked-pair.ts';
import { bestPartners, isNear } from './search.ts';

export interface PairOfIds {
  readonly supplyId: string;
  readonly demandId: string;
}

/**
 * The match of a pair of the index; null when it does not fit (any more), or one of its flows takes no part.
 * @param rank the place to show; when not given it is counted among the supply's partners
 */
export function matchPair(index: CityIndex, pair: PairOfIds, rank?: number): Match | null {
  const given = pairIn(index, pair);
  if (given === null || failuresOf(given, index.desk).length > 0) return null;
  const ranked = rankPair(given, index.desk.assess(given), index);
  return matchOf(ranked, rank ?? rankOf(index, ranked), index.factors);
}

/** What precision and factors leave open about the match of a pair of the index; null when the pair is none. */
export function pairUncertainty(index: CityIndex, pair: PairOfIds): PairUncertainty | null {
  const given = pairIn(index, pair);
  return given === null || failuresOf(given, index.desk).length > 0 ? null : uncertaintyOf(given, index.factors);
}

/** What each missing answer about the permit would make of it; null when the pair is no match. */
export function pairOpenPapers(index: CityIndex, pair: PairOfIds): readonly OpenPaper[] | null {
  const given = pairIn(index, pair);
  if (given === null || failuresOf(given, index.desk).length > 0) return null;
  const { supply, demand } = given;
  return openPapers(index.desk.assess(given), (answered) =>
    index.desk.assess({ supply: answered('supply', supply), demand: answered('demand', demand) }),
  );
}

/** The near miss of a pair of the index; null when the pair fits, is not near, or nothing that is known mends it. */
export function nearMissPair(index: CityIndex, pair: PairOfIds): NearMiss | null {
  const given = pairIn(index, pair);
  if (given === null) return null;
  const failed = failuresOf(given, index.desk);
  if (!isNear(given, failed)) return null;
  const answer = mended(given, failed, index);
  return answer === null ? null : nearMissOf(answer, index.desk);
}

function pairIn(index: CityIndex, { supplyId, demandId }: PairOfIds): Pair | null {
  const supply = index.get(supplyId);
  const demand = index.get(demandId);
  if (!isOf(supply, 'supply') || !isOf(demand, 'demand')) return null;
  return supply.owner === demand.owner ? null : pairOf(supply, demand, index);
}

function isOf(flow: PreparedFlow | null, direction: 'supply' | 'demand'): flow is PreparedFlow {
  return flow?.flow.direction === direction;
}

/** 1 more than there are better partners of the supply. */
function rankOf(index: CityIndex, ranked: RankedPair): number {
  const partners = bestPartners(index, ranked.figures.pair.supply, Number.MAX_SAFE_INTEGER);
  return 1 + partners.filter((partner) => bestFirst(partner, ranked) < 0).length;
}

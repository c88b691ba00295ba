// One pass over the pairs that may fit: who is a candidate, who fits, who nearly fits.
import type { City } from '@crg/domain/flow';
import type { JudgeName, Match, NearMiss, Notice } from '@crg/domain/match';
import { Calendar } from './calendar.ts';
import { Candidates } from './candidates.ts';
import { neverMeet } from './judges/hopeless.ts';
import { failuresOf } from './judges/judge-pair.ts';
import { NearMissCollector } from './near-misses/near-miss-collector.ts';
import { type Pair, pairOf } from './pair.ts';
import { PermitDesk } from './permit/permit-desk.ts';
import { type PreparedFlow, prepareCity } from './prepared-flow.ts';
import { bestFirst, matchOf, type RankedPair, rankPair } from './ranked-pair.ts';
import type { Weights } from './score.ts';
import { TopK } from './top-k.ts';

export interface Search {
  readonly calendar: Calendar;
  readonly desk: PermitDesk;
  readonly weights: Weights;
  /** By id. */
  readonly supplies: readonly PreparedFlow[];
  readonly candidates: Candidates;
  readonly notices: readonly Notice[];
}

/** How many matches are kept, and whether with sentences and lines. */
export interface Kept {
  readonly k: number;
  readonly explain: boolean;
}

export interface Found {
  readonly matches: readonly Match[];
  readonly nearMisses: readonly NearMiss[];
}

/** Prepares a city once for any number of searches. */
export function openSearch(city: City, weights: Weights): Search {
  const calendar = new Calendar(city.year);
  const { supplies, demands, notices } = prepareCity(city, calendar);
  return { calendar, desk: new PermitDesk(), weights, supplies, candidates: new Candidates(demands), notices };
}

/** The k best demands of one supply, best first, and its near misses, cheapest first. */
export function searchDemands(search: Search, supply: PreparedFlow, { k, explain }: Kept): Found {
  const best = new TopK<RankedPair>(k, bestFirst);
  const nearMisses = new NearMissCollector(search);
  visitPairs(search, supply, (pair, failure) => {
    if (failure === null) best.offer(rankPair(pair, search.desk.assess(pair), search.weights));
    else nearMisses.offer(pair, failure);
  });
  return {
    matches: best.items().map((ranked, index) => matchOf(ranked, index + 1, explain)),
    nearMisses: nearMisses.items(explain),
  };
}

/** Every pair of the supply that fits (`failure` null) or that a near miss may mend, within twice the distance limit. */
export function visitPairs(
  { calendar, desk, candidates }: Search,
  supply: PreparedFlow,
  visit: (pair: Pair, failure: JudgeName | null) => void,
): void {
  candidates.visitNear(supply, nearMissStretch, (demand, offered) => {
    if (neverMeet(supply, demand)) return;
    const pair = pairOf(supply, demand, calendar, offered);
    if (pair.distanceKm > pair.limitKm * nearMissStretch) return;
    const failures = failuresOf(pair, desk);
    if (failures.length <= 1) visit(pair, failures[0] ?? null);
  });
}

/** A pair up to this many times beyond its distance limit is a near miss of distance. */
const nearMissStretch = 2;

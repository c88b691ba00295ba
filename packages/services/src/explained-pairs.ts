// Pairs that are stored as figures only, with everything the engine has to say about them in the city as it is now.
import type { Match, NearMiss, PairUncertainty, TermName } from '@crg/domain/match';
import { matchPair, nearMissPair, pairUncertainty } from '@crg/engine/match-pair';
import { engineVersion } from '@crg/engine/version';
import type { Pair } from '@crg/stores/ports/match-store';
import type { CityRecords } from './city-records.ts';
import { type CityFactor, factorsNamed } from './factors-named.ts';
import type { FlowInPlace } from './flow-in-place.ts';

/** Both flows of a pair, with their sites and owners. */
export interface PairEnds {
  readonly supply: FlowInPlace;
  readonly demand: FlowInPlace;
}

export interface ExplainedMatch {
  readonly match: Match;
  readonly uncertainty: PairUncertainty;
  readonly ends: PairEnds;
  /** Version of the engine that answered. */
  readonly engine: string;
  /** What each term of the score counts. */
  readonly weights: Readonly<Record<TermName, number>>;
  /** Of the city's table: those that the lines of the calculation name. */
  readonly factors: readonly CityFactor[];
}

export type Explained<Answer> = readonly [Answer, PairEnds];

/** In the given order; a pair that does not hold any more in the city as it is now is left out. */
export function explainedMatches(
  records: CityRecords,
  pairs: readonly (Pair & { readonly rank: number })[],
): readonly Explained<Match>[] {
  return withEnds(
    records,
    pairs.map((pair) => matchPair(records.index, pair, pair.rank)),
  );
}

/** As `explainedMatches`. */
export function explainedNearMisses(records: CityRecords, pairs: readonly Pair[]): readonly Explained<NearMiss>[] {
  return withEnds(
    records,
    pairs.map((pair) => nearMissPair(records.index, pair)),
  );
}

/**
 * One pair, suggested or not; null when it does not fit.
 * @param rank of the suggestion; null when there is none, and the rank is counted
 */
export function explainedMatch(records: CityRecords, pair: Pair, rank: number | null): ExplainedMatch | null {
  const [found] = withEnds(records, [matchPair(records.index, pair, rank ?? undefined)]);
  if (found === undefined) return null;
  const [match, ends] = found;
  const uncertainty = pairUncertainty(records.index, pair);
  if (uncertainty === null) throw new Error('Expected a pair that fits to have its uncertainty, got none.');
  const { weights, factors } = records.index;
  const lines = [...match.economics.money, ...match.economics.co2];
  return { match, uncertainty, ends, engine: engineVersion, weights, factors: factorsNamed(factors, lines) };
}

/** Answers of the engine with both ends. */
export function withEnds<P extends Pair>(
  records: CityRecords,
  answers: readonly (P | null)[],
): readonly Explained<P>[] {
  return answers.flatMap((answer) => {
    if (answer === null) return [];
    const supply = records.flow(answer.supplyId);
    const demand = records.flow(answer.demandId);
    return supply === null || demand === null ? [] : [[answer, { supply, demand }] as const];
  });
}

// Pairs that are stored as figures only, with everything the engine has to say about them in the city as it is now.
import type { Chain, Match, NearMiss, OpenPaper, PairEconomics, PairUncertainty, TermName } from '@crg/domain/match';
import { chainOf, chainOpenPapers, chainUncertainty } from '@crg/engine/converters/chain-of';
import { matchPair, nearMissPair, pairOpenPapers, pairUncertainty } from '@crg/engine/match-pair';
import { engineVersion } from '@crg/engine/version';
import type { ChainIds, Pair } from '@crg/stores/ports/match-store';
import type { CityRecords } from './city-records.ts';
import { type CityFactor, factorsNamed } from './factors-named.ts';
import type { FlowInPlace } from './flow-in-place.ts';

/** Both flows of a pair, with their sites and owners. */
export interface PairEnds {
  readonly supply: FlowInPlace;
  readonly demand: FlowInPlace;
}

export interface ExplainedMatch<Answer extends Match = Match> {
  readonly match: Answer;
  readonly uncertainty: PairUncertainty;
  /** What each missing answer about the permit would make of the gate. */
  readonly openPapers: readonly OpenPaper[];
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
  const { index } = records;
  const [found] = withEnds(records, [matchPair(index, pair, rank ?? undefined)]);
  return found === undefined
    ? null
    : explained(records, found, pairUncertainty(index, pair), pairOpenPapers(index, pair));
}

/** As `explainedMatches`. */
export function explainedChains(
  records: CityRecords,
  chains: readonly (ChainIds & { readonly rank: number })[],
): readonly Explained<Chain>[] {
  return withEnds(
    records,
    chains.map((chain) => chainOf(records.index, chain, chain.rank)),
  );
}

/** As `explainedMatch`; null also when the pair fits without the converter. */
export function explainedChain(
  records: CityRecords,
  chain: ChainIds,
  rank: number | null,
): ExplainedMatch<Chain> | null {
  const { index } = records;
  const [found] = withEnds(records, [chainOf(index, chain, rank ?? undefined)]);
  return found === undefined
    ? null
    : explained(records, found, chainUncertainty(index, chain), chainOpenPapers(index, chain));
}

function explained<Answer extends Match>(
  { index }: CityRecords,
  [match, ends]: Explained<Answer>,
  uncertainty: PairUncertainty | null,
  openPapers: readonly OpenPaper[] | null,
): ExplainedMatch<Answer> {
  if (uncertainty === null || openPapers === null)
    throw new Error('Expected a pair that fits to have its uncertainty, got none.');
  const { weights } = index;
  const factors = factorsNamed(index.factors, linesOf(match.economics));
  return { match, uncertainty, openPapers, ends, engine: engineVersion, weights, factors };
}

/** Every line of a calculation, whoever it is about. */
function linesOf({ money, co2, parties, co2Attributional }: PairEconomics) {
  return [...money, ...co2, ...parties.flatMap(({ lines }) => lines), ...(co2Attributional?.lines ?? [])];
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

// A pair that fits, with its score; and the match that is shown for it.
import type { Match, ScoreTerms } from '@crg/domain/match';
import { explainPair } from './economics/explain-pair.ts';
import type { FactorTable } from './economics/factor-table.ts';
import { figuresOf, type PairFigures } from './economics/pair-figures.ts';
import { judgePair } from './judges/judge-pair.ts';
import type { Pair } from './pair.ts';
import type { PermitAssessment } from './permit/assess.ts';
import { scoreOf, termsOf, type Weights } from './score.ts';
import { byId } from './top-k.ts';

export interface RankedPair {
  readonly figures: PairFigures;
  readonly permit: PermitAssessment;
  readonly terms: ScoreTerms;
  readonly score: number;
}

export function rankPair(
  pair: Pair,
  permit: PermitAssessment,
  { weights, factors }: { readonly weights: Weights; readonly factors: FactorTable },
): RankedPair {
  const figures = figuresOf(pair, factors.mids);
  const terms = termsOf(pair, figures.margin, permit.outcome);
  return { figures, permit, terms, score: scoreOf(terms, weights) };
}

/** Higher score first; ties by demand id, then supply id. */
export function bestFirst(a: RankedPair, b: RankedPair): number {
  return (
    b.score - a.score ||
    byId(a.figures.pair.demand.flow.id, b.figures.pair.demand.flow.id) ||
    byId(a.figures.pair.supply.flow.id, b.figures.pair.supply.flow.id)
  );
}

/** @param rank from 1; `explain` false: verdicts without sentences, economics without lines */
export function matchOf(
  { figures, permit, terms, score }: RankedPair,
  rank: number,
  factors: FactorTable,
  explain = true,
): Match {
  const { pair } = figures;
  return {
    supplyId: pair.supply.flow.id,
    demandId: pair.demand.flow.id,
    rank,
    score,
    terms,
    distanceKm: pair.distanceKm,
    commonHours: pair.commonHours,
    commonQuantity: { amount: pair.commonYearly, unit: pair.demand.type.yearlyUnit },
    verdicts: judgePair(pair, permit, explain),
    economics: explainPair(figures, factors, explain),
  };
}

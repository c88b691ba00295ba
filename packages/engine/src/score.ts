// How good a pair is among those that fit: seven terms in [0,1], each shown, weighted into one score in [0,1].
import type { PermitOutcome, ScoreTerms, TermName } from '@crg/domain/match';
import type { Precision } from '@crg/domain/quantity';
import type { QualityParameter } from '@crg/domain/taxonomy';
import { insideOf, isAsked, parametersJudged } from './judges/quality.ts';
import { skillsOpen } from './judges/type.ts';
import type { Pair } from './pair.ts';
import { isStated } from './quality-ends.ts';

export type Weights = Readonly<Record<TermName, number>>;

export const defaultWeights: Weights = {
  quality: 0.25,
  temporal: 0.2,
  quantity: 0.15,
  trust: 0.15,
  economic: 0.25,
  transport: 0.1,
  regulatory: 0.1,
};

/**
 * Weighted mean of the five merits less the two burdens, kept within [0,1].
 * The weights of the merits are made to sum to 1, so doubling all of them changes nothing.
 */
export function scoreOf(terms: ScoreTerms, weights: Weights): number {
  const total = weights.quality + weights.temporal + weights.quantity + weights.trust + weights.economic;
  const merits =
    weights.quality * terms.quality +
    weights.temporal * terms.temporal +
    weights.quantity * terms.quantity +
    weights.trust * terms.trust +
    weights.economic * terms.economic;
  const burdens = weights.transport * terms.transport + weights.regulatory * terms.regulatory;
  return Math.min(1, Math.max(0, (merits - burdens) / total));
}

/** Terms of a pair that passed every judge. */
export function termsOf(pair: Pair, marginEurPerYear: number, permit: PermitOutcome): ScoreTerms {
  return {
    quality: qualityTerm(pair),
    temporal: temporalTerm(pair),
    quantity: quantityTerm(pair),
    trust: trustTerm(pair),
    economic: economicTerm(marginEurPerYear),
    transport: pair.distanceKm === 0 ? 0 : pair.distanceKm / pair.limitKm,
    regulatory: regulatoryTerm[permit],
  };
}

/**
 * Mean comfort over the parameters that the demand's type always asks and the optional ones that this demand states, measured at
 * the gate: losses on the way are the distance's affair. What only a supply volunteers is no discomfort.
 * A type that the demand accepts in place of its own is judged by the same parameters and needs no further discount.
 */
function qualityTerm(pair: Pair): number {
  const { type, flow } = pair.demand;
  const judged = parametersJudged(pair);
  let sum = 0;
  let asked = 0;
  for (let index = 0; index < judged; index++) {
    const { id, optional, tolerance } = type.parameters[index] as QualityParameter;
    if (optional === true && !isStated(flow.quality[id])) continue;
    sum += comfort(insideOf(pair, index), tolerance);
    asked++;
  }
  return asked === 0 ? 1 : sum / asked;
}

/** 1 from a whole tolerance inside the limit, falling to 0.5 at the limit; what nobody stated is worth as little as that. */
function comfort(inside: number, tolerance: number): number {
  if (Number.isNaN(inside)) return comfortAtLimit;
  if (inside >= tolerance) return 1;
  return comfortAtLimit + (1 - comfortAtLimit) * (inside / tolerance);
}

/** Hours in which both run over hours in which either runs. */
function temporalTerm({ supply, demand, commonHours }: Pair): number {
  return commonHours / (supply.hours + demand.hours - commonHours);
}

/** Share of the supply's year that this demand can take: a bigger taker is never worse. */
function quantityTerm({ supply, commonYearly }: Pair): number {
  return Math.min(1, commonYearly / supply.yearly);
}

/** Mean precision of both quantities and both qualities, lower for each quality parameter and for skills that a side leaves open. */
function trustTerm(pair: Pair): number {
  const mean = (precisionOf(pair.supply) + precisionOf(pair.demand)) / 2;
  const { parameters } = pair.demand.type;
  const judged = parametersJudged(pair);
  let open = skillsOpen(pair) ? 1 : 0;
  for (let index = 0; index < judged; index++)
    if (Number.isNaN(insideOf(pair, index)) && isAsked(pair, parameters[index] as QualityParameter)) open++;
  return mean * shareOfTrustLeft ** open;
}

function precisionOf({ flow }: Pair['supply']): number {
  const ofQuantity = trustIn[flow.quantity.precision];
  const ofQuality = trustIn[flow.qualityPrecision ?? flow.quantity.precision];
  return (ofQuantity + ofQuality) / 2;
}

/** 0 without a margin, half at `goodMargin`, towards 1 beyond it. */
export function economicTerm(marginEurPerYear: number): number {
  return marginEurPerYear <= 0 ? 0 : marginEurPerYear / (marginEurPerYear + goodMargin);
}

/** EUR/a at which the economic term is one half: about what an engineer's half year of work on a connection costs. */
const goodMargin = 50_000;
const comfortAtLimit = 0.5;
const shareOfTrustLeft = 0.9;
const trustIn: Readonly<Record<Precision, number>> = { measured: 1, estimated: 0.7, archetype: 0.4 };
const regulatoryTerm: Readonly<Record<PermitOutcome, number>> = {
  allowed: 0,
  needs_permit: 0.5,
  unknown: 0.7,
  prohibited: 1,
};

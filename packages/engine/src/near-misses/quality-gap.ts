// How far a supply is from what a demand wants in one quality, and the supply once it is there.
import type { Interval } from '@crg/domain/flow';
import type { JudgeName } from '@crg/domain/match';
import type { QualityParameter, ResourceType } from '@crg/domain/taxonomy';
import type { FactorValues } from '../economics/factor-table.ts';
import { qualityJudge } from '../judges/quality.ts';
import type { Pair } from '../pair.ts';
import { inWords } from '../plain-words.ts';
import { type PreparedFlow, restated } from '../prepared-flow.ts';
import type { Change } from './change.ts';

export interface QualityGap {
  readonly pair: Pair;
  /** As the demand's type judges it. */
  readonly parameter: QualityParameter;
  readonly judge: JudgeName;
  /** The supply's end that counts, as stated. */
  readonly from: number;
  /** What that end has to be at the supplier's gate: the demand's end with the allowance of the hand-over and the pressure lost on the way. */
  readonly to: number;
  readonly rises: boolean;
}

/** As `Mend`, of a gap that is measured once for all of them. */
export type QualityMend = (gap: QualityGap, values: FactorValues, dearest: number) => Change | null;

/** null where the demand's type has no such parameter or a side does not state the end that counts. */
export function gapOf(pair: Pair, parameterId: string): QualityGap | null {
  const { type, ends: asked } = pair.demand;
  const index = placeOf(type, parameterId);
  if (index === undefined || 2 * index >= Math.min(pair.offered.length, asked.length)) return null;
  const parameter = type.parameters[index] as QualityParameter;
  const { kind, allowance } = parameter;
  const lower = 2 * index;
  const upper = lower + 1;
  const isTooLow = kind === 'window' && (pair.offered[upper] as number) < (asked[lower] as number);
  const rises = kind === 'at_least' || isTooLow;
  // Of a window the nearer end, of a bound the end that both guarantee; NaN where a side does not state it.
  const from = pair.offered[rises === (kind === 'window') ? upper : lower] as number;
  const wanted = asked[rises ? lower : upper] as number;
  const to = wanted + (kind === 'at_least' ? allowance : kind === 'at_most' ? -allowance : 0);
  return Number.isFinite(from) && Number.isFinite(to)
    ? { pair, parameter, judge: qualityJudge(parameter), from, to, rises }
    : null;
}

const places = new WeakMap<ResourceType, ReadonlyMap<string, number>>();

/** Of a parameter among those of a type. */
function placeOf(type: ResourceType, parameterId: string): number | undefined {
  const known = places.get(type);
  if (known !== undefined) return known.get(parameterId);
  const made = new Map(type.parameters.map(({ id }, index) => [id, index]));
  places.set(type, made);
  return made.get(parameterId);
}

/**
 * The supply as it would be stated once one of its qualities has been brought to `to`.
 * @param share of the amount that is left; treating loses some
 */
export function supplyReaching(gap: QualityGap, to: number, share = 1): PreparedFlow {
  const { supply } = gap.pair;
  const stated = supply.flow.quality[gap.parameter.id] ?? { min: null, max: null };
  const quality = { ...supply.flow.quality, [gap.parameter.id]: intervalAt(gap, stated, to) };
  return share === 1 ? restated(supply, { quality }) : restated(supply, { quality, quantity: lessBy(supply, share) });
}

export function lessBy({ flow }: PreparedFlow, share: number): PreparedFlow['flow']['quantity'] {
  return { ...flow.quantity, amount: flow.quantity.amount * share };
}

/** A window moves as a whole and stays in the range of what is possible; of a bound the other end gives way. */
function intervalAt({ parameter, rises }: QualityGap, { min, max }: Interval, to: number): Interval {
  const [lowest, highest] = parameter.range;
  if (parameter.kind === 'window') {
    const width = min === null || max === null ? null : max - min;
    if (rises) return { min: width === null ? null : Math.max(lowest, to - width), max: to };
    return { min: to, max: width === null ? null : Math.min(highest, to + width) };
  }
  return rises
    ? { min: to, max: max === null ? null : Math.max(max, to) }
    : { min: min === null ? null : Math.min(min, to), max: to };
}

/** What a plant does about a gap: which, who pays, what it costs, in words, and how far it gets. */
export interface Treatment {
  readonly kind: Change['kind'];
  readonly paidBy: Change['paidBy'];
  readonly costEurPerYear: number;
  readonly detail: () => string;
  /** What the supply's end becomes; the gap's `to` where it is not given. */
  readonly to?: number;
  /** Of the amount that is left; 1 where it is not given. */
  readonly share?: number;
}

export function treated(gap: QualityGap, { to = gap.to, share = 1, ...treatment }: Treatment): Change {
  return {
    kind: treatment.kind,
    paidBy: treatment.paidBy,
    costEurPerYear: treatment.costEurPerYear,
    detail: treatment.detail,
    share: Math.min(1, share),
    judge: gap.judge,
    changed: () => ({ supply: supplyReaching(gap, to, share), demand: gap.pair.demand }),
  };
}

/** `from 12 to 6 °C`. */
export function stepInWords({ parameter, from }: QualityGap, to: number): string {
  return `from ${inWords(from, null)} to ${inWords(to, parameter.unit)}`;
}

/** The smallest multiple of 1/`parts` from `wanted` on (the largest up to it, where `rises` is false) that will do. */
export function inSteps(
  { wanted, parts, rises }: { wanted: number; parts: number; rises: boolean },
  willDo: (value: number) => boolean,
): number | null {
  const towards = rises ? 1 : -1;
  // One step short of it first: rounding may have made the wish a little too large.
  let steps = (rises ? Math.ceil(wanted * parts) : Math.floor(wanted * parts)) - towards;
  for (let tries = 0; tries < mostTries; tries++, steps += towards) if (willDo(steps / parts)) return steps / parts;
  return null;
}

const mostTries = 4;

// Is what arrives good enough? One question per quality parameter of the demand's type.

import type { Interval } from '@crg/domain/flow';
import type { Verdict, VerdictResult } from '@crg/domain/match';
import type { QualityParameter } from '@crg/domain/taxonomy';
import type { Pair } from '../pair.ts';
import { inWords } from '../plain-words.ts';
import { lossOnTheWay } from './loss-on-the-way.ts';

/**
 * How far the supply lies inside what the demand allows, at the supplier's gate and in the parameter's unit: 0 is exactly at
 * the limit, below 0 is outside, null is unknown because a side does not state the end that counts.
 */
export function insideAtGate(pair: Pair, { id, kind, allowance }: QualityParameter): number | null {
  const supply = pair.supply.flow.quality[id];
  const demand = pair.demand.flow.quality[id];
  if (supply === undefined || demand === undefined) return null;
  if (kind === 'at_least') return gap(demand.min, lowered(supply.min, allowance));
  if (kind === 'at_most') return gap(raised(supply.max, allowance), demand.max);
  if (!isStated(supply) || !isStated(demand)) return null;
  return Math.min(
    (supply.max ?? Infinity) - (demand.min ?? -Infinity),
    (demand.max ?? Infinity) - (supply.min ?? -Infinity),
  );
}

export function qualityResult(pair: Pair, parameter: QualityParameter): VerdictResult {
  const inside = insideAtGate(pair, parameter);
  if (inside === null) return 'unknown';
  // Losses only make things worse, and working them out is the dear part: a pair that fails at the gate has failed.
  return inside >= 0 && inside - lossOnTheWay(pair, parameter) >= 0 ? 'pass' : 'fail';
}

/** `value` is what arrives after losses, `limit` what the demand asks for including the allowance; pass when inside. */
export function judgeQuality(pair: Pair, parameter: QualityParameter): Verdict {
  const judge = `quality.${parameter.id}` as const;
  const result = qualityResult(pair, parameter);
  const unit = parameter.unit;
  if (result === 'unknown')
    return { judge, result, ...statedEnds(pair, parameter), unit, text: missingSentence(pair, parameter) };
  const ends = parameter.kind === 'window' ? windowEnds(pair, parameter) : boundEnds(pair, parameter);
  return { judge, result, ...ends, unit };
}

interface Ends {
  readonly value: number | null;
  readonly limit: number | null;
}

function boundEnds(pair: Pair, parameter: QualityParameter): Ends & { text: string } {
  const { id, kind, allowance, unit, label } = parameter;
  const sign = kind === 'at_least' ? 1 : -1;
  const { value: stated, limit: asked } = statedEnds(pair, parameter) as { value: number; limit: number };
  const loss = lossOnTheWay(pair, parameter);
  const value = stated - sign * loss;
  const limit = asked + sign * allowance;
  const way = loss > 0 ? `, ${inWords(value, unit)} after ${inWords(loss, differenceUnit(unit))} lost on the way` : '';
  const room = allowance > 0 ? ` with ${inWords(allowance, differenceUnit(unit))} in between` : '';
  const bound = kind === 'at_least' ? 'at least' : 'at most';
  const verb = id === 'temperature_c' && kind === 'at_least' ? 'needs' : 'takes';
  return {
    value,
    limit,
    text: `${label}: the supply guarantees ${inWords(stated, unit)}${way}; the demand ${verb} ${bound} ${inWords(asked, unit)}${room}.`,
  };
}

/** Of the two ways in which windows can part, the nearer one. */
function windowEnds(pair: Pair, { id, unit, label }: QualityParameter): Ends & { text: string } {
  const supply = pair.supply.flow.quality[id] as Interval;
  const demand = pair.demand.flow.quality[id] as Interval;
  const fromBelow = (supply.max ?? Infinity) - (demand.min ?? -Infinity);
  const fromAbove = (demand.max ?? Infinity) - (supply.min ?? -Infinity);
  const [value, limit] = fromBelow <= fromAbove ? [supply.max, demand.min] : [supply.min, demand.max];
  const text = `${label}: the supply has ${windowWords(supply, unit)}, the demand takes ${windowWords(demand, unit)}.`;
  return { value, limit, text };
}

/** The end of each side that counts for the parameter's kind, as stated. */
function statedEnds({ supply, demand }: Pair, { id, kind }: QualityParameter): Ends {
  const ofSupply = supply.flow.quality[id];
  const ofDemand = demand.flow.quality[id];
  if (kind === 'at_most') return { value: ofSupply?.max ?? null, limit: ofDemand?.max ?? null };
  return { value: ofSupply?.min ?? null, limit: ofDemand?.min ?? null };
}

function missingSentence(pair: Pair, parameter: QualityParameter): string {
  const { value, limit } = statedEnds(pair, parameter);
  const silent =
    value === null && limit === null
      ? 'Neither side states'
      : value === null
        ? 'The supply does not state'
        : 'The demand does not state';
  return `${silent} the ${parameter.label.toLowerCase()} that counts; it rejects nothing, but the pair is less certain.`;
}

const isStated = ({ min, max }: Interval): boolean => min !== null || max !== null;
const lowered = (value: number | null, by: number): number | null => (value === null ? null : value - by);
const raised = (value: number | null, by: number): number | null => (value === null ? null : value + by);
const gap = (from: number | null, to: number | null): number | null =>
  from === null || to === null ? null : to - from;

/** Temperature differences are kelvin, whatever the scale. */
const differenceUnit = (unit: string): string => (unit === 'Cel' ? 'K' : unit);

function windowWords({ min, max }: Interval, unit: string): string {
  if (min === null) return `at most ${inWords(max as number, unit)}`;
  if (max === null) return `at least ${inWords(min, unit)}`;
  return min === max ? inWords(min, unit) : `${inWords(min, null)} to ${inWords(max, unit)}`;
}

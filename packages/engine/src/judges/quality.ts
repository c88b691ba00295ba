// Is what arrives good enough? One question per quality parameter of the demand's type.

import type { Interval } from '@crg/domain/flow';
import type { JudgeName, Verdict, VerdictResult } from '@crg/domain/match';
import type { QualityParameter } from '@crg/domain/taxonomy';
import type { Pair } from '../pair.ts';
import { inWords } from '../plain-words.ts';
import { insideAtGate, isStated } from '../quality-ends.ts';
import { lossOnTheWay } from './loss-on-the-way.ts';
import { aloud, type Speak } from './speak.ts';

/**
 * How far inside at the gate, NaN where a side does not state the end that counts.
 * @param index of the parameter among those of the demand's type
 */
export function insideOf({ offered, demand: { ends, type } }: Pair, index: number): number {
  if (2 * index >= Math.min(offered.length, ends.length)) return Number.NaN;
  return insideAtGate(offered, ends, type.parameters[index] as QualityParameter, index);
}

/** How many parameters, from the first, at least one side says something about or is always asked about. */
export function parametersJudged({ offered, demand: { ends } }: Pair): number {
  return Math.max(offered.length, ends.length) / 2;
}

/** An optional parameter has a say only where a side states it. */
export function isAsked({ supply, demand }: Pair, { id, optional }: QualityParameter): boolean {
  return optional !== true || isStated(demand.flow.quality[id]) || isStated(supply.flow.quality[id]);
}

/** The judge of a parameter: always the same text, because a run names it millions of times and looks things up by it. */
export function qualityJudge({ id }: Pick<QualityParameter, 'id'>): JudgeName {
  const known = judgeNames.get(id);
  if (known !== undefined) return known;
  const name: JudgeName = `quality.${id}`;
  judgeNames.set(id, name);
  return name;
}

const judgeNames = new Map<string, JudgeName>();

export function qualityResult(pair: Pair, index: number): VerdictResult {
  const inside = insideOf(pair, index);
  if (Number.isNaN(inside)) return 'unknown';
  // Losses only make things worse, and working them out is the dear part: a pair that fails at the gate has failed.
  const parameter = pair.demand.type.parameters[index] as QualityParameter;
  return inside >= 0 && inside - lossOnTheWay(pair, parameter) >= 0 ? 'pass' : 'fail';
}

/** `value` is what arrives after losses, `limit` what the demand asks for including the allowance; pass when inside. */
export function judgeQuality(pair: Pair, index: number, speak: Speak = aloud): Verdict {
  const parameter = pair.demand.type.parameters[index] as QualityParameter;
  const judge = qualityJudge(parameter);
  const result = qualityResult(pair, index);
  const unit = parameter.unit;
  if (result === 'unknown')
    return { judge, result, ...statedEnds(pair, parameter), unit, text: speak(() => missingSentence(pair, parameter)) };
  const { value, limit, text } = parameter.kind === 'window' ? windowEnds(pair, parameter) : boundEnds(pair, parameter);
  return { judge, result, value, limit, text: speak(text), unit };
}

interface Ends {
  readonly value: number | null;
  readonly limit: number | null;
}

interface EndsInWords extends Ends {
  readonly text: () => string;
}

function boundEnds(pair: Pair, parameter: QualityParameter): EndsInWords {
  const { kind, allowance, unit, label } = parameter;
  const sign = kind === 'at_least' ? 1 : -1;
  const { value: stated, limit: asked } = statedEnds(pair, parameter) as { value: number; limit: number };
  const loss = lossOnTheWay(pair, parameter);
  const value = stated - sign * loss;
  const limit = asked + sign * allowance;
  const text = () => {
    const way =
      loss > 0 ? `, ${inWords(value, unit)} after ${inWords(loss, differenceUnit(unit))} lost on the way` : '';
    const room = allowance > 0 ? ` with ${inWords(allowance, differenceUnit(unit))} in between` : '';
    const asks = kind === 'at_least' ? 'needs at least' : 'takes at most';
    return `${label}: the supply guarantees ${inWords(stated, unit)}${way}; the demand ${asks} ${inWords(asked, unit)}${room}.`;
  };
  return { value, limit, text };
}

/** Of the two ways in which windows can part, the nearer one. */
function windowEnds(pair: Pair, { id, unit, label }: QualityParameter): EndsInWords {
  const supply = pair.supply.flow.quality[id] as Interval;
  const demand = pair.demand.flow.quality[id] as Interval;
  const fromBelow = (supply.max ?? Infinity) - (demand.min ?? -Infinity);
  const fromAbove = (demand.max ?? Infinity) - (supply.min ?? -Infinity);
  const [value, limit] = fromBelow <= fromAbove ? [supply.max, demand.min] : [supply.min, demand.max];
  const text = () =>
    `${label}: the supply has ${windowWords(supply, unit)}, the demand takes ${windowWords(demand, unit)}.`;
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
  return `${silent} the ${parameter.label.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase())} that counts; it rejects nothing, but the pair is less certain.`;
}

/** Temperature differences are kelvin, whatever the scale. */
const differenceUnit = (unit: string): string => (unit === 'Cel' ? 'K' : unit);

function windowWords({ min, max }: Interval, unit: string): string {
  if (min === null) return `at most ${inWords(max as number, unit)}`;
  if (max === null) return `at least ${inWords(min, unit)}`;
  return min === max ? inWords(min, unit) : `${inWords(min, null)} to ${inWords(max, unit)}`;
}

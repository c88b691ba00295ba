// The two ends of each quality parameter as numbers side by side, so that a hundred million comparisons touch little memory.
import type { Interval, ResourceFlow } from '@crg/domain/flow';
import type { QualityParameter } from '@crg/domain/taxonomy';

/**
 * Lower and upper end per parameter of a type, in their order; NaN where not stated. A window open at one end is infinite there.
 * It ends after the last parameter that is stated or always asked: optional ones that nobody speaks of take no room and no time.
 */
export type QualityEnds = Float64Array;

export function qualityEnds(quality: ResourceFlow['quality'], parameters: readonly QualityParameter[]): QualityEnds {
  const last = parameters.findLastIndex(({ id, optional }) => optional !== true || isStated(quality[id]));
  const ends = new Float64Array(2 * (last + 1)).fill(Number.NaN);
  parameters.slice(0, last + 1).forEach(({ id, kind }, index) => {
    const { min = null, max = null } = quality[id] ?? {};
    const isOpenWindow = kind === 'window' && (min !== null || max !== null);
    ends[2 * index] = min ?? (isOpenWindow ? -Infinity : Number.NaN);
    ends[2 * index + 1] = max ?? (isOpenWindow ? Infinity : Number.NaN);
  });
  return ends;
}

export function isStated(interval: Interval | undefined): boolean {
  return interval !== undefined && (interval.min !== null || interval.max !== null);
}

/**
 * How far a supply lies inside what a demand allows in one parameter, at the supplier's gate and in the parameter's unit:
 * 0 is exactly at the limit, below 0 is outside, NaN is unknown because a side does not state the end that counts.
 * @param from where the demand's ends begin in `asked`, which may hold those of many demands
 */
export function insideAtGate(
  offered: QualityEnds,
  asked: QualityEnds,
  { kind, allowance }: QualityParameter,
  index: number,
  from = 0,
): number {
  const lower = 2 * index;
  const upper = lower + 1;
  if (kind === 'at_least') return (offered[lower] as number) - allowance - (asked[from + lower] as number);
  if (kind === 'at_most') return (asked[from + upper] as number) - ((offered[upper] as number) + allowance);
  const beforeTooLow = (offered[upper] as number) - (asked[from + lower] as number);
  const beforeTooHigh = (asked[from + upper] as number) - (offered[lower] as number);
  return Math.min(beforeTooLow, beforeTooHigh);
}

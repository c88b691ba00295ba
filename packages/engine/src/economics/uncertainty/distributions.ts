// How far a number may be off: a quantity by its precision, a factor by its low, middle and high.
import type { Band } from '@crg/domain/match';
import type { Factor } from '../factors.ts';
import { scoreOfP90 } from './normal.ts';

/** Values around a middle, as a growing function of a standard normal score: P50 at score 0, P10 and P90 at -+1.2816. */
export interface Spread {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly at: (score: number) => number;
}

/**
 * What a quantity is multiplied by: lognormal around 1 as its median, so that what its owner entered is the middle.
 * @param variation standard deviation over mean, e.g. 0.2
 */
export function quantitySpread(variation: number): Spread {
  const deviation = logDeviation(variation);
  const at = (score: number) => Math.exp(deviation * score);
  return { p10: at(-scoreOfP90), p50: 1, p90: at(scoreOfP90), at };
}

/** Standard deviation of the logarithm of a lognormal number: sqrt(ln(1 + CV^2)). */
export function logDeviation(variation: number): number {
  return Math.sqrt(Math.log(1 + variation ** 2));
}

/**
 * Low, middle and high of a factor as P10, P50 and P90; null for a factor that is certain, because all three are one.
 * Either side of the middle has a width of its own: in proportion (lognormal) where low is above 0, else in steps (normal).
 * What is a share stays within 0 and 1.
 */
export function factorSpread({ low, mid, high, unit }: Pick<Factor, 'low' | 'mid' | 'high' | 'unit'>): Spread | null {
  if (low === high) return null;
  const isShare = unit === '1' && low >= 0 && high <= 1;
  const within = isShare ? (value: number) => Math.min(1, Math.max(0, value)) : (value: number) => value;
  const unbounded = low > 0 ? inProportion({ low, mid, high }) : inSteps({ low, mid, high });
  return { p10: low, p50: mid, p90: high, at: (score) => within(unbounded(score)) };
}

function inProportion({ low, mid, high }: Band): Spread['at'] {
  const below = Math.log(mid / low) / scoreOfP90;
  const above = Math.log(high / mid) / scoreOfP90;
  return (score) => mid * Math.exp(score * (score < 0 ? below : above));
}

function inSteps({ low, mid, high }: Band): Spread['at'] {
  const below = (mid - low) / scoreOfP90;
  const above = (high - mid) / scoreOfP90;
  return (score) => mid + score * (score < 0 ? below : above);
}

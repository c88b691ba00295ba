// How far a percentile of random samples may be off, and how many samples make it good enough.
import { densityAt, normalQuantile } from './normal.ts';

/**
 * Standard error of the share-`p` percentile of independent samples, in standard deviations: sqrt(p (1-p)/N)/f(q) for a
 * normal distribution; P10 and P90 1.709/sqrt(N), P50 1.253/sqrt(N). Stratified samples are off by less.
 */
export function percentileError({ p, samples }: { p: number; samples: number }): number {
  return Math.sqrt((p * (1 - p)) / samples) / densityAt(normalQuantile(p));
}

/** Samples that bring the standard error of that percentile down to `error` standard deviations. */
export function samplesFor({ p, error }: { p: number; error: number }): number {
  return Math.ceil((percentileError({ p, samples: 1 }) / error) ** 2);
}

/** Between which of the sorted samples (from 1) the true percentile lies, 95 times in 100. */
export function rankInterval({ p, samples }: { p: number; samples: number }): readonly [number, number] {
  const reach = normalQuantile(0.975) * Math.sqrt(samples * p * (1 - p));
  return [Math.floor(samples * p - reach), Math.ceil(samples * p + reach)];
}

/** Standard deviation over mean of the sum of `count` equal figures, each pair of them correlated by `correlation`. */
export function variationOfSum({
  count,
  variation,
  correlation,
}: {
  count: number;
  variation: number;
  correlation: number;
}): number {
  return variation * Math.sqrt((1 + (count - 1) * correlation) / count);
}

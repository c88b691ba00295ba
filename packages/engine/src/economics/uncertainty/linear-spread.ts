// Independent inputs of a figure that is nearly linear in them: how far it may be off, and through which input.
import { shareBelow } from './normal.ts';

export interface LinearSpread {
  readonly standardDeviation: number;
  /** Of the variance, in the order of the contributions; they sum to 1, or are all 0 where nothing is uncertain. */
  readonly shares: readonly number[];
  /** Probability of a figure below 0. */
  readonly chanceOfLoss: number;
}

/**
 * S_i = (df/dx_i sigma_i)^2 / sum.
 * @param contributions df/dx_i sigma_i each: how far one standard deviation of that input moves the figure
 */
export function linearSpread({
  middle,
  contributions,
}: {
  middle: number;
  contributions: readonly number[];
}): LinearSpread {
  const variance = contributions.reduce((sum, contribution) => sum + contribution ** 2, 0);
  if (variance === 0)
    return { standardDeviation: 0, shares: contributions.map(() => 0), chanceOfLoss: middle < 0 ? 1 : 0 };
  const standardDeviation = Math.sqrt(variance);
  return {
    standardDeviation,
    shares: contributions.map((contribution) => contribution ** 2 / variance),
    chanceOfLoss: shareBelow(-middle / standardDeviation),
  };
}

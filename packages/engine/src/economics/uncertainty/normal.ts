// The normal distribution, both ways: the score below which a share of it lies, and the share below a score.

/** The score of P90; P10 is its negative. */
export const scoreOfP90 = 1.2815515655446;

/**
 * The score below which the share `p` of a standard normal distribution lies.
 *
 * Rational approximation AS 241 (Wichura, Applied Statistics 37, 1988), its form of seven figures: within 1e-6 of the true
 * score for 1e-10 <= p <= 1 - 1e-10.
 * @throws RangeError outside of that range
 */
export function normalQuantile(p: number): number {
  if (!(p >= outermost && p <= 1 - outermost))
    throw new RangeError(`Expected a share between ${outermost} and 1 - ${outermost}, got ${p}: draw inside the tails`);
  const fromMiddle = p - 0.5;
  if (Math.abs(fromMiddle) <= 0.425) {
    const r = 0.425 ** 2 - fromMiddle ** 2;
    return (fromMiddle * polynomial(middleAbove, r)) / polynomial(middleBelow, r);
  }
  const r = Math.sqrt(-Math.log(Math.min(p, 1 - p))) - 1.6;
  return (Math.sign(fromMiddle) * polynomial(tailAbove, r)) / polynomial(tailBelow, r);
}

/**
 * The share of a standard normal distribution below `score`.
 *
 * Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17: within 1e-7.
 */
export function shareBelow(score: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(score));
  const above = densityAt(score) * t * polynomial(cumulative, t);
  return score < 0 ? above : 1 - above;
}

export function densityAt(score: number): number {
  return Math.exp(-(score ** 2) / 2) / Math.sqrt(2 * Math.PI);
}

/** By Horner's rule; the coefficient of the lowest power first. */
function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}

const outermost = 1e-10;
const middleAbove = [3.3871327179, 50.434271938, 159.29113202, 59.10937472];
const middleBelow = [1, 17.895169469, 78.757757664, 67.1875636];
const tailAbove = [1.4234372777, 2.75681539, 1.3067284816, 0.17023821103];
const tailBelow = [1, 0.7370016425, 0.12021132975];
const cumulative = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];

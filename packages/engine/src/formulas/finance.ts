// Money over time: annuities, present values, internal rates, paybacks. Rates are shares, 0.08 is 8 % a year.

/** Share of an investment that pays it back with interest every year: r/(1-(1+r)^-n), 1/n at r = 0. */
export function annuityFactor(rate: number, years: number): number {
  return rate === 0 ? 1 / years : rate / (1 - (1 + rate) ** -years);
}

// Money over time: real cash flows at a real rate, payments at the end of each year.
import { factor } from './factors.ts';

/** Share of an investment that pays it back with interest every year: r/(1-(1+r)^-n), 1/n at r = 0. */
export function annuityFactor(rate: number, years: number): number {
  return rate === 0 ? 1 / years : rate / (1 - (1 + rate) ** -years);
}

/** Years over which investments are judged here, and the annuity that goes with them. */
export const horizonYears = factor('finance.years').mid;
export const defaultAnnuity = annuityFactor(factor('finance.discount_rate').mid, horizonYears);

/** EUR today of an investment now and the same benefit at the end of each year of the horizon. */
export function netPresentValue({ investmentEur, benefitEurPerYear }: Project): number {
  return benefitEurPerYear / defaultAnnuity - investmentEur;
}

/** Years until the benefits have returned the investment, without interest; null when that is not within the horizon. */
export function paybackYears({ investmentEur, benefitEurPerYear }: Project): number | null {
  if (benefitEurPerYear <= 0) return null;
  const years = investmentEur / benefitEurPerYear;
  return years <= horizonYears ? years : null;
}

interface Project {
  readonly investmentEur: number;
  readonly benefitEurPerYear: number;
}

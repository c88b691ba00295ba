// What an investment is worth at the rate and over the years of the factor table: real money, payments at the end of each year.
import { annuityFactor } from '../formulas/finance.ts';
import type { FactorValues } from './factor-table.ts';

/** Share of an investment that pays it back with interest every year. */
export function annuityIn(values: FactorValues): number {
  return annuityFactor(values['finance.discount_rate'], values['finance.years']);
}

/** EUR today of an investment now and the same benefit at the end of each year of the horizon. */
export function netPresentValue({ investmentEur, benefitEurPerYear }: Project, values: FactorValues): number {
  return benefitEurPerYear / annuityIn(values) - investmentEur;
}

/** Years until the benefits have returned the investment, without interest; null when that is not within the horizon. */
export function paybackYears({ investmentEur, benefitEurPerYear }: Project, values: FactorValues): number | null {
  if (benefitEurPerYear <= 0) return null;
  const years = investmentEur / benefitEurPerYear;
  return years <= values['finance.years'] ? years : null;
}

interface Project {
  readonly investmentEur: number;
  readonly benefitEurPerYear: number;
}

// Rates and years as a reader meets them; "none", "ambiguous" and "never" are answers, not gaps.

import type { Party } from '@crg/api-contract/match';
import { digits, percent } from './format.ts';

/** Of a side that invests nothing. */
export const nothingToBuild = 'nothing to build';

/** @param investment EUR of the same party: who builds nothing earns no rate, however much comes in */
export function ratesText({ status, rates }: Party['irr'], investment: number): string {
  if (status === 'single' && rates[0] !== undefined) return percent(rates[0]);
  if (status === 'ambiguous') return 'ambiguous';
  return investment === 0 ? nothingToBuild : 'none';
}

/** Why there is no single rate, or what the one means; a whole sentence. */
export function ratesNote({ status, rates }: Party['irr'], investment: number): string {
  if (status === 'none' && investment === 0) return 'Nothing is built, so there is no money that could earn a rate.';
  switch (status) {
    case 'none':
      return 'There is none: the money never changes its direction, so no rate of interest brings the NPV to 0.';
    case 'ambiguous':
      return `Several rates bring the NPV to 0 (${rates.map((rate) => percent(rate)).join(', ')}), so none of them decides: the NPV does.`;
    default:
      return 'Worth it for whoever can borrow below this rate.';
  }
}

/** `6.65 years`, `never within the 10 years it is judged over`. */
export function paybackNote(value: number | null, horizon: number | null): string {
  if (value === 0) return 'Nothing has to be paid back.';
  const within = horizon === null ? 'the years it is judged over' : `the ${digits(horizon)} years it is judged over`;
  return value === null ? `Never within ${within}.` : `Counted in parts of a year, within ${within}.`;
}

// Rates and years as a reader meets them; "none", "ambiguous" and "never" are answers, not gaps.

import type { Party } from '@crg/api-contract/match';
import { digits, percent } from './format.ts';

export function ratesText({ status, rates }: Party['irr']): string {
  if (status === 'single' && rates[0] !== undefined) return percent(rates[0]);
  return status === 'ambiguous' ? 'ambiguous' : 'none';
}

/** Why there is no single rate, or what the one means; a whole sentence. */
export function ratesNote({ status, rates }: Party['irr']): string {
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

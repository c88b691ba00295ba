// Whether a supply that has been changed still fails in one quality, losses on the way included.
import { qualityResult } from '../judges/quality.ts';
import { offeredTo } from '../pair.ts';
import type { PreparedFlow } from '../prepared-flow.ts';
import type { QualityGap } from './quality-gap.ts';

/** The place and the demand are those of the gap's pair. */
export function failsIn({ pair, parameter }: QualityGap, supply: PreparedFlow): boolean {
  const commonRate = Math.min(supply.rate, pair.demand.rate);
  const changed = { ...pair, supply, commonRate, offered: offeredTo(pair.demand.type, supply) };
  return qualityResult(changed, pair.demand.type.parameters.indexOf(parameter)) === 'fail';
}

// Is there enough in common to be worth the trouble of both sides?
import type { Verdict } from '@crg/domain/match';
import type { Pair } from '../pair.ts';
import { inWords } from '../plain-words.ts';

export function isEnough(pair: Pair): boolean {
  return pair.commonYearly >= (minimumLot(pair) ?? 0);
}

/** Common yearly quantity against the larger of both stated minimum lots, in the demand type's yearly unit. */
export function judgeQuantity(pair: Pair): Verdict {
  const unit = pair.demand.type.yearlyUnit;
  const lot = minimumLot(pair);
  const common = `${inWords(pair.commonYearly, unit)} in common`;
  const text =
    lot === null ? `${common}; neither side states a minimum.` : `${common}, the minimum lot is ${inWords(lot, unit)}.`;
  return {
    judge: 'quantity',
    result: isEnough(pair) ? 'pass' : 'fail',
    value: pair.commonYearly,
    limit: lot,
    unit,
    text,
  };
}

function minimumLot({ supply, demand }: Pair): number | null {
  const ofSupply = supply.minYearlyAmount;
  const ofDemand = demand.minYearlyAmount;
  if (ofSupply === null || ofDemand === null) return ofSupply ?? ofDemand;
  return Math.max(ofSupply, ofDemand);
}

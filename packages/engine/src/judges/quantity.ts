// Is there enough in common to be worth the trouble of both sides?
import type { Verdict } from '@crg/domain/match';
import type { Pair } from '../pair.ts';
import { inWords } from '../plain-words.ts';
import { aloud, type Speak } from './speak.ts';

export function isEnough(pair: Pair): boolean {
  return pair.commonYearly >= (minimumLot(pair) ?? 0);
}

/** Common yearly quantity against the larger of both stated minimum lots, in the demand type's yearly unit. */
export function judgeQuantity(pair: Pair, speak: Speak = aloud): Verdict {
  const lot = minimumLot(pair);
  return {
    judge: 'quantity',
    result: isEnough(pair) ? 'pass' : 'fail',
    value: pair.commonYearly,
    limit: lot,
    unit: pair.demand.type.yearlyUnit,
    text: speak(() => sentence(pair, lot)),
  };
}

function sentence({ commonYearly, demand }: Pair, lot: number | null): string {
  const unit = demand.type.yearlyUnit;
  const common = `${inWords(commonYearly, unit)} in common`;
  return lot === null
    ? `${common}; neither side states a minimum.`
    : `${common}, the minimum lot is ${inWords(lot, unit)}.`;
}

function minimumLot({ supply, demand }: Pair): number | null {
  const ofSupply = supply.minYearlyAmount;
  const ofDemand = demand.minYearlyAmount;
  if (ofSupply === null || ofDemand === null) return ofSupply ?? ofDemand;
  return Math.max(ofSupply, ofDemand);
}

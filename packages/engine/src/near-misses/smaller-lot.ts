// Less in common than a side's minimum lot: that side accepts what there is, and has the trouble of a small lot.
import type { Pair } from '../pair.ts';
import { inWords } from '../plain-words.ts';
import { type PreparedFlow, restated } from '../prepared-flow.ts';
import type { Change, Workshop } from './change.ts';

/** Lowered to three digits below what there is in common; null where there is nothing. */
export function smallerLot({ supply, demand, commonYearly }: Pair, { values }: Workshop): Change | null {
  const lot = roundedDown(commonYearly);
  const bySupply = (supply.minYearlyAmount ?? 0) > commonYearly;
  const byDemand = (demand.minYearlyAmount ?? 0) > commonYearly;
  if (lot <= 0 || !(bySupply || byDemand)) return null;
  const largest = Math.max(supply.minYearlyAmount ?? 0, demand.minYearlyAmount ?? 0);
  const sides = (bySupply ? 1 : 0) + (byDemand ? 1 : 0);
  const who = sides === 2 ? 'both sides accept' : bySupply ? 'the supply accepts' : 'the demand accepts';
  return {
    kind: 'quantity',
    judge: 'quantity',
    paidBy: sides === 2 ? 'both' : bySupply ? 'supplier' : 'receiver',
    costEurPerYear: sides * values['change.small_lot'] * (1 - commonYearly / largest),
    detail: () => `${who} a lot of ${inWords(lot, demand.type.yearlyUnit)} instead of ${inWords(largest, null)}`,
    changed: () => ({ supply: accepting(supply, lot), demand: accepting(demand, lot) }),
  };
}

function accepting(prepared: PreparedFlow, lot: number): PreparedFlow {
  const { limits } = prepared.flow;
  if (limits.minYearlyAmount === null || limits.minYearlyAmount <= lot) return prepared;
  return restated(prepared, { limits: { ...limits, minYearlyAmount: lot } });
}

/** To three digits, as sentences show it: cut off in the written number, because arithmetic may round up. */
function roundedDown(amount: number): number {
  const [digits = '0', exponent = '0'] = amount.toExponential(20).split('e');
  return Number(`${digits.slice(0, 4)}e${exponent}`);
}

// Less in common than a side's minimum lot: that side accepts what there is, and is paid for what is missing.
import type { FactorValues } from '../economics/factor-table.ts';
import { unitWorth } from '../economics/flow-worth.ts';
import type { Pair } from '../pair.ts';
import { inWords } from '../plain-words.ts';
import { type PreparedFlow, restated } from '../prepared-flow.ts';
import type { Change, Workshop } from './change.ts';

/** Lowered to three digits below what there is in common; null where that is less than half of what a side asks for and the rest has no price. */
export function smallerLot(pair: Pair, { values }: Workshop): Change | null {
  const { supply, demand, commonYearly } = pair;
  const lot = roundedDown(commonYearly);
  const missing = [supply, demand]
    .map(({ minYearlyAmount }) => (minYearlyAmount ?? 0) - commonYearly)
    .filter((amount) => amount > 0);
  const largest = Math.max(supply.minYearlyAmount ?? 0, demand.minYearlyAmount ?? 0);
  if (missing.length === 0 || lot <= 0 || !isWithinReach(pair, commonYearly, values)) return null;
  const bySupply = (supply.minYearlyAmount ?? 0) > commonYearly;
  const isBoth = missing.length === 2;
  const who = isBoth ? 'both sides accept' : bySupply ? 'the supply accepts' : 'the demand accepts';
  return {
    kind: 'quantity',
    judge: 'quantity',
    paidBy: isBoth ? 'both' : bySupply ? 'supplier' : 'receiver',
    costEurPerYear: missing.reduce((sum, amount) => sum + lossBy(amount, pair, values), 0),
    detail: () => `${who} a lot of ${inWords(lot, demand.type.yearlyUnit)} instead of ${inWords(largest, null)}`,
    changed: () => ({ supply: accepting(supply, lot), demand: accepting(demand, lot) }),
  };
}

/**
 * Whether so much a year is enough of both sides' minimum lots for them to be asked. What is missing is paid for, as contracts
 * of delivery do; where it has no price here, at least half has to be there.
 */
export function isWithinReach(pair: Pair, yearly: number, values: FactorValues): boolean {
  const largest = Math.max(pair.supply.minYearlyAmount ?? 0, pair.demand.minYearlyAmount ?? 0);
  return yearly >= smallestPart * largest || isPriced(pair, values);
}

/** Goods on a truck have the price of a trip, anything else that of the resource, where that is known. */
function isPriced({ supply, demand }: Pair, values: FactorValues): boolean {
  return supply.type.transport === 'truck' || unitWorth(demand.worth, values) !== 0;
}

/**
 * EUR/a that a side loses by what its lot lacks: the trouble of a small lot, by the part that is missing; for goods on a truck
 * a trip of its own for each load that does not come; for everything else the margin on it, where its worth is known.
 */
function lossBy(missing: number, { supply, demand, commonYearly }: Pair, values: FactorValues): number {
  const trouble = (values['change.small_lot'] * missing) / (missing + commonYearly);
  if (supply.type.transport === 'truck') {
    const load = values[supply.type.measure === 'count' ? 'truck.load_pallets' : 'truck.load'];
    return trouble + (missing / load) * values['truck.minimum'];
  }
  return trouble + missing * Math.abs(unitWorth(demand.worth, values)) * values['change.lot_margin'];
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

/**
 * Of what a side asks for. A minimum lot is there because a machine, a trip or a contract has to pay for itself; where nobody
 * can say what the rest is worth, less than half of it is another business. Judgement.
 */
const smallestPart = 0.5;

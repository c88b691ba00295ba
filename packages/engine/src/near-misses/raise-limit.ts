// Too far: both sides may state a larger limit, and carry the longer way.
import type { FactorValues } from '../economics/factor-table.ts';
import { annuityIn } from '../economics/finance.ts';
import { transportOf } from '../economics/transport/transport.ts';
import type { Pair } from '../pair.ts';
import { inWords } from '../plain-words.ts';
import { type PreparedFlow, restated } from '../prepared-flow.ts';
import type { Change, Workshop } from './change.ts';
import { inSteps } from './quality-gap.ts';

/** The limit to state, in steps of 0.1 km, and what the way beyond today's limit costs a year. */
export function raiseLimit(pair: Pair, { values }: Workshop): Change | null {
  const { distanceKm, limitKm } = pair;
  const neededKm = inSteps({ wanted: distanceKm, parts: 10, rises: true }, (limit) => limit >= distanceKm);
  if (distanceKm <= limitKm || neededKm === null) return null;
  return {
    kind: 'distance',
    judge: 'distance',
    paidBy: 'both',
    costEurPerYear: yearlyTransport(pair, values) - yearlyTransport({ ...pair, distanceKm: limitKm }, values),
    detail: () => `both sides accept ${neededKm} km instead of ${inWords(limitKm, 'km')}`,
    changed: () => ({
      supply: acceptingAtLeast(pair.supply, neededKm),
      demand: acceptingAtLeast(pair.demand, neededKm),
    }),
  };
}

function acceptingAtLeast(prepared: PreparedFlow, neededKm: number): PreparedFlow {
  const { limits } = prepared.flow;
  return restated(prepared, {
    limits: { ...limits, maxDistanceKm: Math.max(limits.maxDistanceKm ?? neededKm, neededKm) },
  });
}

/** EUR/a of carrying the common quantity, investment as an annuity. */
function yearlyTransport(pair: Pair, values: FactorValues): number {
  const { investmentEur, yearlyEur, electricityMwh } = transportOf(pair, values);
  return investmentEur * annuityIn(values) + yearlyEur + electricityMwh * values['price.electricity'];
}

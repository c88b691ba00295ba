// Heat that is not hot enough for all of a demand, but warmer than what comes back from it: it warms a part of the way.
import type { FactorValues } from '../economics/factor-table.ts';
import { spreadOf } from '../economics/transport/heat-spread.ts';
import { directUse, waterFor } from '../formulas/heat.ts';
import { temperatureAfter } from '../formulas/pipes.ts';
import { inWords } from '../plain-words.ts';
import { type PreparedFlow, restated } from '../prepared-flow.ts';
import type { Change } from './change.ts';
import { plantEurPerYear } from './plant.ts';
import { lessBy, type QualityGap } from './quality-gap.ts';

/**
 * The share phi = (T1 - a - T_return)/(T_demand - T_return) of the demand; what is missing comes from what heats it today.
 * null where the demand does not state its return, or the return is as warm as what arrives.
 */
export function preheat(gap: QualityGap, values: FactorValues): Change | null {
  const { pair, from, judge, parameter } = gap;
  const { demand } = pair;
  const returnC = demand.flow.quality.return_temperature_c?.min ?? null;
  const wantedC = demand.flow.quality.temperature_c?.min ?? null;
  if (returnC === null || wantedC === null || !gap.rises || returnC >= wantedC) return null;
  let share = 1;
  let warmedC = wantedC;
  // A smaller take flows more slowly and cools more on the way: a few rounds settle it.
  for (let round = 0; round < rounds; round++) {
    const arrivesC = from - lossOver(gap, Math.min(pair.supply.rate, demand.rate * share));
    warmedC = Math.floor((arrivesC - parameter.allowance) * 10) / 10;
    const approachK = parameter.allowance;
    // What the tenths leave out counts as lost on the way.
    const dropK = from - approachK - warmedC;
    const does = directUse({ supplyC: from, dropK, approachK, demandC: wantedC, demandReturnC: returnC });
    if (does.use !== 'preheat') return null;
    share = does.share;
  }
  return {
    kind: 'preheat',
    judge,
    paidBy: 'receiver',
    share,
    costEurPerYear: plantEurPerYear(
      {
        investmentEur: Math.min(pair.supply.rate, demand.rate * share) * values['converter.plate_heat_exchanger.capex'],
        upkeep: 'converter.plate_heat_exchanger.opex',
        runningEur: 0,
      },
      values,
    ),
    detail: () => `preheat ${inWords(share * 100, '%')} of the demand, from ${inWords(returnC, null)} to ${warmedC} °C`,
    changed: () => ({ supply: pair.supply, demand: takingPart(demand, warmedC, share) }),
  };
}

function lossOver({ pair, from: inletC }: QualityGap, kw: number): number {
  const spread = spreadOf(pair.supply.type.id);
  if (spread === null) return 0;
  return inletC - temperatureAfter({ inletC, lengthM: pair.pipeKm * 1000, kgPerS: waterFor(kw, spread) });
}

function takingPart(demand: PreparedFlow, warmedC: number, share: number): PreparedFlow {
  const { quality } = demand.flow;
  const temperature = { min: warmedC, max: quality.temperature_c?.max ?? null };
  return restated(demand, { quality: { ...quality, temperature_c: temperature }, quantity: lessBy(demand, share) });
}

const rounds = 8;

// The CO2 of a pair in a year as plain numbers: what the city no longer emits, less what the exchange itself emits.
import { type Factor, type FactorId, factor, gridFactor } from './factors.ts';
import type { PairFigures } from './pair-figures.ts';
import { economicsOf } from './type-economics.ts';

/** kg CO2e a year at mid factors; `net` in t. Avoided emissions, never part of either party's own inventory. */
export interface Co2Figures {
  readonly avoidedPurchaseKg: number;
  readonly avoidedDisposalKg: number;
  readonly vehiclesKg: number;
  readonly electricityKg: number;
  readonly netTonnes: number;
  /** Of the receiver's country. */
  readonly grid: FactorId;
}

export function co2FiguresOf({ pair, transport }: PairFigures): Co2Figures {
  const { supply, demand, commonYearly } = pair;
  const grid = gridFactor(demand.site.country);
  const avoidedPurchaseKg = commonYearly * replacedKgPerUnit(demand.type.id, factor(grid));
  const { disposalCo2 } = economicsOf(supply.type.id);
  const avoidedDisposalKg = disposalCo2 === undefined ? 0 : commonYearly * factor(disposalCo2).mid;
  const electricityKg = transport.electricityMwh * 1000 * factor(grid).mid;
  const netKg = avoidedPurchaseKg + avoidedDisposalKg - transport.vehicleCo2Kg - electricityKg;
  return {
    avoidedPurchaseKg,
    avoidedDisposalKg,
    vehiclesKg: transport.vehicleCo2Kg,
    electricityKg,
    netTonnes: netKg / 1000,
    grid,
  };
}

/** kg per unit of the demand's type: displacement x what is replaced; 0 for types without a sourced baseline. */
function replacedKgPerUnit(demandType: string, grid: Factor): number {
  const { replaced } = economicsOf(demandType);
  if (replaced === undefined) return 0;
  const displaced = factor(replaced.displaced).mid;
  return displaced * ('co2' in replaced ? factor(replaced.co2).mid : factor(replaced.electricity).mid * grid.mid);
}

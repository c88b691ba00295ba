// The CO2 of a pair in a year as plain numbers: what the city no longer emits, less what the exchange itself emits.
import type { FactorValues } from './factor-table.ts';
import { type FactorId, gridFactor } from './factors.ts';
import type { PairFigures } from './pair-figures.ts';
import { economicsOf } from './type-economics.ts';

/**
 * kg CO2e a year; `net` in t. Avoided emissions, never part of either party's own inventory. Where the grid of the
 * receiver's country is not known, everything that is electricity is left out of every number.
 */
export interface Co2Figures {
  readonly avoidedPurchaseKg: number;
  readonly avoidedDisposalKg: number;
  readonly vehiclesKg: number;
  readonly electricityKg: number;
  readonly netTonnes: number;
  /** Of the receiver's country; null when not known. */
  readonly grid: FactorId | null;
}

/** @param figures worked out at the same `values` */
export function co2FiguresOf({ pair, transport }: PairFigures, values: FactorValues): Co2Figures {
  const { supply, demand, commonYearly } = pair;
  const grid = gridFactor(demand.site.country);
  const kgPerKwh = grid === null ? 0 : values[grid];
  const avoidedPurchaseKg = commonYearly * replacedKgPerUnit(demand.type.id, kgPerKwh, values);
  const { disposalCo2 } = economicsOf(supply.type.id);
  const avoidedDisposalKg = disposalCo2 === undefined ? 0 : commonYearly * values[disposalCo2];
  const electricityKg = transport.electricityMwh * 1000 * kgPerKwh;
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
function replacedKgPerUnit(demandType: string, gridKgPerKwh: number, values: FactorValues): number {
  const { replaced } = economicsOf(demandType);
  if (replaced === undefined) return 0;
  const displaced = values[replaced.displaced];
  return displaced * ('co2' in replaced ? values[replaced.co2] : values[replaced.electricity] * gridKgPerKwh);
}

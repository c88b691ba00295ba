// The CO2 of a pair in a year as plain numbers: what the city no longer emits, less what the exchange itself emits.
import { avoidedCo2, type Replaced } from '../formulas/co2.ts';
import type { FactorValues } from './factor-table.ts';
import { type FactorId, gridFactor } from './factors.ts';
import type { PairFigures } from './pair-figures.ts';
import { economicsOf } from './type-economics.ts';

/**
 * kg CO2e a year; `net` in t. Avoided emissions, never part of either party's own inventory. Electricity is that of the country
 * it is used in: a converter stands at the supplier's, what it replaces and the pumps at the receiver's. Where the grid of one of
 * both is not known, everything that is electricity there is left out.
 */
export interface Co2Figures {
  readonly avoidedPurchaseKg: number;
  readonly avoidedDisposalKg: number;
  readonly vehiclesKg: number;
  readonly electricityKg: number;
  /** What a converter causes: its electricity, the heat it buys, what escapes from it. 0 for a pair without one. */
  readonly converterElectricityKg: number;
  readonly converterHeatKg: number;
  readonly escapedKg: number;
  readonly netTonnes: number;
  /** Of the receiver's country; null when not known. */
  readonly grid: FactorId | null;
  /** Of the supplier's country, where a converter stands; null when not known. */
  readonly converterGrid: FactorId | null;
}

/** @param figures worked out at the same `values` */
export function co2FiguresOf(
  { pair, transport, conversion, delivered, gasEnergy }: PairFigures,
  values: FactorValues,
): Co2Figures {
  const { supply, demand, commonYearly } = pair;
  const grid = gridFactor(demand.site.country);
  const converterGrid = gridFactor(supply.site.country);
  const kgPerKwh = grid === null ? 0 : values[grid];
  const converterKgPerKwh = converterGrid === null ? 0 : values[converterGrid];
  const replaced = replacedBy(demand.type.id, { quantity: delivered * gasEnergy.ratio, kgPerKwh, values });
  const { disposalCo2 } = economicsOf((pair.conversion?.input ?? supply).type.id);
  const diverted = conversion?.divertedYearly ?? commonYearly;
  const avoidedDisposalKg = disposalCo2 === undefined ? 0 : diverted * values[disposalCo2];
  const electricityKg = transport.electricityMwh * 1000 * kgPerKwh;
  const converterElectricityKg = (conversion?.electricityMwh ?? 0) * 1000 * converterKgPerKwh;
  const converterHeatKg = conversion === null ? 0 : conversion.heatMwh * values['co2.boiler_heat'];
  const escapedKg = conversion?.directCo2Kg ?? 0;
  const net = avoidedCo2({
    replaced,
    disposal: avoidedDisposalKg,
    transport: transport.vehicleCo2Kg + electricityKg,
    conversion: converterElectricityKg + converterHeatKg + escapedKg,
  });
  return {
    avoidedPurchaseKg: avoidedCo2({ replaced }),
    avoidedDisposalKg,
    vehiclesKg: transport.vehicleCo2Kg,
    electricityKg,
    converterElectricityKg,
    converterHeatKg,
    escapedKg,
    netTonnes: net / 1000,
    grid,
    converterGrid,
  };
}

/** What the demand's type replaces, kg per unit; nothing for types without a sourced baseline. */
function replacedBy(
  demandType: string,
  { quantity, kgPerKwh, values }: { quantity: number; kgPerKwh: number; values: FactorValues },
): readonly Replaced[] {
  const { replaced } = economicsOf(demandType);
  if (replaced === undefined) return [];
  const perUnit = 'co2' in replaced ? values[replaced.co2] : values[replaced.electricity] * kgPerKwh;
  return [{ quantity, displaced: values[replaced.displaced], perUnit }];
}

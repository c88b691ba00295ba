// The CO2 of a pair in a year as plain numbers: what the city no longer emits, less what the exchange itself emits.
import { avoidedCo2, type Replaced } from '../formulas/co2.ts';
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
  /** What a converter causes: its electricity, the heat it buys, what escapes from it. 0 for a pair without one. */
  readonly converterElectricityKg: number;
  readonly converterHeatKg: number;
  readonly escapedKg: number;
  readonly netTonnes: number;
  /** Of the receiver's country; null when not known. */
  readonly grid: FactorId | null;
}

/** @param figures worked out at the same `values` */
export function co2FiguresOf(
  { pair, transport, conversion, delivered }: PairFigures,
  values: FactorValues,
): Co2Figures {
  const { supply, demand, commonYearly } = pair;
  const grid = gridFactor(demand.site.country);
  const kgPerKwh = grid === null ? 0 : values[grid];
  const replaced = replacedBy(demand.type.id, { quantity: delivered, kgPerKwh, values });
  const { disposalCo2 } = economicsOf((pair.conversion?.input ?? supply).type.id);
  const diverted = conversion?.divertedYearly ?? commonYearly;
  const avoidedDisposalKg = disposalCo2 === undefined ? 0 : diverted * values[disposalCo2];
  const electricityKg = transport.electricityMwh * 1000 * kgPerKwh;
  const converterElectricityKg = (conversion?.electricityMwh ?? 0) * 1000 * kgPerKwh;
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

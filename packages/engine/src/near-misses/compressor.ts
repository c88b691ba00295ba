// A gas or air at too low a pressure: compressed in stages with cooling in between.
import type { FactorValues } from '../economics/factor-table.ts';
import { adiabaticKwh, gases, stagesFor } from '../formulas/gas.ts';
import { inWords } from '../plain-words.ts';
import type { Change } from './change.ts';
import { outletPressure } from './outlet-pressure.ts';
import { feedOf, kwhPerMwh, plantEurPerYear } from './plant.ts';
import { type QualityGap, stepInWords, treated } from './quality-gap.ts';

/** At most four stages of ratio 4; null below 0.5 bar, where a vacuum pump would be another machine. */
export function gasCompressor(gap: QualityGap, values: FactorValues): Change | null {
  const { pair, from } = gap;
  if (pair.supply.type.family !== 'gas' || from < lowestInletBar) return null;
  const to = outletPressure(gap);
  if (to === null) return null;
  const ratio = to / from;
  const stages = stagesFor(ratio);
  if (stages > mostStages) return null;
  const isentropicExponent = exponentOf(pair.supply.type.id);
  const kwhPerM3 =
    adiabaticKwh({ ratio, inletC, isentropicExponent, stages }) / values['converter.gas_compressor.efficiency'];
  const { rate, yearly } = feedOf(pair);
  return treated(gap, {
    kind: 'compressor',
    paidBy: 'receiver',
    to,
    costEurPerYear: plantEurPerYear(
      {
        investmentEur: rate * kwhPerM3 * values['converter.gas_compressor.capex'],
        upkeep: 'converter.gas_compressor.opex',
        runningEur: (yearly * kwhPerM3 * values['price.electricity']) / kwhPerMwh,
      },
      values,
    ),
    detail: () =>
      `compress ${stepInWords(gap, to)} in ${stages} ${stages === 1 ? 'stage' : 'stages'}, ${inWords(kwhPerM3, 'kWh/m3')}`,
  });
}

/** Gases of two atoms behave as air; what is mostly methane as methane. */
function exponentOf(typeId: string): number {
  if (typeId === 'gas.co2') return gases.carbonDioxide.isentropicExponent;
  if (typeId === 'gas.hydrogen') return gases.hydrogen.isentropicExponent;
  return ofTwoAtoms.has(typeId) ? gases.air.isentropicExponent : gases.methane.isentropicExponent;
}

const ofTwoAtoms: ReadonlySet<string> = new Set(['gas.nitrogen', 'gas.oxygen', 'gas.compressed_air']);
const inletC = 20;
const mostStages = 4;
const lowestInletBar = 0.5;

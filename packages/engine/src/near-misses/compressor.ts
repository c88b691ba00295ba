// A gas or air at too low a pressure: compressed in stages with cooling in between.
import type { FactorValues } from '../economics/factor-table.ts';
import { gasOf } from '../economics/transport/gas-of-type.ts';
import { adiabaticKwh, stagesFor } from '../formulas/gas.ts';
import { inWords } from '../plain-words.ts';
import type { Change } from './change.ts';
import { outletPressure } from './outlet-pressure.ts';
import { feedOf, kwhPerMwh, plantEurPerYear } from './plant.ts';
import { type QualityGap, stepInWords, treated } from './quality-gap.ts';

/** At most four stages of ratio 4; null below 0.5 bar, where a vacuum pump would be another machine. */
export function gasCompressor(gap: QualityGap, values: FactorValues, dearest: number): Change | null {
  const { pair, from } = gap;
  if (from < lowestInletBar) return null;
  // Without the way, and cooled in as many stages as can be, it would cost less.
  const atLeast = compressionTo(Math.max(from, gap.to), gap, values, mostStages);
  if (atLeast.costEurPerYear > dearest) return null;
  const to = outletPressure(gap);
  if (to === null) return null;
  const { stages, kwhPerM3, costEurPerYear } = compressionTo(to, gap, values);
  if (pair.supply.type.family !== 'gas' || stages > mostStages) return null;
  return treated(gap, {
    kind: 'compressor',
    paidBy: 'receiver',
    to,
    costEurPerYear,
    detail: () =>
      `compress ${stepInWords(gap, to)} in ${stages} ${stages === 1 ? 'stage' : 'stages'}, ${inWords(kwhPerM3, 'kWh/m3')}`,
  });
}

interface CompressionCost {
  readonly stages: number;
  readonly kwhPerM3: number;
  readonly costEurPerYear: number;
}

function compressionTo(
  bar: number,
  { pair, from }: QualityGap,
  values: FactorValues,
  stages = stagesFor(bar / from),
): CompressionCost {
  const ratio = bar / from;
  const { isentropicExponent } = gasOf(pair.supply.type.id);
  const kwhPerM3 =
    adiabaticKwh({ ratio, inletC, isentropicExponent, stages }) / values['converter.gas_compressor.efficiency'];
  const { rate, yearly } = feedOf(pair);
  const costEurPerYear = plantEurPerYear(
    {
      investmentEur: rate * kwhPerM3 * values['converter.gas_compressor.capex'],
      upkeep: 'converter.gas_compressor.opex',
      runningEur: (yearly * kwhPerM3 * values['price.electricity']) / kwhPerMwh,
    },
    values,
  );
  return { stages, kwhPerM3, costEurPerYear };
}

const inletC = 20;
const mostStages = 4;
const lowestInletBar = 0.5;

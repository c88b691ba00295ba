// Heat that is not hot enough: a heat pump at the source lifts it.
import type { FactorValues } from '../economics/factor-table.ts';
import { annuityIn } from '../economics/finance.ts';
import { coefficientOfPerformance, heatPumpFits } from '../formulas/heat-pump.ts';
import { inWords, numberWord } from '../plain-words.ts';
import type { Change } from './change.ts';
import { outletTemperature } from './outlet-temperature.ts';
import { type QualityGap, treated } from './quality-gap.ts';

/** null when no pump on the market can do it: more than 95 K, above 160 °C, or a COP below 1.5. */
export function heatPump(gap: QualityGap, values: FactorValues, dearest: number): Change | null {
  const { from: sourceC, to, rises } = gap;
  // Without the way it would cost less, and be easier.
  if (!rises || pumpTo(Math.max(sourceC, to), gap, values).costEurPerYear > dearest) return null;
  const outletC = outletTemperature(gap);
  if (outletC === null) return null;
  const { cop, costEurPerYear } = pumpTo(outletC, gap, values);
  if (!heatPumpFits({ sourceC, outletC, cop })) return null;
  return treated(gap, {
    kind: 'heat_pump',
    paidBy: 'receiver',
    to: outletC,
    costEurPerYear,
    detail: () => `lift ${inWords(outletC - sourceC, 'K')} to ${outletC} °C, COP ${numberWord(cop)}`,
  });
}

function pumpTo(
  outletC: number,
  { pair, from }: QualityGap,
  values: FactorValues,
): { cop: number; costEurPerYear: number } {
  const cop = coefficientOfPerformance({ sourceC: from, outletC, grade: values['heat_pump.quality_grade'] });
  const eurPerKw = values[outletC > 90 ? 'heat_pump.above_90' : 'heat_pump.to_90'];
  const electricityEur = (pair.commonYearly / cop) * values['price.electricity'];
  return { cop, costEurPerYear: electricityEur + pair.commonRate * eurPerKw * annuityIn(values) };
}

// Heat that is not hot enough: a heat pump at the source lifts it.
import type { FactorValues } from '../economics/factor-table.ts';
import { annuityIn } from '../economics/finance.ts';
import { coefficientOfPerformance, heatPumpFits } from '../formulas/heat-pump.ts';
import { inWords, numberWord } from '../plain-words.ts';
import type { Change } from './change.ts';
import { outletTemperature } from './outlet-temperature.ts';
import { type QualityGap, treated } from './quality-gap.ts';

/** null when no pump on the market can do it: more than 95 K, above 160 °C, or a COP below 1.5. */
export function heatPump(gap: QualityGap, values: FactorValues): Change | null {
  const { pair, from: sourceC } = gap;
  const outletC = gap.rises ? outletTemperature(gap) : null;
  if (outletC === null) return null;
  const cop = coefficientOfPerformance({ sourceC, outletC, grade: values['heat_pump.quality_grade'] });
  if (!heatPumpFits({ sourceC, outletC, cop })) return null;
  const eurPerKw = values[outletC > 90 ? 'heat_pump.above_90' : 'heat_pump.to_90'];
  return treated(gap, {
    kind: 'heat_pump',
    paidBy: 'receiver',
    to: outletC,
    costEurPerYear:
      (pair.commonYearly / cop) * values['price.electricity'] + pair.commonRate * eurPerKw * annuityIn(values),
    detail: () => `lift ${inWords(outletC - sourceC, 'K')} to ${outletC} °C, COP ${numberWord(cop)}`,
  });
}

// Heat that is not hot enough: a heat pump at the source lifts it.
import type { FactorValues } from '../economics/factor-table.ts';
import { coefficientOfPerformance, heatPumpFits, heatPumpLimits } from '../formulas/heat-pump.ts';
import { inWords, numberWord } from '../plain-words.ts';
import type { Change } from './change.ts';
import { outletTemperature } from './outlet-temperature.ts';
import { feedOf, plantEurPerYear } from './plant.ts';
import { type QualityGap, treated } from './quality-gap.ts';

/** null when no pump on the market can do it: more than 95 K, above 160 °C, or a COP below 1.5. */
export function heatPump(gap: QualityGap, values: FactorValues, dearest: number): Change | null {
  const { from: sourceC, to, rises } = gap;
  // Without the way it would cost less, and be easier.
  if (!rises || pumpTo(Math.max(sourceC, to), gap, values).costEurPerYear > dearest) return null;
  const outletC = pumpedTemperature(gap, values);
  if (outletC === null) return null;
  const { cop, share, costEurPerYear } = pumpTo(outletC, gap, values);
  if (!heatPumpFits({ sourceC, outletC, cop })) return null;
  return treated(gap, {
    kind: 'heat_pump',
    paidBy: 'receiver',
    to: outletC,
    share,
    costEurPerYear,
    detail: () => `lift ${inWords(outletC - sourceC, 'K')} to ${outletC} °C, COP ${numberWord(cop)}`,
  });
}

/**
 * How much heat comes decides what is lost on the way, and how hot it has to leave how much comes. Settled from the smaller
 * amount, so that what is counted on is there; null where it does not settle, and where nothing will do.
 */
function pumpedTemperature(gap: QualityGap, values: FactorValues): number | null {
  let outletC = outletTemperature(gap);
  for (let tries = 0; outletC !== null && tries < mostTries; tries++) {
    const { share } = pumpTo(outletC, gap, values);
    const next = outletTemperature(gap, share);
    if (next === outletC) return outletC;
    outletC = next;
  }
  return null;
}

interface Pump {
  readonly cop: number;
  /** Heat that leaves the pump over heat that enters it: Q_h = Q_c + P. */
  readonly share: number;
  readonly costEurPerYear: number;
}

function pumpTo(outletC: number, { pair, from }: QualityGap, values: FactorValues): Pump {
  const cop = coefficientOfPerformance({ sourceC: from, outletC, grade: values['heat_pump.quality_grade'] });
  // A pump that fits is never worse; of one that does not, only a cost that is high enough is asked for.
  const share = 1 / (1 - 1 / Math.max(cop, heatPumpLimits.smallestCop));
  const isHigh = outletC > hottestOfUsualPumpsC;
  const { rate, yearly } = feedOf(pair, share);
  const costEurPerYear = plantEurPerYear(
    {
      investmentEur: rate * share * values[isHigh ? 'heat_pump.above_90' : 'heat_pump.to_90'],
      upkeep: isHigh ? 'converter.heat_pump_high.opex' : 'converter.heat_pump_90.opex',
      runningEur: ((yearly * share) / cop) * values['price.electricity'],
    },
    values,
  );
  return { cop, share, costEurPerYear };
}

const hottestOfUsualPumpsC = 90;
const mostTries = 5;

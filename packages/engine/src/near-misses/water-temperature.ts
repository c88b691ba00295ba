// Water that is too hot or too cold for its use: a cooling tower, a chiller, or a heater.
import type { FactorValues } from '../economics/factor-table.ts';
import { chillerEer } from '../formulas/heat-pump.ts';
import { inWords } from '../plain-words.ts';
import type { Change } from './change.ts';
import { failsIn } from './fails-in.ts';
import { feedOf, kwhPerM3K, kwhPerMwh, plantEurPerYear } from './plant.ts';
import { inSteps, type QualityGap, supplyReaching, treated } from './quality-gap.ts';

/** A tower or dry cooler down to 25 °C, which summer allows nearly everywhere; a chiller below. */
export function waterCooler(gap: QualityGap, values: FactorValues): Change | null {
  const { pair, from } = gap;
  if (pair.supply.type.family !== 'water' || gap.rises) return null;
  const outletC = reached(gap);
  if (outletC === null || outletC < coldestC) return null;
  const { rate, yearly } = feedOf(pair);
  const kwhPerM3 = kwhPerM3K * (from - outletC);
  const isTower = outletC >= warmestSummerC;
  const eer = isTower
    ? fansEer
    : chillerEer({ coldC: outletC, rejectC: rejectC, grade: values['change.chiller_grade'] });
  return treated(gap, {
    kind: isTower ? 'cooler' : 'chiller',
    paidBy: 'supplier',
    to: outletC,
    costEurPerYear: plantEurPerYear(
      {
        investmentEur: rate * kwhPerM3 * values[isTower ? 'change.cooler' : 'change.chiller'],
        runningEur: (((yearly * kwhPerM3) / eer) * values['price.electricity']) / kwhPerMwh,
      },
      values,
    ),
    detail: () => `cool by ${inWords(from - outletC, 'K')} to ${outletC} °C`,
  });
}

/** Heat from a boiler through an exchanger, up to 95 °C. */
export function waterHeater(gap: QualityGap, values: FactorValues): Change | null {
  const { pair, from } = gap;
  if (pair.supply.type.family !== 'water' || !gap.rises) return null;
  const outletC = reached(gap);
  if (outletC === null || outletC > hottestWaterC) return null;
  const { rate, yearly } = feedOf(pair);
  const kwhPerM3 = kwhPerM3K * (outletC - from);
  return treated(gap, {
    kind: 'heater',
    paidBy: 'receiver',
    to: outletC,
    costEurPerYear: plantEurPerYear(
      {
        investmentEur: rate * kwhPerM3 * values['converter.plate_heat_exchanger.capex'],
        upkeep: 'converter.plate_heat_exchanger.opex',
        runningEur: (yearly * kwhPerM3 * values['price.boiler_heat']) / kwhPerMwh,
      },
      values,
    ),
    detail: () => `warm by ${inWords(outletC - from, 'K')} to ${outletC} °C`,
  });
}

function reached(gap: QualityGap): number | null {
  return inSteps({ wanted: gap.to, parts: 10, rises: gap.rises }, (value) => !failsIn(gap, supplyReaching(gap, value)));
}

const warmestSummerC = 25;
const coldestC = 2;
const hottestWaterC = 95;
const rejectC = 35;
/** Heat removed over the electricity of fans and pumps. */
const fansEer = 40;

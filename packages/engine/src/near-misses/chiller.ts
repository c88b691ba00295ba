// Cold that is not cold enough: a compressor chiller lets its warmth go into the cold that is there.
import type { FactorValues } from '../economics/factor-table.ts';
import { chillerEer } from '../formulas/heat-pump.ts';
import { inWords, numberWord } from '../plain-words.ts';
import type { Change } from './change.ts';
import { failsIn } from './fails-in.ts';
import { feedOf, plantEurPerYear } from './plant.ts';
import { inSteps, type QualityGap, supplyReaching, treated } from './quality-gap.ts';

/** The supplied cold takes up what the chiller takes out and the chiller's own power, so a little less of it is left. */
export function chiller(gap: QualityGap, values: FactorValues): Change | null {
  const { pair, from } = gap;
  if (pair.supply.type.id !== 'cooling.chilled_water') return null;
  const coldC = inSteps(
    { wanted: gap.to, parts: 10, rises: false },
    (outletC) => !failsIn(gap, supplyReaching(gap, outletC)),
  );
  if (coldC === null || coldC < coldestBrineC) return null;
  const eer = chillerEer({ coldC, rejectC: from + exchangersK, grade: values['change.chiller_grade'] });
  const share = eer / (1 + eer);
  const { rate, yearly } = feedOf(pair, share);
  return treated(gap, {
    kind: 'chiller',
    paidBy: 'receiver',
    to: coldC,
    share,
    costEurPerYear: plantEurPerYear(
      {
        investmentEur: rate * share * values['change.chiller'],
        runningEur: ((yearly * share) / eer) * values['price.electricity'],
      },
      values,
    ),
    detail: () => `cool by ${inWords(from - coldC, 'K')} to ${coldC} °C, EER ${numberWord(eer)}`,
  });
}

/** Between refrigerant and water on both sides together. */
const exchangersK = 10;
const coldestBrineC = -40;

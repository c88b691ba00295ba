// Cold that is not cold enough: a compressor chiller lets its warmth go into the cold that is there.
import type { FactorValues } from '../economics/factor-table.ts';
import { chillerEer } from '../formulas/heat-pump.ts';
import { inWords, numberWord } from '../plain-words.ts';
import type { Change } from './change.ts';
import { outletTemperature } from './outlet-temperature.ts';
import { feedOf, plantEurPerYear } from './plant.ts';
import { type QualityGap, treated } from './quality-gap.ts';

/** The supplied cold takes up what the chiller takes out and the chiller's own power, so a little less of it is left. */
export function chiller(gap: QualityGap, values: FactorValues): Change | null {
  const { pair, from } = gap;
  if (pair.supply.type.id !== 'cooling.chilled_water') return null;
  // What is left decides what is lost on the way, and how cold it has to leave decides what is left: twice is enough.
  const first = outletTemperature(gap);
  if (first === null || first < coldestBrineC) return null;
  const share = shareLeft({ from, coldC: first }, values);
  const coldC = outletTemperature(gap, share);
  if (coldC === null || coldC < coldestBrineC) return null;
  const eer = eerOf({ from, coldC }, values);
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

interface Step {
  readonly from: number;
  readonly coldC: number;
}

function eerOf({ from, coldC }: Step, values: FactorValues): number {
  return chillerEer({ coldC, rejectC: from + exchangersK, grade: values['change.chiller_grade'] });
}

function shareLeft(step: Step, values: FactorValues): number {
  const eer = eerOf(step, values);
  return eer / (1 + eer);
}

/** Between refrigerant and water on both sides together. */
const exchangersK = 10;
const coldestBrineC = -40;

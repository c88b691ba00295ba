// Traces in a gas, and what a filter holds back: beds, catalysts and filters for the last of it.
import type { FactorValues } from '../economics/factor-table.ts';
import { inWords } from '../plain-words.ts';
import type { Change } from './change.ts';
import { feedOf, plantEurPerYear } from './plant.ts';
import { type QualityGap, stepInWords, treated } from './quality-gap.ts';

/** Up to 1 % in the feed, down to a hundredth of a part per million; the part of the gas that it takes, at 99.9 %. */
export function gasPolishing(gap: QualityGap, values: FactorValues): Change | null {
  const { pair, from, to, parameter } = gap;
  const perMillion = parameter.unit === '%' ? perMillionInPercent : 1;
  const part = (from - to) / (from * bedEfficiency);
  if (!(part > 0 && part <= 1) || from * perMillion > dirtiestPpm || to * perMillion < cleanestPpm) return null;
  return treated(gap, {
    kind: 'purification',
    paidBy: 'receiver',
    costEurPerYear: feedOf(pair).yearly * part * values['change.gas_polishing'],
    detail: () => `polish the gas, ${parameter.label.toLowerCase()} ${stepInWords(gap, to)}`,
  });
}

/** Activated carbon, by what it takes up; down to 0.1 mg/m3. */
export function siloxaneRemoval(gap: QualityGap, values: FactorValues): Change | null {
  const { pair, from, to } = gap;
  if (to < cleanestSiloxanes) return null;
  const kilograms = (feedOf(pair).yearly * (from - to)) / milligramsPerKilogram;
  return treated(gap, {
    kind: 'purification',
    paidBy: 'receiver',
    costEurPerYear: kilograms * values['change.siloxane_removal'],
    detail: () => `take siloxanes out ${stepInWords(gap, to)}`,
  });
}

/** Coalescing and particle filters of compressed air: one more for each class of ISO 8573-1; class 0 is whatever a user names. */
export function airFilter(gap: QualityGap, values: FactorValues): Change | null {
  const { pair, from, to, parameter } = gap;
  if (to < bestClass) return null;
  return treated(gap, {
    kind: 'purification',
    paidBy: 'receiver',
    costEurPerYear: plantEurPerYear(
      { investmentEur: feedOf(pair).rate * Math.ceil(from - to) * values['change.gas_filter'], runningEur: 0 },
      values,
    ),
    detail: () => `filter the air, ${parameter.label.toLowerCase()} ${inWords(from, null)} to ${inWords(to, null)}`,
  });
}

const perMillionInPercent = 10_000;
const dirtiestPpm = 10_000;
const cleanestPpm = 0.01;
const bedEfficiency = 0.999;
const cleanestSiloxanes = 0.1;
const milligramsPerKilogram = 1e6;
const bestClass = 1;

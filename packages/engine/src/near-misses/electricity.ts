// Electricity at another voltage, or not green enough.
import type { FactorValues } from '../economics/factor-table.ts';
import { inWords } from '../plain-words.ts';
import type { Change } from './change.ts';
import { feedOf, plantEurPerYear } from './plant.ts';
import { type QualityGap, stepInWords, treated } from './quality-gap.ts';

/** Up to 150 kV, which is what a city's works are connected to. */
export function transformer(gap: QualityGap, values: FactorValues): Change | null {
  const { pair, from, to } = gap;
  if (to <= 0 || from <= 0 || Math.max(from, to) > highestKilovolt) return null;
  const loss = values['change.transformer_loss'];
  const { rate, yearly } = feedOf(pair, 1 - loss);
  return treated(gap, {
    kind: 'transformer',
    paidBy: 'receiver',
    share: 1 - loss,
    costEurPerYear: plantEurPerYear(
      {
        investmentEur: values['change.transformer_bay'] + rate * values['change.transformer'],
        runningEur: yearly * loss * values['price.electricity'],
      },
      values,
    ),
    detail: () => `transform ${stepInWords(gap, to)}`,
  });
}

/** Guarantees of origin for the share that is missing. */
export function greenCertificates(gap: QualityGap, values: FactorValues): Change | null {
  const { pair, from, to } = gap;
  const mwh = (feedOf(pair).yearly * (to - from)) / 100;
  return treated(gap, {
    kind: 'green_certificates',
    paidBy: 'receiver',
    costEurPerYear: mwh * values['price.guarantee_of_origin'],
    detail: () => `guarantees of origin for ${inWords(mwh, 'MWh/a')}, renewable share ${stepInWords(gap, to)}`,
  });
}

const highestKilovolt = 150;

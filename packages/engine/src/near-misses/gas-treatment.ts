// Gases that are not pure, dry or clean enough.
import type { FactorValues } from '../economics/factor-table.ts';
import { inWords } from '../plain-words.ts';
import type { Change } from './change.ts';
import { feedOf, kwhPerMwh, plantEurPerYear } from './plant.ts';
import { type QualityGap, stepInWords, treated } from './quality-gap.ts';

/** Pressure swing, membrane or liquefaction: what is not wanted leaves, and some of what is wanted with it. */
export function gasPurification(gap: QualityGap, values: FactorValues): Change | null {
  const { pair, from, to } = gap;
  if (pair.supply.type.family !== 'gas' || from < leanestFeedPercent || to > purestPercent) return null;
  const share = (from / to) * values['change.gas_recovery'];
  return treated(gap, {
    kind: 'purification',
    paidBy: 'receiver',
    share,
    costEurPerYear: feedOf(pair, share).yearly * values['change.gas_purification'],
    detail: () => `purify ${stepInWords(gap, to)}, ${inWords(share * 100, '%')} of the gas is left`,
  });
}

/** Activated carbon, iron or a biological washer, by the sulphide taken out; down to 1 mg/m3. */
export function desulphurisation(gap: QualityGap, values: FactorValues): Change | null {
  const { pair, from, to } = gap;
  if (to < cleanestSulphide) return null;
  const kilograms = (feedOf(pair).yearly * (from - to)) / milligramsPerKilogram;
  return treated(gap, {
    kind: 'desulphurisation',
    paidBy: 'receiver',
    costEurPerYear: kilograms * values['change.desulphurisation'],
    detail: () => `take hydrogen sulphide out ${stepInWords(gap, to)}`,
  });
}

/** A refrigeration dryer down to 3 °C, adsorption down to -70 °C: both at the price of the latter, which is the dearer. */
export function gasDrying(gap: QualityGap, values: FactorValues): Change | null {
  const { pair, to } = gap;
  if (to < driestDewPointC) return null;
  const { rate, yearly } = feedOf(pair);
  return treated(gap, {
    kind: 'gas_drying',
    paidBy: 'receiver',
    costEurPerYear: plantEurPerYear(
      {
        investmentEur: rate * values['change.gas_dryer'],
        runningEur: (yearly * values['change.gas_dryer_power'] * values['price.electricity']) / kwhPerMwh,
      },
      values,
    ),
    detail: () => `dry to a dew point of ${inWords(to, '°C')}`,
  });
}

/** A fabric or electric filter for the part of a flue or fuel gas that has to be cleaned, at 99 %; down to 2 mg/m3 behind it. */
export function dedusting(gap: QualityGap, values: FactorValues): Change | null {
  const { pair, from, to } = gap;
  const share = (from - to) / (from * filterEfficiency);
  if (share > 1 || to < cleanestDust) return null;
  return treated(gap, {
    kind: 'dedusting',
    paidBy: 'receiver',
    costEurPerYear: plantEurPerYear(
      {
        investmentEur:
          feedOf(pair).rate *
          share *
          values[pair.supply.type.family === 'gas' ? 'change.gas_filter' : 'change.dedusting'],
        runningEur: 0,
      },
      values,
    ),
    detail: () => `filter dust ${stepInWords(gap, to)}`,
  });
}

const leanestFeedPercent = 20;
/** Beyond it every single contaminant decides, and a share of the whole says too little. */
const purestPercent = 99.99;
const cleanestSulphide = 1;
const milligramsPerKilogram = 1e6;
const driestDewPointC = -70;
const filterEfficiency = 0.99;
const cleanestDust = 2;

// Stored or carried goods that are kept too warm or too cold: a cooling or heating unit of the store or the trailer.
import type { FactorValues } from '../economics/factor-table.ts';
import { inWords } from '../plain-words.ts';
import type { Change } from './change.ts';
import { feedOf } from './plant.ts';
import { type QualityGap, treated } from './quality-gap.ts';

export function climateControl(gap: QualityGap, values: FactorValues): Change | null {
  const { pair, from, to } = gap;
  if (pair.supply.type.family !== 'logistics') return null;
  const tonnes = feedOf(pair).yearly * (pair.supply.type.measure === 'count' ? tonnesPerPallet : 1);
  const kelvin = Math.abs(to - from);
  return treated(gap, {
    kind: 'climate_control',
    paidBy: 'supplier',
    costEurPerYear: tonnes * kelvin * values['change.climate_control'],
    detail: () => `keep it ${inWords(kelvin, 'K')} ${gap.rises ? 'warmer' : 'colder'}, at ${inWords(to, '°C')}`,
  });
}

const tonnesPerPallet = 0.6;

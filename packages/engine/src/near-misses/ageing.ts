// Slag and ash that still swell: free lime takes up water and carbon dioxide while the heap is watered and turned.
import type { FactorValues } from '../economics/factor-table.ts';
import type { Change } from './change.ts';
import { feedOf } from './plant.ts';
import { type QualityGap, stepInWords, treated } from './quality-gap.ts';

/** Some months take out up to 80 %; of a part of the heap as much less as is wanted. */
export function ageing(gap: QualityGap, values: FactorValues): Change | null {
  const { pair, from, to } = gap;
  const part = (from - to) / (from * agedShare);
  if (!(part > 0 && part <= 1)) return null;
  return treated(gap, {
    kind: 'ageing',
    paidBy: 'supplier',
    costEurPerYear: feedOf(pair).yearly * part * values['change.ageing'],
    detail: () => `let it age for some months, free lime ${stepInWords(gap, to)}`,
  });
}

const agedShare = 0.8;

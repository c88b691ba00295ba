// A pH outside the window: acid or lye, dosed.
import type { FactorValues } from '../economics/factor-table.ts';
import { inWords } from '../plain-words.ts';
import type { Change } from './change.ts';
import { feedOf, plantEurPerYear } from './plant.ts';
import { type QualityGap, treated } from './quality-gap.ts';

/** A tonne of a slurry or solution counts as a m3. */
export function neutralisation(gap: QualityGap, values: FactorValues): Change | null {
  const { pair, from, to } = gap;
  const steps = Math.abs(to - from);
  return treated(gap, {
    kind: 'neutralisation',
    paidBy: 'supplier',
    costEurPerYear: plantEurPerYear(
      {
        investmentEur: values['change.dosing_station'],
        runningEur: feedOf(pair).yearly * steps * values['change.neutralisation'],
      },
      values,
    ),
    detail: () => `dose ${gap.rises ? 'lye' : 'acid'} from pH ${inWords(from, null)} to pH ${inWords(to, null)}`,
  });
}

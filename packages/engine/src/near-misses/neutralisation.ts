// A pH outside the window: acid or lye, dosed.
import type { FactorValues } from '../economics/factor-table.ts';
import { ionsMolPerM3 } from '../formulas/water.ts';
import { inWords } from '../plain-words.ts';
import type { Change } from './change.ts';
import { feedOf, plantEurPerYear } from './plant.ts';
import { type QualityGap, treated } from './quality-gap.ts';

/** What buffers the water takes the same for every step, what does not ten times as much; a tonne of a slurry or solution counts as a m3. */
export function neutralisation(gap: QualityGap, values: FactorValues): Change | null {
  const { pair, from, to } = gap;
  const eurPerM3 =
    Math.abs(to - from) * values['change.neutralisation'] +
    (ionsMolPerM3(from, to) / molPerKmol) * values['change.acid_or_lye'];
  return treated(gap, {
    kind: 'neutralisation',
    paidBy: 'supplier',
    costEurPerYear: plantEurPerYear(
      {
        investmentEur: values['change.dosing_station'],
        runningEur: feedOf(pair).yearly * eurPerM3,
      },
      values,
    ),
    detail: () => `dose ${gap.rises ? 'lye' : 'acid'} from pH ${inWords(from, null)} to pH ${inWords(to, null)}`,
  });
}

const molPerKmol = 1000;

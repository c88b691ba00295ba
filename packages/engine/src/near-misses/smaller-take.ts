// A demand brings its water back too warm (cold: too cool): the supply is used less far, and gives less.
import type { FactorValues } from '../economics/factor-table.ts';
import { inWords } from '../plain-words.ts';
import type { Change } from './change.ts';
import { plantEurPerYear } from './plant.ts';
import { type QualityGap, treated } from './quality-gap.ts';

/**
 * The source leaves at T2 = T_return + a instead of as far as its owner counts on: (T1 - T2)/(T1 - T_return,supply) of its
 * heat is left. null where the supply does not state T1, or nothing of it would be left.
 */
export function smallerTake(gap: QualityGap, values: FactorValues): Change | null {
  const { pair, from, to } = gap;
  const supplied = pair.supply.flow.quality.temperature_c;
  const hottest = (gap.rises ? supplied?.min : supplied?.max) ?? null;
  if (hottest === null) return null;
  const share = (hottest - to) / (hottest - from);
  if (!(share > 0 && share < 1)) return null;
  return treated(gap, {
    kind: 'smaller_take',
    paidBy: 'both',
    share,
    costEurPerYear: plantEurPerYear({ investmentEur: values['change.dosing_station'], runningEur: 0 }, values),
    detail: () =>
      `the supply returns at ${inWords(to, '°C')} instead of ${inWords(from, '°C')}, and ${inWords(share * 100, '%')} of it is left`,
  });
}

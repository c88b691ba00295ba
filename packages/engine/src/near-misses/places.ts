// Halls and yards that lack a connection or a climate.
import type { FactorValues } from '../economics/factor-table.ts';
import { annuityIn } from '../economics/finance.ts';
import { inWords } from '../plain-words.ts';
import type { Change } from './change.ts';
import { feedOf } from './plant.ts';
import { type QualityGap, stepInWords, treated } from './quality-gap.ts';

export function strongerConnection(gap: QualityGap, values: FactorValues): Change | null {
  const kilowatt = gap.to - gap.from;
  return treated(gap, {
    kind: 'stronger_connection',
    paidBy: 'supplier',
    costEurPerYear: kilowatt * values['change.grid_connection'] * annuityIn(values),
    detail: () => `an electrical connection stronger by ${inWords(kilowatt, 'kW')}, ${stepInWords(gap, gap.to)}`,
  });
}

/** Heating or cooling of a hall, by its area. */
export function hallClimate(gap: QualityGap, values: FactorValues): Change | null {
  const { pair, from, to } = gap;
  if (pair.supply.type.family !== 'space') return null;
  const kelvin = Math.abs(to - from);
  return treated(gap, {
    kind: 'climate_control',
    paidBy: 'supplier',
    costEurPerYear: feedOf(pair).yearly * kelvin * values['change.hall_climate'],
    detail: () => `keep it ${inWords(kelvin, 'K')} ${gap.rises ? 'warmer' : 'colder'}, at ${inWords(to, '°C')}`,
  });
}

// Flue gas that is not hot enough: a burner in its duct.
import type { FactorValues } from '../economics/factor-table.ts';
import { inWords } from '../plain-words.ts';
import type { Change } from './change.ts';
import { outletTemperature } from './outlet-temperature.ts';
import { feedOf, plantEurPerYear } from './plant.ts';
import { type QualityGap, treated } from './quality-gap.ts';

/** Up to 800 °C. It pays for the part of the heat that lies between both temperatures. */
export function ductBurner(gap: QualityGap, values: FactorValues): Change | null {
  const { pair, from } = gap;
  if (pair.supply.type.id !== 'heat.flue_gas') return null;
  const outletC = outletTemperature(gap);
  if (outletC === null || outletC > hottestC || from <= leavesC) return null;
  const { rate, yearly } = feedOf(pair);
  const share = (outletC - from) / (outletC - leavesC);
  return treated(gap, {
    kind: 'heater',
    paidBy: 'receiver',
    to: outletC,
    costEurPerYear: plantEurPerYear(
      {
        investmentEur: rate * share * values['change.superheater'],
        runningEur: yearly * share * values['price.boiler_heat'],
      },
      values,
    ),
    detail: () => `fire in the duct, by ${inWords(outletC - from, 'K')} to ${outletC} °C`,
  });
}

const hottestC = 800;
/** At which the gas leaves its user. */
const leavesC = 60;

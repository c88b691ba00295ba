// The CO2 of a kWh from the grid as it stands in a formula: with the country it is of, or that it is not known.
import { inWords } from '../plain-words.ts';
import type { FactorTable } from './factor-table.ts';
import { gridFactor } from './factors.ts';

/** `0.152 kg/kWh (DK)`; a member of the European Union without a figure of its own says whose figure stands in for it. */
export function gridWords(country: string | null, factors: FactorTable): string {
  const id = gridFactor(country);
  if (id === null) return `CO2 of electricity that is not known (${country ?? 'no country stated'}), left out`;
  const { mid, unit, geography } = factors.factor(id);
  const whose = id === 'grid.EU27' ? `${geography}, for want of a figure of ${country}` : geography;
  return `${inWords(mid, unit)} (${whose})`;
}

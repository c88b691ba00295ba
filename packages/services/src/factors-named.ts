// The factors that lines of a calculation name, with their sources, so that a reader of the API can ask any number.
import type { Line } from '@crg/domain/match';
import type { CityFactor, FactorTable } from '@crg/engine/economics/factor-table';

export type { CityFactor };

/** Each once, by id. */
export function factorsNamed(table: FactorTable, lines: readonly Line[]): readonly CityFactor[] {
  const named = new Set<string>(lines.flatMap(({ factors }) => factors));
  return table
    .all()
    .filter(({ id }) => named.has(id))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

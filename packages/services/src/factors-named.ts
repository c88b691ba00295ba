// The factors that lines of a calculation name, with their sources, so that a reader of the API can ask any number.
import { type Factor, factors } from '@crg/engine/economics/factors';

export interface NamedFactor extends Factor {
  readonly id: string;
}

/** Each once, by id; an id that the table does not know (a run of an older engine) is left out. */
export function factorsNamed(ids: readonly string[]): NamedFactor[] {
  const table: Readonly<Record<string, Factor>> = factors;
  return [...new Set(ids)].sort().flatMap((id) => {
    const factor = table[id];
    return factor === undefined ? [] : [{ id, ...factor }];
  });
}

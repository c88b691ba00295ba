// Where the rules for pressure equipment begin: water above its boiling point with a margin (Directive 2014/68/EU).
import type { Interval } from '@crg/domain/flow';

/** By the hottest stated end; null when no temperature is stated. */
export function isAbove110C(temperature: Interval | undefined): boolean | null {
  const hottest = temperature?.max ?? temperature?.min ?? null;
  return hottest === null ? null : hottest > 110;
}

// From 110 °C on the law of pressure equipment looks closer.
import type { Interval } from '@crg/domain/flow';

/** null where no temperature is stated. */
export function isAbove110C(temperature: Interval | undefined): boolean | null {
  const hottest = temperature?.max ?? temperature?.min ?? null;
  return hottest === null ? null : hottest > 110;
}

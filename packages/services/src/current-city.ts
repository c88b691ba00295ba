// The city as it is now, read again only after it has changed.
import { type ChangeLog, compareChangePositions } from '@crg/stores/ports/change-log';
import type { CitySnapshot, CityStore } from '@crg/stores/ports/city-store';

/** Answers the latest snapshot, null before a city was put. */
export type CurrentCity = () => Promise<CitySnapshot | null>;

/** Callers that ask at the same time share one reading. */
export function currentCity({
  city,
  changes,
}: {
  city: Pick<CityStore, 'snapshot'>;
  changes: Pick<ChangeLog, 'latest'>;
}): CurrentCity {
  let kept: CitySnapshot | null = null;
  let reading: Promise<CitySnapshot | null> | null = null;

  const read = async () => {
    const latest = await changes.latest();
    if (kept === null || compareChangePositions(kept.reflects, latest) < 0) kept = await city.snapshot();
    return kept;
  };
  return () => {
    reading ??= read().finally(() => {
      reading = null;
    });
    return reading;
  };
}

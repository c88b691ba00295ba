// Something made from the whole city, made again only after the city has changed.
import type { City } from '@crg/domain/flow';
import type { ChangePosition } from '@crg/stores/ports/change-log';
import type { CurrentCity } from './current-city.ts';

/** Answers what `make` makes of the current city, null before a city was put. Callers that ask at the same time share one making. */
export function keptPerCity<T>(
  currentCity: CurrentCity,
  make: (city: City) => T | Promise<T>,
): () => Promise<T | null> {
  let madeFrom: ChangePosition | null = null;
  let kept: Promise<T> | null = null;
  return async () => {
    const snapshot = await currentCity();
    if (snapshot === null) return null;
    if (kept === null || madeFrom !== snapshot.reflects) {
      madeFrom = snapshot.reflects;
      const making = Promise.resolve(make(snapshot.city));
      kept = making;
      making.catch(() => {
        if (kept === making) kept = null;
      });
    }
    return kept;
  };
}

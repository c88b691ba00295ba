// Something made from the whole city, made again only after the city has changed.
import type { City } from '@crg/domain/flow';
import { type ChangePosition, compareChangePositions } from '@crg/stores/ports/change-log';
import type { CurrentCity } from './current-city.ts';

/** How long somebody waits for the newest before what was made of the city before is good enough. */
export interface Patience {
  readonly milliseconds: number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
}

/**
 * Answers what `make` makes of the current city, null before a city was put. It is made once at a time, however many ask
 * and however fast the city changes.
 *
 * @param patience without it everybody waits for the newest
 */
export function keptPerCity<T>(
  currentCity: CurrentCity,
  make: (city: City) => T | Promise<T>,
  patience: Patience | null = null,
): () => Promise<T | null> {
  let kept: { readonly value: T; readonly reflects: ChangePosition } | null = null;
  let making: Promise<void> | null = null;

  const makeNewest = async () => {
    const snapshot = await currentCity();
    if (snapshot !== null) kept = { value: await make(snapshot.city), reflects: snapshot.reflects };
  };
  const reach = async (wanted: ChangePosition): Promise<void> => {
    while (kept === null || compareChangePositions(kept.reflects, wanted) < 0) {
      making ??= makeNewest().finally(() => {
        making = null;
      });
      await making;
    }
  };
  return async () => {
    const snapshot = await currentCity();
    if (snapshot === null) return null;
    const reached = reach(snapshot.reflects);
    if (kept === null || patience === null) await reached;
    else await Promise.race([reached, patience.sleep(patience.milliseconds)]);
    // If it fails later nobody waits any more, and the next one who asks tries again.
    reached.catch(() => undefined);
    return kept?.value ?? null;
  };
}

// Name, year and currency of the city, changed without touching its records.
import type { CityStore } from '@crg/stores/ports/city-store';
import type { CityHead } from './import-settings.ts';

/** A city that is called so already is left alone; so is one that does not exist. */
export async function nameCity(
  { city }: { city: Pick<CityStore, 'metadata' | 'putCity'> },
  { name, year, currency }: CityHead,
): Promise<void> {
  const now = await city.metadata();
  if (now === null || isCalled(now, { name, year, currency })) return;
  await city.putCity({ name, year, currency, organizations: [], sites: [], flows: [] }, now.sources);
}

export const isCalled = (a: CityHead, b: CityHead): boolean =>
  a.name === b.name && a.year === b.year && a.currency === b.currency;

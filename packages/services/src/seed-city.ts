// The first city of an empty store; a store that has one is left alone.
import type { CityStore } from '@crg/stores/ports/city-store';
import { type ImportedCity, importCity } from './import-city.ts';

export type Seeded =
  | { readonly outcome: 'kept'; readonly name: string }
  | ({ readonly outcome: 'seeded' } & ImportedCity);

/**
 * @param readSeed reads the city file that ships; called only when it is needed
 * @throws InvalidInput when that file is damaged
 */
export async function seedCity(
  { city }: { city: Pick<CityStore, 'metadata' | 'putCity'> },
  { readSeed, sources }: { readSeed: () => Promise<string>; sources: readonly string[] },
): Promise<Seeded> {
  const present = await city.metadata();
  if (present !== null) return { outcome: 'kept', name: present.name };
  return { outcome: 'seeded', ...(await importCity({ city }, { text: await readSeed(), sources })) };
}

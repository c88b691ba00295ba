// Brings a city file into the store: all of it or nothing.
import type { Notice } from '@crg/domain/match';
import type { CityStore, PutCity } from '@crg/stores/ports/city-store';
import { readCity } from './read-city.ts';

export interface ImportedCity extends PutCity {
  readonly name: string;
  readonly organizations: number;
  readonly sites: number;
  readonly flows: number;
  readonly notices: readonly Notice[];
}

/**
 * Records with a known id are overwritten, others are added; the same file again changes nothing.
 *
 * @param sources where the data come from, one note each
 * @throws InvalidInput with every problem of the file; then nothing was written
 */
export async function importCity(
  { city: store }: { city: Pick<CityStore, 'putCity'> },
  { text, sources }: { text: string; sources: readonly string[] },
): Promise<ImportedCity> {
  const { city, notices } = readCity(text);
  const put = await store.putCity(city, sources);
  return {
    ...put,
    name: city.name,
    organizations: city.organizations.length,
    sites: city.sites.length,
    flows: city.flows.length,
    notices,
  };
}

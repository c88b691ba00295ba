// The stored city as a city file.
import { cityFile } from '@crg/city-format/city-file';
import type { CityStore } from '@crg/stores/ports/city-store';
import { noCity } from './answer-what-if.ts';

/** The file in pieces, as of one moment. Throws not_ready before a city was put. */
export async function exportCity({ city }: { city: Pick<CityStore, 'snapshot'> }): Promise<Iterable<string>> {
  const snapshot = await city.snapshot();
  if (snapshot === null) throw noCity();
  return cityFile(snapshot.city);
}

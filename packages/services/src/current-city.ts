// The city as plain lists, for what is made of a whole city.
import type { CitySnapshot } from '@crg/stores/ports/city-store';

/** Answers the latest snapshot, null before a city was put. The same object until the city changes. */
export type CurrentCity = () => Promise<CitySnapshot | null>;

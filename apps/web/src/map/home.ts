// Where the map opens: the part of a city that can be seen together.
import type { MapSites, SiteMark } from '@crg/api-contract/map';
import { cityCore, type LngLat } from './camera.ts';

export interface Home {
  /** The camera opens where all of them are seen. */
  readonly places: readonly LngLat[];
  /** All sites of a small city: partners outside the view are known by them. Empty for a large one. */
  readonly sites: readonly SiteMark[];
}

/** Up to here every site is drawn as a disc; above, sites that would overlap are gathered. */
export const mostDiscs = 60;

/** @param marks the whole city, gathered or not */
export function homeOf({ data }: Pick<MapSites, 'data'>): Home {
  const core = cityCore(
    data.map((mark) => ({
      longitude: mark.longitude,
      latitude: mark.latitude,
      weight: mark.kind === 'site' ? 1 : mark.sites,
      box: mark.kind === 'site' ? null : mark.bbox,
    })),
  );
  const sites = data.flatMap((mark) => (mark.kind === 'site' ? [mark] : (mark.members ?? [])));
  const all = data.reduce((sum, mark) => sum + (mark.kind === 'site' ? 1 : mark.sites), 0);
  const isSmall = all <= mostDiscs && sites.length === all;
  return { places: core.flatMap(cornersOf), sites: isSmall ? sites : [] };
}

function cornersOf({ longitude, latitude, box }: LngLat & { readonly box: readonly number[] | null }): LngLat[] {
  const [west, south, east, north] = box ?? [];
  if (west === undefined || south === undefined || east === undefined || north === undefined)
    return [{ longitude, latitude }];
  return [
    { longitude: west, latitude: south },
    { longitude: east, latitude: north },
  ];
}

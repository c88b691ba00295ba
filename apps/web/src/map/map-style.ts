// The background as a MapLibre style: land, three bands of water along the coast, a grid of small crosses.
// One function for both themes; every colour comes from the tokens.
import type { FilterSpecification, StyleSpecification } from 'maplibre-gl';

export interface MapColours {
  readonly land: string;
  readonly landLine: string;
  readonly water: string;
  readonly water2: string;
  readonly water3: string;
  readonly grid: string;
}

/** The grid of kilometres shows from this zoom on. */
export const gridFrom = 10.5;

export type GeoJson = Extract<StyleSpecification['sources'][string], { type: 'geojson' }>['data'];

export function mapStyle(colours: MapColours, land: GeoJson, grid: GeoJson): StyleSpecification {
  const only = (kind: 'land' | 'coast' | 'border'): FilterSpecification => ['==', ['get', 'kind'], kind];
  const coast = {
    source: 'land',
    filter: only('coast'),
    layout: { 'line-join': 'round', 'line-cap': 'round' },
  } as const;
  const band = (zoomedOut: number, zoomedIn: number) =>
    ['interpolate', ['exponential', 1.4], ['zoom'], 2, zoomedOut / 2, 6, zoomedOut, 14, zoomedIn] as unknown as number;
  const coastWidth = ['interpolate', ['linear'], ['zoom'], 3, 0.7, 8, 1.2] as unknown as number;
  return {
    version: 8,
    sources: {
      land: { type: 'geojson', data: land, tolerance: 0.2 },
      grid: { type: 'geojson', data: grid, tolerance: 0 },
    },
    layers: [
      { id: 'water', type: 'background', paint: { 'background-color': colours.water } },
      { id: 'band-2', type: 'line', ...coast, paint: { 'line-color': colours.water2, 'line-width': band(10, 64) } },
      { id: 'band-3', type: 'line', ...coast, paint: { 'line-color': colours.water3, 'line-width': band(4, 24) } },
      {
        id: 'land',
        type: 'fill',
        source: 'land',
        filter: only('land'),
        paint: { 'fill-color': colours.land, 'fill-antialias': false },
      },
      { id: 'coast', type: 'line', ...coast, paint: { 'line-color': colours.landLine, 'line-width': coastWidth } },
      {
        id: 'borders',
        type: 'line',
        source: 'land',
        filter: only('border'),
        maxzoom: 10,
        paint: { 'line-color': colours.landLine, 'line-width': 1, 'line-dasharray': [3, 2] },
      },
      {
        id: 'grid',
        type: 'line',
        source: 'grid',
        minzoom: gridFrom,
        paint: { 'line-color': colours.grid, 'line-width': 1 },
      },
    ],
  };
}

export function mapColours(element: Element): MapColours {
  const tokens = getComputedStyle(element);
  const token = (name: string) => tokens.getPropertyValue(`--map-${name}`).trim();
  return {
    land: token('land'),
    landLine: token('land-line'),
    water: token('water'),
    water2: token('water-2'),
    water3: token('water-3'),
    grid: token('grid'),
  };
}

/**
 * Crosses of 22 m arms every kilometre, 24 km around a place. Counted from whole tenths of a degree of latitude and
 * kilometres of longitude there, so that the crosses stay where they are while the map moves over them.
 */
export function kilometreGrid(place: { readonly longitude: number; readonly latitude: number }): GeoJson {
  const lat = 1 / 111.32;
  const latitude = Math.round(place.latitude * 10) / 10;
  const lng = lat / Math.cos((latitude * Math.PI) / 180);
  const middle = { latitude, longitude: Math.round(place.longitude / lng) * lng };
  const arm = 0.022;
  const lines: [number, number][][] = [];
  for (let east = -24; east <= 24; east += 1) {
    for (let north = -24; north <= 24; north += 1) {
      const [x, y] = [middle.longitude + east * lng, middle.latitude + north * lat];
      lines.push(
        [
          [x - arm * lng, y],
          [x + arm * lng, y],
        ],
        [
          [x, y - arm * lat],
          [x, y + arm * lat],
        ],
      );
    }
  }
  return { type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates: lines } };
}

// GET /map/land?west=…&south=…&east=…&north=…&detail=10m : land, coast and borders inside a box as GeoJSON, from
// `world-atlas` and this app's own map data.
import { feature, mesh } from 'topojson-client';
import countries50m from 'world-atlas/countries-50m.json';
import countries110m from 'world-atlas/countries-110m.json';
import land10m from 'world-atlas/land-10m.json';
import land50m from 'world-atlas/land-50m.json';
import land110m from 'world-atlas/land-110m.json';
import westZealand from '../../../../map-data/west-zealand.json';
import {
  type Box,
  cutAtAntimeridian,
  type DetailArea,
  landWithin,
  linesWithin,
  type Polygons,
  type Position,
} from '../../../map/land.ts';
import { type LandDetail, landDetails } from '../../../map/land-around.ts';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Response {
  const asked = new URL(request.url).searchParams;
  const [west, south, east, north] = ['west', 'south', 'east', 'north'].map((side) => Number(asked.get(side) ?? 'x'));
  if (
    west === undefined ||
    south === undefined ||
    east === undefined ||
    north === undefined ||
    !(west < east) ||
    !(south < north)
  ) {
    return Response.json(
      {
        title: 'Not a box',
        status: 400,
        detail: `Expected west < east and south < north in degrees, got "${asked}". Example: /map/land?west=10&south=55&east=12&north=56`,
      },
      { status: 400, headers: { 'content-type': 'application/problem+json' } },
    );
  }
  const box: Box = [Math.max(-180, west), Math.max(-89, south), Math.min(180, east), Math.min(89, north)];
  const detail = landDetails.find((name) => name === asked.get('detail')) ?? '10m';
  const land = landWithin(worldLand(detail), box, detail === '10m' ? (westZealand as unknown as DetailArea) : null);
  return Response.json(
    {
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { kind: 'land' },
          geometry: { type: 'MultiPolygon', coordinates: land.polygons },
        },
        {
          type: 'Feature',
          properties: { kind: 'coast' },
          geometry: { type: 'MultiLineString', coordinates: land.coast },
        },
        {
          type: 'Feature',
          properties: { kind: 'border' },
          geometry: { type: 'MultiLineString', coordinates: linesWithin(borders(detail), box) },
        },
      ],
    },
    { headers: { 'cache-control': 'public, max-age=86400' } },
  );
}

// The package ships JSON without types; its shape is TopoJSON with the objects `land` and `countries`.
type Topology = Parameters<typeof feature>[0];
type Countries = Parameters<typeof mesh>[1];

const lands = { '110m': land110m, '50m': land50m, '10m': land10m } as unknown as Record<LandDetail, Topology>;
const countries = {
  '110m': countries110m,
  '50m': countries50m,
  // Only the coast is needed finer than this: borders are for finding one's way from afar.
  '10m': countries50m,
} as unknown as Record<LandDetail, Topology>;

const known = new Map<LandDetail, Polygons>();

function worldLand(detail: LandDetail): Polygons {
  const topology = lands[detail];
  const land =
    known.get(detail) ??
    cutAtAntimeridian(
      polygonsOf(feature(topology, topology.objects.land ?? { type: 'GeometryCollection', geometries: [] })),
    );
  known.set(detail, land);
  return land;
}

const knownBorders = new Map<LandDetail, readonly (readonly Position[])[]>();

/** Lines that two countries share. */
function borders(detail: LandDetail): readonly (readonly Position[])[] {
  const topology = countries[detail];
  const lines =
    knownBorders.get(detail) ??
    (mesh(topology, topology.objects.countries as Countries, (a, b) => a !== b).coordinates as unknown as Position[][]);
  knownBorders.set(detail, lines);
  return lines;
}

interface Shape {
  readonly geometry: { readonly type: string; readonly coordinates?: unknown };
}

function polygonsOf(land: unknown): Polygons {
  const shapes = (land as { features?: readonly Shape[] }).features ?? [land as Shape];
  return shapes.flatMap(({ geometry: { type, coordinates } }) => {
    if (type === 'MultiPolygon') return coordinates as Polygons;
    return type === 'Polygon' ? [coordinates as Polygons[number]] : [];
  });
}

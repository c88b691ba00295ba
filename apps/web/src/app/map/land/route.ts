// GET /map/land?west=…&south=…&east=…&north=… : land and coast inside a box as GeoJSON, from `world-atlas` and this app's own map data.
import { feature } from 'topojson-client';
import world from 'world-atlas/land-10m.json';
import westZealand from '../../../../map-data/west-zealand.json';
import { type Box, type DetailArea, landWithin, type Polygons } from '../../../map/land.ts';

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
  const land = landWithin(worldLand(), box, westZealand as unknown as DetailArea);
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
      ],
    },
    { headers: { 'cache-control': 'public, max-age=86400' } },
  );
}

let known: Polygons | undefined;

function worldLand(): Polygons {
  // The package ships JSON without types; its shape is TopoJSON with one object, `land`, of one multi-polygon.
  const topology = world as unknown as Parameters<typeof feature>[0];
  known ??= polygonsOf(feature(topology, topology.objects.land ?? { type: 'GeometryCollection', geometries: [] }));
  return known;
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

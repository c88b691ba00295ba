// The countries of the world as shapes, for asking where a point lies. Natural Earth at 1:50 million, from `world-atlas`.
import type { Point } from '@crg/domain/flow';
import countries from 'i18n-iso-countries';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-50m.json' with { type: 'json' };

/** A country or territory; rings are closed, longitude and latitude in turn, holes included. */
export interface Land {
  /** ISO 3166-1 alpha-2; null for the few that have none. */
  readonly country: string | null;
  readonly name: string;
  readonly parts: readonly Part[];
}

interface Part extends Box {
  readonly rings: readonly Float64Array[];
}

interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** All lands, decoded once on first use: about 100,000 corners, 5 MB. */
export function lands(): readonly Land[] {
  decoded ??= decode();
  return decoded;
}

/** Whether the point lies in the land; a point on the very edge may be told either way. */
export function lies(point: Point, land: Land): boolean {
  return land.parts.some((part) => inBox(point, part, 0) && inRings(point, part.rings));
}

/** The land a point lies in; null: none. */
export function landAt(point: Point): Land | null {
  const near = squares().get(squareOf(point)) ?? [];
  return near.find(({ part }) => inBox(point, part, 0) && inRings(point, part.rings))?.land ?? null;
}

/** Whether the land's edge comes within `km` of the point. */
export function isNear(point: Point, land: Land, km: number): boolean {
  // One degree of latitude is 111 km; of longitude less, by the cosine.
  const margin = km / kmPerDegree / Math.max(0.05, Math.cos((point.latitude * Math.PI) / 180));
  return land.parts.some(
    (part) => inBox(point, part, margin) && part.rings.some((ring) => edgeWithin(point, ring, km)),
  );
}

const kmPerDegree = 111.2;

interface LandPart {
  readonly land: Land;
  readonly part: Part;
}

/** Parts of lands by squares of five degrees, so that a point asks a handful of them instead of all. */
function squares(): ReadonlyMap<number, readonly LandPart[]> {
  if (bySquare !== undefined) return bySquare;
  const map = new Map<number, LandPart[]>();
  for (const land of lands()) {
    for (const part of land.parts) {
      for (const square of squaresOf(part)) {
        const there = map.get(square);
        if (there === undefined) map.set(square, [{ land, part }]);
        else there.push({ land, part });
      }
    }
  }
  bySquare = map;
  return map;
}

const squareDegrees = 5;
const squareAt = (longitude: number, latitude: number): number =>
  Math.floor(latitude / squareDegrees) * 1000 + Math.floor(longitude / squareDegrees);
const squareOf = ({ longitude, latitude }: Point): number => squareAt(longitude, latitude);

function* squaresOf({ west, south, east, north }: Box): Generator<number> {
  for (let latitude = south; latitude < north + squareDegrees; latitude += squareDegrees) {
    for (let longitude = west; longitude < east + squareDegrees; longitude += squareDegrees) {
      yield squareAt(Math.min(longitude, east), Math.min(latitude, north));
    }
  }
}

let bySquare: ReadonlyMap<number, readonly LandPart[]> | undefined;
let decoded: readonly Land[] | undefined;

function decode(): readonly Land[] {
  // The package states no types; its object `countries` is what the name of the file promises.
  const topology = atlas as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  return feature(topology, topology.objects.countries).features.flatMap(({ id, properties, geometry }) => {
    const shapes =
      geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates
          : [];
    return [{ country: codeOf(id, properties.name), name: properties.name, parts: shapes.map(partOf) }];
  });
}

/** Two of the shapes carry no number: Kosovo has a code in use, Northern Cyprus lies in what ISO calls Cyprus. */
const withoutNumber: Readonly<Record<string, string>> = { Kosovo: 'XK', 'N. Cyprus': 'CY', Somaliland: 'SO' };

function codeOf(id: string | number | undefined, name: string): string | null {
  const numbered = id === undefined ? undefined : countries.numericToAlpha2(String(id).padStart(3, '0'));
  return numbered ?? withoutNumber[name] ?? null;
}

function partOf(polygon: readonly (readonly (readonly number[])[])[]): Part {
  const rings = polygon.map((ring) =>
    Float64Array.from(ring.flatMap(([longitude = 0, latitude = 0]) => [longitude, latitude])),
  );
  let [west, south, east, north] = [180, 90, -180, -90];
  const [outer = new Float64Array()] = rings;
  for (let at = 0; at < outer.length; at += 2) {
    west = Math.min(west, outer[at] as number);
    east = Math.max(east, outer[at] as number);
    south = Math.min(south, outer[at + 1] as number);
    north = Math.max(north, outer[at + 1] as number);
  }
  return { rings, west, south, east, north };
}

function inBox({ longitude, latitude }: Point, { west, south, east, north }: Box, margin: number): boolean {
  return (
    longitude >= west - margin && longitude <= east + margin && latitude >= south - margin && latitude <= north + margin
  );
}

/** Even-odd rule over all rings, so that a hole counts as outside. */
function inRings({ longitude: x, latitude: y }: Point, rings: readonly Float64Array[]): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let at = 0; at + 3 < ring.length; at += 2) {
      const [x1, y1, x2, y2] = [
        ring[at] as number,
        ring[at + 1] as number,
        ring[at + 2] as number,
        ring[at + 3] as number,
      ];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}

/** On a plane laid at the point: exact enough for tens of kilometres. */
function edgeWithin({ longitude, latitude }: Point, ring: Float64Array, km: number): boolean {
  const eastward = kmPerDegree * Math.cos((latitude * Math.PI) / 180);
  const limit = km * km;
  for (let at = 0; at + 3 < ring.length; at += 2) {
    const ax = ((ring[at] as number) - longitude) * eastward;
    const ay = ((ring[at + 1] as number) - latitude) * kmPerDegree;
    const bx = ((ring[at + 2] as number) - longitude) * eastward;
    const by = ((ring[at + 3] as number) - latitude) * kmPerDegree;
    if (squaredDistanceToOrigin(ax, ay, bx, by) <= limit) return true;
  }
  return false;
}

function squaredDistanceToOrigin(ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
  const [x, y] = [ax + along * dx, ay + along * dy];
  return x * x + y * y;
}

// One point for a GeoJSON geometry of any kind.

export type PointFound =
  | {
      readonly kind: 'point';
      readonly longitude: number;
      readonly latitude: number;
      /** Of what the point was made, `Polygon`; null for a point that is stated. */
      readonly of: string | null;
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'wrong'; readonly got: string };

/**
 * The point itself; inside a polygon (the largest one of several), on a line (its middle vertex), the first of several points, the
 * first member of a collection that has one. Degrees as they stand in the file.
 */
export function representativePoint(geometry: unknown): PointFound {
  if (geometry === null || geometry === undefined) return { kind: 'none' };
  if (typeof geometry !== 'object' || !('type' in geometry)) return { kind: 'wrong', got: 'a geometry without a type' };
  const type = String(geometry.type);
  if (type === 'GeometryCollection') return firstOf('geometries' in geometry ? geometry.geometries : undefined);
  const coordinates = 'coordinates' in geometry ? geometry.coordinates : undefined;
  const depth = depths[type];
  if (depth === undefined) return { kind: 'wrong', got: `a geometry of the type ${JSON.stringify(type).slice(0, 40)}` };
  if (!Array.isArray(coordinates)) return { kind: 'wrong', got: `a ${type} without coordinates` };
  if (coordinates.length === 0) return { kind: 'none' };
  const wrong = firstWrong(coordinates, depth);
  if (wrong !== undefined) return { kind: 'wrong', got: `${JSON.stringify(wrong)?.slice(0, 60)} as a position` };
  const at = pointOf(type, coordinates);
  if (at === undefined) return { kind: 'none' };
  // Sums and differences of huge coordinates overflow.
  if (!Number.isFinite(at[0]) || !Number.isFinite(at[1])) return { kind: 'wrong', got: `a ${type} of immense extent` };
  return { kind: 'point', longitude: at[0], latitude: at[1], of: type === 'Point' ? null : type };
}

type Position = readonly [number, number, ...number[]];

/** Lists around a position. */
const depths: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

function firstOf(geometries: unknown): PointFound {
  if (!Array.isArray(geometries)) return { kind: 'wrong', got: 'a GeometryCollection without geometries' };
  for (const geometry of geometries) {
    const found = representativePoint(geometry);
    if (found.kind === 'wrong') return found;
    if (found.kind === 'point') return { ...found, of: 'GeometryCollection' };
  }
  return { kind: 'none' };
}

/** The first thing that is no position where one should stand. */
function firstWrong(value: unknown, depth: number): unknown {
  if (depth === 0) {
    const isPosition = Array.isArray(value) && value.length >= 2 && value.slice(0, 2).every(Number.isFinite);
    return isPosition ? undefined : (value ?? null);
  }
  if (!Array.isArray(value)) return value ?? null;
  for (const part of value) {
    const wrong = firstWrong(part, depth - 1);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function pointOf(type: string, coordinates: readonly unknown[]): Position | undefined {
  switch (type) {
    case 'Point':
      return coordinates as unknown as Position;
    case 'MultiPoint':
      return coordinates[0] as Position;
    case 'LineString':
      return middle(coordinates as Position[]);
    case 'MultiLineString':
      return middle(longest(coordinates as Position[][], (line) => line.length));
    case 'Polygon':
      return inside(coordinates as Position[][]);
    default:
      return inside(longest(coordinates as Position[][][], ([ring = []]) => Math.abs(doubleArea(ring))));
  }
}

const middle = (line: readonly Position[]) => line[Math.floor((line.length - 1) / 2)];

function longest<T>(parts: readonly (readonly T[])[], sizeOf: (part: readonly T[]) => number): readonly T[] {
  let best: readonly T[] = [];
  let size = -1;
  for (const part of parts) {
    const own = sizeOf(part);
    if (own > size) [best, size] = [part, own];
  }
  return best;
}

/** The centre of mass where it lies inside, else the middle of the widest stretch inside on the latitude half way up. */
function inside(rings: readonly (readonly Position[])[]): Position | undefined {
  const [outer = []] = rings;
  const [first] = outer;
  if (first === undefined) return undefined;
  const centre = centroid(outer);
  if (centre !== undefined && stretchesAt(rings, centre[1]).some(([w, e]) => centre[0] > w && centre[0] < e))
    return centre;
  const latitudes = outer.map((position) => position[1]).sort((a, b) => a - b);
  const lowest = latitudes[0] ?? first[1];
  const highest = latitudes.at(-1) ?? first[1];
  const latitude = (lowest + highest) / 2;
  let widest: readonly [number, number] | undefined;
  for (const stretch of stretchesAt(rings, latitude)) {
    if (widest === undefined || stretch[1] - stretch[0] > widest[1] - widest[0]) widest = stretch;
  }
  return widest === undefined ? first : [(widest[0] + widest[1]) / 2, latitude];
}

/** Where a parallel runs inside: pairs of longitudes, by the even-odd rule over all rings, holes included. */
function stretchesAt(rings: readonly (readonly Position[])[], latitude: number): (readonly [number, number])[] {
  const crossings: number[] = [];
  for (const ring of rings) {
    for (const [at, [x2, y2]] of ring.entries()) {
      const [x1, y1] = ring[at === 0 ? ring.length - 1 : at - 1] as Position;
      if (y1 > latitude !== y2 > latitude) crossings.push(x1 + ((latitude - y1) / (y2 - y1)) * (x2 - x1));
    }
  }
  crossings.sort((a, b) => a - b);
  const stretches: (readonly [number, number])[] = [];
  for (let at = 0; at + 1 < crossings.length; at += 2) {
    stretches.push([crossings[at] as number, crossings[at + 1] as number]);
  }
  return stretches;
}

function doubleArea(ring: readonly Position[]): number {
  let sum = 0;
  for (const [at, [x2, y2]] of ring.entries()) {
    const [x1, y1] = ring[at === 0 ? ring.length - 1 : at - 1] as Position;
    sum += x1 * y2 - x2 * y1;
  }
  return sum;
}

function centroid(ring: readonly Position[]): Position | undefined {
  const [origin] = ring;
  if (origin === undefined) return undefined;
  // Taken from the first corner: far from 0/0 the products would lose their digits.
  const local = ring.map(([x, y]): Position => [x - origin[0], y - origin[1]]);
  const area = doubleArea(local);
  let [sumX, sumY] = [0, 0];
  for (const [at, [x2, y2]] of local.entries()) {
    const [x1, y1] = local[at === 0 ? local.length - 1 : at - 1] as Position;
    const cross = x1 * y2 - x2 * y1;
    sumX += (x1 + x2) * cross;
    sumY += (y1 + y2) * cross;
  }
  const centre: Position = [origin[0] + sumX / (3 * area), origin[1] + sumY / (3 * area)];
  return centre.every(Number.isFinite) ? centre : undefined;
}

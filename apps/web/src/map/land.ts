// Land for the map's background: Natural Earth around the city, replaced by a finer coast where one is at hand.
// Fills may be cut anywhere; coast lines leave the cuts out, or the water bands would follow them.

export type Position = readonly [number, number];
/** west, south, east, north in degrees. */
export type Box = readonly [number, number, number, number];
export type Polygons = readonly (readonly (readonly Position[])[])[];

export interface DetailArea {
  /** Inside this box the polygons are all the land there is. */
  readonly box: Box;
  readonly polygons: Polygons;
}

export interface Land {
  readonly polygons: Polygons;
  readonly coast: readonly (readonly Position[])[];
}

/** Land inside `area`; inside `detail.box` only the detail's own. */
export function landWithin(world: Polygons, area: Box, detail: DetailArea | null): Land {
  const inner = detail && intersection(area, detail.box);
  const outer = inner ? aroundBox(area, inner) : [area];
  const parts = outer.map((box) => clipLand(world, box));
  if (detail && inner) parts.push(clipLand(detail.polygons, inner));
  return { polygons: parts.flatMap((part) => part.polygons), coast: parts.flatMap((part) => part.coast) };
}

/**
 * Polygons whose rings run over the antimeridian jump from 180 to -180 degrees there. Cut in two, each half stays on its
 * side; where the jump is a whole way round (Antarctica) the far edge of the map closes the ring.
 */
export function cutAtAntimeridian(polygons: Polygons): Polygons {
  const world: Box = [-180, -90, 180, 90];
  return polygons.flatMap((rings) => {
    if (!rings.some(jumps)) return [rings];
    const whole = rings.map(unrolled);
    return [0, -360, 360].flatMap((shift) => {
      const parts = whole
        .map((ring) =>
          clipRing(
            ring.map(([x, y]): Position => [x + shift, y]),
            world,
          ),
        )
        .filter((ring) => ring.length >= 4);
      return parts.length === 0 ? [] : [parts];
    });
  });
}

function jumps(ring: readonly Position[]): boolean {
  return ring.some(([x], index) => Math.abs(x - (ring[index - 1]?.[0] ?? x)) > 180);
}

/** Longitudes counted on past 180 instead of jumping back. */
function unrolled(ring: readonly Position[]): Position[] {
  let turns = 0;
  return ring.map(([x, y], index) => {
    const step = x - (ring[index - 1]?.[0] ?? x);
    if (step > 180) turns -= 360;
    if (step < -180) turns += 360;
    return [x + turns, y];
  });
}

/** The parts of lines inside a box. */
export function linesWithin(lines: readonly (readonly Position[])[], box: Box): readonly (readonly Position[])[] {
  return lines.filter((line) => touches(line, box)).flatMap((line) => coastWithin(line, box));
}

function clipLand(polygons: Polygons, box: Box): Land {
  const kept: Position[][][] = [];
  const coast: Position[][] = [];
  for (const rings of polygons) {
    const [outer, ...holes] = rings;
    if (!outer || !touches(outer, box)) continue;
    const clipped = clipRing(outer, box);
    if (clipped.length < 4) continue;
    kept.push([clipped, ...holes.map((hole) => clipRing(hole, box)).filter((hole) => hole.length >= 4)]);
    for (const ring of rings) coast.push(...coastWithin(ring, box));
  }
  return { polygons: kept, coast };
}

/** Sutherland and Hodgman: keep one side of each edge of the box in turn. */
function clipRing(ring: readonly Position[], [west, south, east, north]: Box): Position[] {
  const sides: readonly [0 | 1, number, 1 | -1][] = [
    [0, west, 1],
    [0, east, -1],
    [1, south, 1],
    [1, north, -1],
  ];
  let points: Position[] = ring.slice(0, -1);
  for (const [axis, edge, sign] of sides) {
    const inside = (point: Position) => (point[axis] - edge) * sign >= 0;
    const next: Position[] = [];
    for (const [index, point] of points.entries()) {
      const before = points.at(index - 1) as Position;
      if (inside(point) !== inside(before)) next.push(crossing(before, point, axis, edge));
      if (inside(point)) next.push(point);
    }
    points = next;
  }
  const [first] = points;
  return first ? [...points, first] : [];
}

/** Runs of segments inside the box, without those that lie on its border. */
function coastWithin(ring: readonly Position[], box: Box): Position[][] {
  const lines: Position[][] = [];
  for (const [index, from] of ring.entries()) {
    const to = ring[index + 1];
    if (!to) break;
    const segment = clipSegment(from, to, box);
    if (!segment || onBorder(segment, box)) continue;
    const line = lines.at(-1);
    const end = line?.at(-1);
    if (line && end && end[0] === segment[0][0] && end[1] === segment[0][1]) line.push(segment[1]);
    else lines.push([...segment]);
  }
  return lines;
}

/** Liang and Barsky; null when the segment stays outside. */
function clipSegment(from: Position, to: Position, [west, south, east, north]: Box): [Position, Position] | null {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  let [start, end] = [0, 1];
  for (const [step, room] of [
    [-dx, from[0] - west],
    [dx, east - from[0]],
    [-dy, from[1] - south],
    [dy, north - from[1]],
  ] as const) {
    if (step === 0 && room < 0) return null;
    if (step < 0) start = Math.max(start, room / step);
    if (step > 0) end = Math.min(end, room / step);
  }
  if (start > end) return null;
  const at = (share: number): Position =>
    share === 0 ? from : share === 1 ? to : [from[0] + share * dx, from[1] + share * dy];
  return [at(start), at(end)];
}

function crossing(from: Position, to: Position, axis: 0 | 1, edge: number): Position {
  const share = (edge - from[axis]) / (to[axis] - from[axis]);
  return axis === 0 ? [edge, from[1] + share * (to[1] - from[1])] : [from[0] + share * (to[0] - from[0]), edge];
}

function onBorder([from, to]: readonly [Position, Position], [west, south, east, north]: Box): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) < 1e-6;
  return (
    [west, east].some((x) => near(from[0], x) && near(to[0], x)) ||
    [south, north].some((y) => near(from[1], y) && near(to[1], y))
  );
}

function touches(ring: readonly Position[], [west, south, east, north]: Box): boolean {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) {
    minX = Math.min(minX, x);
    maxX = Math.max(maxX, x);
    minY = Math.min(minY, y);
    maxY = Math.max(maxY, y);
  }
  return minX <= east && maxX >= west && minY <= north && maxY >= south;
}

function intersection(a: Box, b: Box): Box | null {
  const box: Box = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  return box[0] < box[2] && box[1] < box[3] ? box : null;
}

/** The up to four boxes of `area` that lie around `inner`. */
function aroundBox([west, south, east, north]: Box, [w, s, e, n]: Box): Box[] {
  const boxes: Box[] = [
    [west, south, w, north],
    [e, south, east, north],
    [w, south, e, s],
    [w, n, e, north],
  ];
  return boxes.filter((box) => box[0] < box[2] && box[1] < box[3]);
}

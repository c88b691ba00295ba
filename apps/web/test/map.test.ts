import { expect, test } from 'vitest';
import { arcShape, arcWidth } from '../src/map/arc-shape.ts';
import { cityCore, direction, fitCamera, pixelsPerKm, project, scaleBar } from '../src/map/camera.ts';
import { landWithin, type Polygons } from '../src/map/land.ts';
import type { MapSite } from '../src/map/map-site.ts';
import { nearestMark } from '../src/map/nearest-mark.ts';
import { type Marks, overlap, placeMarks, rectOf, spreadOut } from '../src/map/place-marks.ts';

const site = (id: string, longitude: number, latitude: number): MapSite => ({
  id,
  name: id,
  longitude,
  latitude,
  role: 'both',
  nace: [],
  approximate: false,
});
const town = [site('plant', 11.0846, 55.6606), site('refinery', 11.097, 55.6542), site('board', 11.115, 55.66)];
const far = [site('cement', 9.9765, 57.0625), site('acid', 9.75, 55.565)];
const size = { width: 1440, height: 852 };
const padding = { top: 80, right: 404, bottom: 116, left: 280 };
const room = { size, padding, compact: false, obstacles: [] };
const marks = (sites: readonly MapSite[], partners: readonly MapSite[] = []): Marks => ({
  sites,
  clusters: [],
  partners,
  opened: null,
});
const camera = fitCamera(town, size, { top: 160, right: 490, bottom: 200, left: 370 });

test('the camera keeps the town in the area that the panels leave free', () => {
  for (const place of town) {
    const { x, y } = project(place, camera, size);
    expect(x).toBeGreaterThan(279);
    expect(x).toBeLessThan(1037);
    expect(y).toBeGreaterThan(79);
    expect(y).toBeLessThan(737);
  }
});

test('a partner 170 km away does not decide how near the map is', () => {
  expect(cityCore([...town, ...far]).map(({ id }) => id)).toEqual(['plant', 'refinery', 'board']);
});

test('a partner outside the view becomes a chip at the edge with distance and direction, if a shown match leads there', () => {
  const placed = placeMarks(marks(town, far.slice(0, 1)), camera, room);
  expect(placed.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
    'plant disc',
    'refinery disc',
    'board disc',
    'cement chip',
  ]);
  expect(placed.at(-1)).toMatchObject({ where: '171 km NW' });
});

test('chips cover neither a disc nor another chip', () => {
  const around = Array.from({ length: 6 }, (_, index) => site(`partner number ${index}`, 9.97, 57.06 + index / 1000));
  const placed = placeMarks(marks(town, around), camera, room);
  for (const [index, mark] of placed.entries()) {
    for (const other of placed.slice(index + 1)) {
      if (mark.kind === 'chip' || other.kind === 'chip') expect(overlap(rectOf(mark), rectOf(other))).toBe(false);
    }
  }
});

test('three sites at one place fan out until each can be pressed', () => {
  const spread = spreadOut([
    { x: 100, y: 100 },
    { x: 100, y: 100 },
    { x: 101, y: 100 },
  ]);
  for (const [index, a] of spread.entries()) {
    for (const b of spread.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(38);
  }
});

test('an arc is as wide as the root of its value, between 1.4 and 7 px', () => {
  expect([0, 1, 4, 16].map((value) => arcWidth(value, 16))).toEqual(
    [1.4, 2.8, 4.2, 7].map((width) => expect.closeTo(width, 9)),
  );
  expect(arcWidth(null, 16)).toBe(1.4);
});

test('the way back bends to the other side, and a second arc further out', () => {
  const [from, to] = placeMarks(marks(town.slice(0, 2)), camera, room);
  if (!from || !to) throw new Error('two discs expected');
  const middle = (shape: ReturnType<typeof arcShape>) => shape.spots[0] ?? { x: 0, y: 0 };
  const there = middle(arcShape(from, to, 0, 2));
  const back = middle(arcShape(to, from, 0, 2));
  const second = middle(arcShape(from, to, 1, 2));
  const straight = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const off = (point: { x: number; y: number }) => Math.hypot(point.x - straight.x, point.y - straight.y);
  expect(Math.hypot(there.x - back.x, there.y - back.y)).toBeGreaterThan(off(there));
  expect(off(second)).toBeGreaterThan(off(there));
});

test('arrow keys go to the nearest site in their direction and stay where none lies', () => {
  const placed = placeMarks(marks(town), camera, room);
  expect(nearestMark(placed, 'plant', 'ArrowRight')).toBe('board');
  expect(nearestMark(placed, 'plant', 'ArrowLeft')).toBeNull();
  expect(direction({ longitude: 11, latitude: 55 }, { longitude: 12, latitude: 55 })).toBe('E');
});

test('the scale bar shows a round length', () => {
  const { km, width } = scaleBar(camera, 180);
  expect([0.1, 0.2, 0.5, 1, 2, 5]).toContain(km);
  expect(width / pixelsPerKm(camera)).toBeCloseTo(km, 9);
});

test('land is cut at the box, and the cut is no coast', () => {
  const island: Polygons = [
    [
      [
        [0, 0],
        [10, 0],
        [10, 10],
        [0, 10],
        [0, 0],
      ],
    ],
  ];
  const land = landWithin(island, [5, 5, 20, 20], null);
  expect(land.polygons).toHaveLength(1);
  const coast = land.coast.flat();
  expect(coast.every(([x, y]) => x === 10 || y === 10)).toBe(true);
});

test('where a finer coast is at hand, nothing of the coarse one is left', () => {
  const coarse: Polygons = [
    [
      [
        [0, 0],
        [10, 0],
        [10, 10],
        [0, 10],
        [0, 0],
      ],
    ],
  ];
  const fine = { box: [4, 4, 6, 6] as const, polygons: [] };
  const land = landWithin(coarse, [0, 0, 10, 10], fine);
  const area = land.polygons.reduce((sum, [ring]) => sum + Math.abs(areaOf(ring ?? [])), 0);
  expect(area).toBeCloseTo(96, 6);
});

function areaOf(ring: readonly (readonly [number, number])[]): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[index + 1] ?? ring[0] ?? [x, y];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

import type { ClusterMark, SiteMark } from '@crg/api-contract/map';
import { expect, test } from 'vitest';
import { arcNear } from '../src/map/arcs-canvas.tsx';
import { bubbleText, familyBar } from '../src/map/bubble-mark.tsx';
import { type Camera, fitCamera, project, unproject } from '../src/map/camera.ts';
import { homeOf } from '../src/map/home.ts';
import { landAround } from '../src/map/land-around.ts';
import type { MapArc } from '../src/map/map-arc.ts';
import { areaAround, boxOf, cameraOf } from '../src/map/map-area.ts';
import { mapSites } from '../src/map/map-site.ts';
import { rectOf } from '../src/map/place-marks.ts';
import { type SceneInput, sceneOf } from '../src/map/scene.ts';
import { arcsText } from '../src/map/scene-text.ts';
import { cameraFor } from '../src/map/use-in-sight.ts';

const size = { width: 1440, height: 852 };
const padding = { top: 80, right: 404, bottom: 116, left: 280 };
const room = { size, padding, compact: false, obstacles: [] };

const site = (id: string, longitude: number, latitude: number, given: Partial<SiteMark> = {}): SiteMark => ({
  kind: 'site',
  id,
  name: id,
  organization: { id: `${id}-owner`, name: `${id} Ltd`, nace: [] },
  longitude,
  latitude,
  families: [{ family: 'heat', supplies: 1, demands: 0 }],
  approximate: false,
  ...given,
});
const cluster = (id: string, longitude: number, latitude: number, given: Partial<ClusterMark> = {}): ClusterMark => ({
  kind: 'cluster',
  id,
  longitude,
  latitude,
  sites: 40,
  families: { heat: 30, water: 10 },
  supplies: 30,
  demands: 10,
  bbox: [longitude - 0.2, latitude - 0.2, longitude + 0.2, latitude + 0.2],
  expansion_zoom: 9,
  ...given,
});
const arc = (id: string, from: readonly [number, number], to: readonly [number, number], eur = 1_000): MapArc => {
  const [supply = '', demand = ''] = id.split('~');
  const end = (siteId: string, [longitude, latitude]: readonly [number, number]) => ({
    siteId,
    name: siteId,
    place: { longitude, latitude },
  });
  return { id, kind: 'match', family: 'heat', eurPerYear: eur, supply: end(supply, from), demand: end(demand, to) };
};
const camera: Camera = { longitude: 10, latitude: 52, zoom: 7 };
const scene = (given: Partial<SceneInput>) =>
  sceneOf({ answer: null, arcs: [], known: new Map(), largestEur: 1_000, opened: null, camera, room, ...given });

test('arcs between the same two clusters become one that stands for them all, and those inside one are counted', () => {
  const { arcs, withinClusters, pairsAt } = scene({
    answer: { data: [cluster('west', 9, 52), cluster('east', 11, 52)] },
    arcs: [
      arc('a~x', [9.1, 52.1], [11.1, 52.1], 900),
      arc('b~y', [8.9, 51.9], [10.9, 51.9], 100),
      arc('c~z', [9.05, 52], [9, 52.05]),
    ],
  });
  expect(arcs.map(({ arc: { id }, pairs, ends }) => [id, pairs, ends])).toEqual([['a~x', 2, ['west', 'east']]]);
  expect(withinClusters).toBe(1);
  expect([pairsAt.get('west'), pairsAt.get('east')]).toEqual([3, 2]);
});

test('an arc ends at the disc of its site, and where no mark stands at the place itself', () => {
  const { arcs } = scene({
    answer: { data: [site('plant', 9, 52), cluster('east', 11, 52)] },
    arcs: [arc('plant~lost', [9, 52], [10, 51.5])],
  });
  expect(arcs[0]?.ends).toEqual(['plant']);
  const tip = arcs[0]?.shape.trace.at(-1);
  const place = project({ longitude: 10, latitude: 51.5 }, camera, size);
  expect(Math.hypot((tip?.x ?? 0) - place.x, (tip?.y ?? 0) - place.y)).toBeLessThan(8);
});

test('sites of one point stand alone beside others, and fan out when their cluster is pressed open among clusters', () => {
  const members = ['a', 'b', 'c'].map((id) => site(id, 10, 52));
  const point = cluster('point', 10, 52, { sites: 3, expansion_zoom: null, members, bbox: [10, 52, 10, 52] });
  const alone = scene({ answer: { data: [site('d', 10.5, 52), point] } }).placed;
  expect(alone.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['disc a', 'disc b', 'disc c', 'disc d']);
  const among = { data: [point, cluster('east', 11.5, 52)] };
  expect(scene({ answer: among }).placed.map(({ kind }) => kind)).toEqual(['bubble', 'bubble']);
  const opened = scene({ answer: among, opened: 'point' }).placed;
  expect(opened.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['bubble east', 'disc a', 'disc b', 'disc c']);
  for (const [index, disc] of opened.slice(1).entries()) {
    for (const other of opened.slice(index + 2))
      expect(Math.hypot(disc.x - other.x, disc.y - other.y)).toBeGreaterThan(38);
  }
});

test('clusters that would touch are moved apart', () => {
  const near = Array.from({ length: 6 }, (_, index) => cluster(`c${index}`, 10 + index * 0.12, 52, { sites: 5_000 }));
  const bubbles = scene({ answer: { data: near } }).placed;
  for (const [index, a] of bubbles.entries()) {
    for (const b of bubbles.slice(index + 1)) {
      const reach = rectOf(a).right - a.x + rectOf(b).right - b.x;
      expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(reach - 6);
    }
  }
});

test('with many partners outside the view only the most important get a chip', () => {
  const partners = Array.from({ length: 30 }, (_, index) => arc(`plant~far-${index}`, [10, 52], [30 + index, 60]));
  const { placed } = scene({ answer: { data: [site('plant', 10, 52)] }, arcs: partners });
  expect(placed.filter(({ kind }) => kind === 'chip').map(({ id }) => id)).toHaveLength(8);
});

test('of a thousand pairs over five hundred clusters each is drawn in a bundle or counted as inside one', () => {
  const marks = Array.from({ length: 500 }, (_, index) =>
    cluster(`c${index}`, 4 + (index % 25) * 0.5, 48 + Math.floor(index / 25) * 0.4, { sites: 3 }),
  );
  const many = Array.from({ length: 1_000 }, (_, index) =>
    arc(`s${index}~d${index}`, [4 + (index % 25) * 0.5, 48], [4 + ((index * 7) % 25) * 0.5, 48 + (index % 20) * 0.4]),
  );
  const { arcs, withinClusters } = scene({ answer: { data: marks }, arcs: many });
  expect(arcs.length).toBeGreaterThan(80);
  expect(withinClusters).toBeGreaterThan(0);
  expect(arcs.reduce((sum, { pairs }) => sum + pairs, 0) + withinClusters).toBe(1_000);
});

test('what the map leaves out is said in one line, and nothing is said when it shows everything', () => {
  const data = { answer: { sites_without_place: 1 }, arcs: new Array(1_000), matches: 48_210 };
  expect(arcsText(data, { withinClusters: 812 })).toBe(
    'Arcs: the 1,000 most valuable of 48,210 matches here · 812 run inside clusters, zoom in to see them · 1 site has no place on a map',
  );
  expect(arcsText({ ...data, answer: null, matches: 1_000 }, { withinClusters: 0 })).toBe('');
});

test('the pointer finds the nearest arc within its reach, and none further away', () => {
  const { arcs } = scene({ arcs: [arc('a~x', [9, 52], [11, 52]), arc('b~y', [9, 51], [11, 51])] });
  const middle = arcs[1]?.shape.spots[0] ?? { x: 0, y: 0 };
  expect(arcNear(arcs, { x: middle.x + 3, y: middle.y + 3 }, 7)?.arc.id).toBe('b~y');
  expect(arcNear(arcs, { x: middle.x, y: middle.y - 30 }, 7)).toBeNull();
});

test('what the panels leave free comes back from the address to the pixel', () => {
  const box = boxOf(camera, size, padding);
  const back = cameraOf(box, size, padding);
  for (const place of [
    { longitude: 9, latitude: 51.5 },
    { longitude: 11, latitude: 52.5 },
  ]) {
    const [a, b] = [project(place, camera, size), project(place, back, size)];
    expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeLessThan(1);
  }
});

test('a small move asks the API nothing new, and what is asked for covers the view', () => {
  const area = areaAround(camera, size);
  const pixel = unproject({ x: 721, y: 426 }, camera, size);
  expect(areaAround({ ...pixel, zoom: camera.zoom }, size)).toEqual(area);
  const [west, south, east, north] = boxOf(camera, size, { top: 0, right: 0, bottom: 0, left: 0 });
  expect(area[0]).toBeLessThanOrEqual(west);
  expect(area[1]).toBeLessThanOrEqual(south);
  expect(area[2]).toBeGreaterThanOrEqual(east);
  expect(area[3]).toBeGreaterThanOrEqual(north);
});

test('land is asked for anew only when the view leaves it or comes so near that it looks coarse', () => {
  const have = landAround(camera, size);
  expect(have.detail).toBe('10m');
  expect(landAround({ ...camera, longitude: 10.5 }, size, have)).toBe(have);
  expect(landAround({ ...camera, longitude: 60 }, size, have)).not.toBe(have);
  expect(landAround({ ...camera, zoom: 3 }, size, have)).toMatchObject({ detail: '50m' });
});

test('a selected pair moves the camera only when neither of its ends is in sight', () => {
  const pair = arc('a~x', [10, 52], [40, 60]);
  expect(cameraFor(pair, true, camera, room)).toBeNull();
  const away = { ...camera, longitude: -60 };
  const target = cameraFor(pair, true, away, room);
  expect(target).not.toBeNull();
  const at = project({ longitude: 10, latitude: 52 }, target ?? away, size);
  expect(at.x).toBeGreaterThan(padding.left);
  expect(at.y).toBeLessThan(size.height - padding.bottom);
});

test('a small city is known site by site, a large one opens where most of its sites are', () => {
  const town = ['a', 'b', 'c'].map((id, index) => site(id, 11 + index / 100, 55.6));
  expect(homeOf({ data: town }).sites.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  const overseas = cluster('overseas', 55, -21, { sites: 30 });
  const europe = [cluster('north', 10, 55, { sites: 9_000 }), cluster('south', 3, 44, { sites: 12_000 })];
  const { places, sites } = homeOf({ data: [...europe, cluster('middle', 8, 49, { sites: 10_000 }), overseas] });
  expect(sites).toEqual([]);
  expect(places.every(({ longitude }) => longitude < 20)).toBe(true);
  const camera = fitCamera(places, size, padding);
  expect(camera.zoom).toBeGreaterThan(2);
});

test('of two sites of a company the one with more flows goes by the company, the other by its own name', () => {
  const owner = { id: 'novo', name: 'Novo', nace: ['21'] };
  const [main, depot] = mapSites([
    site('works', 11, 55, { organization: owner, families: [{ family: 'heat', supplies: 1, demands: 2 }] }),
    site('depot', 11.1, 55, { organization: owner }),
  ]);
  expect([main?.name, main?.role, depot?.name, depot?.role]).toEqual(['Novo', 'both', 'depot', 'supply']);
});

test('the bar of a cluster shares its width by flows, and the smallest family can still be seen', () => {
  const bar = familyBar({ heat: 999, water: 1 }, 30);
  expect(bar.map(({ family }) => family)).toEqual(['heat', 'water']);
  expect(bar.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(30, 9);
  expect(bar[1]?.width).toBeGreaterThanOrEqual(2);
  expect(bubbleText(cluster('c', 10, 52, { sites: 1_240 }))).toBe(
    '1.24k sites, flows: heat 30, water 10, press to zoom in',
  );
});

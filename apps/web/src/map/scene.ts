// From what the API answered to what is drawn: marks, arcs between them, names, icons on arcs. Pure, so that a picture
// can be tested as numbers and the drawing only draws.
import type { MapSites } from '@crg/api-contract/map';
import { type ArcShape, type ArcTip, arcShape, arcWidth } from './arc-shape.ts';
import { type Camera, type LngLat, project, type Size, type Xy } from './camera.ts';
import type { MapArc, MapArcEnd } from './map-arc.ts';
import { type MapSite, mapSites } from './map-site.ts';
import { placeBadges } from './place-badges.ts';
import { type Bubble, type Placed, placeMarks, type Room, rectOf } from './place-marks.ts';

export interface SceneInput {
  /** Marks of the view, as the API gathered them; null before the first answer. */
  readonly answer: Pick<MapSites, 'data'> | null;
  /** Most important first. */
  readonly arcs: readonly MapArc[];
  /** Sites known beyond the view, by id: partners get their names and icons from here. */
  readonly known: ReadonlyMap<string, MapSite>;
  readonly largestEur: number;
  /** Cluster that was pressed open. */
  readonly opened: string | null;
  readonly camera: Camera;
  readonly room: Room;
}

export interface DrawnArc {
  /** The most important pair that it stands for. */
  readonly arc: MapArc;
  /** Pairs that it stands for: more than one only where an end is a cluster. */
  readonly pairs: number;
  readonly width: number;
  readonly shape: ArcShape;
  /** Ids of the marks at its ends, where marks stand. */
  readonly ends: readonly string[];
}

export interface Scene {
  readonly placed: readonly Placed[];
  readonly arcs: readonly DrawnArc[];
  /** Family icons, for the first arcs that have a free place. */
  readonly badges: readonly { readonly arc: MapArc; readonly at: Xy }[];
  /** Pairs that are not drawn because both ends lie in one cluster. */
  readonly withinClusters: number;
  /** How many pairs end at a mark, by its id. */
  readonly pairsAt: ReadonlyMap<string, number>;
}

const mostBadges = 12;
/** With more arcs than these only the chosen one leads to a chip. */
const mostWithPartners = 120;

export function sceneOf(input: SceneInput): Scene {
  const { answer, arcs, known, largestEur, opened, camera, room } = input;
  const { sites, clusters } = alone(answer?.data ?? []);
  const cluster = clusters.find(({ id }) => id === opened);
  const placed = placeMarks(
    {
      sites: sites.length === 0 ? [] : mapSites(sites),
      clusters,
      partners: arcs.length > mostWithPartners ? [] : partnersOf(arcs, known),
      opened: cluster ? { id: cluster.id, sites: mapSites(cluster.members ?? []) } : null,
    },
    camera,
    room,
  );
  const tips = new Tips(placed, camera, room.size);
  const { drawn, withinClusters, pairsAt } = arcsBetween(arcs, tips, largestEur);
  const first = drawn.slice(0, mostBadges);
  const spots = placeBadges(
    first.map(({ shape }) => shape),
    [...placed.map(rectOf), ...room.obstacles],
  );
  const badges = first.flatMap(({ arc }, index) => {
    const at = spots[index];
    return at ? [{ arc, at }] : [];
  });
  return { placed, arcs: drawn, badges, withinClusters, pairsAt };
}

/** The arc of one pair in a scene: as drawn there, or drawn for itself when the scene has none of it. */
export function arcOfPair(scene: Scene, pair: MapArc, { largestEur, camera, room }: SceneInput): DrawnArc | null {
  const known = scene.arcs.find(({ arc }) => arc.id === pair.id);
  if (known) return known;
  const tips = new Tips(scene.placed, camera, room.size);
  return arcsBetween([pair], tips, largestEur).drawn[0] ?? null;
}

/** Sites of one point stand alone as long as there is no cluster that a zoom would take apart. */
function alone(marks: MapSites['data']) {
  const sites = marks.filter((mark) => mark.kind === 'site');
  const clusters = marks.filter((mark) => mark.kind === 'cluster');
  const canSpread = clusters.every(({ members }) => members !== undefined);
  if (!canSpread) return { sites, clusters };
  // In the order of ids: how discs make room for each other must not depend on how they were gathered.
  const all = [...sites, ...clusters.flatMap(({ members = [] }) => members)];
  return { sites: all.sort((a, b) => (a.id < b.id ? -1 : 1)), clusters: [] };
}

function partnersOf(arcs: readonly MapArc[], known: ReadonlyMap<string, MapSite>): MapSite[] {
  const partners = new Map<string, MapSite>();
  const add = (end: MapArcEnd, role: MapSite['role']) => {
    if (end.place === null || partners.has(end.siteId)) return;
    partners.set(end.siteId, known.get(end.siteId) ?? siteOfEnd(end, end.place, role));
  };
  for (const { supply, demand } of arcs) {
    add(supply, 'supply');
    add(demand, 'demand');
  }
  return [...partners.values()];
}

function siteOfEnd({ siteId, name, nace = [] }: MapArcEnd, place: LngLat, role: MapSite['role']): MapSite {
  return { id: siteId, name, ...place, role, nace, approximate: false };
}

function arcsBetween(arcs: readonly MapArc[], tips: Tips, largestEur: number) {
  const bundles = new Map<string, { pairs: MapArc[]; from: ArcTip; to: ArcTip }>();
  const pairsAt = new Map<string, number>();
  let withinClusters = 0;
  for (const arc of arcs) {
    const [from, to] = [tips.of(arc.supply), tips.of(arc.demand)];
    if (!from || !to) continue;
    for (const tip of from === to ? [from] : [from, to]) {
      if (tip.kind !== 'bare') pairsAt.set(tip.id, (pairsAt.get(tip.id) ?? 0) + 1);
    }
    if (from === to) {
      withinClusters += 1;
      continue;
    }
    const gathers = from.kind === 'bubble' || to.kind === 'bubble';
    const key = gathers ? `${keyOf(from)} ${keyOf(to)} ${arc.family} ${arc.kind}` : arc.id;
    const bundle = bundles.get(key) ?? { pairs: [], from, to };
    bundle.pairs.push(arc);
    bundles.set(key, bundle);
  }
  return { drawn: shapesOf([...bundles.values()], largestEur), withinClusters, pairsAt };
}

/** Arcs between the same two marks bend further one by one, so that none hides another. */
function shapesOf(
  bundles: readonly { readonly pairs: readonly MapArc[]; readonly from: ArcTip; readonly to: ArcTip }[],
  largestEur: number,
): DrawnArc[] {
  const between = new Map<string, number>();
  return bundles.flatMap(({ pairs, from, to }) => {
    const [arc] = pairs;
    if (!arc) return [];
    const way = `${keyOf(from)} ${keyOf(to)}`;
    const order = between.get(way) ?? 0;
    between.set(way, order + 1);
    const value = arc.eurPerYear === null ? null : pairs.reduce((sum, { eurPerYear }) => sum + (eurPerYear ?? 0), 0);
    const width = arcWidth(value, largestEur);
    const ends = [from, to].flatMap((tip) => (tip.kind === 'bare' ? [] : [tip.id]));
    return [{ arc, pairs: pairs.length, width, shape: arcShape(from, to, order, width), ends }];
  });
}

function keyOf(tip: ArcTip): string {
  return tip.kind === 'bare' ? `${tip.x.toFixed(0)},${tip.y.toFixed(0)}` : tip.id;
}

/** Where the ends of arcs are: at the disc or chip of a site, at the cluster that has gathered it, or bare. */
class Tips {
  readonly #marks = new Map<string, ArcTip>();
  readonly #bubbles: readonly Bubble[];
  readonly #camera: Camera;
  readonly #size: Size;
  readonly #found = new Map<string, ArcTip>();

  constructor(placed: readonly Placed[], camera: Camera, size: Size) {
    for (const mark of placed) {
      this.#marks.set(mark.id, mark);
      if (mark.kind === 'bubble') for (const { id } of mark.cluster.members ?? []) this.#marks.set(id, mark);
    }
    this.#bubbles = placed.filter((mark) => mark.kind === 'bubble');
    this.#camera = camera;
    this.#size = size;
  }

  /** null: the site has no place. */
  of({ siteId, place }: MapArcEnd): ArcTip | null {
    const known = this.#marks.get(siteId) ?? this.#found.get(siteId);
    if (known) return known;
    if (place === null) return null;
    const at = project(place, this.#camera, this.#size);
    const tip = this.#gathering(place, at) ?? { kind: 'bare' as const, ...onScreen(at, this.#size) };
    this.#found.set(siteId, tip);
    return tip;
  }

  /** Of the clusters whose box holds the place, the nearest. */
  #gathering({ longitude, latitude }: LngLat, at: Xy): Bubble | null {
    let nearest: { bubble: Bubble; distance: number } | null = null;
    for (const bubble of this.#bubbles) {
      const [west = 0, south = 0, east = 0, north = 0] = bubble.cluster.bbox;
      if (longitude < west || longitude > east || latitude < south || latitude > north) continue;
      const distance = Math.hypot(bubble.x - at.x, bubble.y - at.y);
      if (!nearest || distance < nearest.distance) nearest = { bubble, distance };
    }
    return nearest?.bubble ?? null;
  }
}

/** A place far outside is drawn where the way to it leaves the neighbourhood of the screen. */
function onScreen({ x, y }: Xy, { width, height }: Size): Xy {
  const [dx, dy] = [x - width / 2, y - height / 2];
  const far = Math.max(Math.abs(dx) / (width * 1.5), Math.abs(dy) / (height * 1.5), 1);
  return { x: width / 2 + dx / far, y: height / 2 + dy / far };
}

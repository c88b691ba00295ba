// Where marks stand on the screen: a disc for a site in the free area, spread out where discs would overlap; a bubble
// for sites gathered by the API; a chip at the edge for a partner outside the view. Pure and deterministic, so a picture
// can be tested as numbers.
import type { ClusterMark } from '@crg/api-contract/map';
import {
  type Camera,
  direction,
  distanceKm,
  type LngLat,
  type Padding,
  project,
  type Size,
  type Xy,
} from './camera.ts';
import type { MapSite } from './map-site.ts';
import { shortName } from './short-name.ts';

export interface Disc {
  readonly kind: 'disc';
  /** Of the site. */
  readonly id: string;
  readonly site: MapSite;
  readonly x: number;
  readonly y: number;
  /** Where the place really is, when the disc had to move more than a few pixels. */
  readonly anchor: Xy | null;
}

export interface Bubble {
  readonly kind: 'bubble';
  /** Of the cluster. */
  readonly id: string;
  readonly cluster: ClusterMark;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface Chip {
  readonly kind: 'chip';
  /** Of the site. */
  readonly id: string;
  readonly site: MapSite;
  /** Middle of the chip. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The site's name, shortened. */
  readonly name: string;
  /** `171 km NW` from the middle of the view. */
  readonly where: string;
}

export type Placed = Disc | Bubble | Chip;

export const discRadius = 14;
export const chipHeight = 26;
const apart = 42;
/** More partners than these would wall the view in; their arcs run off the edge. */
const mostChips = 8;
const rim = 26;

export interface Room {
  readonly size: Size;
  /** What the panels at the edges cover. */
  readonly padding: Padding;
  /** A small screen: chips say less. */
  readonly compact: boolean;
  /** What floats inside the free area: legend, zoom buttons. */
  readonly obstacles: readonly Rect[];
}

export interface Rect {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function overlap(a: Rect, b: Rect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The area a mark covers, with a little air. */
export function rectOf(mark: Placed): Rect {
  const [halfWidth, halfHeight] =
    mark.kind === 'chip'
      ? [mark.width / 2 + 3, chipHeight / 2 + 3]
      : mark.kind === 'disc'
        ? [discRadius + 5, discRadius + 5]
        : [mark.radius + 3, mark.radius + 3];
  return { left: mark.x - halfWidth, right: mark.x + halfWidth, top: mark.y - halfHeight, bottom: mark.y + halfHeight };
}

/** What is to be drawn: sites alone, sites gathered, and partners that get a chip when they lie outside the view. */
export interface Marks {
  readonly sites: readonly MapSite[];
  readonly clusters: readonly ClusterMark[];
  /** In order of importance. */
  readonly partners: readonly MapSite[];
  /** Cluster of sites at one point that was pressed open: its sites fan out around it. */
  readonly opened: { readonly id: string; readonly sites: readonly MapSite[] } | null;
}

export function placeMarks(
  { sites, clusters, partners, opened }: Marks,
  camera: Camera,
  room: Room,
): readonly Placed[] {
  const { size, padding, compact, obstacles } = room;
  const free = freeBox(size, padding);
  const middle = { x: (free.left + free.right) / 2, y: (free.top + free.bottom) / 2 };
  const isSeen = ({ x, y }: Xy) => x > free.left && x < free.right && y > free.top && y < free.bottom;
  const drawn = sites.map((site) => ({ site, at: project(site, camera, size) }));
  const inside = drawn.filter(({ at }) => isSeen(at));
  // Gathered sites already stand apart.
  const discs = clusters.length === 0 ? discsApart(inside) : drawn.map(({ site, at }) => discAt(site, at, null));
  const bubbles = bubblesApart(
    clusters.filter(({ id }) => id !== opened?.id),
    (cluster) => project(cluster, camera, size),
  );
  const fan = opened ? fanOut(opened.sites, camera, size) : [];
  const known = new Set([...discs, ...fan].map(({ id }) => id));
  const core = placeOf(inside.map(({ site }) => site));
  const away = partners
    .map((site) => ({ site, at: project(site, camera, size) }))
    .filter(({ site, at }) => !known.has(site.id) && !isSeen(at))
    .slice(0, mostChips);
  const chips = away.map(({ site, at }): Chip => {
    const label = chipWhere(site, core ?? camera);
    const name = chipName(site.name, compact);
    const width = Math.min(chipWidth(name, label, compact), free.right - free.left);
    return { kind: 'chip', id: site.id, site, name, width, where: label, ...onEdge(middle, at, free, width) };
  });
  const taken = [...[...discs, ...bubbles].map(rectOf), ...obstacles];
  return [...bubbles, ...discs, ...fan, ...settleChips(chips, free, taken)];
}

/** Radius of a bubble, px: grows with the digits of the count, not with the count. */
export function bubbleRadius(sites: number): number {
  return Math.round(Math.min(29, 13 + 3.6 * Math.log10(Math.max(2, sites)) * 1.15));
}

/** The API gathers for whole zooms, so two bubbles may touch in between: pushed apart a few pixels, no further. */
function bubblesApart(clusters: readonly ClusterMark[], placeOf: (cluster: ClusterMark) => Xy): Bubble[] {
  const bubbles = clusters.map((cluster) => ({ cluster, radius: bubbleRadius(cluster.sites), ...placeOf(cluster) }));
  for (let round = 0; round < 12; round += 1) {
    let moved = false;
    for (const [index, a] of bubbles.entries()) {
      for (const b of bubbles.slice(index + 1)) {
        const gap = Math.hypot(b.x - a.x, b.y - a.y) || 0.1;
        const push = (a.radius + b.radius + 5 - gap) / 2;
        if (push <= 0.25) continue;
        const [dx, dy] = [((b.x - a.x) / gap) * push, ((b.y - a.y) / gap) * push];
        a.x -= dx;
        a.y -= dy;
        b.x += dx;
        b.y += dy;
        moved = true;
      }
    }
    if (!moved) break;
  }
  return bubbles.map((bubble) => ({ kind: 'bubble', id: bubble.cluster.id, ...bubble }));
}

function discsApart(inside: readonly { readonly site: MapSite; readonly at: Xy }[]): Disc[] {
  const spread = spreadOut(inside.map(({ at }) => at));
  return inside.map(({ site, at }, index) => {
    const moved = spread[index] ?? at;
    return discAt(site, moved, Math.hypot(moved.x - at.x, moved.y - at.y) > 6 ? at : null);
  });
}

function discAt(site: MapSite, { x, y }: Xy, anchor: Xy | null): Disc {
  return { kind: 'disc', id: site.id, site, x, y, anchor };
}

/** Sites of one point on a spiral around it, each far enough from the next to be pressed. */
function fanOut(sites: readonly MapSite[], camera: Camera, size: Size): Disc[] {
  let angle = -Math.PI / 2;
  let radius = Math.max(apart, (sites.length * apart) / (2 * Math.PI));
  const grows = sites.length > 10;
  if (grows) radius = apart * 1.2;
  return sites.map((site) => {
    const anchor = project(site, camera, size);
    const at = { x: anchor.x + Math.cos(angle) * radius, y: anchor.y + Math.sin(angle) * radius };
    const step = grows ? apart / radius : (2 * Math.PI) / sites.length;
    angle += step;
    if (grows) radius += (apart * step) / (2 * Math.PI);
    return discAt(site, at, anchor);
  });
}

export function freeBox(size: Size, padding: Padding): Rect {
  return {
    left: padding.left + rim,
    right: size.width - padding.right - rim,
    top: padding.top + rim,
    bottom: size.height - padding.bottom - rim,
  };
}

/** Pushes points apart until all discs can be told from each other; a shared place fans out by order. */
export function spreadOut(points: readonly Xy[]): readonly Xy[] {
  const at = points.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < 60; round += 1) {
    let moved = false;
    for (const [i, a] of at.entries()) {
      for (const [j, b] of at.entries()) {
        if (j <= i) continue;
        const gap = Math.hypot(b.x - a.x, b.y - a.y);
        if (gap >= apart - 0.5) continue;
        const angle = gap < 0.5 ? i * 2.4 + j : Math.atan2(b.y - a.y, b.x - a.x);
        const push = (apart - gap) / 2;
        a.x -= Math.cos(angle) * push;
        a.y -= Math.sin(angle) * push;
        b.x += Math.cos(angle) * push;
        b.y += Math.sin(angle) * push;
        moved = true;
      }
    }
    if (!moved) break;
  }
  return at;
}

function chipWhere(site: MapSite, from: LngLat): string {
  const km = distanceKm(from, site);
  const far = km < 10 ? km.toFixed(1) : km.toFixed(0);
  return `${far} km ${direction(from, site)}`;
}

/** Measured on Inter 500: 6.6 px a character at 12 px, 6 px at 11 px; icon and rims on top. */
function chipWidth(name: string, where: string, compact: boolean): number {
  return Math.round((name.length + where.length + 1) * (compact ? 5.9 : 6.6) + (compact ? 38 : 44));
}

function onEdge(middle: Xy, at: Xy, free: Rect, width: number): Xy {
  const [dx, dy] = [at.x - middle.x, at.y - middle.y];
  const reachX = (dx > 0 ? free.right - width / 2 + rim - 8 : free.left + width / 2 - rim + 8) - middle.x;
  const reachY = (dy > 0 ? free.bottom - 2 : free.top) - middle.y;
  const share = Math.min(dx === 0 ? Infinity : reachX / dx, dy === 0 ? Infinity : reachY / dy);
  return { x: middle.x + dx * share, y: middle.y + dy * share };
}

/** A chip that would cover a disc, a panel or another chip moves along its edge, then inwards, as little as it can. */
function settleChips(chips: readonly Chip[], free: Rect, taken: readonly Rect[]): Chip[] {
  const chipsSoFar: Rect[] = [];
  return [...chips]
    .sort((a, b) => (a.site.id < b.site.id ? -1 : 1))
    .map((chip) => {
      const places = nearby(chip, free);
      const clearOf = (others: readonly Rect[]) =>
        places.find((place) => !others.some((other) => overlap(rectOf(place), other)));
      // On a small screen a chip may have to cover a disc, but never another chip.
      const settled = clearOf([...taken, ...chipsSoFar]) ?? clearOf(chipsSoFar) ?? chip;
      chipsSoFar.push(rectOf(settled));
      return settled;
    });
}

/** Places for a chip by growing distance from where it would stand alone. */
function nearby(chip: Chip, free: Rect): Chip[] {
  const places: Chip[] = [];
  for (let dx = -360; dx <= 360; dx += 12) {
    for (let dy = -320; dy <= 320; dy += 8) {
      const place = { ...chip, x: chip.x + dx, y: chip.y + dy };
      const inside =
        place.x - chip.width / 2 >= free.left - rim + 8 &&
        place.x + chip.width / 2 <= free.right + rim - 8 &&
        place.y >= free.top - 4 &&
        place.y <= free.bottom + 8;
      if (inside) places.push(place);
    }
  }
  // Inwards counts double: a chip belongs to the edge.
  const cost = (place: Chip) => Math.abs(place.x - chip.x) + 2 * Math.abs(place.y - chip.y);
  return places.sort((a, b) => cost(a) - cost(b));
}

/** Long names end early on a chip. */
function chipName(name: string, compact: boolean): string {
  const short = shortName(name);
  const most = compact ? 14 : 24;
  return short.length > most ? `${short.slice(0, most - 2).trimEnd()}…` : short;
}

function placeOf(sites: readonly MapSite[]): LngLat | null {
  if (sites.length === 0) return null;
  const mean = (of: (site: MapSite) => number) => sites.reduce((sum, site) => sum + of(site), 0) / sites.length;
  return { longitude: mean((site) => site.longitude), latitude: mean((site) => site.latitude) };
}

// Where each site stands on the screen: a disc in the free area, spread out where discs would overlap,
// or a chip at the edge for a partner outside the view. Pure and deterministic, so a picture can be tested as numbers.
import type { SiteMark } from '../model/entry.ts';
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

export interface Disc {
  readonly kind: 'disc';
  readonly site: SiteMark;
  readonly x: number;
  readonly y: number;
  /** Where the place really is, when the disc had to move more than a few pixels. */
  readonly anchor: Xy | null;
}

export interface Chip {
  readonly kind: 'chip';
  readonly site: SiteMark;
  /** Middle of the chip. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The site's name, shortened. */
  readonly name: string;
  /** `171 km NW` from the middle of the view. */
  readonly where: string;
}

export type Placed = Disc | Chip;

export const discRadius = 14;
export const chipHeight = 26;
const apart = 42;
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
    mark.kind === 'disc' ? [discRadius + 5, discRadius + 5] : [mark.width / 2 + 3, chipHeight / 2 + 3];
  return { left: mark.x - halfWidth, right: mark.x + halfWidth, top: mark.y - halfHeight, bottom: mark.y + halfHeight };
}

/** @param linked sites that a shown pair leads to; outside the view only they get a chip */
export function placeMarks(
  sites: readonly SiteMark[],
  linked: ReadonlySet<string>,
  camera: Camera,
  { size, padding, compact, obstacles }: Room,
): readonly Placed[] {
  const free = freeBox(size, padding);
  const middle = { x: (free.left + free.right) / 2, y: (free.top + free.bottom) / 2 };
  const inside: { site: SiteMark; at: Xy }[] = [];
  const outside: { site: SiteMark; at: Xy }[] = [];
  for (const site of sites) {
    const at = project(site, camera, size);
    const seen = at.x > free.left && at.x < free.right && at.y > free.top && at.y < free.bottom;
    if (seen) inside.push({ site, at });
    else if (linked.has(site.id)) outside.push({ site, at });
  }
  const spread = spreadOut(inside.map(({ at }) => at));
  const discs = inside.map(({ site, at }, index): Disc => {
    const moved = spread[index] ?? at;
    return { kind: 'disc', site, ...moved, anchor: Math.hypot(moved.x - at.x, moved.y - at.y) > 6 ? at : null };
  });
  const core = placeOf(inside.map(({ site }) => site));
  const chips = outside.map(({ site, at }): Chip => {
    const label = chipWhere(site, core ?? camera);
    const name = chipName(site.name, compact);
    const width = Math.min(chipWidth(name, label, compact), free.right - free.left);
    return { kind: 'chip', site, name, width, where: label, ...onEdge(middle, at, free, width) };
  });
  return [...discs, ...settleChips(chips, free, [...discs.map(rectOf), ...obstacles])];
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

function chipWhere(site: SiteMark, from: LngLat): string {
  const km = distanceKm(from, site);
  const far = km < 10 ? km.toFixed(1) : km.toFixed(0);
  return `${far} km ${direction(from, site)}${site.certainty?.includes('verify') ? ', verify' : ''}`;
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

/** `Kalundborg Refinery (earlier Statoil)` without what stands in brackets; the table has the whole name. */
export function shortName(name: string): string {
  return name.replace(/\s*\([^)]*\)\s*$/, '') || name;
}

function placeOf(sites: readonly SiteMark[]): LngLat | null {
  if (sites.length === 0) return null;
  const mean = (of: (site: SiteMark) => number) => sites.reduce((sum, site) => sum + of(site), 0) / sites.length;
  return { longitude: mean((site) => site.longitude), latitude: mean((site) => site.latitude) };
}

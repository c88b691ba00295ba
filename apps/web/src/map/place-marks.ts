// Where each site stands on the screen: a disc in the free area, spread out where discs would overlap,
// or a chip at the edge for a partner outside the view. Pure and deterministic, so a picture can be tested as numbers.
import type { SiteMark } from '../model/entry.ts';
import { type Camera, direction, distanceKm, type LngLat, type Padding, project, type Size, type Xy } from './camera.ts';

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
  /** `171 km NW` from the middle of the view. */
  readonly where: string;
}

export type Placed = Disc | Chip;

export const discRadius = 14;
export const chipHeight = 26;
const apart = 42;
const rim = 26;

export function placeMarks(
  sites: readonly SiteMark[],
  linked: ReadonlySet<string>,
  camera: Camera,
  size: Size,
  padding: Padding,
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
    const width = Math.min(chipWidth(site.name, label), free.right - free.left);
    return { kind: 'chip', site, width, where: label, ...onEdge(middle, at, free, width) };
  });
  return [...discs, ...stackChips(chips, free)];
}

interface FreeBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function freeBox(size: Size, padding: Padding): FreeBox {
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

/** Measured on Inter 500 12 px: 6.7 px a character, icon and rims 44 px. */
function chipWidth(name: string, where: string): number {
  return Math.round((name.length + where.length + 1) * 6.6 + 44);
}

function onEdge(middle: Xy, at: Xy, free: FreeBox, width: number): Xy {
  const [dx, dy] = [at.x - middle.x, at.y - middle.y];
  const reachX = (dx > 0 ? free.right - width / 2 + rim - 8 : free.left + width / 2 - rim + 8) - middle.x;
  const reachY = (dy > 0 ? free.bottom - 2 : free.top) - middle.y;
  const share = Math.min(dx === 0 ? Infinity : reachX / dx, dy === 0 ? Infinity : reachY / dy);
  return { x: middle.x + dx * share, y: middle.y + dy * share };
}

/** Chips that would cover each other move along the edge, towards the middle of the map. */
function stackChips(chips: readonly Chip[], free: FreeBox): Chip[] {
  const placed: Chip[] = [];
  const middleY = (free.top + free.bottom) / 2;
  for (const chip of [...chips].sort((a, b) => a.site.id.localeCompare(b.site.id, 'en'))) {
    let y = chip.y;
    const step = y > middleY ? -chipHeight - 6 : chipHeight + 6;
    const covers = () =>
      placed.some(
        (other) => Math.abs(other.y - y) < chipHeight + 4 && Math.abs(other.x - chip.x) < (other.width + chip.width) / 2 + 4,
      );
    for (let tries = 0; covers() && tries < 24; tries += 1) y += step;
    placed.push({ ...chip, y });
  }
  return placed;
}

function placeOf(sites: readonly SiteMark[]): LngLat | null {
  if (sites.length === 0) return null;
  const mean = (of: (site: SiteMark) => number) => sites.reduce((sum, site) => sum + of(site), 0) / sites.length;
  return { longitude: mean((site) => site.longitude), latitude: mean((site) => site.latitude) };
}

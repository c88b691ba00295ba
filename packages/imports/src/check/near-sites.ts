// Sites that may be the same one twice: close together and alike in name. A grid keeps the search from growing with the square.
import type { Point } from '@crg/domain/flow';
import { distanceKm } from '@crg/domain/geo';
import { nameLikeness } from './similar-names.ts';

export interface KnownSite {
  readonly id: string;
  readonly name: string;
  readonly point: Point;
  /** Where it stands, for messages: `row 12`, `row 12 of parks.csv`, `the city`. */
  readonly where: string;
}

export type Nearness =
  | { readonly kind: 'alone' }
  | { readonly kind: 'near_duplicate'; readonly of: KnownSite; readonly metres: number; readonly likeness: number }
  /** Said once, when a point gets one site too many. */
  | { readonly kind: 'shared_point'; readonly sites: number };

/** Sites farther apart than this are never called doubles (m). */
export const duplicateWithinMetres = 100;
/** Letter pairs in common, of 1, from which names count as alike. */
export const duplicateLikeness = 0.8;
/** Sites that one exact point may have before it is taken for a default that stands for many places. */
export const mostAtOnePoint = 8;
/** Neighbours that one site is compared with at most; denser places are listed by their first ones. */
const mostCompared = 64;

/** Remembers every site it was shown: about 150 bytes beside the site's own texts. */
export class NearSites {
  readonly #cells = new Map<number, KnownSite[]>();
  readonly #atPoint = new Map<string, number>();

  /** Judges the site against all before it and remembers it. */
  add(site: KnownSite): Nearness {
    const at = `${site.point.longitude} ${site.point.latitude}`;
    const there = (this.#atPoint.get(at) ?? 0) + 1;
    this.#atPoint.set(at, there);
    if (there === mostAtOnePoint + 1) return { kind: 'shared_point', sites: there };
    if (there > mostAtOnePoint) return { kind: 'alone' };
    const nearness = this.#nearest(site);
    this.#remember(site);
    return nearness;
  }

  #nearest(site: KnownSite): Nearness {
    let best: Extract<Nearness, { kind: 'near_duplicate' }> | null = null;
    let compared = 0;
    for (const key of neighbouringCells(site.point)) {
      for (const of of this.#cells.get(key) ?? []) {
        if (compared++ >= mostCompared) break;
        if (of.id === site.id) continue;
        const metres = distanceKm(of.point, site.point) * 1000;
        if (metres > duplicateWithinMetres) continue;
        const likeness = nameLikeness(of.name, site.name);
        if (likeness >= duplicateLikeness && (best === null || likeness > best.likeness)) {
          best = { kind: 'near_duplicate', of, metres, likeness };
        }
      }
    }
    return best ?? { kind: 'alone' };
  }

  #remember(site: KnownSite): void {
    const { row, column } = cellOf(site.point);
    const key = cellKey(row, column);
    const cell = this.#cells.get(key);
    if (cell === undefined) this.#cells.set(key, [site]);
    else cell.push(site);
  }
}

/** Rows of latitude as high as the distance that counts; columns as wide, which takes more degrees toward the poles. */
const rowDegrees = duplicateWithinMetres / 111_000;
const columnDegrees = (row: number): number =>
  rowDegrees / Math.max(0.01, Math.cos(((Math.abs(row) + 1) * rowDegrees * Math.PI) / 180));

function cellOf({ longitude, latitude }: Point): { row: number; column: number } {
  const row = Math.floor(latitude / rowDegrees);
  return { row, column: Math.floor(longitude / columnDegrees(row)) };
}

function* neighbouringCells({ longitude, latitude }: Point): Generator<number> {
  const middle = Math.floor(latitude / rowDegrees);
  for (const row of [middle, middle - 1, middle + 1]) {
    const column = Math.floor(longitude / columnDegrees(row));
    for (const beside of [column, column - 1, column + 1]) yield cellKey(row, beside);
  }
}

const cellKey = (row: number, column: number): number => row * 2_097_152 + column;

// Sites that stand far from all the others of a city: slips of a digit, exchanged coordinates, another town of the same name.
import type { Point } from '@crg/domain/flow';
import { distanceKm } from '@crg/domain/geo';
import type { RowProblem } from '../row-problem.ts';

/** What shows only when all rows have been seen, and in which file. */
export interface LateProblem {
  readonly file: number;
  readonly problem: RowProblem;
}

export interface PlacedSite {
  readonly point: Point;
  readonly name: string;
  readonly file: number;
  readonly row: number;
  readonly column: string | null;
}

/** Half of all sites stand within this of their middle, or the import is of a whole country and far means nothing (km). */
export const cityRadiusKm = 60;
/** Far is this many times the distance within which half of the sites stand ... */
export const farTimes = 8;
/** ... and at least this (km). */
export const farAtLeastKm = 100;
/** Fewer sites than this have no middle. */
const fewest = 5;

/** Keeps every site's place: about 100 bytes each beside its name. */
export class FarSites {
  readonly #known: Point[] = [];
  readonly #sites: PlacedSite[] = [];

  know(point: Point): void {
    this.#known.push(point);
  }

  add(site: PlacedSite): void {
    this.#sites.push(site);
  }

  finish(): readonly LateProblem[] {
    const points = [...this.#known, ...this.#sites.map(({ point }) => point)];
    if (points.length < fewest) return [];
    const middle = {
      longitude: median(points.map(({ longitude }) => longitude)),
      latitude: median(points.map(({ latitude }) => latitude)),
    };
    const radius = median(points.map((point) => distanceKm(point, middle)));
    if (radius > cityRadiusKm) return [];
    const limit = Math.max(farAtLeastKm, farTimes * radius);
    return this.#sites.flatMap((site) => {
      const km = distanceKm(site.point, middle);
      return km <= limit ? [] : [tellFar(site, Math.round(km), middle, limit)];
    });
  }
}

function tellFar({ point, file, row, column }: PlacedSite, km: number, middle: Point, limit: number): LateProblem {
  const swapped = { longitude: point.latitude, latitude: point.longitude };
  const swapHelps = Math.abs(swapped.latitude) <= 90 && distanceKm(swapped, middle) <= limit;
  return {
    file,
    problem: {
      severity: 'warning',
      code: 'far_away',
      row,
      column,
      expected: `a place near the other sites, within ${Math.round(limit)} km of their middle`,
      got: `${point.latitude} north, ${point.longitude} east, ${km} km away`,
      next: swapHelps ? 'Exchange latitude and longitude: then the place fits.' : 'Check the coordinates.',
      fix: swapHelps ? { kind: 'swap_coordinates', row } : null,
    },
  };
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

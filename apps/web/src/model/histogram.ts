// Stops of the range sliders and the bars above them.

export interface Histogram {
  /** Ascending; bar i counts values from stop i to stop i + 1. null at an end: open, however far values go. */
  readonly stops: readonly (number | null)[];
  readonly bars: readonly number[];
}

/** Round distances; the last one stands for any. */
export const distanceStops: readonly number[] = [
  0, 0.5, 1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 500,
];

/** Position of a bound among the stops: the last stop not above a lower bound, the first not below an upper one. */
export function stopIndex(stops: readonly (number | null)[], bound: number | null, end: 'from' | 'to'): number {
  const last = stops.length - 1;
  if (bound === null) return end === 'from' ? 0 : last;
  if (end === 'from')
    return Math.max(
      0,
      stops.findLastIndex((stop) => stop !== null && stop <= bound),
    );
  const index = stops.findIndex((stop) => stop !== null && stop >= bound);
  return index === -1 ? last : index;
}

/** One of the six steps of the sequential scale: 0 for nothing, 5 for the most. */
export function loadStep(count: number, most: number): number {
  return count === 0 || most === 0 ? 0 : Math.max(1, Math.round((count / most) * 5));
}

// Stops of the range sliders and the bars above them.

export interface Histogram {
  /** Ascending; bar i counts values from stop i to stop i + 1, the last stop included in the last bar. */
  readonly stops: readonly number[];
  readonly bars: readonly number[];
}

export const scoreStops: readonly number[] = Array.from({ length: 21 }, (_, index) => index / 20);

/** Round money steps (1, 2, 5 per decade, both signs) that enclose all values, zero among them. */
export function moneyStops(values: readonly number[]): readonly number[] {
  const most = Math.max(0, ...values);
  const least = Math.min(0, ...values);
  // Four decades below the largest value are finer than anybody filters by.
  const finest = Math.max(3, Math.floor(Math.log10(Math.max(most, -least, 1))) - 3);
  const positive = [
    0,
    ...[0, 1, 2, 3, 4].flatMap((decade) => [1, 2, 5].map((digit) => digit * 10 ** (finest + decade))),
  ];
  return [
    ...cut(positive, -least)
      .map((value) => -value)
      .reverse(),
    ...cut(positive, most).slice(1),
  ].map((value) => value + 0);
}

/** Round distances that enclose all values. */
export function distanceStops(values: readonly number[]): readonly number[] {
  return cut(
    [0, 0.5, 1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 500, 1_000, 21_000],
    Math.max(0, ...values),
  );
}

export function histogram(values: readonly number[], stops: readonly number[]): Histogram {
  const bars = stops.slice(1).map(() => 0);
  for (const value of values) {
    const above = stops.findIndex((stop, index) => index > 0 && value < stop);
    const bar = above === -1 ? bars.length - 1 : above - 1;
    bars[bar] = (bars[bar] ?? 0) + 1;
  }
  return { stops, bars };
}

/** Position of a bound among the stops: the last stop not above a lower bound, the first not below an upper one. */
export function stopIndex(stops: readonly number[], bound: number | null, end: 'from' | 'to'): number {
  if (bound === null) return end === 'from' ? 0 : stops.length - 1;
  if (end === 'from')
    return Math.max(
      0,
      stops.findLastIndex((stop) => stop <= bound),
    );
  const index = stops.findIndex((stop) => stop >= bound);
  return index === -1 ? stops.length - 1 : index;
}

function cut(stops: readonly number[], most: number): readonly number[] {
  const end = stops.findIndex((stop) => stop >= most);
  return stops.slice(0, (end === -1 ? stops.length - 1 : end) + 1);
}

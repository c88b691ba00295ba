// Arrow keys on the map: the nearest mark in the pressed direction.
import type { Placed } from './place-marks.ts';

const headings: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** Id of a mark, or null when nothing lies that way. A mark off the axis counts as farther than one straight ahead. */
export function nearestMark(placed: readonly Placed[], from: string | null, key: string): string | null {
  const heading = headings[key];
  const start = placed.find(({ id }) => id === from);
  if (!heading) return null;
  if (!start) return placed[0]?.id ?? null;
  let best: { id: string; cost: number } | null = null;
  for (const mark of placed) {
    const [dx, dy] = [mark.x - start.x, mark.y - start.y];
    const ahead = dx * heading[0] + dy * heading[1];
    const aside = Math.abs(dx * heading[1] - dy * heading[0]);
    if (ahead <= 1) continue;
    const cost = ahead + 2 * aside;
    if (!best || cost < best.cost) best = { id: mark.id, cost };
  }
  return best?.id ?? null;
}

// Where the family icons of the most valuable matches sit on their arcs: clear of names, discs and each other.
import type { ArcShape } from './arc-shape.ts';
import type { Xy } from './camera.ts';
import { overlap, type Rect } from './place-marks.ts';

const half = 11;

/** One place per arc, in order; an arc without a free spot gets none. */
export function placeBadges(shapes: readonly ArcShape[], taken: readonly Rect[]): readonly (Xy | null)[] {
  const covered = [...taken];
  return shapes.map(({ spots }) => {
    const spot = spots.find((at) => !covered.some((other) => overlap(around(at), other)));
    if (spot) covered.push(around(spot));
    return spot ?? null;
  });
}

function around({ x, y }: Xy): Rect {
  return { left: x - half, right: x + half, top: y - half, bottom: y + half };
}

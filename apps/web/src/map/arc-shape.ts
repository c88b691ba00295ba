// The curve of a match between two marks: bends to one side, is thicker the more it is worth, ends in an arrow.
import type { Xy } from './camera.ts';
import { chipHeight, discRadius, type Placed } from './place-marks.ts';

/** Where an arc begins or ends: at a mark, or where its site is when no mark stands there. */
export type ArcTip = Placed | (Xy & { readonly kind: 'bare' });

export interface ArcShape {
  readonly path: string;
  /** Points of the arrow head at the demand. */
  readonly arrow: string;
  /** Where an icon or a value may sit, the middle first. */
  readonly spots: readonly Xy[];
  /** Points along the whole curve, to tell how near a pointer is. */
  readonly trace: readonly Xy[];
}

/** Width in px by yearly value: square root between 1.4 and 7, against the largest value of the city. */
export function arcWidth(eurPerYear: number | null, largest: number): number {
  if (eurPerYear === null || eurPerYear <= 0 || largest <= 0) return 1.4;
  return 1.4 + 5.6 * Math.sqrt(Math.min(1, eurPerYear / largest));
}

/**
 * @param order 0 for the first arc between the two marks, then 1, 2 ...: each bends further so that none hides another
 */
export function arcShape(from: ArcTip, to: ArcTip, order: number, width: number): ArcShape {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const bend = Math.min(90, length * 0.15) + order * 18;
  const control = { x: (from.x + to.x) / 2 + (dy / length) * bend, y: (from.y + to.y) / 2 - (dx / length) * bend };
  const curve = (t: number): Xy => ({
    x: (1 - t) ** 2 * from.x + 2 * t * (1 - t) * control.x + t ** 2 * to.x,
    y: (1 - t) ** 2 * from.y + 2 * t * (1 - t) * control.y + t ** 2 * to.y,
  });
  const head = 6 + width * 1.4;
  const start = leave(curve, from, 0);
  const tip = leave(curve, to, 1);
  const tipAt = curve(tip);
  const isBehindHead = (t: number) => Math.hypot(curve(t).x - tipAt.x, curve(t).y - tipAt.y) >= head - 1;
  const end = isBehindHead(start) ? turn(tip, start, isBehindHead) : start;
  return {
    path: quadratic(curve, control, from, to, start, end),
    arrow: arrowHead(curve(end), tipAt, head * 0.5),
    trace: Array.from({ length: 13 }, (_, index) => curve(start + (index / 12) * (tip - start))),
    spots: [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74].map((share) => curve(start + share * (tip - start))),
  };
}

const gap = 4;

/** The share of the curve at which it has left a mark, searched from one end; the end itself where it never does. */
function leave(curve: (t: number) => Xy, mark: ArcTip, from: 0 | 1): number {
  const isOutside = (t: number) => {
    const at = curve(t);
    const [dx, dy] = [Math.abs(at.x - mark.x), Math.abs(at.y - mark.y)];
    return mark.kind === 'chip'
      ? dx > mark.width / 2 + gap || dy > chipHeight / 2 + gap
      : Math.hypot(dx, dy) > radiusOf(mark) + gap;
  };
  return isOutside(0.5) ? turn(from, 0.5, isOutside) : from;
}

/** Where between two shares something begins to hold that does not at `without` and does at `having`. */
function turn(without: number, having: number, holds: (t: number) => boolean): number {
  let [low, high] = [without, having];
  for (let round = 0; round < 10; round += 1) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function radiusOf(mark: Exclude<ArcTip, { kind: 'chip' }>): number {
  if (mark.kind === 'disc') return discRadius;
  return mark.kind === 'bubble' ? mark.radius : 0;
}

/** The part of the curve between two shares, as a quadratic again (blossom of the three points). */
function quadratic(curve: (t: number) => Xy, control: Xy, from: Xy, to: Xy, start: number, end: number): string {
  const blossom = (a: number, b: number, of: 'x' | 'y') =>
    (1 - a) * (1 - b) * from[of] + ((1 - a) * b + a * (1 - b)) * control[of] + a * b * to[of];
  const [a, b] = [curve(start), curve(end)];
  const c = { x: blossom(start, end, 'x'), y: blossom(start, end, 'y') };
  return `M${px(a.x)} ${px(a.y)}Q${px(c.x)} ${px(c.y)} ${px(b.x)} ${px(b.y)}`;
}

function arrowHead(base: Xy, tip: Xy, half: number): string {
  const length = Math.hypot(tip.x - base.x, tip.y - base.y) || 1;
  const [nx, ny] = [(-(tip.y - base.y) / length) * half, ((tip.x - base.x) / length) * half];
  return `${px(tip.x)},${px(tip.y)} ${px(base.x + nx)},${px(base.y + ny)} ${px(base.x - nx)},${px(base.y - ny)}`;
}

function px(value: number): string {
  return value.toFixed(1);
}

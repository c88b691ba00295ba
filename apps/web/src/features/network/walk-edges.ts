// Arrow keys in the network: from a node along the edge that points most nearly that way.
import type { Network } from './gather-network.ts';
import type { Place } from './network-layout.ts';

export const directions = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;
export type Direction = keyof typeof directions;

/** The neighbour within 60 degrees of the direction that lies nearest to it; null when no edge goes that way. */
export function neighbourTowards(
  { edges }: Pick<Network, 'edges'>,
  at: ReadonlyMap<string, Place>,
  from: string,
  direction: Direction,
): string | null {
  const here = at.get(from);
  if (here === undefined) return null;
  const [dx, dy] = directions[direction];
  let best: { id: string; angle: number } | null = null;
  for (const id of neighboursOf({ edges }, from)) {
    const there = at.get(id);
    if (there === undefined) continue;
    const [x, y] = [there.x - here.x, there.y - here.y];
    const angle = Math.acos((x * dx + y * dy) / (Math.hypot(x, y) || 1));
    if (angle <= Math.PI / 3 && (best === null || angle < best.angle)) best = { id, angle };
  }
  return best?.id ?? null;
}

export function neighboursOf({ edges }: Pick<Network, 'edges'>, id: string): ReadonlySet<string> {
  return new Set(edges.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : [])));
}

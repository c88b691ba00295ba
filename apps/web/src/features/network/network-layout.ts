// Places for the nodes of a network: forces until they rest. The start is the same each time, and so is the end.
import { forceCenter, forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import type { Network } from './gather-network.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface NetworkPlaces {
  readonly at: ReadonlyMap<string, Place>;
  /** Around all nodes, with room for names. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly radius: number;
}

const room = 90;

export function networkPlaces({ nodes, edges }: Network): NetworkPlaces {
  // d3 starts on a spiral by index and draws its chances from a generator of its own, so ids in order fix the result.
  const bodies: { id: string; x?: number; y?: number }[] = nodes
    .map(({ id }) => ({ id }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const links = [...edges]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ from, to }) => ({ source: from, target: to }));
  const radius = nodes.length > 200 ? 5 : nodes.length > 60 ? 8 : 12;
  forceSimulation(bodies)
    .force(
      'links',
      forceLink<(typeof bodies)[number], (typeof links)[number]>(links)
        .id(({ id }) => id)
        .distance(radius * 9),
    )
    .force('apart', forceManyBody().strength(-radius * 28))
    .force('touch', forceCollide(radius * 2.4))
    .force('middle', forceCenter(0, 0))
    // Components that no edge holds would drift away.
    .force('x', forceX(0).strength(0.035))
    .force('y', forceY(0).strength(0.06))
    .stop()
    .tick(ticksFor(nodes.length));
  const at = new Map(bodies.map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
  return { at, box: boxAround([...at.values()]), radius };
}

/** Rest takes about 300 steps; with many nodes a rougher picture has to do, or the page would stand still. */
function ticksFor(nodes: number): number {
  return Math.max(60, Math.min(300, Math.round(120_000 / Math.max(1, nodes))));
}

/** A few nodes keep the size of a small drawing instead of filling the page with large discs. */
const smallest = { width: 1000, height: 540 } as const;

function boxAround(places: readonly Place[]): NetworkPlaces['box'] {
  const across = span(
    places.map(({ x }) => x),
    smallest.width,
    room,
  );
  const down = span(
    places.map(({ y }) => y),
    smallest.height,
    room / 2,
  );
  return { x: across.from, y: down.from, width: across.length, height: down.length };
}

function span(values: readonly number[], atLeast: number, margin: number): { from: number; length: number } {
  const least = values.reduce((a, b) => Math.min(a, b), 0) - margin;
  const most = values.reduce((a, b) => Math.max(a, b), 0) + margin;
  const length = Math.max(atLeast, most - least);
  return { from: (least + most - length) / 2, length };
}

// Places for the names and ribbons of a Sankey; d3-sankey computes them, everything else is ours.
import type { Family } from '@crg/api-contract/family';
import { sankey, sankeyCenter } from 'd3-sankey';
import type { SankeyRow } from './gather-rows.ts';

export const drawing = { width: 1160, left: 208, right: 208, top: 26, bottom: 22, nodeWidth: 12 } as const;
/** Two lines of text fit beside the thinnest node. */
const nodeGap = 26;

export interface PlacedNode {
  readonly id: string;
  readonly side: 'supply' | 'family' | 'demand';
  readonly name: string;
  readonly family: Family | null;
  readonly amount: number;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** Both halves of a row: from the supplier to the family, from the family to the receiver. */
export interface PlacedRibbon {
  readonly key: string;
  readonly family: Family;
  readonly width: number;
  readonly paths: readonly string[];
}

export interface SankeyLayout {
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly ribbons: readonly PlacedRibbon[];
}

interface Node {
  readonly id: string;
  readonly side: PlacedNode['side'];
  readonly name: string;
  readonly family: Family | null;
}
interface Link {
  readonly source: string;
  readonly target: string;
  readonly value: number;
  readonly row: SankeyRow;
}

export function sankeyLayout(rows: readonly SankeyRow[]): SankeyLayout {
  const nodes = nodesOf(rows);
  const most = Math.max(1, ...sides.map((side) => nodes.filter((node) => node.side === side).length));
  const height = drawing.top + Math.max(340, most * 42) + drawing.bottom;
  const links = rows.flatMap((row): Link[] => [
    { source: `supply ${row.supply}`, target: `family ${row.family}`, value: row.amount, row },
    { source: `family ${row.family}`, target: `demand ${row.demand}`, value: row.amount, row },
  ]);
  const graph = sankey<Node, Link>()
    .nodeId(({ id }) => id)
    .nodeAlign(sankeyCenter)
    .nodeWidth(drawing.nodeWidth)
    .nodePadding(nodeGap)
    .extent([
      [drawing.left, drawing.top],
      [drawing.width - drawing.right, height - drawing.bottom],
    ])({ nodes: [...nodes], links });
  const halves = Map.groupBy(graph.links, ({ row }) => row.key);
  return {
    height,
    nodes: graph.nodes.map(({ id, side, name, family, value = 0, x0 = 0, y0 = 0, y1 = 0 }) => ({
      id,
      side,
      name,
      family,
      amount: value,
      x: x0,
      y: y0,
      height: y1 - y0,
    })),
    ribbons: rows.map((row) => {
      const both = halves.get(row.key) ?? [];
      return { key: row.key, family: row.family, width: Math.max(1, both[0]?.width ?? 1), paths: both.map(pathOf) };
    }),
  };
}

const sides = ['supply', 'family', 'demand'] as const;

function nodesOf(rows: readonly SankeyRow[]): readonly Node[] {
  const nodes = new Map<string, Node>();
  for (const { supply, family, demand } of rows) {
    for (const [side, name] of [
      ['supply', supply],
      ['family', family],
      ['demand', demand],
    ] as const) {
      const id = `${side} ${name}`;
      nodes.set(id, { id, side, name, family: side === 'family' ? family : null });
    }
  }
  return [...nodes.values()];
}

interface Ends {
  readonly source: unknown;
  readonly target: unknown;
  readonly y0?: number | undefined;
  readonly y1?: number | undefined;
}

/** The middle line of a ribbon; the stroke gives it its width. */
function pathOf({ source, target, y0 = 0, y1 = 0 }: Ends): string {
  const from = (source as { x1?: number }).x1 ?? 0;
  const to = (target as { x0?: number }).x0 ?? 0;
  const middle = (from + to) / 2;
  return `M${from} ${y0}C${middle} ${y0} ${middle} ${y1} ${to} ${y1}`;
}

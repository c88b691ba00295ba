// The graph of a single process: a graphology projection of the stored matches, held in memory and made anew as a whole.
import { DirectedGraph } from 'graphology';
import type { ExchangeEdge, GraphStore, Neighbourhood } from '../ports/graph-store.ts';
import type { Sql } from '../sql/connect.ts';
import { readExchanges } from '../sql/exchange-edges.ts';

type ExchangeGraph = DirectedGraph<Record<string, never>, ExchangeEdge>;

/** Projects on the first question, then only on `rebuild`. */
export function graphInMemory(db: Sql): GraphStore {
  let projection: Promise<ExchangeGraph> | null = null;
  const rebuild = (): Promise<ExchangeGraph> => {
    const next = project(db);
    projection = next;
    next.catch(() => {
      // The next question tries again instead of meeting an old failure.
      if (projection === next) projection = null;
    });
    return next;
  };
  const current = () => projection ?? rebuild();
  return {
    rebuild: async () => {
      const graph = await rebuild();
      return { organizations: graph.order, edges: graph.size };
    },
    neighbourhood: async (organizationId, steps) => neighbourhood(await current(), organizationId, steps),
    components: async () => components(await current()),
  };
}

async function project(db: Sql): Promise<ExchangeGraph> {
  const { organizationIds, edges } = await readExchanges(db);
  const graph: ExchangeGraph = new DirectedGraph();
  for (const id of organizationIds) graph.addNode(id);
  for (const edge of edges) {
    graph.mergeNode(edge.supplierId);
    graph.mergeNode(edge.receiverId);
    graph.addDirectedEdge(edge.supplierId, edge.receiverId, edge);
  }
  return graph;
}

function neighbourhood(graph: ExchangeGraph, start: string, steps: number): Neighbourhood | null {
  if (!graph.hasNode(start)) return null;
  const stepsTo = new Map([[start, 0]]);
  // A Map is walked in the order in which entries came in, also those that come while walking: breadth first.
  for (const [node, taken] of stepsTo) {
    if (taken === steps) break;
    graph.forEachNeighbor(node, (neighbour) => {
      if (!stepsTo.has(neighbour)) stepsTo.set(neighbour, taken + 1);
    });
  }
  const nodes = Array.from(stepsTo, ([organizationId, taken]) => ({ organizationId, steps: taken })).sort(
    (a, b) => a.steps - b.steps || byCodePoint(a.organizationId, b.organizationId),
  );
  const edges: ExchangeEdge[] = [];
  for (const node of stepsTo.keys()) {
    graph.forEachOutboundEdge(node, (_edge, attributes, _source, target) => {
      if (stepsTo.has(target)) edges.push(attributes);
    });
  }
  edges.sort((a, b) => byCodePoint(a.supplierId, b.supplierId) || byCodePoint(a.receiverId, b.receiverId));
  return { nodes, edges };
}

function components(graph: ExchangeGraph): readonly (readonly string[])[] {
  const seen = new Set<string>();
  const groups: string[][] = [];
  for (const start of graph.nodes().sort(byCodePoint)) {
    if (seen.has(start)) continue;
    seen.add(start);
    const group = new Set([start]);
    for (const node of group) {
      graph.forEachNeighbor(node, (neighbour) => {
        group.add(neighbour);
        seen.add(neighbour);
      });
    }
    groups.push([...group].sort(byCodePoint));
  }
  // Groups were found by their smallest id, and the sort is stable: ties keep that order.
  return groups.sort((a, b) => b.length - a.length);
}

/** The order of ids in the database; JavaScript's own `<` compares half-characters and differs beyond the basic plane. */
function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

// The graph of a single process: a graphology projection of the stored matches, held in memory and made anew as a whole.
import { DirectedGraph } from 'graphology';
import { sql } from 'kysely';
import { byCodePoint } from '../code-points.ts';
import type { ExchangeEdge, GraphStore, Neighbourhood } from '../ports/graph-store.ts';
import type { Sql } from '../sql/connect.ts';
import { exchangesOf } from '../suggestions/exchanges.ts';
import type { KeptSuggestions } from '../suggestions/kept-suggestions.ts';

type ExchangeGraph = DirectedGraph<Record<string, never>, ExchangeEdge>;

/** Projects when it is asked for the first time after the matches have changed: half a million of them take a second. */
export function graphInMemory(db: Sql, kept: KeptSuggestions): GraphStore {
  let projection: Promise<ExchangeGraph> | null = null;
  const current = (): Promise<ExchangeGraph> => {
    if (projection !== null) return projection;
    const next = project(db, kept);
    projection = next;
    next.catch(() => {
      // The next question tries again instead of meeting an old failure.
      if (projection === next) projection = null;
    });
    return next;
  };
  return {
    matchesChanged: async () => {
      projection = null;
    },
    neighbourhood: async (organizationId, steps) => neighbourhood(await current(), organizationId, steps),
    components: async () => components(await current()),
  };
}

async function project(db: Sql, kept: KeptSuggestions): Promise<ExchangeGraph> {
  const { rows } = await sql<{ id: string }>`select id from organizations order by id`.execute(db);
  const shown = await kept.shown(db);
  const graph: ExchangeGraph = new DirectedGraph();
  for (const { id } of rows) graph.addNode(id);
  for (const edge of shown === null ? [] : await exchangesOf(shown.index)) {
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

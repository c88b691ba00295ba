// The matches of an index gathered by supplier and receiver: the edges of the graph of exchanges.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { byCodePoint } from '../code-points.ts';
import type { ExchangeEdge } from '../ports/graph-store.ts';
import type { SuggestionIndex } from './suggestion-index.ts';

/** By supplier, then receiver. Takes turns with whatever else wants to run. */
export async function exchangesOf({ ends, matches }: SuggestionIndex): Promise<readonly ExchangeEdge[]> {
  const edges = new Map<string, { -readonly [Key in keyof ExchangeEdge]: ExchangeEdge[Key] }>();
  for (let pair = 0; pair < matches.supply.length; pair++) {
    const supplierId = ends[matches.supply[pair] as number]?.organizationId ?? '';
    const receiverId = ends[matches.demand[pair] as number]?.organizationId ?? '';
    const key = JSON.stringify([supplierId, receiverId]);
    const edge = edges.get(key) ?? { supplierId, receiverId, matches: 0, bestScore: 0, marginEurPerYear: 0 };
    edge.matches++;
    edge.bestScore = Math.max(edge.bestScore, matches.score[pair] as number);
    edge.marginEurPerYear += matches.marginEurPerYear[pair] as number;
    edges.set(key, edge);
    if (pair % pairsAtATime === 0) await nextTurn();
  }
  return [...edges.values()].sort(
    (a, b) => byCodePoint(a.supplierId, b.supplierId) || byCodePoint(a.receiverId, b.receiverId),
  );
}

const pairsAtATime = 10_000;

// From matches to a graph: sites as nodes, everything that could pass from one to another in one family as one edge.
import type { Family } from '@crg/api-contract/family';
import type { Arc } from '@crg/api-contract/map';

export interface NetworkNode {
  /** Site id. */
  readonly id: string;
  readonly name: string;
  readonly nace: readonly string[];
  readonly gives: number;
  readonly takes: number;
  /** Sum of the matches worth something; EUR a year. */
  readonly eurPerYear: number;
}

export interface NetworkEdge {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly family: Family;
  readonly eurPerYear: number;
  /** Most valuable first. */
  readonly matches: readonly Arc[];
}

export interface Network {
  /** Most valuable first, ties by id. */
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
}

export function gatherNetwork(arcs: readonly Arc[]): Network {
  const groups = Map.groupBy(arcs, ({ supply, demand, family }) => [supply.site_id, demand.site_id, family].join('\n'));
  const edges = [...groups].flatMap(([key, matches]) => {
    const [first] = matches;
    if (first === undefined) return [];
    const eurPerYear = worth(matches);
    return [{ key, from: first.supply.site_id, to: first.demand.site_id, family: first.family, eurPerYear, matches }];
  });
  const bySite = new Map<string, { end: Arc['supply']; given: Arc[]; taken: Arc[] }>();
  const at = (end: Arc['supply']) => {
    const known = bySite.get(end.site_id) ?? { end, given: [], taken: [] };
    bySite.set(end.site_id, known);
    return known;
  };
  for (const arc of arcs) {
    at(arc.supply).given.push(arc);
    at(arc.demand).taken.push(arc);
  }
  const nodes = [...bySite].map(([id, { end, given, taken }]) => ({
    id,
    name: end.name,
    nace: end.nace,
    gives: given.length,
    takes: taken.length,
    eurPerYear: worth([...given, ...taken]),
  }));
  nodes.sort((a, b) => b.eurPerYear - a.eurPerYear || (a.id < b.id ? -1 : 1));
  return { nodes, edges };
}

/** A match that costs money adds nothing: nobody would do it. */
function worth(matches: readonly Arc[]): number {
  return matches.reduce((total, { margin_eur_per_year: eur }) => total + Math.max(0, eur), 0);
}

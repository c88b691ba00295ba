// The suggestions of one run in memory: columns of numbers, grouped by supply, with the orders in which lists show them.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { MatchColumns, NearMissColumns, PairLists } from '@crg/domain/pair-columns';
import type { Precision } from '@crg/domain/quantity';
import type { FlowEnds } from './flow-ends.ts';

/** A pair is as well known as the weaker of its two flows. */
export const precisionsWeakestFirst = ['archetype', 'estimated', 'measured'] as const satisfies readonly Precision[];

/** Flows are numbered by their place in `ends`, which is the order of their ids; matches and near misses are numbered too. */
export interface SuggestionIndex {
  readonly ends: FlowEnds;
  /** Number of a flow by id. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Of each flow, as numbers side by side: filters look at all flows of a city. */
  readonly places: { readonly longitude: Float64Array; readonly latitude: Float64Array };
  /** Of each flow its place in `precisionsWeakestFirst`. */
  readonly precisions: Uint8Array;
  /** Sorted by supply, then rank. */
  readonly matches: MatchColumns;
  /** Matches of supply n: from `supplyStarts[n]` to before `supplyStarts[n + 1]`. */
  readonly supplyStarts: Uint32Array;
  /** Matches by demand: those of demand n stand in `byDemand` from `demandStarts[n]` to before `demandStarts[n + 1]`. */
  readonly byDemand: Uint32Array;
  readonly demandStarts: Uint32Array;
  readonly orders: Readonly<Record<'value' | 'score' | 'id', Uint32Array>>;
  /** Sorted by supply, then cost, then demand. */
  readonly nearMisses: NearMissColumns;
  readonly nearMissStarts: Uint32Array;
}

/**
 * Of several lists of one supply the last counts; pairs of flows that have no end are left out. Takes turns with whatever
 * else wants to run: half a million pairs are a second of work.
 */
export async function indexSuggestions(ends: FlowEnds, parts: readonly PairLists[]): Promise<SuggestionIndex> {
  const numbers = new Map(ends.map(({ id }, number) => [id, number]));
  const sources = await sourcesOf(parts, numbers);
  const { columns: matches, starts: supplyStarts } = await grouped(sources, ends.length, matchSource, emptyMatches);
  const nearMisses = await grouped(sources, ends.length, nearMissSource, emptyNearMisses);
  sortEachByCost(nearMisses.columns, nearMisses.starts);
  const { order: byDemand, starts: demandStarts } = countingSort(matches.demand, ends.length);
  const orders = {
    value: await greatestFirst(matches.marginEurPerYear, matches),
    score: await greatestFirst(matches.score, matches),
    id: byIdOfPair(matches, supplyStarts),
  };
  return {
    ends,
    numbers,
    places: {
      longitude: Float64Array.from(ends, ({ point }) => point.longitude),
      latitude: Float64Array.from(ends, ({ point }) => point.latitude),
    },
    precisions: Uint8Array.from(ends, ({ precision }) => precisionsWeakestFirst.indexOf(precision)),
    matches,
    supplyStarts,
    byDemand,
    demandStarts,
    orders,
    nearMisses: nearMisses.columns,
    nearMissStarts: nearMisses.starts,
  };
}

/** An index as the lists it was made of, so that later lists can be laid over it. */
export function listsOfIndex({ ends, matches, nearMisses }: SuggestionIndex): PairLists {
  return { flowIds: ends.map(({ id }) => id), supplies: Uint32Array.from(ends.keys()), matches, nearMisses };
}

interface Source {
  readonly lists: PairLists;
  /** Number of each of its flows; `absent` for one without an end. */
  readonly numberOf: Uint32Array;
  /** Per own flow 1 where this source has the last word on it as a supply. */
  readonly counts: Uint8Array;
}

const absent = 0xffffffff;

async function sourcesOf(
  parts: readonly PairLists[],
  numbers: ReadonlyMap<string, number>,
): Promise<readonly Source[]> {
  const lastPart = new Map<number, number>();
  const sources: Source[] = [];
  for (const [part, lists] of parts.entries()) {
    const numberOf = Uint32Array.from(lists.flowIds, (id) => numbers.get(id) ?? absent);
    for (const supply of lists.supplies) lastPart.set(numberOf[supply] as number, part);
    sources.push({ lists, numberOf, counts: new Uint8Array(lists.flowIds.length) });
    await nextTurn();
  }
  for (const [part, { lists, numberOf, counts }] of sources.entries()) {
    for (const supply of lists.supplies) {
      const number = numberOf[supply] as number;
      if (number !== absent && lastPart.get(number) === part) counts[supply] = 1;
    }
  }
  return sources;
}

/** Two columns that name flows, and any number of others. */
interface PairColumns {
  readonly supply: Uint32Array;
  readonly demand: Uint32Array;
}

/** The pairs of all sources that count, by supply and in the order of their source. */
async function grouped<Columns extends PairColumns>(
  sources: readonly Source[],
  flows: number,
  columnsOf: (lists: PairLists) => Columns,
  empty: (length: number) => Columns,
): Promise<{ columns: Columns; starts: Uint32Array }> {
  const starts = new Uint32Array(flows + 1);
  const visit = (source: Source, each: (place: number, supply: number, demand: number) => void) => {
    const { supply, demand } = columnsOf(source.lists);
    for (let place = 0; place < supply.length; place++) {
      if (source.counts[supply[place] as number] === 0) continue;
      const to = source.numberOf[demand[place] as number] as number;
      if (to !== absent) each(place, source.numberOf[supply[place] as number] as number, to);
    }
  };
  for (const source of sources) {
    visit(source, (_, supply) => {
      starts[supply + 1] = (starts[supply + 1] as number) + 1;
    });
    await nextTurn();
  }
  for (let flow = 0; flow < flows; flow++) starts[flow + 1] = (starts[flow + 1] as number) + (starts[flow] as number);
  const columns = empty(starts[flows] as number);
  const next = starts.slice();
  for (const source of sources) {
    const given = Object.entries(columnsOf(source.lists)) as [keyof Columns, Uint32Array | Float64Array | Uint8Array][];
    const figures = given
      .filter(([name]) => name !== 'supply' && name !== 'demand')
      .map(([name, values]) => ({ from: values, to: columns[name] as unknown as typeof values }));
    visit(source, (place, supply, demand) => {
      const at = next[supply] as number;
      next[supply] = at + 1;
      columns.supply[at] = supply;
      columns.demand[at] = demand;
      for (const { from, to } of figures) to[at] = from[place] as number;
    });
    await nextTurn();
  }
  return { columns, starts };
}

const matchSource = ({ matches }: PairLists) => matches;
const nearMissSource = ({ nearMisses }: PairLists) => nearMisses;

const emptyMatches = (length: number): MatchColumns => ({
  supply: new Uint32Array(length),
  demand: new Uint32Array(length),
  rank: new Uint8Array(length),
  score: new Float64Array(length),
  marginEurPerYear: new Float64Array(length),
  co2TonnesPerYear: new Float64Array(length),
  distanceKm: new Float64Array(length),
  commonAmount: new Float64Array(length),
});
const emptyNearMisses = (length: number): NearMissColumns => ({
  supply: new Uint32Array(length),
  demand: new Uint32Array(length),
  costEurPerYear: new Float64Array(length),
});

function sortEachByCost({ demand, costEurPerYear }: NearMissColumns, starts: Uint32Array): void {
  for (let supply = 0; supply + 1 < starts.length; supply++) {
    const [from, to] = [starts[supply] as number, starts[supply + 1] as number];
    if (to - from < 2) continue;
    const list = Array.from({ length: to - from }, (_, at) => ({
      demand: demand[from + at] as number,
      cost: costEurPerYear[from + at] as number,
    }));
    list.sort((a, b) => (a.cost === b.cost ? a.demand - b.demand : a.cost < b.cost ? -1 : 1));
    for (const [at, miss] of list.entries()) {
      demand[from + at] = miss.demand;
      costEurPerYear[from + at] = miss.cost;
    }
  }
}

function countingSort(keys: Uint32Array, count: number): { order: Uint32Array; starts: Uint32Array } {
  const starts = new Uint32Array(count + 1);
  for (const key of keys) starts[key + 1] = (starts[key + 1] as number) + 1;
  for (let key = 0; key < count; key++) starts[key + 1] = (starts[key + 1] as number) + (starts[key] as number);
  const next = starts.slice();
  const order = new Uint32Array(keys.length);
  keys.forEach((key, place) => {
    order[next[key] as number] = place;
    next[key] = (next[key] as number) + 1;
  });
  return { order, starts };
}

/** Within a supply by demand; supplies stand in the order of their ids already. */
function byIdOfPair({ demand }: MatchColumns, starts: Uint32Array): Uint32Array {
  const order = Uint32Array.from(demand.keys());
  for (let supply = 0; supply + 1 < starts.length; supply++) {
    order.subarray(starts[supply], starts[supply + 1]).sort((a, b) => (demand[a] as number) - (demand[b] as number));
  }
  return order;
}

/** Sorted in pieces that are merged afterwards, with a pause after each piece. */
async function greatestFirst(figure: Float64Array, pairs: PairColumns): Promise<Uint32Array> {
  const compare = pairOrder(figure, pairs);
  let order = Uint32Array.from(figure.keys());
  for (let start = 0; start < order.length; start += pieceLength) {
    order.subarray(start, start + pieceLength).sort(compare);
    await nextTurn();
  }
  for (let length = pieceLength; length < order.length; length *= 2) {
    const merged = new Uint32Array(order.length);
    for (let start = 0; start < order.length; start += 2 * length) {
      merge(order, merged, { start, middle: start + length, end: Math.min(start + 2 * length, order.length) }, compare);
      await nextTurn();
    }
    order = merged;
  }
  return order;
}

/** Greatest figure first, ties by supply, then demand: a total order. */
export function pairOrder(figure: Float64Array, { supply, demand }: PairColumns): (a: number, b: number) => number {
  return (a, b) =>
    (figure[b] as number) - (figure[a] as number) ||
    (supply[a] as number) - (supply[b] as number) ||
    (demand[a] as number) - (demand[b] as number);
}

function merge(
  from: Uint32Array,
  to: Uint32Array,
  { start, middle, end }: { start: number; middle: number; end: number },
  compare: (a: number, b: number) => number,
): void {
  let left = start;
  let right = middle;
  for (let at = start; at < end; at++) {
    const takeLeft = right >= end || (left < middle && compare(from[left] as number, from[right] as number) <= 0);
    to[at] = from[takeLeft ? left++ : right++] as number;
  }
}

const pieceLength = 8192;

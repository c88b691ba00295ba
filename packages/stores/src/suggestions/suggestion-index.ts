// The suggestions of one run in memory: columns of numbers, grouped by supply, with the orders in which lists show them.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ChainColumns, MatchColumns, NearMissColumns, PairLists } from '@crg/domain/pair-columns';
import type { Precision } from '@crg/domain/quantity';
import type { FlowEnds } from './flow-ends.ts';

/** A pair is as well known as the weaker of its two flows. */
export const precisionsWeakestFirst = ['archetype', 'estimated', 'measured'] as const satisfies readonly Precision[];

/**
 * Flows are numbered by their place in `ends`, which is the order of their ids, converters by their place in `converterIds`;
 * matches, chains and near misses are numbered too.
 */
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
  readonly orders: PairOrders;
  /** Those that a chain leads through, by id. */
  readonly converterIds: readonly string[];
  /** Sorted by supply, then rank. */
  readonly chains: ChainColumns;
  readonly chainStarts: Uint32Array;
  readonly chainOrders: PairOrders;
  /** Sorted by supply, then cost, then demand. */
  readonly nearMisses: NearMissColumns;
  readonly nearMissStarts: Uint32Array;
}

/** Greatest figure first, or by the ids of supply, demand and converter. */
export type PairOrders = Readonly<Record<'value' | 'score' | 'id', Uint32Array>>;

/**
 * Of several lists of one supply the last counts; pairs of flows that have no end are left out. Takes turns with whatever
 * else wants to run: half a million pairs are a second of work.
 */
export async function indexSuggestions(ends: FlowEnds, parts: readonly PairLists[]): Promise<SuggestionIndex> {
  const numbers = new Map<string, number>();
  for (const { id } of ends) numbers.set(id, numbers.size);
  await nextTurn();
  const converterIds = [...new Set(parts.flatMap((lists) => lists.converterIds))].sort();
  const sources = await sourcesOf(parts, numbers, converterIds);
  const { columns: matches, starts: supplyStarts } = await grouped(sources, ends.length, matchSource, emptyMatches);
  const { columns: chains, starts: chainStarts } = await grouped(sources, ends.length, chainSource, emptyChains);
  const nearMisses = await grouped(sources, ends.length, nearMissSource, emptyNearMisses);
  await sortEachByCost(nearMisses.columns, nearMisses.starts);
  const { order: byDemand, starts: demandStarts } = countingSort(matches.demand, ends.length);
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
    orders: await ordersOf(matches, supplyStarts),
    converterIds,
    chains,
    chainStarts,
    chainOrders: await ordersOf(chains, chainStarts),
    nearMisses: nearMisses.columns,
    nearMissStarts: nearMisses.starts,
  };
}

/** An index as the lists it was made of, so that later lists can be laid over it. */
export function listsOfIndex({ ends, converterIds, matches, chains, nearMisses }: SuggestionIndex): PairLists {
  const flowIds = ends.map(({ id }) => id);
  return { flowIds, converterIds, supplies: Uint32Array.from(ends.keys()), matches, chains, nearMisses };
}

interface Source {
  readonly lists: PairLists;
  /** Number of each of its flows; `absent` for one without an end. */
  readonly numberOf: Uint32Array;
  /** Per own flow 1 where this source has the last word on it as a supply. */
  readonly counts: Uint8Array;
  /** Its chains with converters as the index numbers them. */
  readonly chains: ChainColumns;
}

const absent = 0xffffffff;

async function sourcesOf(
  parts: readonly PairLists[],
  numbers: ReadonlyMap<string, number>,
  converterIds: readonly string[],
): Promise<readonly Source[]> {
  const lastPart = new Int32Array(numbers.size).fill(-1);
  const sources: Source[] = [];
  for (const [part, lists] of parts.entries()) {
    const numberOf = Uint32Array.from(lists.flowIds, (id) => numbers.get(id) ?? absent);
    for (const supply of lists.supplies) {
      const number = numberOf[supply] as number;
      if (number !== absent) lastPart[number] = part;
    }
    const converter = lists.chains.converter.map((place) => converterIds.indexOf(lists.converterIds[place] ?? ''));
    const chains = { ...lists.chains, converter };
    sources.push({ lists, numberOf, counts: new Uint8Array(lists.flowIds.length), chains });
    await nextTurn();
  }
  for (const [part, { lists, numberOf, counts }] of sources.entries()) {
    for (const supply of lists.supplies) {
      const number = numberOf[supply] as number;
      if (number !== absent && lastPart[number] === part) counts[supply] = 1;
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
  columnsOf: (source: Source) => Columns,
  empty: (length: number) => Columns,
): Promise<{ columns: Columns; starts: Uint32Array }> {
  const starts = new Uint32Array(flows + 1);
  for (const source of sources) {
    countBySupply(source, columnsOf(source), starts);
    await nextTurn();
  }
  for (let flow = 0; flow < flows; flow++) starts[flow + 1] = (starts[flow + 1] as number) + (starts[flow] as number);
  const columns = empty(starts[flows] as number);
  const next = starts.slice();
  for (const source of sources) {
    const given = columnsOf(source);
    const targets = placePairs(source, given, next, columns);
    for (const [name, from] of Object.entries(given) as [keyof Columns, Uint32Array | Float64Array | Uint8Array][]) {
      if (name !== 'supply' && name !== 'demand') scatter(targets, from, columns[name] as unknown as typeof from);
      await nextTurn();
    }
  }
  return { columns, starts };
}

/** Number of the demand of a pair that counts; `absent` for a pair that does not. */
function demandOf({ counts, numberOf }: Source, { supply, demand }: PairColumns, place: number): number {
  return counts[supply[place] as number] === 0 ? absent : (numberOf[demand[place] as number] as number);
}

function countBySupply(source: Source, pairs: PairColumns, starts: Uint32Array): void {
  for (let place = 0; place < pairs.supply.length; place++) {
    if (demandOf(source, pairs, place) === absent) continue;
    const supply = source.numberOf[pairs.supply[place] as number] as number;
    starts[supply + 1] = (starts[supply + 1] as number) + 1;
  }
}

/** Writes both flows of each pair to where it belongs, and answers where that is; `absent` for a pair that does not count. */
function placePairs(source: Source, pairs: PairColumns, next: Uint32Array, columns: PairColumns): Uint32Array {
  const targets = new Uint32Array(pairs.supply.length).fill(absent);
  for (let place = 0; place < pairs.supply.length; place++) {
    const demand = demandOf(source, pairs, place);
    if (demand === absent) continue;
    const supply = source.numberOf[pairs.supply[place] as number] as number;
    const target = next[supply] as number;
    next[supply] = target + 1;
    targets[place] = target;
    columns.supply[target] = supply;
    columns.demand[target] = demand;
  }
  return targets;
}

function scatter<Column extends Uint32Array | Float64Array | Uint8Array>(
  targets: Uint32Array,
  from: Column,
  to: Column,
): void {
  for (let place = 0; place < targets.length; place++) {
    const target = targets[place] as number;
    if (target !== absent) to[target] = from[place] as number;
  }
}

const matchSource = ({ lists }: Source) => lists.matches;
const chainSource = ({ chains }: Source) => chains;
const nearMissSource = ({ lists }: Source) => lists.nearMisses;

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
const emptyChains = (length: number): ChainColumns => ({ ...emptyMatches(length), converter: new Uint8Array(length) });
const emptyNearMisses = (length: number): NearMissColumns => ({
  supply: new Uint32Array(length),
  demand: new Uint32Array(length),
  costEurPerYear: new Float64Array(length),
});

async function sortEachByCost({ demand, costEurPerYear }: NearMissColumns, starts: Uint32Array): Promise<void> {
  for (let supply = 0; supply + 1 < starts.length; supply++) {
    if (supply % suppliesAtATime === 0) await nextTurn();
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

const suppliesAtATime = 2000;

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

/** Two columns that name flows, and of chains one that names converters. */
interface OrderedPairs extends PairColumns {
  readonly converter?: Uint8Array;
}

async function ordersOf(pairs: MatchColumns & OrderedPairs, starts: Uint32Array): Promise<PairOrders> {
  return {
    value: await greatestFirst(pairs.marginEurPerYear, pairs),
    score: await greatestFirst(pairs.score, pairs),
    id: await byIdOfPair(pairs, starts),
  };
}

/** Supplies stand in the order of their ids already. */
async function byIdOfPair(pairs: OrderedPairs, starts: Uint32Array): Promise<Uint32Array> {
  const order = Uint32Array.from(pairs.demand.keys());
  const compare = pairOrder(null, pairs);
  for (let supply = 0; supply + 1 < starts.length; supply++) {
    if (supply % suppliesAtATime === 0) await nextTurn();
    const [from, to] = [starts[supply] as number, starts[supply + 1] as number];
    if (to - from > 1) order.subarray(from, to).sort(compare);
  }
  return order;
}

/** Sorted in pieces that are merged afterwards, with a pause after each piece. */
async function greatestFirst(figure: Float64Array, pairs: OrderedPairs): Promise<Uint32Array> {
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

/** Greatest figure first, where there is one; then by supply, demand and converter: a total order. */
export function pairOrder(
  figure: Float64Array | null,
  { supply, demand, converter }: OrderedPairs,
): (a: number, b: number) => number {
  return (a, b) =>
    (figure === null ? 0 : (figure[b] as number) - (figure[a] as number)) ||
    (supply[a] as number) - (supply[b] as number) ||
    (demand[a] as number) - (demand[b] as number) ||
    (converter === undefined ? 0 : (converter[a] as number) - (converter[b] as number));
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

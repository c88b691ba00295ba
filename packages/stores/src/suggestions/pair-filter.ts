// Which matches of an index a filter leaves: what can be said of a flow is asked once per flow, the rest per pair.
import type { MatchColumns } from '@crg/domain/pair-columns';
import type { ChainFilter, MatchFilter, NearMissFilter } from '../ports/match-store.ts';
import type { BoundingBox } from '../ports/site-store.ts';
import type { FlowEnd } from './flow-ends.ts';
import { precisionsWeakestFirst, type SuggestionIndex } from './suggestion-index.ts';

export type Test = (pair: number) => boolean;

/** Holds for the matches, or chains, that pass every condition of the filter. */
export function matchTest(index: SuggestionIndex, filter: MatchFilter, matches: MatchColumns = index.matches): Test {
  const { ends } = index;
  const { score, marginEurPerYear, distanceKm } = matches;
  const { type, within, precisions, month, hourOfWeek } = filter;
  const tests = [
    ...pairTests(index, matches, filter),
    ...inRange(score, filter.minScore, filter.maxScore),
    ...inRange(marginEurPerYear, filter.minValueEurPerYear, filter.maxValueEurPerYear),
    ...inRange(distanceKm, undefined, filter.maxDistanceKm),
  ];
  if (type !== undefined)
    tests.push(
      either(
        matches,
        marks(ends, (end) => end.type.id === type),
      ),
    );
  if (within !== undefined) tests.push(either(matches, marksInside(index, within)));
  if (precisions !== undefined) {
    const weaker = weakerPrecision(index, matches);
    const wanted = precisionsWeakestFirst.map((precision) => precisions.includes(precision));
    tests.push((pair) => wanted[weaker(pair)] === true);
  }
  if (month !== undefined)
    tests.push(
      both(
        matches,
        marks(ends, ({ calendar }) => calendar.months[month - 1] === '1'),
      ),
    );
  if (hourOfWeek !== undefined) {
    tests.push(
      both(
        matches,
        marks(ends, ({ calendar }) => calendar.hours[hourOfWeek] === '1'),
      ),
    );
  }
  return allOf(tests);
}

/** Holds for the chains that pass every condition of the filter. */
export function chainTest(index: SuggestionIndex, { converterId, ...filter }: ChainFilter): Test {
  const { chains, converterIds } = index;
  const passes = matchTest(index, filter, chains);
  if (converterId === undefined) return passes;
  const converter = converterIds.indexOf(converterId);
  return (chain) => chains.converter[chain] === converter && passes(chain);
}

/** Holds for the near misses that pass every condition of the filter. */
export function nearMissTest(index: SuggestionIndex, filter: NearMissFilter): Test {
  return allOf(pairTests(index, index.nearMisses, filter));
}

/** The matches that a filter can leave, where it names a flow, a site or an organization; null where it names none. */
export function fewMatches(
  index: SuggestionIndex,
  { flowId, siteId, organizationId }: MatchFilter,
): Uint32Array | null {
  const { ends, numbers, supplyStarts, byDemand, demandStarts } = index;
  let flows: readonly number[];
  if (flowId !== undefined) flows = numbers.has(flowId) ? [numbers.get(flowId) as number] : [];
  else if (siteId !== undefined) flows = placesWhere(ends, (end) => end.siteId === siteId);
  else if (organizationId !== undefined) flows = placesWhere(ends, (end) => end.organizationId === organizationId);
  else return null;
  const found = new Set<number>();
  for (const flow of flows) {
    for (let pair = supplyStarts[flow] as number; pair < (supplyStarts[flow + 1] as number); pair++) found.add(pair);
    for (let at = demandStarts[flow] as number; at < (demandStarts[flow + 1] as number); at++) {
      found.add(byDemand[at] as number);
    }
  }
  return Uint32Array.from(found);
}

/** Place in `precisionsWeakestFirst` of the weaker flow of a pair. */
export function weakerPrecision({ precisions }: SuggestionIndex, { supply, demand }: Pairs): (pair: number) => number {
  return (pair) => Math.min(precisions[supply[pair] as number] as number, precisions[demand[pair] as number] as number);
}

interface Pairs {
  readonly supply: Uint32Array;
  readonly demand: Uint32Array;
}

function pairTests({ ends, numbers }: SuggestionIndex, pairs: Pairs, filter: NearMissFilter): Test[] {
  const tests: Test[] = [];
  const { families, organizationId, siteId, flowId } = filter;
  if (families !== undefined) {
    const marked = marks(ends, ({ type }) => families.includes(type.family));
    tests.push((pair) => marked[pairs.supply[pair] as number] === 1);
  }
  if (organizationId !== undefined) {
    tests.push(
      either(
        pairs,
        marks(ends, (end) => end.organizationId === organizationId),
      ),
    );
  }
  if (siteId !== undefined)
    tests.push(
      either(
        pairs,
        marks(ends, (end) => end.siteId === siteId),
      ),
    );
  if (flowId !== undefined) {
    const flow = numbers.get(flowId);
    tests.push((pair) => pairs.supply[pair] === flow || pairs.demand[pair] === flow);
  }
  return tests;
}

function* inRange(figure: Float64Array, least: number | undefined, most: number | undefined): Generator<Test> {
  if (least !== undefined) yield (pair) => (figure[pair] as number) >= least;
  if (most !== undefined) yield (pair) => (figure[pair] as number) <= most;
}

/** Per flow 1 where it holds. */
function marks(ends: readonly FlowEnd[], holds: (end: FlowEnd) => boolean): Uint8Array {
  const marked = new Uint8Array(ends.length);
  for (let flow = 0; flow < ends.length; flow++) if (holds(ends[flow] as FlowEnd)) marked[flow] = 1;
  return marked;
}

function marksInside({ places }: SuggestionIndex, { west, south, east, north }: BoundingBox): Uint8Array {
  const { longitude, latitude } = places;
  const marked = new Uint8Array(longitude.length);
  for (let flow = 0; flow < marked.length; flow++) {
    const [x, y] = [longitude[flow] as number, latitude[flow] as number];
    if (west <= x && x <= east && south <= y && y <= north) marked[flow] = 1;
  }
  return marked;
}

function placesWhere(ends: readonly FlowEnd[], holds: (end: FlowEnd) => boolean): readonly number[] {
  const places: number[] = [];
  for (let flow = 0; flow < ends.length; flow++) if (holds(ends[flow] as FlowEnd)) places.push(flow);
  return places;
}

const either =
  ({ supply, demand }: Pairs, marked: Uint8Array): Test =>
  (pair) =>
    marked[supply[pair] as number] === 1 || marked[demand[pair] as number] === 1;

const both =
  ({ supply, demand }: Pairs, marked: Uint8Array): Test =>
  (pair) =>
    marked[supply[pair] as number] === 1 && marked[demand[pair] as number] === 1;

function allOf(tests: readonly Test[]): Test {
  const [first, ...others] = tests;
  if (first === undefined) return () => true;
  return others.reduce<Test>((all, test) => (pair) => all(pair) && test(pair), first);
}

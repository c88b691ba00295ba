// Sums and counts over the matches of an index, added in the order of its pairs: the same matches give the same digits.
import type { Precision } from '@crg/domain/quantity';
import {
  type DisjointTotal,
  type FamilyTotal,
  type MatchFacets,
  type MatchFilter,
  type SuggestionOverview,
  scoreBuckets,
} from '../ports/match-store.ts';
import type { EndCalendar } from './flow-ends.ts';
import { fewMatches, matchTest, weakerPrecision } from './pair-filter.ts';
import { precisionsWeakestFirst, type SuggestionIndex } from './suggestion-index.ts';

export function countOf(index: SuggestionIndex, filter: MatchFilter): number {
  let count = 0;
  eachMatch(index, filter, () => {
    count++;
  });
  return count;
}

export function totalsOf(index: SuggestionIndex, filter: MatchFilter): readonly FamilyTotal[] {
  const families = new FamilySums(index);
  eachMatch(index, filter, (pair) => families.add(pair));
  return families.totals();
}

/** The same question about the same run is counted once: everybody's first view asks it. */
export function facetsOf(index: SuggestionIndex, filter: MatchFilter, valueEdges: readonly number[]): MatchFacets {
  const question = JSON.stringify([filter, valueEdges]);
  const known = knownFacets.get(index) ?? new Map<string, MatchFacets>();
  knownFacets.set(index, known);
  const answer = known.get(question) ?? countFacets(index, filter, valueEdges);
  if (known.size >= mostKnownFacets) known.clear();
  known.set(question, answer);
  return answer;
}

const knownFacets = new WeakMap<SuggestionIndex, Map<string, MatchFacets>>();
const mostKnownFacets = 100;

function countFacets(index: SuggestionIndex, filter: MatchFilter, valueEdges: readonly number[]): MatchFacets {
  const { score, marginEurPerYear } = index.matches;
  const families = new FamilySums(index);
  const calendars = new CalendarCounts(index);
  const weaker = weakerPrecision(index, index.matches);
  const scores = new Array<number>(scoreBuckets).fill(0);
  const values = new Array<number>(valueEdges.length + 1).fill(0);
  const known = precisionsWeakestFirst.map(() => 0);
  let matches = 0;
  eachMatch(index, filter, (pair) => {
    matches++;
    families.add(pair);
    calendars.add(pair);
    increase(scores, Math.min(Math.floor((score[pair] as number) * scoreBuckets), scoreBuckets - 1));
    increase(values, bucketOf(marginEurPerYear[pair] as number, valueEdges));
    increase(known, weaker(pair));
  });
  const precisions: Record<Precision, number> = { measured: 0, estimated: 0, archetype: 0 };
  for (const [at, precision] of precisionsWeakestFirst.entries()) precisions[precision] = known[at] as number;
  return { matches, families: families.totals(), scores, values, precisions, ...calendars.running() };
}

export function overviewOf(index: SuggestionIndex): SuggestionOverview {
  const counts = new Map<string, { family: string; matches: number; nearMisses: number }>();
  const count = (supplies: Uint32Array, what: 'matches' | 'nearMisses') => {
    for (const supply of supplies) {
      const family = index.ends[supply]?.type.family ?? '';
      const known = counts.get(family) ?? { family, matches: 0, nearMisses: 0 };
      known[what]++;
      counts.set(family, known);
    }
  };
  count(index.matches.supply, 'matches');
  count(index.nearMisses.supply, 'nearMisses');
  return { families: [...counts.values()], disjoint: disjointTotals(index) };
}

/** Pairs from the most valuable down, each flow at most once; pairs without a margin are left out. */
function disjointTotals(index: SuggestionIndex): readonly DisjointTotal[] {
  const { ends, matches, orders } = index;
  const weaker = weakerPrecision(index, index.matches);
  const used = new Uint8Array(ends.length);
  const totals = new Map<string, { -readonly [Key in keyof DisjointTotal]: DisjointTotal[Key] }>();
  for (const pair of orders.value) {
    const marginEurPerYear = matches.marginEurPerYear[pair] as number;
    if (marginEurPerYear <= 0) break;
    const supply = matches.supply[pair] as number;
    const demand = matches.demand[pair] as number;
    if (used[supply] === 1 || used[demand] === 1) continue;
    used[supply] = 1;
    used[demand] = 1;
    const { family } = (ends[supply] as (typeof ends)[number]).type;
    const precision = precisionsWeakestFirst[weaker(pair)] as Precision;
    const key = `${family} ${precision}`;
    const total = totals.get(key) ?? { family, precision, pairs: 0, marginEurPerYear: 0, co2TonnesPerYear: 0 };
    total.pairs++;
    total.marginEurPerYear += marginEurPerYear;
    total.co2TonnesPerYear += matches.co2TonnesPerYear[pair] as number;
    totals.set(key, total);
  }
  return [...totals.values()];
}

function eachMatch(index: SuggestionIndex, filter: MatchFilter, visit: (pair: number) => void): void {
  const passes = matchTest(index, filter);
  const few = fewMatches(index, filter)?.sort();
  if (few !== undefined) {
    for (const pair of few) if (passes(pair)) visit(pair);
    return;
  }
  for (let pair = 0; pair < index.matches.supply.length; pair++) if (passes(pair)) visit(pair);
}

/** Sums stand in columns by family: half a million matches are added up between two frames of a page. */
class FamilySums {
  readonly #index: SuggestionIndex;
  readonly #families: readonly string[];
  /** Of each flow its place in `#families`. */
  readonly #familyOf: Uint8Array;
  readonly #counts: Uint32Array;
  readonly #margins: Float64Array;
  readonly #tonnes: Float64Array;

  constructor(index: SuggestionIndex) {
    this.#index = index;
    const numbers = new Map<string, number>();
    this.#familyOf = Uint8Array.from(index.ends, ({ type }) => numberOf(numbers, type.family));
    this.#families = [...numbers.keys()];
    this.#counts = new Uint32Array(numbers.size);
    this.#margins = new Float64Array(numbers.size);
    this.#tonnes = new Float64Array(numbers.size);
  }

  add(pair: number): void {
    const { supply, marginEurPerYear, co2TonnesPerYear } = this.#index.matches;
    const family = this.#familyOf[supply[pair] as number] as number;
    this.#counts[family] = (this.#counts[family] as number) + 1;
    this.#margins[family] = (this.#margins[family] as number) + (marginEurPerYear[pair] as number);
    this.#tonnes[family] = (this.#tonnes[family] as number) + (co2TonnesPerYear[pair] as number);
  }

  /** By family; families without a match are left out. */
  totals(): readonly FamilyTotal[] {
    const totals = this.#families.map((family, place) => ({
      family,
      matches: this.#counts[place] as number,
      marginEurPerYear: this.#margins[place] as number,
      co2TonnesPerYear: this.#tonnes[place] as number,
    }));
    return totals.filter(({ matches }) => matches > 0).sort((a, b) => (a.family < b.family ? -1 : 1));
  }
}

function numberOf<Key>(numbers: Map<Key, number>, key: Key): number {
  const number = numbers.get(key) ?? numbers.size;
  numbers.set(key, number);
  return number;
}

/** Calendars are few and matches are many: counted per pair of calendars first, month by month and hour by hour only then. */
class CalendarCounts {
  readonly #index: SuggestionIndex;
  readonly #calendars: readonly EndCalendar[];
  readonly #calendarOf: Uint32Array;
  /** By pair of calendars; in a column where they are few enough. */
  readonly #dense: Uint32Array | null;
  readonly #counts = new Map<number, number>();

  constructor(index: SuggestionIndex) {
    this.#index = index;
    const numbers = new Map<EndCalendar, number>();
    this.#calendarOf = Uint32Array.from(index.ends, ({ calendar }) => numberOf(numbers, calendar));
    this.#calendars = [...numbers.keys()];
    const pairsOfCalendars = numbers.size ** 2;
    this.#dense = pairsOfCalendars <= mostDense ? new Uint32Array(pairsOfCalendars) : null;
  }

  add(pair: number): void {
    const { supply, demand } = this.#index.matches;
    const one = this.#calendarOf[supply[pair] as number] as number;
    const other = this.#calendarOf[demand[pair] as number] as number;
    const key = one * this.#calendars.length + other;
    if (this.#dense === null) this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    else this.#dense[key] = (this.#dense[key] as number) + 1;
  }

  running(): Pick<MatchFacets, 'months' | 'hours'> {
    const months = new Array<number>(12).fill(0);
    const hours = new Array<number>(168).fill(0);
    for (const [key, count] of this.#dense?.entries() ?? this.#counts) {
      if (count === 0) continue;
      const one = this.#calendars[Math.floor(key / this.#calendars.length)] as EndCalendar;
      const other = this.#calendars[key % this.#calendars.length] as EndCalendar;
      addWhereBothRun(months, one.months, other.months, count);
      addWhereBothRun(hours, one.hours, other.hours, count);
    }
    return { months, hours };
  }
}

const mostDense = 1_000_000;

function addWhereBothRun(counts: number[], one: string, other: string, count: number): void {
  for (let at = 0; at < counts.length; at++) if (one[at] === '1' && other[at] === '1') increase(counts, at, count);
}

function increase(counts: number[], at: number, by = 1): void {
  counts[at] = (counts[at] ?? 0) + by;
}

/** How many edges are at most `value`. */
function bucketOf(value: number, edges: readonly number[]): number {
  let bucket = 0;
  while (bucket < edges.length && value >= (edges[bucket] as number)) bucket++;
  return bucket;
}

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

export function facetsOf(index: SuggestionIndex, filter: MatchFilter, valueEdges: readonly number[]): MatchFacets {
  const { score, marginEurPerYear } = index.matches;
  const families = new FamilySums(index);
  const calendars = new CalendarCounts(index);
  const weaker = weakerPrecision(index);
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
  const weaker = weakerPrecision(index);
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

class FamilySums {
  readonly #index: SuggestionIndex;
  readonly #sums = new Map<string, { -readonly [Key in keyof FamilyTotal]: FamilyTotal[Key] }>();

  constructor(index: SuggestionIndex) {
    this.#index = index;
  }

  add(pair: number): void {
    const { ends, matches } = this.#index;
    const family = ends[matches.supply[pair] as number]?.type.family ?? '';
    let sum = this.#sums.get(family);
    if (sum === undefined) {
      sum = { family, matches: 0, marginEurPerYear: 0, co2TonnesPerYear: 0 };
      this.#sums.set(family, sum);
    }
    sum.matches++;
    sum.marginEurPerYear += matches.marginEurPerYear[pair] as number;
    sum.co2TonnesPerYear += matches.co2TonnesPerYear[pair] as number;
  }

  /** By family. */
  totals(): readonly FamilyTotal[] {
    return [...this.#sums.values()].sort((a, b) => (a.family < b.family ? -1 : 1));
  }
}

/** Calendars are few and matches are many: counted per pair of calendars first, month by month and hour by hour only then. */
class CalendarCounts {
  readonly #index: SuggestionIndex;
  readonly #calendars: readonly EndCalendar[];
  readonly #calendarOf: Uint32Array;
  readonly #counts = new Map<number, number>();

  constructor(index: SuggestionIndex) {
    this.#index = index;
    const numbers = new Map<EndCalendar, number>();
    this.#calendarOf = Uint32Array.from(index.ends, ({ calendar }) => {
      const number = numbers.get(calendar) ?? numbers.size;
      numbers.set(calendar, number);
      return number;
    });
    this.#calendars = [...numbers.keys()];
  }

  add(pair: number): void {
    const { supply, demand } = this.#index.matches;
    const one = this.#calendarOf[supply[pair] as number] as number;
    const other = this.#calendarOf[demand[pair] as number] as number;
    const key = one * this.#calendars.length + other;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  running(): Pick<MatchFacets, 'months' | 'hours'> {
    const months = new Array<number>(12).fill(0);
    const hours = new Array<number>(168).fill(0);
    for (const [key, count] of this.#counts) {
      const one = this.#calendars[Math.floor(key / this.#calendars.length)] as EndCalendar;
      const other = this.#calendars[key % this.#calendars.length] as EndCalendar;
      addWhereBothRun(months, one.months, other.months, count);
      addWhereBothRun(hours, one.hours, other.hours, count);
    }
    return { months, hours };
  }
}

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

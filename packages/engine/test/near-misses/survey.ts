// How many of the pairs that nearly fit carry a verified change, and why the others do not.
import type { City } from '@crg/domain/flow';
import type { JudgeName } from '@crg/domain/match';
import { type CityIndex, indexOfCity } from '../../src/city-index.ts';
import { failuresOf } from '../../src/judges/judge-pair.ts';
import { typeAccepts } from '../../src/judges/type.ts';
import { type MendedPair, mended } from '../../src/near-misses/mend-pair.ts';
import { changesFor, isMendable } from '../../src/near-misses/mends.ts';
import { type Pair, pairOf } from '../../src/pair.ts';
import { isNear } from '../../src/search.ts';

export interface NearMissSurvey {
  /** Pairs of two organizations, looked at one by one. */
  pairs: number;
  near: number;
  mended: number;
  /** Near pairs with two failed judges. */
  twofold: number;
  readonly kinds: Map<string, number>;
  /** By reason, then by type of the supply. */
  readonly missing: Map<string, Map<string, number>>;
}

/** Every pair of each city, not only the five that a run keeps per supply. */
export function surveyNearMisses(cities: readonly City[]): NearMissSurvey {
  const survey: NearMissSurvey = { pairs: 0, near: 0, mended: 0, twofold: 0, kinds: new Map(), missing: new Map() };
  for (const city of cities) surveyCity(city, survey);
  return survey;
}

function surveyCity(city: City, survey: NearMissSurvey): void {
  const index = indexOfCity(city);
  for (const { pair, failed } of nearPairsOf(city, index, survey)) {
    survey.near++;
    if (failed.length > 1) survey.twofold++;
    const answer = mended(pair, failed, index);
    if (answer === null) count(groupOf(survey.missing, reasonFor(pair, failed, index)), pair.supply.type.id);
    else {
      survey.mended++;
      for (const { kind } of answer.changes) count(survey.kinds, kind);
    }
  }
}

export type NearPair = Pick<MendedPair, 'pair' | 'failed'>;

export function* nearPairsOf(
  city: City,
  index: CityIndex,
  counted: { pairs: number } = { pairs: 0 },
): Iterable<NearPair> {
  const flows = city.flows.flatMap(({ id }) => index.get(id) ?? []);
  const demands = flows.filter(({ flow }) => flow.direction === 'demand');
  for (const supply of flows) {
    if (supply.flow.direction !== 'supply') continue;
    for (const demand of demands) {
      if (supply.owner === demand.owner) continue;
      counted.pairs++;
      // The type decides first, and for most pairs it is the end.
      if (!typeAccepts(demand.type, supply.type)) continue;
      const pair = pairOf(supply, demand, index);
      const failed = failuresOf(pair, index.desk);
      if (isNear(pair, failed)) yield { pair, failed };
    }
  }
}

/** A lot out of reach, else the first failed judge that stands in the way alone; two that can be mended one by one but not together come last. */
function reasonFor(pair: Pair, failed: readonly JudgeName[], index: CityIndex): string {
  if (failed.includes('quantity') && isFarBelowLot(pair)) return 'a flow of less than half of a lot that has no price';
  const workshop = { values: index.factors.mids, calendar: index.calendar, dearest: Infinity };
  for (const judge of failed) {
    if (!isMendable(pair.supply.type.id, judge)) return `nothing mends ${judge}`;
    if (changesFor(pair, judge, workshop).length === 0) return beyond(pair, judge);
  }
  return 'the changes do not hold together when judged again';
}

function beyond({ supply, demand }: Pair, judge: JudgeName): string {
  if (judge === 'time')
    return (supply.times.months & demand.times.months) === 0
      ? 'other months, of what neither moves nor keeps'
      : 'other hours, of what is not kept, or other days as well';
  if (judge !== 'quantity') return `${judge}: beyond what its changes can do`;
  return 'too little at the same time for a lot that has no price, of what is not kept';
}

function isFarBelowLot({ supply, demand }: Pair): boolean {
  const largest = Math.max(supply.minYearlyAmount ?? 0, demand.minYearlyAmount ?? 0);
  return Math.min(supply.yearly, demand.yearly) < largest / 2;
}

function groupOf(groups: Map<string, Map<string, number>>, key: string): Map<string, number> {
  const known = groups.get(key) ?? new Map<string, number>();
  groups.set(key, known);
  return known;
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

export function shareMended({ near, mended: withChange }: NearMissSurvey): number {
  return withChange / near;
}

/** For people: one line of figures, then what is missing, the most frequent first. */
export function surveyInWords(name: string, survey: NearMissSurvey): string {
  const { pairs, near, mended: withChange, twofold, kinds, missing } = survey;
  const percent = (100 * shareMended(survey)).toFixed(1);
  const lines = [
    `${name}: ${withChange} of ${near} near pairs carry a verified change (${percent} %); ${twofold} fail two judges; ${pairs} pairs looked at`,
    `  changes: ${ordered(kinds)
      .map(([kind, times]) => `${kind} ${times}`)
      .join(', ')}`,
  ];
  const groups = [...missing].map(([reason, types]) => ({ reason, types, total: sum(types) }));
  for (const { reason, types, total } of groups.sort((a, b) => b.total - a.total || (a.reason < b.reason ? -1 : 1)))
    lines.push(
      `  missing ${total}: ${reason} (${ordered(types)
        .map(([type, times]) => `${type} ${times}`)
        .join(', ')})`,
    );
  return lines.join('\n');
}

function ordered(counts: Map<string, number>): [string, number][] {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function sum(counts: Map<string, number>): number {
  return [...counts.values()].reduce((total, times) => total + times, 0);
}

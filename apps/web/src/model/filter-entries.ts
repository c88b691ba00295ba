// Which pairs a view shows, in which order, and what they add up to.
import type { Family, Precision } from '@crg/api-contract/family';
import { families } from '@crg/story/families';
import type { Entry, RunningTime } from './entry.ts';
import type { Span, ViewState } from './view-state.ts';

/** Aspects of a view that can hide a pair; counts and histograms leave their own aspect out. */
export type Aspect = 'families' | 'score' | 'value' | 'distance' | 'precision' | 'near' | 'month' | 'hour' | 'site';

const passes: Record<Aspect, (entry: Entry, view: ViewState) => boolean> = {
  families: (entry, view) => view.families.includes(entry.family),
  score: (entry, view) => entry.score === null || within(entry.score, view.score),
  value: (entry, view) => entry.eurPerYear === null || within(entry.eurPerYear, view.valueEur),
  distance: (entry, view) => view.maxDistanceKm === null || entry.distanceKm <= view.maxDistanceKm,
  precision: (entry, view) => view.precisions.includes(entry.precision),
  near: (entry, view) => view.nearMisses || entry.kind === 'match',
  month: (entry, view) => runsAt(entry.common, view.month, null),
  hour: (entry, view) => runsAt(entry.common, null, view.hour),
  site: (entry, view) => view.site === null || entry.supply.siteId === view.site || entry.demand.siteId === view.site,
};
const aspects = Object.keys(passes) as Aspect[];

/** Pairs that pass every aspect but the named ones, in the order they came. */
export function entriesPassing(entries: readonly Entry[], view: ViewState, except: readonly Aspect[] = []): Entry[] {
  const asked = aspects.filter((aspect) => !except.includes(aspect));
  return entries.filter((entry) => asked.every((aspect) => passes[aspect](entry, view)));
}

/** Matches by value or score, largest first; then near misses, cheapest change first. Ties by id. */
export function ranked(entries: readonly Entry[], sort: ViewState['sort']): Entry[] {
  const key = (entry: Entry) => (sort === 'score' ? entry.score : entry.eurPerYear) ?? 0;
  const cost = (entry: Entry) => entry.change?.eurPerYear ?? Number.POSITIVE_INFINITY;
  return [...entries].sort((a, b) => {
    if (a.kind !== b.kind) return a.kind === 'match' ? -1 : 1;
    const order = a.kind === 'match' ? key(b) - key(a) : cost(a) - cost(b);
    return order || (a.id < b.id ? -1 : 1);
  });
}

export interface Totals {
  readonly eurPerYear: number;
  readonly co2TonnesPerYear: number;
  /** Matches shown. */
  readonly matches: number;
  /** The pairs that were added up. */
  readonly chosen: readonly Entry[];
  /** Shares of the potential by the weaker precision of the pair. */
  readonly byPrecision: Readonly<Record<Precision, number>>;
}

/**
 * What the shown matches could be worth together. A flow can be given away once, so the sum takes the most valuable
 * pair first and skips every later pair that shares a flow with it; pairs that cost money are left out. The API adds
 * up the whole city the same way.
 */
export function totalsOf(shown: readonly Entry[]): Totals {
  const used = new Set<string>();
  const chosen: Entry[] = [];
  for (const entry of ranked(shown, 'value')) {
    if (entry.kind !== 'match' || !((entry.eurPerYear ?? 0) > 0)) continue;
    if (used.has(entry.supply.flowId) || used.has(entry.demand.flowId)) continue;
    used.add(entry.supply.flowId).add(entry.demand.flowId);
    chosen.push(entry);
  }
  const eurPerYear = sum(chosen, (entry) => entry.eurPerYear ?? 0);
  const share = (precision: Precision) =>
    eurPerYear === 0
      ? 0
      : sum(
          chosen.filter((entry) => entry.precision === precision),
          (entry) => entry.eurPerYear ?? 0,
        ) / eurPerYear;
  return {
    eurPerYear,
    co2TonnesPerYear: sum(chosen, (entry) => entry.co2TonnesPerYear ?? 0),
    matches: shown.filter((entry) => entry.kind === 'match').length,
    chosen,
    byPrecision: { measured: share('measured'), estimated: share('estimated'), archetype: share('archetype') },
  };
}

export function countByFamily(entries: readonly Entry[]): Readonly<Record<Family, number>> {
  const counts = Object.fromEntries(families.map((family) => [family, 0])) as Record<Family, number>;
  for (const entry of entries) counts[entry.family] += 1;
  return counts;
}

/** Both sides run in the month and in the hour of the week; null asks nothing. */
export function runsAt(common: RunningTime, month: number | null, hour: number | null): boolean {
  return (month === null || common.months[month - 1] === '1') && (hour === null || common.hours[hour] === '1');
}

export interface Step {
  readonly label: string;
  readonly view: ViewState;
  readonly gained: number;
  readonly eurPerYear: number;
}

/** Single steps that bring pairs back when a view shows none, the ones that bring most value first. */
export function closestSteps(entries: readonly Entry[], view: ViewState): readonly Step[] {
  const steps: readonly { readonly label: string; readonly change: Partial<ViewState> }[] = [
    { label: 'Any value', change: { valueEur: { from: null, to: null } } },
    { label: 'Any score', change: { score: { from: null, to: null } } },
    { label: 'Any distance', change: { maxDistanceKm: null } },
    { label: 'All resource families', change: { families } },
    { label: 'All precisions', change: { precisions: ['measured', 'estimated', 'archetype'] } },
    { label: 'Any hour of the week', change: { hour: null } },
    { label: 'Any month', change: { month: null } },
    { label: 'All sites', change: { site: null } },
    { label: 'Show near misses', change: { nearMisses: true } },
  ];
  return steps
    .map(({ label, change }) => {
      const wider = { ...view, ...change };
      const shown = entriesPassing(entries, wider);
      return { label, view: wider, gained: shown.length, eurPerYear: totalsOf(shown).eurPerYear };
    })
    .filter((step) => step.gained > 0)
    .sort((a, b) => b.eurPerYear - a.eurPerYear || b.gained - a.gained)
    .slice(0, 3);
}

function within(value: number, { from, to }: Span): boolean {
  return (from === null || value >= from) && (to === null || value <= to);
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

// Which counts the filter rail and the time panel need, and how the API's facets become them.

import type { Facets } from '@crg/api-contract/facets';
import type { Family } from '@crg/api-contract/family';
import { families } from '@crg/story/families';
import type { Histogram } from './histogram.ts';
import type { Spread } from './overview.ts';
import { initialView, type ViewState } from './view-state.ts';

/** Parts of the frame that show what choosing something else would bring, so their own filter is left out. */
export const aspects = ['families', 'score', 'value', 'precision', 'time'] as const;
export type Aspect = (typeof aspects)[number];

const open: Readonly<Record<Aspect, Partial<ViewState>>> = {
  families: { families: initialView.families },
  score: { score: initialView.score },
  value: { valueEur: initialView.valueEur },
  precision: { precisions: initialView.precisions },
  time: { month: null, hour: null },
};

export function without(view: ViewState, aspect: Aspect): ViewState {
  return { ...view, ...open[aspect] };
}

/** @param facets under all filters (`all`), and with one aspect left out */
export function spreadOf(facets: Readonly<Record<'all' | Aspect, Facets>>): Spread {
  const counts = new Map(facets.families.families.map(({ family, matches }) => [family, matches]));
  return {
    matches: facets.all.matches,
    families: Object.fromEntries(families.map((family) => [family, counts.get(family) ?? 0])) as Record<Family, number>,
    score: histogramOf(facets.score.score),
    valueEur: histogramOf(facets.value.value_eur),
    precisions: facets.precision.precisions,
    months: facets.time.months,
    hours: facets.time.hours,
  };
}

/** What the API would answer where nothing can pass. */
export function noFacets(like: Facets): Facets {
  const none = <Bucket extends { readonly matches: number }>(bucket: Bucket) => ({ ...bucket, matches: 0 });
  return {
    matches: 0,
    families: [],
    score: like.score.map(none),
    value_eur: like.value_eur.map(none),
    precisions: { measured: 0, estimated: 0, archetype: 0 },
    months: like.months.map(() => 0),
    hours: like.hours.map(() => 0),
  };
}

interface Bucket {
  readonly from: number | null;
  readonly to: number | null;
  readonly matches: number;
}

function histogramOf(buckets: readonly Bucket[]): Histogram {
  return {
    stops: [...buckets.map(({ from }) => from), buckets.at(-1)?.to ?? null],
    bars: buckets.map(({ matches }) => matches),
  };
}

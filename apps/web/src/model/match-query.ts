// The filters of a view in the words of the API: every drawing, list and export of the same view asks the same question.
import { families } from '@crg/story/families';
import { precisions, type ViewState } from './view-state.ts';

/**
 * Match filters of `/api/v1/matches`, `/matches/facets`, `/map/arcs` and `/exports/matches`. Order, page and near misses
 * are not filters. A view without any family or precision shows nothing: see `asksNothing`.
 */
export function matchQuery(view: ViewState): URLSearchParams {
  const query = new URLSearchParams();
  const set = (name: string, value: number | string | null) => {
    if (value !== null) query.set(name, String(value));
  };
  if (view.families.length < families.length) set('families', view.families.join(','));
  set('min_score', view.score.from);
  set('max_score', view.score.to);
  set('min_margin_eur', view.valueEur.from);
  set('max_margin_eur', view.valueEur.to);
  set('max_distance_km', view.maxDistanceKm);
  if (view.precisions.length < precisions.length) set('precision', view.precisions.join(','));
  set('month', view.month);
  set('hour_of_week', view.hour);
  set('site_id', view.site);
  return query;
}

/** Every family or every precision is taken out, so nothing can pass and the API need not be asked. */
export function asksNothing(view: ViewState): boolean {
  return view.families.length === 0 || view.precisions.length === 0;
}

/** What `/api/v1/near-misses` knows of the same filters; the rest is left to `nearMissPasses`. */
export function nearMissQuery(view: ViewState): URLSearchParams {
  const query = new URLSearchParams();
  const [family, ...others] = view.families;
  if (family && others.length === 0) query.set('family', family);
  if (view.site !== null) query.set('site_id', view.site);
  return query;
}

/** What `/api/v1/chains` knows of the same filters; the rest is left to `chainPasses`. */
export function chainQuery(view: ViewState): URLSearchParams {
  const query = nearMissQuery(view);
  query.set('sort', view.sort);
  return query;
}

/** The most valuable matches of a view for a drawing without a map, at most a thousand; null when nothing is asked. */
export function arcsAddress(view: ViewState): string | null {
  if (asksNothing(view)) return null;
  const query = matchQuery(view);
  query.set('limit', '1000');
  return `/api/v1/map/arcs?${query}`;
}

// Where a search hit leads: to its place on the map with the site selected, or to a narrower search.
import type { SearchHit } from '@crg/api-contract/search';
import { type Box, initialView, type ViewState } from './view-state.ts';

export type Target =
  | { readonly kind: 'view'; readonly view: ViewState }
  /** Look for this instead. */
  | { readonly kind: 'search'; readonly words: string }
  /** Show all sites of an organization. */
  | { readonly kind: 'organization'; readonly id: string };

/** Filters that could hide what was chosen are taken back, the order and what the Sankey counts stay. */
export function targetOf(hit: SearchHit, view: ViewState): Target {
  if (hit.kind === 'code') return { kind: 'search', words: hit.id.slice(hit.id.indexOf(':') + 1) };
  if (hit.site_id === undefined) {
    if (hit.kind === 'organization') return { kind: 'organization', id: hit.id };
    return { kind: 'search', words: hit.title };
  }
  const { sort, level, width } = view;
  const bbox = hit.place ? boxAround([hit.place]) : null;
  return { kind: 'view', view: { ...initialView, sort, level, width, site: hit.site_id, bbox } };
}

interface Place {
  readonly longitude: number;
  readonly latitude: number;
}

/** The places with two kilometres around them, as the address writes it; null without places. */
export function boxAround(places: readonly Place[]): Box | null {
  const [first] = places;
  if (!first) return null;
  const north = 2 / 111.32;
  const east = north / Math.max(0.05, Math.cos((first.latitude * Math.PI) / 180));
  const lngs = places.map(({ longitude }) => longitude);
  const lats = places.map(({ latitude }) => latitude);
  const degrees = (value: number) => Number(value.toFixed(5));
  return [
    degrees(Math.max(-180, Math.min(...lngs) - east)),
    degrees(Math.max(-90, Math.min(...lats) - north)),
    degrees(Math.min(180, Math.max(...lngs) + east)),
    degrees(Math.min(90, Math.max(...lats) + north)),
  ];
}

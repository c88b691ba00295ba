// One pair as the map draws it, whether it comes from the API's arcs or from the list.
import type { Family } from '@crg/api-contract/family';
import type { Arc } from '@crg/api-contract/map';
import type { LngLat } from './camera.ts';

export interface MapArc {
  readonly id: string;
  readonly kind: 'match' | 'chain' | 'near_miss';
  readonly family: Family;
  /** null for a near miss. */
  readonly eurPerYear: number | null;
  readonly supply: MapArcEnd;
  readonly demand: MapArcEnd;
}

export interface MapArcEnd {
  readonly siteId: string;
  readonly name: string;
  /** null where the site has no place; such a pair has no arc. */
  readonly place: LngLat | null;
  /** For the icon of a partner outside the view; the list does not say it. */
  readonly nace?: readonly string[];
}

export function mapArc({ id, family, margin_eur_per_year, supply, demand }: Arc): MapArc {
  return { id, kind: 'match', family, eurPerYear: margin_eur_per_year, supply: endOf(supply), demand: endOf(demand) };
}

function endOf({ site_id, name, longitude, latitude, nace }: Arc['supply']): MapArcEnd {
  return { siteId: site_id, name, place: { longitude, latitude }, nace };
}

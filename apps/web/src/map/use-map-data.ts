'use client';
// What the map asks the API for: the marks and the most valuable arcs of the part of the world that is in sight.
import type { MapArcs, MapSites } from '@crg/api-contract/map';
import { families } from '@crg/story/families';
import { useMemo } from 'react';
import { type Answer, useAnswer } from '../api/use-answer.ts';
import type { EntryPage } from '../model/entry.ts';
import { asksNothing, matchQuery } from '../model/match-query.ts';
import { type Box, filterKey, type ViewState } from '../model/view-state.ts';
import { mostDiscs } from './home.ts';
import { type MapArc, mapArc } from './map-arc.ts';

export interface MapData {
  readonly answer: MapSites | null;
  /** Most valuable first; near misses after them. */
  readonly arcs: readonly MapArc[];
  /** Matches with an end in sight, drawn or not. */
  readonly matches: number;
  readonly failed: boolean;
}

const mostArcs = 1_000;
/** Near misses are drawn where few matches leave room for them. */
const mostWithNearMisses = 150;
/** Nearer than any gathering: every site alone. */
const apart = 24;

export interface Sight {
  /** null until the map knows its size. */
  readonly area: Box | null;
  readonly zoom: number;
  /** The whole city has so few sites that each is drawn alone. */
  readonly isSmall: boolean;
}

export function useMapData(view: ViewState, sight: Sight): MapData {
  const { area } = sight;
  const sites = useMarks(view, sight);
  const arcs = useAnswer<MapArcs>(area && arcsIn(view, area));
  const matches = arcs.data?.matches ?? 0;
  const asksNear = view.nearMisses && arcs.data !== undefined && matches <= mostWithNearMisses;
  const near = useAnswer<EntryPage>(asksNear ? nearMissesAddress(view) : null);
  const drawn = useMemo(
    () => [
      ...(arcs.data && !asksNothing(view) ? arcs.data.data.map(mapArc) : []),
      ...(asksNear && near.data ? near.data.entries.filter(({ kind }) => kind === 'near_miss') : []),
    ],
    [arcs.data, near.data, asksNear, view],
  );
  return { answer: sites.data ?? null, arcs: drawn, matches, failed: [sites, arcs, near].some(({ failed }) => failed) };
}

/** Asked as gathered for the zoom; when so few are in sight that all can be discs, asked again one by one. */
function useMarks(view: ViewState, { area, zoom, isSmall }: Sight): Answer<MapSites> {
  const gathered = useAnswer<MapSites>(area && marksIn(view, area, isSmall ? apart : zoom));
  const isFew = gathered.data !== undefined && gathered.data.sites_in_view <= mostDiscs;
  const isGathered = gathered.data?.data.some(({ kind }) => kind === 'cluster') ?? false;
  const alone = useAnswer<MapSites>(
    area && isFew && isGathered && !isSmall && !gathered.old ? marksIn(view, area, apart) : null,
  );
  if (!isFew || !isGathered || isSmall) return gathered;
  return alone.data ? alone : gathered;
}

function marksIn(view: ViewState, area: Box, zoom: number): string {
  const query = new URLSearchParams({ bbox: area.join(','), zoom: String(zoom) });
  if (view.families.length > 0 && view.families.length < families.length)
    query.set('families', view.families.join(','));
  return `/api/v1/map/sites?${query}`;
}

function arcsIn(view: ViewState, area: Box): string | null {
  if (asksNothing(view)) return null;
  const query = matchQuery(view);
  query.set('bbox', area.join(','));
  query.set('limit', String(mostArcs));
  return `/api/v1/map/arcs?${query}`;
}

function nearMissesAddress(view: ViewState): string {
  const key = filterKey(view);
  return `/overview/entries${key}${key === '' ? '?' : '&'}cursor=near:`;
}

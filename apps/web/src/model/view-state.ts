// The state of the city screen is its address: every view can be linked, and Back works.
import type { Family, Precision } from '@crg/api-contract/family';
import { families } from '@crg/story/families';

export const precisions = ['measured', 'estimated', 'archetype'] as const;

/** Equal views of the same matches, in the order of their keys 1 to 4. */
export const viewNames = ['map', 'sankey', 'network', 'table'] as const;
export type ViewName = (typeof viewNames)[number];

/** What one name of the Sankey stands for, and what its ribbons are as wide as. */
export const sankeyLevels = ['group', 'activity', 'company'] as const;
export type SankeyLevel = (typeof sankeyLevels)[number];
export const sankeyWidths = ['eur', 'co2', 'unit'] as const;
export type SankeyWidth = (typeof sankeyWidths)[number];

export interface ViewState {
  readonly view: ViewName;
  readonly sort: 'value' | 'score';
  readonly level: SankeyLevel;
  readonly width: SankeyWidth;
  /** Families shown; all of them by default. */
  readonly families: readonly Family[];
  /** From and to, both included; null is an open end. */
  readonly score: Span;
  readonly valueEur: Span;
  readonly maxDistanceKm: number | null;
  readonly precisions: readonly Precision[];
  /** Pairs that fit through a converter. */
  readonly chains: boolean;
  readonly nearMisses: boolean;
  /** 1 to 12; null is any month. */
  readonly month: number | null;
  /** 0 is Monday 00:00; null is any hour. */
  readonly hour: number | null;
  /** Selected match or near miss. */
  readonly selected: string | null;
  /** Only pairs with an end at this site. */
  readonly site: string | null;
  /** What the map shows between the panels: west, south, east, north. null: the whole city. */
  readonly bbox: Box | null;
}

/** west, south, east, north in degrees. */
export type Box = readonly [number, number, number, number];

export interface Span {
  readonly from: number | null;
  readonly to: number | null;
}

const open: Span = { from: null, to: null };

export const initialView: ViewState = {
  view: 'map',
  sort: 'value',
  level: 'company',
  width: 'eur',
  families,
  score: open,
  valueEur: open,
  maxDistanceKm: null,
  precisions,
  chains: true,
  nearMisses: true,
  month: null,
  hour: null,
  selected: null,
  site: null,
  bbox: null,
};

/** Reads an address; what it does not understand counts as not stated. */
export function readView(params: URLSearchParams): ViewState {
  return {
    view: viewNames.find((name) => name === params.get('view')) ?? 'map',
    sort: params.get('sort') === 'score' ? 'score' : 'value',
    level: sankeyLevels.find((level) => level === params.get('level')) ?? 'company',
    width: sankeyWidths.find((width) => width === params.get('width')) ?? 'eur',
    families: chosen(params.get('families'), families),
    score: span(params.get('score')),
    valueEur: span(params.get('value_eur')),
    maxDistanceKm: numberIn(params.get('distance_km'), 0, Number.MAX_VALUE),
    precisions: chosen(params.get('precision'), precisions),
    chains: params.get('chains') !== '0',
    nearMisses: params.get('near') !== '0',
    month: whole(numberIn(params.get('month'), 1, 12)),
    hour: whole(numberIn(params.get('hour'), 0, 167)),
    selected: params.get('sel') || null,
    site: params.get('site') || null,
    bbox: box(params.get('bbox')),
  };
}

/** The shortest address of a view: what is as by default is left out. Empty, or begins with `?`. */
export function writeView(view: ViewState): string {
  const params = new URLSearchParams();
  if (view.view !== 'map') params.set('view', view.view);
  if (view.sort !== 'value') params.set('sort', view.sort);
  if (view.level !== 'company') params.set('level', view.level);
  if (view.width !== 'eur') params.set('width', view.width);
  if (view.families.length !== families.length) params.set('families', view.families.join(',') || 'none');
  writeSpan(params, 'score', view.score);
  writeSpan(params, 'value_eur', view.valueEur);
  if (view.maxDistanceKm !== null) params.set('distance_km', String(view.maxDistanceKm));
  if (view.precisions.length !== precisions.length) params.set('precision', view.precisions.join(',') || 'none');
  if (!view.chains) params.set('chains', '0');
  if (!view.nearMisses) params.set('near', '0');
  if (view.month !== null) params.set('month', String(view.month));
  if (view.hour !== null) params.set('hour', String(view.hour));
  if (view.site !== null) params.set('site', view.site);
  if (view.selected !== null) params.set('sel', view.selected);
  if (view.bbox !== null) params.set('bbox', view.bbox.join(','));
  const text = params.toString().replaceAll('%2C', ',').replaceAll('%7E', '~').replaceAll('%3A', ':');
  return text && `?${text}`;
}

/** The view without its filters; view, order, selection and place on the map stay. */
export function withoutFilters(view: ViewState): ViewState {
  const { view: name, sort, level, width, chains, nearMisses, selected, bbox } = view;
  return { ...initialView, view: name, sort, level, width, chains, nearMisses, selected, bbox };
}

/** What decides which pairs are listed and in which order; views with the same key show the same list. */
export function listKey(view: ViewState): string {
  const { view: name, level, width, selected, bbox } = initialView;
  return writeView({ ...view, view: name, level, width, selected, bbox });
}

/** What decides which matches pass; views with the same key have the same totals. */
export function filterKey(view: ViewState): string {
  const { sort, chains, nearMisses } = initialView;
  return listKey({ ...view, sort, chains, nearMisses });
}

export function isFiltered(view: ViewState): boolean {
  return writeView({ ...withoutFilters(view) }) !== writeView(view);
}

function chosen<Name extends string>(text: string | null, all: readonly Name[]): readonly Name[] {
  if (text === null) return all;
  const named = new Set(text.split(','));
  return all.filter((name) => named.has(name));
}

function box(text: string | null): Box | null {
  const sides = (text ?? '').split(',').map((side) => finite(side));
  const [west, south, east, north] = sides;
  if (sides.length !== 4 || west == null || south == null || east == null || north == null) return null;
  const possible = west < east && south < north && west >= -180 && east <= 180 && south >= -90 && north <= 90;
  return possible ? [west, south, east, north] : null;
}

function span(text: string | null): Span {
  const parts = /^(-?[\d.]*):(-?[\d.]*)$/.exec(text ?? '');
  if (!parts) return open;
  return { from: finite(parts[1]), to: finite(parts[2]) };
}

function writeSpan(params: URLSearchParams, name: string, { from, to }: Span): void {
  if (from !== null || to !== null) params.set(name, `${from ?? ''}:${to ?? ''}`);
}

function finite(text: string | undefined): number | null {
  const value = Number(text);
  return text && Number.isFinite(value) ? value : null;
}

function numberIn(text: string | null, from: number, to: number): number | null {
  const value = finite(text ?? undefined);
  return value !== null && value >= from && value <= to ? value : null;
}

function whole(value: number | null): number | null {
  return value !== null && Number.isInteger(value) ? value : null;
}

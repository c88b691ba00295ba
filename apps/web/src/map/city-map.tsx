'use client';
// The map view: MapLibre draws land and water, SVG on top draws what the product is about.
import { Maximize, Minus, Plus } from 'lucide-react';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Entry, SiteMark } from '../model/entry.ts';
import { arcShape, arcWidth } from './arc-shape.ts';
import { type Camera, cityCore, fitCamera, type Padding, scaleBar, type Size } from './camera.ts';
import css from './city-map.module.css';
import { ArcBadge, ArcValue, MatchArc } from './match-arc.tsx';
import { placeLabels } from './place-labels.ts';
import { type Placed, placeMarks } from './place-marks.ts';
import { ChipMark, DiscMark, siteText } from './site-mark.tsx';
import { nearestMark } from './nearest-mark.ts';
import { useBackground } from './use-background.ts';

export interface CityMapProps {
  readonly city: string;
  readonly sites: readonly SiteMark[];
  /** In the order of the list; the first are the most important. */
  readonly entries: readonly Entry[];
  readonly largestEur: number;
  readonly selected: string | null;
  readonly site: string | null;
  readonly padding: Padding;
  onSelect(entry: string): void;
  onSite(site: string | null): void;
}

const mostBadges = 12;

export function CityMap({ city, sites, entries, largestEur, selected, site, padding, onSelect, onSite }: CityMapProps) {
  const host = useRef<HTMLDivElement>(null);
  const wrap = useRef<HTMLDivElement>(null);
  const size = useSize(wrap);
  const [moved, setMoved] = useState<Camera | null>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const fitted = useMemo(() => (size ? fitCamera(cityCore(sites), size, roomFor(padding)) : null), [sites, size, padding]);
  const camera = moved ?? fitted;
  const { drawn, map } = useBackground(host, camera, setMoved);

  const fit = useCallback(() => {
    if (fitted && map.current) map.current.easeTo({ center: [fitted.longitude, fitted.latitude], zoom: fitted.zoom, duration: cameraTime() });
  }, [fitted, map]);
  const zoomBy = (step: number) => map.current?.easeTo({ zoom: map.current.getZoom() + step, duration: cameraTime() / 2 });
  // Panels or window changed before anybody moved the map: keep the city in the free area.
  const untouched = useRef(true);
  useEffect(() => {
    if (untouched.current && fitted && map.current && drawn) map.current.jumpTo({ center: [fitted.longitude, fitted.latitude], zoom: fitted.zoom });
  }, [fitted, drawn, map]);

  const linked = useMemo(() => new Set(entries.flatMap(({ supply, demand }) => [supply.siteId, demand.siteId])), [entries]);
  const placed = size && camera ? placeMarks(sites, linked, camera, size, padding) : [];
  const chosen = entries.find(({ id }) => id === (hovered ?? selected)) ?? null;
  const ends = new Set(chosen ? [chosen.supply.siteId, chosen.demand.siteId] : site ? [site] : []);
  const arcs = shapesOf(entries, placed, largestEur);
  const labels = placeLabels(placed, ends);
  const onKeyDown = (event: KeyboardEvent) => {
    const key = event.key;
    if (key.startsWith('Arrow')) setActive(nearestMark(placed, active, key) ?? active);
    else if (key === 'Enter' && active) onSite(active === site ? null : active);
    else if (key === '+' || key === '=') zoomBy(1);
    else if (key === '-') zoomBy(-1);
    else if (key === '0') fit();
    else return;
    event.preventDefault();
  };
  const bar = camera ? scaleBar(camera, 180) : null;
  return (
    <div className={css.wrap} ref={wrap} onPointerDown={() => { untouched.current = false; }} onWheel={() => { untouched.current = false; }}>
      <div className={css.base} ref={host} data-drawn={drawn} />
      <svg
        className={css.overlay}
        role="listbox"
        tabIndex={0}
        aria-label={`Sites of ${city} on the map. Arrow keys go to the nearest site, Enter shows its matches; the Table view has the same content.`}
        aria-activedescendant={active ? `mark-${active}` : undefined}
        onKeyDown={onKeyDown}
        onFocus={() => setActive((now) => now ?? placed[0]?.site.id ?? null)}
        data-panel="view"
        data-marks={placed.length}
      >
        <defs>
          <clipPath id="left-half"><rect x="-20" y="-20" width="20" height="40" /></clipPath>
          <clipPath id="right-half"><rect x="0" y="-20" width="20" height="40" /></clipPath>
        </defs>
        <g aria-hidden>
          {arcs.toReversed().map((arc) => (
            <MatchArc
              key={arc.entry.id}
              {...arc}
              selected={arc.entry === chosen}
              dimmed={chosen !== null && arc.entry !== chosen}
              onSelect={() => onSelect(arc.entry.id)}
              onHover={(inside) => setHovered(inside ? arc.entry.id : null)}
            />
          ))}
        </g>
        {placed.map((mark) => {
          const state = { marked: ends.has(mark.site.id), active: active === mark.site.id, dimmed: chosen !== null && !ends.has(mark.site.id) };
          const count = entries.filter(({ supply, demand }) => supply.siteId === mark.site.id || demand.siteId === mark.site.id).length;
          return (
            <g
              key={mark.site.id}
              id={`mark-${mark.site.id}`}
              role="option"
              aria-selected={site === mark.site.id}
              aria-label={siteText(mark.site, count, mark.kind === 'chip' ? mark.where : undefined)}
              className={css.mark}
              onClick={() => onSite(site === mark.site.id ? null : mark.site.id)}
            >
              {mark.kind === 'disc' ? <DiscMark disc={mark} label={labels.get(mark.site.id)} state={state} /> : <ChipMark chip={mark} state={state} />}
            </g>
          );
        })}
        <g aria-hidden>
          {chosen ? null : arcs.slice(0, mostBadges).map((arc) => <ArcBadge key={arc.entry.id} entry={arc.entry} shape={arc.shape} />)}
          {arcs.filter(({ entry }) => entry === chosen).map((arc) => <ArcValue key={arc.entry.id} entry={arc.entry} shape={arc.shape} />)}
        </g>
      </svg>
      {bar && size ? (
        <div className={css.scale} style={{ width: bar.width, right: padding.right + 48, bottom: padding.bottom + 8 }} aria-hidden>
          <span>{bar.km < 1 ? `${bar.km * 1000} m` : `${bar.km} km`}</span>
        </div>
      ) : null}
      <div className={`${css.zoom} js`} style={{ right: padding.right + 4, bottom: padding.bottom + 8 }}>
        <Button className="ib" aria-label="Zoom in" onPress={() => zoomBy(1)}><Plus size={16} aria-hidden /></Button>
        <Button className="ib" aria-label="Zoom out" onPress={() => zoomBy(-1)}><Minus size={16} aria-hidden /></Button>
        <Button className="ib" aria-label="Show the whole city" onPress={fit}><Maximize size={15} aria-hidden /></Button>
      </div>
    </div>
  );
}

function shapesOf(entries: readonly Entry[], placed: readonly Placed[], largestEur: number) {
  const at = new Map(placed.map((mark) => [mark.site.id, mark]));
  const between = new Map<string, number>();
  return entries.flatMap((entry) => {
    const from = at.get(entry.supply.siteId);
    const to = at.get(entry.demand.siteId);
    if (!from || !to || from === to) return [];
    const pair = `${entry.supply.siteId} ${entry.demand.siteId}`;
    const order = between.get(pair) ?? 0;
    between.set(pair, order + 1);
    const width = arcWidth(entry.eurPerYear, largestEur);
    return [{ entry, width, shape: arcShape(from, to, order, width) }];
  });
}

/** The names beside the outermost discs need room too. */
function roomFor(padding: Padding): Padding {
  return { top: padding.top + 56, right: padding.right + 76, bottom: padding.bottom + 56, left: padding.left + 76 };
}

function cameraTime(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 600;
}

function useSize(element: React.RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

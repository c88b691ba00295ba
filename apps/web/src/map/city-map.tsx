'use client';
// The map view: MapLibre draws land and water, SVG on top draws what the product is about.
import { Maximize, Minus, Plus } from 'lucide-react';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Entry, SiteMark } from '../model/entry.ts';
import { arcShape, arcWidth } from './arc-shape.ts';
import { type Camera, cityCore, fitCamera, type Padding, project, type Size, scaleBar } from './camera.ts';
import css from './city-map.module.css';
import { ArcBadge, ArcValue, MatchArc } from './match-arc.tsx';
import { nearestMark } from './nearest-mark.ts';
import { placeBadges } from './place-badges.ts';
import { placeLabels } from './place-labels.ts';
import { freeBox, type Placed, placeMarks, type Rect, rectOf } from './place-marks.ts';
import { ChipMark, DiscMark, siteText } from './site-mark.tsx';
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
  const obstacles = useMemo(() => (size ? floating(size, padding) : []), [size, padding]);
  const fitted = useMemo(
    () => (size ? fitAround(sites, size, padding, obstacles) : null),
    [sites, size, padding, obstacles],
  );
  const camera = moved ?? fitted;
  const { drawn, map } = useBackground(host, camera, setMoved);

  const fit = useCallback(() => {
    if (fitted && map.current)
      map.current.easeTo({ center: [fitted.longitude, fitted.latitude], zoom: fitted.zoom, duration: cameraTime() });
  }, [fitted, map]);
  const zoomBy = (step: number) =>
    map.current?.easeTo({ zoom: map.current.getZoom() + step, duration: cameraTime() / 2 });
  // Panels or window changed before anybody moved the map: keep the city in the free area.
  const untouched = useRef(true);
  useEffect(() => {
    if (untouched.current && fitted && map.current && drawn)
      map.current.jumpTo({ center: [fitted.longitude, fitted.latitude], zoom: fitted.zoom });
  }, [fitted, drawn, map]);

  const linked = useMemo(
    () => new Set(entries.flatMap(({ supply, demand }) => [supply.siteId, demand.siteId])),
    [entries],
  );
  const placed =
    size && camera ? placeMarks(sites, linked, camera, { size, padding, compact: padding.left === 0, obstacles }) : [];
  const chosen = entries.find(({ id }) => id === (hovered ?? selected)) ?? null;
  const ends = new Set(chosen ? [chosen.supply.siteId, chosen.demand.siteId] : site ? [site] : []);
  const arcs = shapesOf(entries, placed, largestEur);
  const labels = placeLabels(placed, ends, size ? freeBox(size, padding) : noRoom, obstacles);
  const badged = arcs.slice(0, mostBadges);
  const badges = placeBadges(
    badged.map(({ shape }) => shape),
    [...placed.map(rectOf), ...obstacles, ...[...labels.values()].map(({ rect }) => rect)],
  );
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
    <div
      className={css.wrap}
      ref={wrap}
      onPointerDown={() => {
        untouched.current = false;
      }}
      onWheel={() => {
        untouched.current = false;
      }}
    >
      <div className={css.base} ref={host} data-drawn={drawn} />
      <svg
        className={css.overlay}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a drawing whose marks are a list with an active descendant
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
          <clipPath id="left-half">
            <rect x="-20" y="-20" width="20" height="40" />
          </clipPath>
          <clipPath id="right-half">
            <rect x="0" y="-20" width="20" height="40" />
          </clipPath>
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
          const state = {
            marked: ends.has(mark.site.id),
            active: active === mark.site.id,
            dimmed: chosen !== null && !ends.has(mark.site.id),
          };
          const count = entries.filter(
            ({ supply, demand }) => supply.siteId === mark.site.id || demand.siteId === mark.site.id,
          ).length;
          return (
            <g
              key={mark.site.id}
              id={`mark-${mark.site.id}`}
              role="option"
              aria-selected={site === mark.site.id}
              aria-label={siteText(mark, count)}
              className={css.mark}
              onClick={() => onSite(site === mark.site.id ? null : mark.site.id)}
            >
              {mark.kind === 'disc' ? (
                <DiscMark disc={mark} label={labels.get(mark.site.id)} state={state} />
              ) : (
                <ChipMark chip={mark} state={state} />
              )}
            </g>
          );
        })}
        <g aria-hidden>
          {chosen
            ? null
            : badged.map(({ entry }, index) => {
                const at = badges[index];
                return at ? <ArcBadge key={entry.id} entry={entry} at={at} /> : null;
              })}
          {arcs.map(({ entry, shape: { spots } }) =>
            entry === chosen && spots[0] ? <ArcValue key={entry.id} entry={entry} at={spots[0]} /> : null,
          )}
        </g>
      </svg>
      {bar && size ? (
        <div
          className={css.scale}
          style={{ width: bar.width, right: padding.right + 48, bottom: padding.bottom + 8 }}
          aria-hidden
        >
          <span>{bar.km < 1 ? `${bar.km * 1000} m` : `${bar.km} km`}</span>
        </div>
      ) : null}
      <div className={`${css.zoom} js`} style={{ right: padding.right + 4, bottom: padding.bottom + 8 }}>
        <Button className="ib" aria-label="Zoom in" onPress={() => zoomBy(1)}>
          <Plus size={16} aria-hidden />
        </Button>
        <Button className="ib" aria-label="Zoom out" onPress={() => zoomBy(-1)}>
          <Minus size={16} aria-hidden />
        </Button>
        <Button className="ib" aria-label="Show the whole city" onPress={fit}>
          <Maximize size={15} aria-hidden />
        </Button>
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

const noRoom: Rect = { left: 0, right: 0, top: 0, bottom: 0 };

/** Zoom buttons, and the legend where it stands open (the stylesheet's numbers). */
function floating(size: Size, padding: Padding): readonly Rect[] {
  const floor = size.height - padding.bottom;
  const right = size.width - padding.right;
  const zoom = { left: right - 48, right, top: floor - 112, bottom: floor };
  if (size.width <= 1380) return [zoom];
  return [zoom, { left: padding.left, right: padding.left + 296, top: floor - 112, bottom: floor }];
}

/** The city in the free area; a little higher when a site would lie under the legend. */
function fitAround(sites: readonly SiteMark[], size: Size, padding: Padding, obstacles: readonly Rect[]): Camera {
  const core = cityCore(sites);
  const fit = (lift: number) => fitCamera(core, size, roomFor({ ...padding, bottom: padding.bottom + lift }));
  const hidden = (camera: Camera) =>
    core.some((site) => {
      const at = project(site, camera, size);
      return obstacles.some((box) => at.x > box.left - 24 && at.x < box.right + 24 && at.y > box.top - 24);
    });
  return [0, 30, 60, 90].map(fit).find((camera) => !hidden(camera)) ?? fit(60);
}

/** The names beside the outermost discs need room too. */
function roomFor(padding: Padding): Padding {
  const small = padding.left === 0;
  const side = small ? 48 : 80;
  return {
    top: padding.top + (small ? 112 : 72),
    right: padding.right + side,
    bottom: padding.bottom + 48,
    left: padding.left + side,
  };
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

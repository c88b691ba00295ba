'use client';
// Marks and arcs over the background, with pointer and keyboard. One element moves them all while the map is moved.
import { type KeyboardEvent, type PointerEvent, type RefObject, useCallback, useRef, useState } from 'react';
import { ArcsCanvas, arcNear } from './arcs-canvas.tsx';
import { BubbleCard } from './bubble-card.tsx';
import { type Camera, fitCamera, type Padding, type Size } from './camera.ts';
import css from './city-map.module.css';
import { ArcSigns, MapArcs } from './map-arcs.tsx';
import { cornersOf } from './map-area.ts';
import { MapMarks } from './map-marks.tsx';
import { nearestMark } from './nearest-mark.ts';
import type { Bubble, Placed } from './place-marks.ts';
import type { DrawnArc } from './scene.ts';
import { roomFor } from './use-camera.ts';
import type { ShownScene } from './use-scene.ts';

interface Props {
  readonly city: string;
  readonly shown: ShownScene;
  readonly size: Size;
  readonly padding: Padding;
  readonly layer: RefObject<HTMLDivElement | null>;
  readonly site: string | null;
  moveTo(camera: Camera): void;
  zoomBy(step: number): void;
  goHome(): void;
  onSelect(id: string): void;
  onSite(site: string | null): void;
}

/** More arcs than these are painted on a canvas: so many elements would make every move stutter. */
const mostInSvg = 300;

export function MapDrawing({ city, shown, size, padding, layer, site, ...act }: Props) {
  const { scene, chosen, ends, labels, hover, open, opened } = shown;
  const [active, setActive] = useState<string | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const press = (mark: Placed) => {
    if (mark.kind !== 'bubble') act.onSite(site === mark.id ? null : mark.id);
    else if (mark.cluster.expansion_zoom === null) open(opened === mark.id ? null : mark.id);
    else act.moveTo(into(mark, size, padding));
  };
  const latest = useRef({ press, onSelect: act.onSelect });
  latest.current = { press, onSelect: act.onSelect };
  const onPress = useCallback((mark: Placed) => latest.current.press(mark), []);
  const onPoint = useCallback((mark: Placed | null) => setPointed(mark?.id ?? null), []);
  const onSelect = useCallback((id: string) => latest.current.onSelect(id), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const mark = scene.placed.find(({ id }) => id === active);
    if (event.key.startsWith('Arrow')) setActive(nearestMark(scene.placed, active, event.key) ?? active);
    else if (event.key === 'Enter' && mark) press(mark);
    else if (event.key === '+' || event.key === '=') act.zoomBy(1);
    else if (event.key === '-') act.zoomBy(-1);
    else if (event.key === '0') act.goHome();
    else if (event.key === 'Escape' && opened) open(null);
    else return;
    event.preventDefault();
  };
  const isMany = scene.arcs.length > mostInSvg;
  const onCanvas = useCanvasPointer(isMany ? scene.arcs : none, hover, onSelect);
  const card = scene.placed.find((mark): mark is Bubble => mark.kind === 'bubble' && mark.id === (pointed ?? active));
  return (
    <div className={css.pointer} {...onCanvas}>
      <div className={css.layer} ref={layer}>
        {isMany ? <ArcsCanvas arcs={scene.arcs} size={size} dimmed={chosen !== null} /> : null}
        <svg
          className={css.overlay}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a drawing whose marks are a list with an active descendant
          role="listbox"
          tabIndex={0}
          aria-label={`Sites of ${city} on the map. Arrow keys go to the nearest mark, Enter shows its matches or opens a cluster; the Table view has the same content.`}
          aria-activedescendant={active && scene.placed.some(({ id }) => id === active) ? `mark-${active}` : undefined}
          onKeyDown={onKeyDown}
          onFocus={() => setActive((now) => now ?? scene.placed[0]?.id ?? null)}
          onBlur={() => setActive(null)}
          data-panel="view"
          data-marks={scene.placed.length}
        >
          <HalfClips />
          <MapArcs arcs={isMany ? none : scene.arcs} chosen={chosen} onSelect={onSelect} onHover={hover} />
          <MapMarks
            placed={scene.placed}
            labels={labels}
            pairsAt={scene.pairsAt}
            ends={ends}
            isDimmed={chosen !== null}
            active={active}
            site={site}
            onPress={onPress}
            onPoint={onPoint}
          />
          <ArcSigns badges={scene.badges} chosen={chosen} />
        </svg>
        {card ? <BubbleCard bubble={card} size={size} /> : null}
      </div>
    </div>
  );
}

const none: readonly DrawnArc[] = [];

/** The camera that takes a cluster apart. */
function into({ cluster }: Bubble, size: Size, padding: Padding): Camera {
  const [west = 0, south = 0, east = 0, north = 0] = cluster.bbox;
  return fitCamera(cornersOf([west, south, east, north]), size, roomFor(padding), 16);
}

/** What a canvas cannot tell: which of its arcs is under the pointer. A press that moved the map selects nothing. */
function useCanvasPointer(
  arcs: readonly DrawnArc[],
  hover: (id: string | null) => void,
  onSelect: (id: string) => void,
) {
  const down = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const host = useRef<string | null>(null);
  if (arcs.length === 0) return {};
  const under = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return arcNear(arcs, { x: event.clientX - box.left, y: event.clientY - box.top }, 7)?.arc.id ?? null;
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      down.current = { x: event.clientX, y: event.clientY };
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const from = down.current;
      down.current = null;
      const isPress = from !== null && Math.hypot(event.clientX - from.x, event.clientY - from.y) < 4;
      const id = isPress && !(event.target as Element).closest('[role="option"]') ? under(event) : null;
      if (id) onSelect(id);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (event.buttons !== 0) return;
      const id = under(event);
      if (id === host.current) return;
      host.current = id;
      hover(id);
    },
  };
}

function HalfClips() {
  return (
    <defs>
      <clipPath id="left-half">
        <rect x="-20" y="-20" width="20" height="40" />
      </clipPath>
      <clipPath id="right-half">
        <rect x="0" y="-20" width="20" height="40" />
      </clipPath>
    </defs>
  );
}

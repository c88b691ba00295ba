'use client';
// The map view: MapLibre draws land and water, marks and arcs on top are what the product is about.
import { type ReactNode, useMemo, useRef } from 'react';
import type { ViewState } from '../model/view-state.ts';
import type { Camera, Padding, Size } from './camera.ts';
import css from './city-map.module.css';
import type { Home } from './home.ts';
import type { MapArc } from './map-arc.ts';
import { areaAround, clusterZoom } from './map-area.ts';
import { MapControls } from './map-controls.tsx';
import { MapDrawing } from './map-drawing.tsx';
import { mapSites } from './map-site.ts';
import type { Rect } from './place-marks.ts';
import { arcsText } from './scene-text.ts';
import { useBackground } from './use-background.ts';
import { type MapCamera, useCamera } from './use-camera.ts';
import { useFlight } from './use-flight.ts';
import { useGestureLayer } from './use-gesture-layer.ts';
import { useInSight } from './use-in-sight.ts';
import { useMapData } from './use-map-data.ts';
import { type ShownScene, useScene } from './use-scene.ts';
import { useSize } from './use-size.ts';

export interface CityMapProps {
  readonly city: string;
  readonly home: Home;
  readonly view: ViewState;
  /** The selected pair; null while none is, or while it is being read. */
  readonly selected: MapArc | null;
  readonly largestEur: number;
  readonly padding: Padding;
  onView(change: Partial<ViewState>, how: 'push' | 'replace'): void;
  readonly children: ReactNode;
}

export function CityMap(props: CityMapProps) {
  const { home, view, padding, onView, children } = props;
  const wrap = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const size = useSize(wrap);
  const obstacles = useMemo(() => (size ? floating(size, padding) : []), [size, padding]);
  const onBox = (bbox: ViewState['bbox']) => onView({ bbox }, 'replace');
  const camera = useCamera({ size, padding, obstacles, home: home.places, box: view.bbox, onBox });
  const follow = useGestureLayer(layer, camera.camera, size);
  const { drawn, map } = useBackground(host, camera.camera, { onMove: follow, onSettle: camera.settle });
  useFlight(map, drawn, camera.target, camera.settle);
  return (
    <div className={css.wrap} ref={wrap}>
      <div className={css.base} ref={host} data-drawn={drawn} />
      {size && camera.camera ? (
        <Drawn {...props} at={camera.camera} camera={camera} size={size} obstacles={obstacles} layer={layer} />
      ) : null}
      {children}
    </div>
  );
}

interface DrawnProps extends CityMapProps {
  readonly at: Camera;
  readonly camera: MapCamera;
  readonly size: Size;
  readonly obstacles: readonly Rect[];
  readonly layer: React.RefObject<HTMLDivElement | null>;
}

function Drawn({ at, camera, size, obstacles, layer, ...props }: DrawnProps) {
  const { city, home, view, selected, largestEur, padding, onView } = props;
  const area = useMemo(() => areaAround(at, size), [at, size]);
  const data = useMapData(view, { area, zoom: clusterZoom(at), isSmall: home.sites.length > 0 });
  const known = useMemo(() => new Map(mapSites(home.sites).map((site) => [site.id, site])), [home.sites]);
  const room = useMemo(() => ({ size, padding, compact: padding.left === 0, obstacles }), [size, padding, obstacles]);
  const shown: ShownScene = useScene({ data, known, largestEur, camera: at, room, selected, site: view.site });
  useInSight({ selected, shown, camera: at, room, moveTo: camera.moveTo });
  const zoomBy = (step: number) => camera.moveTo({ ...at, zoom: Math.max(1, Math.min(18, at.zoom + step)) });
  const goHome = () => camera.home && camera.moveTo({ ...camera.home });
  const text = arcsText(data, shown.scene);
  return (
    <>
      <MapDrawing
        city={city}
        shown={shown}
        size={size}
        padding={padding}
        layer={layer}
        site={view.site}
        moveTo={camera.moveTo}
        zoomBy={zoomBy}
        goHome={goHome}
        onSelect={(id) => onView({ selected: id }, 'replace')}
        onSite={(site) => onView({ site }, 'push')}
      />
      <p className={css.said} role="status" style={saidAt(padding)}>
        {text}
      </p>
      <MapControls camera={at} padding={padding} onZoom={zoomBy} onHome={goHome} />
    </>
  );
}

/** Under the totals, beside the credit of the coast; on a phone, where chips are there, above the list. */
function saidAt(padding: Padding) {
  return padding.left === 0
    ? { left: 4, right: 60, bottom: padding.bottom - 18 }
    : { left: padding.left + 4, right: padding.right + 330, top: padding.top - 4 };
}

/** Zoom buttons, and the legend where it stands open (the stylesheet's numbers). */
function floating(size: Size, padding: Padding): readonly Rect[] {
  const floor = size.height - padding.bottom;
  const right = size.width - padding.right;
  const zoom = { left: right - 48, right, top: floor - 112, bottom: floor };
  if (size.width <= 1380) return [zoom];
  return [zoom, { left: padding.left, right: padding.left + 296, top: floor - 112, bottom: floor }];
}

'use client';
// The drawn background: MapLibre, loaded after the marks already stand, moving the same camera they are placed by.
import type { Map as MapLibre } from 'maplibre-gl';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { themeEvent } from '../ui/theme-switch.tsx';
import type { Camera } from './camera.ts';
import { type GeoJson, kilometreGrid, mapColours, mapStyle } from './map-style.ts';

export interface Background {
  readonly drawn: boolean;
  readonly map: RefObject<MapLibre | null>;
}

/** Starts once `camera` is known; a browser without WebGL keeps marks and arcs on plain water. */
export function useBackground(
  host: RefObject<HTMLDivElement | null>,
  camera: Camera | null,
  onMove: (camera: Camera) => void,
): Background {
  const map = useRef<MapLibre | null>(null);
  const [drawn, setDrawn] = useState(false);
  const moved = useRef(onMove);
  moved.current = onMove;
  const first = useRef(camera);
  first.current ??= camera;
  const ready = camera !== null;

  useEffect(() => {
    const element = host.current;
    const start = first.current;
    if (!ready || !element || !start) return;
    const stop = new AbortController();
    const open = async () => {
      const [{ Map: MapClass, setWorkerUrl }, land] = await Promise.all([
        import('maplibre-gl'),
        readLand(start, stop.signal),
      ]);
      if (stop.signal.aborted) return;
      setWorkerUrl('/worker/maplibre-gl-worker.mjs');
      const grid = kilometreGrid(start);
      const opened = new MapClass({
        container: element,
        style: mapStyle(mapColours(element), land, grid),
        center: [start.longitude, start.latitude],
        zoom: start.zoom,
        minZoom: 3,
        maxZoom: 17,
        attributionControl: false,
        dragRotate: false,
        pitchWithRotate: false,
        touchPitch: false,
        keyboard: false,
        renderWorldCopies: false,
        fadeDuration: 0,
      });
      opened.touchZoomRotate.disableRotation();
      opened.on('move', () => {
        const { lng, lat } = opened.getCenter();
        moved.current({ longitude: lng, latitude: lat, zoom: opened.getZoom() });
      });
      opened.once('load', () => setDrawn(true));
      const repaint = () => opened.setStyle(mapStyle(mapColours(element), land, grid));
      window.addEventListener(themeEvent, repaint, { signal: stop.signal });
      stop.signal.addEventListener('abort', () => opened.remove());
      map.current = opened;
    };
    open().catch((error: unknown) => {
      if (!stop.signal.aborted) console.warn('The map background could not be drawn; marks and arcs stay.', error);
    });
    return () => {
      stop.abort();
      map.current = null;
      setDrawn(false);
    };
  }, [host, ready]);

  return { drawn, map };
}

async function readLand({ longitude, latitude }: Camera, signal: AbortSignal): Promise<GeoJson> {
  const box = new URLSearchParams({
    west: String(Math.round(longitude - 8)),
    east: String(Math.round(longitude + 8)),
    south: String(Math.round(latitude - 5)),
    north: String(Math.round(latitude + 5)),
  });
  const response = await fetch(`/map/land?${box}`, { signal });
  if (!response.ok) throw new Error(`Expected land for the map, got ${response.status}`);
  return (await response.json()) as GeoJson;
}

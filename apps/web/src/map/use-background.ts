'use client';
// The drawn background: MapLibre, loaded after the marks already stand, moving the same camera they are placed by.
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { themeEvent } from '../ui/theme-switch.tsx';
import type { Camera, Size } from './camera.ts';
import { type LandAsked, landAround } from './land-around.ts';
import { type GeoJson, gridFrom, kilometreGrid, mapColours, mapStyle } from './map-style.ts';
import { followMoves } from './moving-ground.ts';

export interface Background {
  readonly drawn: boolean;
  readonly map: RefObject<MapLibre | null>;
}

interface Moves {
  /** While a hand or a flight moves the map, once per frame. */
  onMove(camera: Camera): void;
  /** When a move has ended. */
  onSettle(camera: Camera): void;
}

/** Starts once `camera` is known; a browser without WebGL keeps marks and arcs on plain water. */
export function useBackground(host: RefObject<HTMLDivElement | null>, camera: Camera | null, moves: Moves): Background {
  const map = useRef<MapLibre | null>(null);
  const [drawn, setDrawn] = useState(false);
  const latest = useRef({ camera, moves });
  latest.current = { camera, moves };
  const ready = camera !== null;

  useEffect(() => {
    const element = host.current;
    if (!ready || !element) return;
    const stop = new AbortController();
    const open = async () => {
      const start = latest.current.camera;
      if (!start) return;
      const asked = landAround(start, sizeOf(element));
      const [{ Map: MapClass, setWorkerUrl }, land] = await Promise.all([
        import('maplibre-gl'),
        readLand(asked, stop.signal),
      ]);
      if (stop.signal.aborted) return;
      setWorkerUrl('/worker/maplibre-gl-worker.mjs');
      const at = latest.current.camera ?? start;
      const ground = { asked, land, grid: kilometreGrid(at) };
      const opened = new MapClass({
        container: element,
        style: mapStyle(mapColours(element), ground.land, ground.grid),
        center: [at.longitude, at.latitude],
        zoom: at.zoom,
        minZoom: 1,
        maxZoom: 18,
        attributionControl: false,
        dragRotate: false,
        pitchWithRotate: false,
        touchPitch: false,
        keyboard: false,
        renderWorldCopies: false,
        fadeDuration: 0,
      });
      opened.touchZoomRotate.disableRotation();
      const moves = {
        onMove: () => latest.current.moves.onMove(cameraOf(opened)),
        onRest: () => {
          const camera = cameraOf(opened);
          latest.current.moves.onSettle(camera);
          void renewGround(opened, camera, ground, stop.signal);
        },
      };
      opened.once('load', () => {
        followMoves(opened, moves, stop.signal);
        setDrawn(true);
      });
      const repaint = () => opened.setStyle(mapStyle(mapColours(element), ground.land, ground.grid));
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

/** What the style draws, renewed in place so that a change of theme keeps it. */
interface Ground {
  asked: LandAsked;
  land: GeoJson;
  grid: GeoJson;
}

/** Land and grid of the place the map has moved to, when what is there ends or is too coarse. The old one stays until then. */
async function renewGround(map: MapLibre, camera: Camera, ground: Ground, signal: AbortSignal): Promise<void> {
  if (camera.zoom >= gridFrom) {
    ground.grid = kilometreGrid(camera);
    map.getSource<GeoJSONSource>('grid')?.setData(ground.grid);
  }
  const asked = landAround(camera, sizeOf(map.getContainer()), ground.asked);
  if (asked === ground.asked) return;
  const before = ground.asked;
  ground.asked = asked;
  try {
    const land = await readLand(asked, signal);
    if (ground.asked !== asked) return;
    ground.land = land;
    map.getSource<GeoJSONSource>('land')?.setData(land);
  } catch (error) {
    if (ground.asked === asked) ground.asked = before;
    if (!signal.aborted) console.warn('The coast here could not be read; the next move asks again.', error);
  }
}

function cameraOf(map: MapLibre): Camera {
  const { lng, lat } = map.getCenter();
  return { longitude: lng, latitude: lat, zoom: map.getZoom() };
}

function sizeOf(element: HTMLElement): Size {
  return { width: element.clientWidth, height: element.clientHeight };
}

async function readLand({ box: [west, south, east, north], detail }: LandAsked, signal: AbortSignal): Promise<GeoJson> {
  const query = new URLSearchParams({
    west: String(west),
    south: String(south),
    east: String(east),
    north: String(north),
    detail,
  });
  const response = await fetch(`/map/land?${query}`, { signal });
  if (!response.ok) throw new Error(`Expected land for the map, got ${response.status}`);
  return (await response.json()) as GeoJson;
}

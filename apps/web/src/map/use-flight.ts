'use client';
import type { Map as MapLibre } from 'maplibre-gl';
import { type RefObject, useEffect, useRef } from 'react';
import type { Camera } from './camera.ts';

/** Moves the background to where the page wants it; without a background the marks alone go there at once. */
export function useFlight(
  map: RefObject<MapLibre | null>,
  drawn: boolean,
  target: Camera | null,
  settle: (camera: Camera) => void,
): void {
  const flown = useRef<Camera | null>(null);
  useEffect(() => {
    if (!target || flown.current === target) return;
    flown.current = target;
    if (!map.current || !drawn) {
      settle(target);
      return;
    }
    const { longitude, latitude, zoom } = target;
    map.current.easeTo({ center: [longitude, latitude], zoom, duration: cameraTime() });
  }, [map, drawn, target, settle]);
}

function cameraTime(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 600;
}

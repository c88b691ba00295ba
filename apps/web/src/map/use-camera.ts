'use client';
// The camera of the map and its place in the address: opened from it, written to it when a move has ended, and moved by
// it when Back or a link changes it.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Box } from '../model/view-state.ts';
import { type Camera, fitCamera, type LngLat, type Padding, project, type Size } from './camera.ts';
import { boxOf, cameraOf } from './map-area.ts';
import type { Rect } from './place-marks.ts';

interface Parts {
  /** null until the map is in the page. */
  readonly size: Size | null;
  readonly padding: Padding;
  readonly obstacles: readonly Rect[];
  /** The camera opens where all of them are seen. */
  readonly home: readonly LngLat[];
  readonly box: Box | null;
  onBox(box: Box | null): void;
}

export interface MapCamera {
  /** Where the map stands, or stood before the move that is under way. */
  readonly camera: Camera | null;
  readonly home: Camera | null;
  /** Where the map should move, by a new object each time; null: nowhere. */
  readonly target: Camera | null;
  moveTo(camera: Camera): void;
  /** To be called when a move has ended. */
  settle(camera: Camera): void;
}

export function useCamera({ size, padding, obstacles, home: places, box, onBox }: Parts): MapCamera {
  const home = useMemo(
    () => (size ? fitAround(places, size, padding, obstacles) : null),
    [places, size, padding, obstacles],
  );
  const [settled, setSettled] = useState<Camera | null>(null);
  const [target, setTarget] = useState<Camera | null>(null);
  const written = useRef<string | null>(null);
  /** Where the address last sent the map: arriving there is no news for the address. */
  const sent = useRef<Camera | null>(null);
  const key = box?.join(',') ?? '';
  const isOurs = written.current === key;
  const asked = useMemo(() => (size && box ? cameraOf(box, size, padding) : home), [size, box, padding, home]);
  // The address, the window or the panels changed, not a hand on the map.
  useEffect(() => {
    if (!asked || isOurs) return;
    written.current = key === '' ? null : key;
    sent.current = asked;
    setSettled((now) => now ?? asked);
    setTarget(asked);
  }, [asked, isOurs, key]);
  const latest = useRef({ size, padding, home, onBox });
  latest.current = { size, padding, home, onBox };
  const settle = useCallback((camera: Camera) => {
    const now = latest.current;
    setSettled(camera);
    if (!now.size || (sent.current && isSame(camera, sent.current))) return;
    sent.current = null;
    const isHome = now.home !== null && isSame(camera, now.home);
    const next = isHome ? null : boxOf(camera, now.size, now.padding);
    const nextKey = next?.join(',') ?? null;
    if (nextKey === written.current) return;
    written.current = nextKey;
    now.onBox(next);
  }, []);
  return { camera: settled ?? asked, home, target, moveTo: setTarget, settle };
}

/** Half a pixel is nobody's move. */
function isSame(a: Camera, b: Camera): boolean {
  const pixels = 512 * 2 ** a.zoom;
  return (
    Math.abs(a.zoom - b.zoom) < 1e-3 &&
    (Math.abs(a.longitude - b.longitude) / 360) * pixels < 0.5 &&
    (Math.abs(a.latitude - b.latitude) / 180) * pixels < 0.5
  );
}

/** The city in the free area; a little higher when a site would lie under the legend. */
function fitAround(places: readonly LngLat[], size: Size, padding: Padding, obstacles: readonly Rect[]): Camera {
  const fit = (lift: number) => fitCamera(places, size, roomFor({ ...padding, bottom: padding.bottom + lift }));
  const hides = (camera: Camera) =>
    places.some((place) => {
      const at = project(place, camera, size);
      return obstacles.some((box) => at.x > box.left - 24 && at.x < box.right + 24 && at.y > box.top - 24);
    });
  return [0, 30, 60, 90].map(fit).find((camera) => !hides(camera)) ?? fit(60);
}

/** The names beside the outermost discs need room too. */
export function roomFor(padding: Padding): Padding {
  const small = padding.left === 0;
  const side = small ? 48 : 80;
  return {
    top: padding.top + (small ? 112 : 72),
    right: padding.right + side,
    bottom: padding.bottom + 48,
    left: padding.left + side,
  };
}

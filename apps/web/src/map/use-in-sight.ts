'use client';
// A pair that is selected in the list comes into sight: the camera moves only when neither of its ends is in view, or
// when both lie in one cluster.
import { useEffect, useRef } from 'react';
import { type Camera, fitCamera, project } from './camera.ts';
import type { MapArc } from './map-arc.ts';
import { freeBox, type Room } from './place-marks.ts';
import { roomFor } from './use-camera.ts';
import type { ShownScene } from './use-scene.ts';

interface Parts {
  readonly selected: MapArc | null;
  readonly shown: ShownScene;
  readonly camera: Camera;
  readonly room: Room;
  moveTo(camera: Camera): void;
}

export function useInSight({ selected, shown, camera, room, moveTo }: Parts): void {
  const latest = useRef({ selected, shown, camera, room, moveTo });
  latest.current = { selected, shown, camera, room, moveTo };
  const id = selected?.id ?? null;
  useEffect(() => {
    const now = latest.current;
    if (id === null || !now.selected) return;
    const target = cameraFor(now.selected, now.shown.chosen !== null, now.camera, now.room);
    if (target) now.moveTo(target);
  }, [id]);
}

/** null: the camera may stay. */
export function cameraFor(pair: MapArc, isDrawn: boolean, camera: Camera, room: Room): Camera | null {
  const { size, padding } = room;
  const free = freeBox(size, padding);
  const places = [pair.supply.place, pair.demand.place].filter((place) => place !== null);
  if (places.length === 0) return null;
  const isInSight = places.some((place) => {
    const { x, y } = project(place, camera, size);
    return x > free.left && x < free.right && y > free.top && y < free.bottom;
  });
  return isInSight && isDrawn ? null : fitCamera(places, size, roomFor(padding), 13);
}

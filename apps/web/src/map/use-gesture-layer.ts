'use client';
// While a hand moves the map the drawing on top only follows as one picture, which costs no drawing at all; when the
// move has ended it is drawn anew for where the map stands.
import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import { type Camera, project, type Size } from './camera.ts';

/** A picture pulled further than this says nothing any more, so it goes until the move has ended. */
const mostScale = 3;

/** @returns to be called with the camera of each frame of a move */
export function useGestureLayer(
  layer: RefObject<HTMLElement | null>,
  drawnFor: Camera | null,
  size: Size | null,
): (camera: Camera) => void {
  const base = useRef({ drawnFor, size });
  useLayoutEffect(() => {
    base.current = { drawnFor, size };
    if (layer.current) {
      layer.current.style.transform = '';
      layer.current.style.opacity = '';
      delete layer.current.dataset.moving;
    }
  });
  return useCallback(
    (camera) => {
      const { drawnFor: from, size: window } = base.current;
      if (!layer.current || !from || !window) return;
      const scale = 2 ** (camera.zoom - from.zoom);
      const middle = project(from, camera, window);
      const [x, y] = [middle.x - (scale * window.width) / 2, middle.y - (scale * window.height) / 2];
      layer.current.dataset.moving = 'true';
      layer.current.style.transform = `translate(${x.toFixed(2)}px, ${y.toFixed(2)}px) scale(${scale.toFixed(5)})`;
      layer.current.style.opacity = scale > mostScale || scale < 1 / mostScale ? '0' : '';
    },
    [layer],
  );
}

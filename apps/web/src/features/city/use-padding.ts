'use client';
// Space that the panels around the map cover; the stylesheet's numbers.
import { useSyncExternalStore } from 'react';
import type { Padding } from '../../map/camera.ts';

const desktop: Padding = { top: 80, right: 404, bottom: 116, left: 280 };
const narrow: Padding = { top: 80, right: 344, bottom: 116, left: 244 };
const phone: Padding = { top: 150, right: 0, bottom: 52, left: 0 };

const phoneQuery = '(max-width: 900px)';
const narrowQuery = '(max-width: 1180px)';

export function usePadding(): Padding {
  return useSyncExternalStore(
    listen,
    () => (matchMedia(phoneQuery).matches ? phone : matchMedia(narrowQuery).matches ? narrow : desktop),
    () => desktop,
  );
}

/** The list lies below the map and scrolls with the page. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(
    listen,
    () => matchMedia(phoneQuery).matches,
    () => false,
  );
}

function listen(notify: () => void): () => void {
  const queries = [matchMedia(phoneQuery), matchMedia(narrowQuery)];
  for (const query of queries) query.addEventListener('change', notify);
  return () => {
    for (const query of queries) query.removeEventListener('change', notify);
  };
}

'use client';
// The view lives in the address; changing it writes the address, and Back reads it again.
import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { readView, type ViewState, writeView } from '../../model/view-state.ts';

export type ChangeView = (change: Partial<ViewState>, how?: 'push' | 'replace') => void;

const changed = 'crg:view';

/**
 * `push` for what a reader would want Back to undo (the default), `replace` for what they fiddle with. The address is
 * read directly: the router would pass a change on as a transition, and a press would wait for the map to be redrawn.
 */
export function useView(): readonly [ViewState, ChangeView] {
  const atServer = useSearchParams().toString();
  const path = usePathname();
  const search = useSyncExternalStore(
    listen,
    () => window.location.search,
    () => atServer,
  );
  const view = useMemo(() => readView(new URLSearchParams(search)), [search]);
  const change = useCallback<ChangeView>(
    (part, how = 'push') => {
      const now = readView(new URLSearchParams(window.location.search));
      const address = `${path}${writeView({ ...now, ...part })}`;
      if (how === 'push') window.history.pushState(null, '', address);
      else window.history.replaceState(null, '', address);
      window.dispatchEvent(new Event(changed));
    },
    [path],
  );
  return [view, change];
}

function listen(notify: () => void): () => void {
  window.addEventListener('popstate', notify);
  window.addEventListener(changed, notify);
  return () => {
    window.removeEventListener('popstate', notify);
    window.removeEventListener(changed, notify);
  };
}

'use client';
// The view lives in the address; changing it writes the address, and Back reads it again.
import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { goToView, viewChanged } from '../../model/go-to-view.ts';
import { readView, type ViewState, writeView } from '../../model/view-state.ts';

export type ChangeView = (change: Partial<ViewState>, how?: 'push' | 'replace') => void;

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
      goToView(`${path}${writeView({ ...now, ...part })}`, how);
    },
    [path],
  );
  return [view, change];
}

function listen(notify: () => void): () => void {
  window.addEventListener('popstate', notify);
  window.addEventListener(viewChanged, notify);
  return () => {
    window.removeEventListener('popstate', notify);
    window.removeEventListener(viewChanged, notify);
  };
}

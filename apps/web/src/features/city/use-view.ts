'use client';
// The view lives in the address; changing it writes the address, and Back reads it again.
import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import { readView, type ViewState, writeView } from '../../model/view-state.ts';

export type ChangeView = (change: Partial<ViewState>, how?: 'push' | 'replace') => void;

/** `push` for what a reader would want Back to undo (the default), `replace` for what they fiddle with. */
export function useView(): readonly [ViewState, ChangeView] {
  const params = useSearchParams();
  const path = usePathname();
  const view = useMemo(() => readView(new URLSearchParams(params)), [params]);
  const change = useCallback<ChangeView>(
    (part, how = 'push') => {
      // Two changes in one turn must not lose the first: the address is always the newest state.
      const now = readView(new URLSearchParams(window.location.search));
      const address = `${path}${writeView({ ...now, ...part })}`;
      if (how === 'push') window.history.pushState(null, '', address);
      else window.history.replaceState(null, '', address);
    },
    [path],
  );
  return [view, change];
}

'use client';
// What the server already read for the address that was opened, for the questions of the browser to start from.
import { createContext, useContext } from 'react';
import type { FirstView } from '../../api/read-city.ts';
import type { ViewState } from '../../model/view-state.ts';

interface Opened extends FirstView {
  /** The view that it answers. */
  readonly view: ViewState;
}

export const FirstViewContext = createContext<Opened | null>(null);

export function useFirstView(): Opened {
  const opened = useContext(FirstViewContext);
  if (!opened) throw new Error('Expected the city screen around a part of it.');
  return opened;
}

'use client';
// Which rows of the list are in the page: all of the first page until script runs, then those near the window's edge.
// On a desk the panel scrolls, on a phone the whole page does.
import { useVirtualizer, useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react';
import { useIsPhone } from './use-padding.ts';

export interface VirtualRows {
  readonly indexes: readonly number[];
  /** Height of the rows left out above and below, px. */
  readonly above: number;
  readonly below: number;
  measure(row: HTMLElement | null): void;
  scrollTo(index: number): void;
}

/** A row that is not selected, px; each is measured once it is in the page. */
const usualHeight = 79;

export function useVirtualRows(count: number, scroller: RefObject<HTMLElement | null>): VirtualRows {
  const isPhone = useIsPhone();
  const runs = useRuns();
  const margin = useOffset(scroller, runs && isPhone);
  const shared = { count, estimateSize: () => usualHeight, overscan: 8 };
  const inPanel = useVirtualizer({ ...shared, getScrollElement: () => scroller.current, enabled: runs && !isPhone });
  const inPage = useWindowVirtualizer({ ...shared, scrollMargin: margin, enabled: runs && isPhone });
  const rows = isPhone ? inPage : inPanel;
  if (!runs) {
    const indexes = Array.from({ length: count }, (_, index) => index);
    return { indexes, above: 0, below: 0, measure: () => undefined, scrollTo: () => undefined };
  }
  const items: readonly VirtualItem[] = rows.getVirtualItems();
  const offset = isPhone ? margin : 0;
  return {
    indexes: items.map(({ index }) => index),
    above: (items[0]?.start ?? offset) - offset,
    below: rows.getTotalSize() - ((items.at(-1)?.end ?? offset) - offset),
    measure: rows.measureElement,
    scrollTo: (index) => rows.scrollToIndex(index, { align: 'auto' }),
  };
}

/** False on the server and while the page takes over what the server wrote. */
function useRuns(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}

/** Where the list begins in the page, px. */
function useOffset(element: RefObject<HTMLElement | null>, isAsked: boolean): number {
  const [offset, setOffset] = useState(0);
  useEffect(() => {
    if (!isAsked || !element.current) return;
    setOffset(element.current.getBoundingClientRect().top + window.scrollY);
  }, [element, isAsked]);
  return offset;
}

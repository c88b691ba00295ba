'use client';
// The ranked list of a view, page by page as far as somebody has scrolled.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ask } from '../../api/use-answer.ts';
import type { Entry, EntryPage } from '../../model/entry.ts';
import { listKey, type ViewState } from '../../model/view-state.ts';
import { useFirstView } from './first-view.ts';

export interface Entries {
  readonly entries: readonly Entry[];
  /** The last page is read. */
  readonly complete: boolean;
  /** Of another view than asked for, while the right one is on its way. */
  readonly old: boolean;
  readonly failed: boolean;
  /** Reads the next page, once at a time. */
  more(): void;
}

export function useEntries(view: ViewState): Entries {
  const first = useFirstView();
  const key = listKey(view);
  const query = useInfiniteQuery({
    queryKey: ['entries', key],
    queryFn: ({ pageParam, signal }) => ask<EntryPage>(pageAddress(key, pageParam), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last: EntryPage) => last.next,
    placeholderData: keepPreviousData,
    ...(key === listKey(first.view)
      ? {
          initialData: { pages: [first.page], pageParams: [null] },
          initialDataUpdatedAt: Date.parse(first.overview.readAt),
        }
      : {}),
  });
  const entries = useMemo(() => (query.data?.pages ?? []).flatMap((page) => page.entries), [query.data]);
  return {
    entries,
    complete: !query.hasNextPage,
    old: query.isPlaceholderData,
    failed: query.isError,
    more: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
    },
  };
}

/** @param cursor of `EntryPage.next`; null for the first page */
export function pageAddress(key: string, cursor: string | null): string {
  if (cursor === null) return `/overview/entries${key}`;
  return `/overview/entries${key}${key === '' ? '?' : '&'}cursor=${encodeURIComponent(cursor)}`;
}

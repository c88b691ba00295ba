'use client';
// Totals and spread under the filters of a view. While new ones are on their way the last good ones stay.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ask } from '../../api/use-answer.ts';
import type { Overview } from '../../model/overview.ts';
import { filterKey, type ViewState } from '../../model/view-state.ts';
import { useFirstView } from './first-view.ts';

export interface CurrentOverview {
  readonly overview: Overview;
  /** Of other filters than asked for, while the right one is on its way. */
  readonly old: boolean;
  readonly failed: boolean;
}

export function useOverview(view: ViewState): CurrentOverview {
  const first = useFirstView();
  const key = filterKey(view);
  const query = useQuery({
    queryKey: ['overview', key],
    queryFn: ({ signal }) => ask<Overview>(`/overview${key}`, signal),
    placeholderData: keepPreviousData,
    ...(key === filterKey(first.view)
      ? { initialData: first.overview, initialDataUpdatedAt: Date.parse(first.overview.readAt) }
      : {}),
  });
  return { overview: query.data ?? first.overview, old: query.isPlaceholderData, failed: query.isError };
}

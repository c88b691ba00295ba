'use client';
// Keeps the city current without moving anything under the reader's hands: news waits until it is asked for,
// and a failing server leaves the last good result on the page.
import type { City } from '@crg/api-contract/city';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../api/use-answer.ts';
import { useFirstView } from './first-view.ts';

export interface News {
  /** The city as it is shown. */
  readonly city: City;
  /** What has changed since, in words; null when nothing has. */
  readonly text: string | null;
  readonly failed: boolean;
  /** Reads everything on the page again. */
  show(): void;
  retry(): void;
}

const minute = 60_000;

export function useNews(): News {
  const { overview } = useFirstView();
  const [shown, setShown] = useState(overview.city);
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['city'],
    queryFn: ({ signal }) => ask<City>('/api/v1/city', signal),
    initialData: overview.city,
    initialDataUpdatedAt: Date.parse(overview.readAt),
    refetchInterval: minute,
    refetchOnWindowFocus: 'always',
    retry: 1,
  });
  return {
    city: shown,
    text: newsText(shown, query.data),
    failed: query.isError,
    show: () => {
      setShown(query.data);
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'city' });
    },
    retry: () => void query.refetch(),
  };
}

/** null when both say the same. */
export function newsText(shown: City, latest: City): string | null {
  if (shown === latest || JSON.stringify(shown) === JSON.stringify(latest)) return null;
  const more = latest.counts.matches - shown.counts.matches;
  const sites = latest.counts.sites - shown.counts.sites;
  const parts = [
    sites === 0
      ? null
      : `${Math.abs(sites).toLocaleString('en')} ${sites > 0 ? 'more' : 'fewer'} ${named(sites, 'site', 'sites')}`,
    more === 0
      ? null
      : `${Math.abs(more).toLocaleString('en')} ${more > 0 ? 'more' : 'fewer'} ${named(more, 'match', 'matches')}`,
  ].filter((part) => part !== null);
  if (parts.length > 0) return `${parts.join(', ')}.`;
  return latest.matching.up_to_date === shown.matching.up_to_date ? 'Matches have changed.' : 'The matching has ended.';
}

function named(count: number, one: string, many: string): string {
  return Math.abs(count) === 1 ? one : many;
}

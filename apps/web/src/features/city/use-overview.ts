'use client';
// Keeps the city current without moving anything under the reader's hands: news waits until it is asked for,
// and a failing server leaves the last good result on the page.
import { QueryClient, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CityOverview } from '../../api/read-city.ts';

export interface Current {
  readonly overview: CityOverview;
  /** How many pairs came or changed since; 0 when there is no news. */
  readonly news: number;
  readonly failed: boolean;
  showNews(): void;
  retry(): void;
}

const minute = 60_000;
const client = new QueryClient();

export function useOverview(initial: CityOverview): Current {
  const [shown, setShown] = useState(initial);
  // Without a provider nobody else connects the client to the window's focus and network events.
  useEffect(() => {
    client.mount();
    return () => client.unmount();
  }, []);
  const query = useQuery(
    {
      queryKey: ['overview'],
      queryFn: readOverview,
      initialData: initial,
      initialDataUpdatedAt: Date.parse(initial.readAt),
      refetchInterval: minute,
      retry: 1,
    },
    client,
  );
  return {
    overview: shown,
    news: changedSince(shown, query.data),
    failed: query.isError,
    showNews: () => setShown(query.data),
    retry: () => void query.refetch(),
  };
}

async function readOverview(): Promise<CityOverview> {
  const response = await fetch('/overview');
  if (!response.ok) throw new Error(`Expected the city, got ${response.status}`);
  return (await response.json()) as CityOverview;
}

function changedSince(shown: CityOverview, latest: CityOverview): number {
  if (shown === latest) return 0;
  const known = new Map(shown.entries.map((entry) => [entry.id, JSON.stringify(entry)]));
  const changed = latest.entries.filter((entry) => known.get(entry.id) !== JSON.stringify(entry)).length;
  const gone = shown.entries.length - latest.entries.filter(({ id }) => known.has(id)).length;
  return changed + Math.max(0, gone);
}

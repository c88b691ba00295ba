'use client';
// One question to the API from the browser: stale questions are aborted, and the last good answer stays while a new
// one is on its way or when the server fails.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ApiProblem } from './api-problem.ts';

export interface Answer<Data> {
  /** Undefined until the first answer. */
  readonly data: Data | undefined;
  /** `data` answers an earlier question. */
  readonly old: boolean;
  readonly failed: ApiProblem | null;
  retry(): void;
}

/** @param address path with query, below the page's own origin; null asks nothing */
export function useAnswer<Data>(address: string | null): Answer<Data> {
  const query = useQuery({
    queryKey: ['answer', address],
    queryFn: ({ signal }) => ask<Data>(address ?? '', signal),
    enabled: address !== null,
    placeholderData: keepPreviousData,
  });
  return {
    data: query.data,
    old: query.isPlaceholderData,
    failed: query.error instanceof ApiProblem ? query.error : null,
    retry: () => void query.refetch(),
  };
}

/** @throws ApiProblem also when nobody answers, with status 0; an aborted question throws as `fetch` does */
export async function ask<Data>(address: string, signal: AbortSignal): Promise<Data> {
  let response: Response;
  try {
    response = await fetch(address, { signal, headers: { accept: 'application/json' } });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ApiProblem(address, 0, 'Expected an answer, got no connection. Try again in a moment.');
  }
  if (!response.ok) throw await ApiProblem.of(address, response);
  return (await response.json()) as Data;
}

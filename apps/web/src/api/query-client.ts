// How the browser keeps answers: fresh for a minute, asked again when the window comes back, never retried for a
// question that the API calls wrong.
import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem.ts';

const minute = 60_000;

export function queryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: minute,
        // No gcTime: the library's own is five minutes in a browser and none on the server, where a timer would keep the
        // process alive after it was told to stop.
        retry: (count, error) =>
          count < 1 && !(error instanceof ApiProblem && error.status >= 400 && error.status < 500),
      },
    },
  });
}

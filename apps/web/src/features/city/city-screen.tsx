'use client';
// The city on one screen: filters, a view, ranked list, time. All read one view state, and that is the address.
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { queryClient } from '../../api/query-client.ts';
import type { FirstView } from '../../api/read-city.ts';
import { readView } from '../../model/view-state.ts';
import { CityFrame } from './city-frame.tsx';
import { FirstViewContext } from './first-view.ts';

/** @param address the query that the server read `first` for */
export function CityScreen({ first, address }: { first: FirstView; address: string }) {
  const [client] = useState(queryClient);
  const [opened] = useState(() => ({ ...first, view: readView(new URLSearchParams(address)) }));
  return (
    <QueryClientProvider client={client}>
      <FirstViewContext value={opened}>
        <CityFrame />
      </FirstViewContext>
    </QueryClientProvider>
  );
}

'use client';
// The table of the same matches: same order, same filters, read page by page while somebody scrolls.
import type { CityViewProps } from './city-view-props.ts';
import { MatchTable } from './match-table.tsx';
import { NothingShown } from './nothing-shown.tsx';
import { useEntries } from './use-entries.ts';

export function TableView({ city, view, change }: CityViewProps) {
  const list = useEntries(view);
  if (list.entries.length === 0 && !list.old) return <NothingShown city={city} view={view} change={change} />;
  return <MatchTable list={list} selected={view.selected} sort={view.sort} change={change} />;
}

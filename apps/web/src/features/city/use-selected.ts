'use client';
// The selected pair: from the list where it is there already, else asked for by its id.
import { useAnswer } from '../../api/use-answer.ts';
import type { Entry } from '../../model/entry.ts';
import type { ViewState } from '../../model/view-state.ts';
import { useEntries } from './use-entries.ts';

/** null: nothing is selected, or it is being read, or there is no such pair (any more). */
export function useSelected(view: ViewState): Entry | null {
  const { selected } = view;
  const { entries } = useEntries(view);
  const listed = selected === null ? undefined : entries.find(({ id }) => id === selected);
  const isAsked = selected !== null && !listed;
  const { data, old } = useAnswer<Entry | null>(isAsked ? `/overview/entry?id=${encodeURIComponent(selected)}` : null);
  if (listed) return listed;
  return isAsked && !old && data ? data : null;
}

'use client';
// Problems of one filter, page by page; read again when a check moves on.
import type { List } from '@crg/api-contract/list';
import { useEffect, useRef, useState } from 'react';
import {
  type Import,
  ImportFault,
  type ImportProblem,
  type ProblemFilter,
  type ProblemGroup,
  readProblemGroups,
  readProblems,
} from './import-requests.ts';
import type { FirstProblems } from './read-import.ts';

export interface ShownProblems {
  readonly groups: readonly ProblemGroup[];
  readonly problems: readonly ImportProblem[];
  /** There are more than are loaded. */
  readonly more: boolean;
  readonly fault: ImportFault | null;
  loadMore(): void;
}

const nothing: List<ImportProblem> = { data: [], next_cursor: null };
const rereadMs = 1_500;

export function useProblems(
  { id, state, changed_at }: Import,
  filter: ProblemFilter,
  initial: FirstProblems | null,
): ShownProblems {
  const [groups, setGroups] = useState(initial?.groups ?? []);
  const [list, setList] = useState(initial?.errors ?? nothing);
  const [fault, setFault] = useState<ImportFault | null>(null);
  const { severity, code, column } = filter;
  const first = useRef(initial !== null);
  useEffect(() => {
    // What the server rendered is the answer to the first question; asking again would only flicker.
    if (first.current && severity === 'error' && code === null) {
      first.current = false;
      return;
    }
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      try {
        const [nextGroups, page] = await Promise.all([
          readProblemGroups(id),
          readProblems(id, { severity, code, column }, null),
        ]);
        if (stopped) return;
        setGroups(nextGroups);
        setList(page);
        setFault(null);
      } catch (error) {
        if (!(error instanceof ImportFault)) throw error;
        if (!stopped) setFault(error);
      }
      if (state === 'checking' && !stopped) timer = setTimeout(look, rereadMs);
    };
    void look();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [id, state, changed_at, severity, code, column]);
  const loadMore = async () => {
    if (list.next_cursor === null) return;
    try {
      const page = await readProblems(id, filter, list.next_cursor);
      setList({ data: [...list.data, ...page.data], next_cursor: page.next_cursor });
    } catch (error) {
      if (!(error instanceof ImportFault)) throw error;
      setFault(error);
    }
  };
  return { groups, problems: list.data, more: list.next_cursor !== null, fault, loadMore: () => void loadMore() };
}

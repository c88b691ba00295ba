'use client';
// The import as the server has it, followed while a job works on it; a lost connection keeps the last state on the page.
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Import, readImport } from './import-requests.ts';
import { type Reading, secondsLeft, working } from './import-words.ts';

const pollMs = 500;
const pollSlowMs = 3_000;

export interface FollowedImport {
  readonly current: Import;
  /** False while the server does not answer; `current` is then what it said last. */
  readonly connected: boolean;
  /** null until there is a pace. */
  readonly secondsLeft: number | null;
  /** Takes what a request answered. */
  show(next: Import): void;
}

export function useImport(initial: Import): FollowedImport {
  const [current, setCurrent] = useState(initial);
  const [connected, setConnected] = useState(true);
  const [left, setLeft] = useState<number | null>(null);
  const from = useRef<Reading | null>(null);
  const show = useCallback((next: Import) => {
    setCurrent(next);
    setConnected(true);
    const now = { at: Date.now(), done: next.progress.done };
    if (!working.has(next.state) || now.done < (from.current?.done ?? 0)) from.current = null;
    from.current ??= now;
    setLeft(secondsLeft(from.current, now, next.progress.total));
  }, []);
  const { id, state } = current;
  useEffect(() => {
    if (!working.has(state)) return;
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      const next = await readImport(id).catch(() => null);
      if (stopped) return;
      if (next) show(next);
      else setConnected(false);
      timer = setTimeout(look, next ? pollMs : pollSlowMs);
    };
    timer = setTimeout(look, pollMs);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [id, state, show]);
  return { current, connected, secondsLeft: left, show };
}

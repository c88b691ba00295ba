'use client';
// J and K walk the rows that need a decision, Z takes the last one back; Enter presses what has focus anyway.
// Single letters rest while a field has focus, and when somebody switched them off (WCAG 2.1.4).
import { type RefObject, useEffect, useRef } from 'react';

export function useRowKeys(rows: RefObject<HTMLElement | null>, takeBack: () => void): void {
  const latest = useRef(takeBack);
  latest.current = takeBack;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target as HTMLElement;
      if (target.closest('input:not([type=checkbox]), textarea, select, [role="dialog"]')) return;
      if (localStorage.getItem('crg-single-letters') === 'off') return;
      const key = event.key.toLowerCase();
      if (key === 'z') latest.current();
      else if (key === 'j' || key === 'k') walk(rows.current, key === 'j' ? 1 : -1);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [rows]);
}

/** Focus to the next row that still waits for a decision, else to what can be done in this one. */
export function focusNextQuestion(row: HTMLElement | null): void {
  const rows = [...(row?.parentElement?.querySelectorAll<HTMLElement>('[data-question]') ?? [])];
  const after = row ? rows.slice(rows.indexOf(row) + 1) : [];
  const next = after.find((one) => !one.hasAttribute('data-decided')) ?? row;
  next?.querySelector<HTMLElement>('button')?.focus();
}

function walk(body: HTMLElement | null, step: 1 | -1): void {
  const rows = [...(body?.querySelectorAll<HTMLElement>('[data-question]') ?? [])];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[at === -1 ? 0 : Math.max(0, Math.min(rows.length - 1, at + step))];
  next?.querySelector<HTMLElement>('button')?.focus();
}

'use client';
// The keyboard: one table that the help shows and the page obeys. Single letters can be switched off (WCAG 2.1.4).
import { Keyboard } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { ViewName } from '../../model/view-state.ts';
import { isLetterKey } from '../../ui/single-letters.ts';
import { cityViews } from './city-views.tsx';

const ShortcutsDialog = dynamic(() => import('./shortcuts-dialog.tsx').then(({ ShortcutsDialog: Dialog }) => Dialog), {
  ssr: false,
});

export type KeyAct = ViewName | 'next' | 'previous' | 'month+' | 'month-' | 'hour+' | 'hour-' | 'clear';

const letters: Readonly<Record<string, KeyAct | 'help'>> = {
  ...Object.fromEntries(cityViews.map(({ key, name }) => [key, name])),
  j: 'next',
  k: 'previous',
  ']': 'month+',
  '[': 'month-',
  '}': 'hour+',
  '{': 'hour-',
  '?': 'help',
};
const panels = ['rail', 'view', 'list', 'time'];

export function Shortcuts({ act }: { act(key: KeyAct): void }) {
  const [open, setOpen] = useState(false);
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'F6') {
        event.preventDefault();
        focusPanel(event.shiftKey ? -1 : 1);
        return;
      }
      if (document.querySelector('[role="dialog"]')) return;
      if (event.key === 'Escape') latest.current('clear');
      const key = letters[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!key || !isLetterKey(event)) return;
      event.preventDefault();
      if (key === 'help') setOpen(true);
      else latest.current(key);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  return (
    <>
      <Button className="ib js" aria-label="Keyboard shortcuts" aria-haspopup="dialog" onPress={() => setOpen(true)}>
        <Keyboard size={17} strokeWidth={1.75} aria-hidden />
      </Button>
      {open ? <ShortcutsDialog close={() => setOpen(false)} /> : null}
    </>
  );
}

/** Moves focus to the first stop of the next panel that is on the page. */
function focusPanel(step: 1 | -1): void {
  const there = panels.filter((name) => document.querySelector(`[data-panel="${name}"]`)?.checkVisibility());
  const now = document.activeElement?.closest('[data-panel]')?.getAttribute('data-panel') ?? '';
  const at = there.indexOf(now);
  const next = there[(at === -1 ? (step === 1 ? 0 : there.length - 1) : at + step + there.length) % there.length];
  const panel = document.querySelector<HTMLElement>(`[data-panel="${next}"]`);
  const stop = panel?.matches('[tabindex="0"]')
    ? panel
    : panel?.querySelector<HTMLElement>(
        'a[href]:not([tabindex="-1"]), button:not(:disabled), input:not(:disabled), [tabindex="0"]',
      );
  stop?.focus();
}

'use client';
// The keyboard: one table that the help shows and the page obeys. Single letters can be switched off (WCAG 2.1.4).
import { Keyboard } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Switch } from 'react-aria-components/Switch';
import type { ViewName } from '../../model/view-state.ts';
import { isLetterKey, lettersAreOn, turnLetters } from '../../ui/single-letters.ts';
import { cityViews } from './city-views.tsx';
import css from './shortcuts.module.css';

export const keyTable: readonly (readonly [keys: string, act: string])[] = [
  [cityViews.map(({ key }) => key).join(' '), cityViews.map(({ label }) => label).join(', ')],
  ['Ctrl K or /', 'Search and commands'],
  ['F6, Shift F6', 'Next, previous panel: filters, view, list, time'],
  ['J K, Enter', 'Next, previous match; open the selected one'],
  ['arrows on the map', 'Nearest site in that direction; Enter shows its matches'],
  ['+ − 0 on the map', 'Zoom in, out, whole city'],
  ['[ ] and { }', 'Month, hour back and forth'],
  ['arrows in the week', 'Hour and day; Home, End; Delete clears'],
  ['Esc', 'Close the top layer, then clear the selection'],
  ['?', 'This table'],
];

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

export function Shortcuts({ act, children }: { act(key: KeyAct): void; children?: ReactNode }) {
  const [open, setOpen] = useState(false);
  const [on, setOn] = useState(true);
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => setOn(lettersAreOn()), []);
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
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button className="ib js" aria-label="Keyboard shortcuts">
        <Keyboard size={17} strokeWidth={1.75} aria-hidden />
      </Button>
      {children}
      <ModalOverlay className={css.scrim ?? ''} isDismissable>
        <Modal className={css.modal ?? ''}>
          <Dialog className={css.dialog ?? ''}>
            <Heading slot="title">Keyboard</Heading>
            <table className={css.keys}>
              <tbody>
                {keyTable.map(([keys, what]) => (
                  <tr key={keys}>
                    <th scope="row">
                      <kbd>{keys}</kbd>
                    </th>
                    <td>{what}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <Switch
              className={css.switch ?? ''}
              isSelected={on}
              onChange={(next) => {
                setOn(next);
                turnLetters(next);
              }}
            >
              <span className={css.knob} aria-hidden />
              Single-key shortcuts
            </Switch>
            <Button slot="close" className="btn">
              Close
            </Button>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
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

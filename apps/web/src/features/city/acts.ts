'use client';
// What the single keys do; J, K and Enter walk the list whatever has focus outside fields.
import type { Entry } from '../../model/entry.ts';
import type { ViewState } from '../../model/view-state.ts';
import type { KeyAct } from './shortcuts.tsx';
import type { ChangeView } from './use-view.ts';

interface Parts {
  readonly entries: readonly Entry[];
  readonly view: ViewState;
  readonly change: ChangeView;
  /** Brings an entry of the list into sight and gives it focus. */
  focus(id: string): void;
  /** Closes what lies over the page. */
  close(): void;
}

export function actsOf({ entries, view, change, focus, close }: Parts): (key: KeyAct) => void {
  const walk = (step: number) => {
    const at = entries.findIndex(({ id }) => id === view.selected);
    const next = entries[at === -1 ? 0 : Math.max(0, Math.min(entries.length - 1, at + step))];
    if (!next) return;
    focus(next.id);
    change({ selected: next.id }, 'replace');
  };
  const clear = () => {
    close();
    if (view.selected) change({ selected: null }, 'replace');
    else if (view.site) change({ site: null });
  };
  const acts: Readonly<Record<KeyAct, () => void>> = {
    map: () => change({ view: 'map' }),
    sankey: () => change({ view: 'sankey' }),
    network: () => change({ view: 'network' }),
    table: () => change({ view: 'table' }),
    next: () => walk(1),
    previous: () => walk(-1),
    'month+': () => change({ month: turn(view.month, 1, 1, 12) }, 'replace'),
    'month-': () => change({ month: turn(view.month, -1, 1, 12) }, 'replace'),
    'hour+': () => change({ hour: turn(view.hour, 1, 0, 167) }, 'replace'),
    'hour-': () => change({ hour: turn(view.hour, -1, 0, 167) }, 'replace'),
    clear,
  };
  return (key) => acts[key]();
}

/** The next value around the circle from `from` to `to`. */
function turn(value: number | null, step: number, from: number, to: number): number {
  if (value === null) return step > 0 ? from : to;
  const next = value + step;
  return next < from ? to : next > to ? from : next;
}

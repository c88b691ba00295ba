'use client';
// The ranked list: one press or Enter selects, the second opens. J and K walk it from anywhere on the page.
import type { City } from '@crg/api-contract/city';
import { X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useRef,
  useTransition,
} from 'react';
import { Button } from 'react-aria-components/Button';
import { type Entry, entryHref } from '../../model/entry.ts';
import type { ViewState } from '../../model/view-state.ts';
import { OpeningShape } from '../../ui/opening-shape.tsx';
import { ExportMenu } from './export-menu.tsx';
import css from './match-list.module.css';
import { MatchRow } from './match-row.tsx';
import type { Entries } from './use-entries.ts';
import type { ChangeView } from './use-view.ts';
import { useVirtualRows, type VirtualRows } from './use-virtual-rows.ts';

/** What others may ask of the list. */
export interface ListHandle {
  /** Brings an entry into sight and gives it focus. */
  focus(id: string): void;
}

interface Props {
  readonly list: Entries;
  /** How many matches pass the filters, read or not. */
  readonly matches: number;
  readonly city: City;
  readonly view: ViewState;
  readonly change: ChangeView;
  readonly ref: RefObject<ListHandle | null>;
}

export function MatchList({ list, matches, city, view, change, ref }: Props) {
  const { entries, complete } = list;
  const { selected } = view;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualRows(entries.length, scroller);
  const focus = useRowFocus(entries, rows, scroller);
  const router = useRouter();
  const [opening, open] = useTransition();
  useImperativeHandle(ref, () => ({ focus }));
  useSelectedInSight(entries, selected, rows);
  useMoreAtEnd(list, rows);
  const pick = (event: MouseEvent, entry: Entry) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    if (entry.id === selected) open(() => router.push(entryHref(entry)));
    else change({ selected: entry.id }, 'replace');
  };
  const walk = (event: KeyboardEvent) => {
    const at = entries.findIndex(({ id }) => id === (document.activeElement as HTMLElement | null)?.dataset.entry);
    const next = nextIndex(event.key, at, entries.length);
    const entry = next === null ? undefined : entries[next];
    if (at === -1 || !entry) return;
    event.preventDefault();
    focus(entry.id);
  };
  const there = rows.indexes.flatMap((index) => entries[index] ?? []);
  const stop = there.find(({ id }) => id === selected) ?? there[0];
  return (
    <>
      <ListHead entries={entries} complete={complete} matches={matches} city={city} view={view} change={change} />
      {opening ? <OpeningShape /> : null}
      <div className={css.list} ref={scroller} hidden={entries.length === 0}>
        <ol onKeyDown={walk} style={{ paddingTop: rows.above, paddingBottom: Math.max(0, rows.below) }}>
          {rows.indexes.map((index) => {
            const entry = entries[index];
            if (!entry) return null;
            const chosen = entry.id === selected;
            return (
              <li
                key={entry.id}
                ref={rows.measure}
                data-index={index}
                className={css.item}
                data-selected={chosen || undefined}
                aria-posinset={index + 1}
                aria-setsize={complete ? entries.length : -1}
              >
                <MatchRow entry={entry} rank={index + 1} chosen={chosen} stop={entry === stop} pick={pick} />
              </li>
            );
          })}
        </ol>
        {complete ? null : (
          <p className={css.reading} role="status">
            Reading more of {matches.toLocaleString('en')} matches
          </p>
        )}
      </div>
    </>
  );
}

interface HeadProps extends Pick<Props, 'matches' | 'city' | 'view' | 'change'> {
  readonly entries: readonly Entry[];
  readonly complete: boolean;
}

function ListHead({ entries, complete, matches, city, view, change }: HeadProps) {
  const counted = (asked: Entry['kind']) => (complete ? entries.filter(({ kind }) => kind === asked).length : 0);
  const [chains, misses] = [counted('chain'), counted('near_miss')];
  const beside = [
    ...(chains > 0 ? [`${chains} ${chains === 1 ? 'chain' : 'chains'}`] : []),
    ...(misses > 0 ? [`${misses} near ${misses === 1 ? 'miss' : 'misses'}`] : []),
  ];
  const at = entries.flatMap(({ supply, demand }) => [supply, demand]).find(({ siteId }) => siteId === view.site);
  return (
    <>
      <header className={css.head}>
        <h2>
          {matches.toLocaleString('en')} open {matches === 1 ? 'match' : 'matches'}
          {beside.length > 0 ? <small>{beside.join(', ')}</small> : null}
        </h2>
        <SortSwitch sort={view.sort} change={change} />
        <ExportMenu city={city} matches={matches} view={view} />
      </header>
      {view.site ? (
        <div className={css.at}>
          At {at?.name ?? view.site}
          <Button className="btn s g" onPress={() => change({ site: null })}>
            <X size={13} aria-hidden /> All sites
          </Button>
        </div>
      ) : null}
    </>
  );
}

function SortSwitch({ sort, change }: { sort: 'value' | 'score'; change: ChangeView }) {
  return (
    <fieldset className="seg sm js" aria-label="Order">
      {(['value', 'score'] as const).map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={sort === name}
          data-selected={sort === name || undefined}
          onClick={() => change({ sort: name })}
        >
          {name === 'value' ? 'Value' : 'Score'}
        </button>
      ))}
    </fieldset>
  );
}

/** Where a key leads from row `at`; null: this key is not for walking. */
function nextIndex(key: string, at: number, count: number): number | null {
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 }[key];
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
}

/** A row far away has to be put into the page before it can have focus. */
function useRowFocus(entries: readonly Entry[], rows: VirtualRows, scroller: RefObject<HTMLElement | null>) {
  return (id: string) => {
    const find = () => scroller.current?.querySelector<HTMLElement>(`a[data-entry="${CSS.escape(id)}"]`);
    const index = entries.findIndex((entry) => entry.id === id);
    if (index === -1) return;
    const link = find();
    if (link) {
      link.focus();
      return;
    }
    rows.scrollTo(index);
    let frames = 0;
    const wait = () => {
      const now = find();
      if (now) now.focus();
      else if (frames++ < 30) requestAnimationFrame(wait);
    };
    requestAnimationFrame(wait);
  };
}

/** What is selected elsewhere, on the map or by a link, comes into sight here. */
function useSelectedInSight(entries: readonly Entry[], selected: string | null, rows: VirtualRows): void {
  const latest = useRef(rows);
  latest.current = rows;
  const index = selected === null ? -1 : entries.findIndex(({ id }) => id === selected);
  useEffect(() => {
    if (index >= 0) latest.current.scrollTo(index);
  }, [index]);
}

function useMoreAtEnd(list: Entries, rows: VirtualRows): void {
  const latest = useRef(list);
  latest.current = list;
  const last = rows.indexes.at(-1) ?? 0;
  const isNear = last >= list.entries.length - 10;
  const count = list.entries.length;
  useEffect(() => {
    if (isNear && count > 0) latest.current.more();
  }, [isNear, count]);
}

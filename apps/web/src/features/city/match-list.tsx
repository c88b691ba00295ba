'use client';
import { digits, euros, kilometres, quantityText, score } from '@crg/story/format';
// The ranked list: one press or Enter selects, the second opens. J and K walk it from anywhere on the page.
import { ArrowRight, CornerDownLeft, X } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useTransition } from 'react';
import { Button } from 'react-aria-components/Button';
import { shortName } from '../../map/place-marks.ts';
import { type Entry, entryHref } from '../../model/entry.ts';
import { FamilyIcon } from '../../ui/family-icon.tsx';
import { OpeningShape } from '../../ui/opening-shape.tsx';
import { PrecisionMark } from '../../ui/precision-mark.tsx';
import { ScoreBar } from '../../ui/score-bar.tsx';
import { StateRing } from '../../ui/state-ring.tsx';
import { VerdictStrip } from '../../ui/verdict-strip.tsx';
import css from './match-list.module.css';
import type { ChangeView } from './use-view.ts';

interface Props {
  shown: readonly Entry[];
  selected: string | null;
  sort: 'value' | 'score';
  site: string | null;
  change: ChangeView;
}

export function MatchList({ shown, selected, sort, site, change }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const router = useRouter();
  const [opening, open] = useTransition();
  useEffect(() => {
    if (!selected || !list.current) return;
    list.current
      .querySelector(`[data-entry="${CSS.escape(selected)}"]`)
      ?.closest('li')
      ?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const stop = shown.some(({ id }) => id === selected) ? selected : (shown[0]?.id ?? null);
  const pick = (event: MouseEvent, entry: Entry) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    if (entry.id === selected) open(() => router.push(entryHref(entry)));
    else change({ selected: entry.id }, 'replace');
  };
  const walk = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const links = [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-entry]') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    const next =
      event.key === 'Home'
        ? links[0]
        : event.key === 'End'
          ? links.at(-1)
          : step !== 0 && at >= 0
            ? links[at + step]
            : undefined;
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  const matches = shown.filter(({ kind }) => kind === 'match').length;
  const misses = shown.length - matches;
  return (
    <>
      <header className={css.head}>
        <h2>
          {matches} open {matches === 1 ? 'match' : 'matches'}
          {misses > 0 ? <span className="dim">, {misses} near</span> : null}
        </h2>
        <SortSwitch sort={sort} change={change} />
      </header>
      {site ? (
        <div className={css.at}>
          At {site}
          <Button className="btn s g" onPress={() => change({ site: null })}>
            <X size={13} aria-hidden /> All sites
          </Button>
        </div>
      ) : null}
      {opening ? <OpeningShape /> : null}
      <ol className={css.list} ref={list} onKeyDown={walk}>
        {shown.map((entry, index) => {
          const chosen = entry.id === selected;
          return (
            <li key={entry.id} className={css.item} data-selected={chosen || undefined}>
              <a
                href={entryHref(entry)}
                data-entry={entry.id}
                tabIndex={entry.id === stop ? 0 : -1}
                aria-current={chosen || undefined}
                onClick={(event) => pick(event, entry)}
              >
                <span className={css.rank}>{index + 1}</span>
                <FamilyIcon family={entry.family} size={24} named={false} />
                <span className={css.text}>
                  <span className={css.from}>{shortName(entry.supply.name)}</span>
                  <span className={css.to}>
                    <ArrowRight size={12} aria-hidden className="i" />
                    <span className="vh">to</span>
                    <b>{shortName(entry.demand.name)}</b>
                  </span>
                  <ItemFacts entry={entry} />
                </span>
                <ItemWorth entry={entry} />
              </a>
              {chosen ? <Chosen entry={entry} /> : null}
            </li>
          );
        })}
      </ol>
    </>
  );
}

function ItemFacts({ entry }: { entry: Entry }) {
  return (
    <span className={css.facts}>
      <StateRing kind={entry.kind} />
      {entry.kind === 'match' ? 'Suggested' : 'Near miss'}
      <i aria-hidden />
      {entry.kind === 'match' ? quantityText(entry.quantity) : entry.typeLabel}
      <i aria-hidden />
      {kilometres(entry.distanceKm)}
    </span>
  );
}

function ItemWorth({ entry }: { entry: Entry }) {
  return (
    <span className={css.worth}>
      {entry.kind === 'match' ? (
        <>
          <b>{euros(entry.eurPerYear ?? 0)}</b>
          <span className={css.co2}>{digits(entry.co2TonnesPerYear ?? 0)} t</span>
        </>
      ) : (
        <>
          <b className={css.cost}>{entry.change ? euros(entry.change.eurPerYear) : 'no change known'}</b>
          <span className={css.co2}>{entry.change ? 'to make it fit' : ''}</span>
        </>
      )}
      <span className={css.strip}>
        <VerdictStrip marks={entry.marks} />
      </span>
    </span>
  );
}

function Chosen({ entry }: { entry: Entry }) {
  return (
    <div className={css.more}>
      <p>
        {entry.supply.flow} → {entry.demand.flow} <PrecisionMark precision={entry.precision} />
      </p>
      {entry.terms && entry.score !== null ? (
        <div className={css.score}>
          <span>
            Score <b>{score(entry.score)}</b>
          </span>
          <ScoreBar terms={entry.terms} />
        </div>
      ) : (
        <p>
          {entry.change ? `Smallest change: ${entry.change.detail}` : 'No single change was found that makes it fit.'}
        </p>
      )}
      <Link className="btn p" prefetch={false} href={entryHref(entry)}>
        {entry.kind === 'match' ? 'Open match' : 'Open near miss'}
        <kbd aria-hidden>
          <CornerDownLeft size={11} />
        </kbd>
      </Link>
    </div>
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

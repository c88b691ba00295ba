'use client';
// One pair in the ranked list: what, who, how much, how far, worth what; the selected one says more.
import { digits, euros, kilometres, quantityText, score } from '@crg/story/format';
import { ArrowRight, CornerDownLeft } from 'lucide-react';
import Link from 'next/link';
import type { MouseEvent } from 'react';
import { shortName } from '../../map/short-name.ts';
import { type Entry, entryHref, entryWords } from '../../model/entry.ts';
import { FamilyIcon } from '../../ui/family-icon.tsx';
import { PrecisionMark } from '../../ui/precision-mark.tsx';
import { ScoreBar } from '../../ui/score-bar.tsx';
import { StateRing } from '../../ui/state-ring.tsx';
import { VerdictStrip } from '../../ui/verdict-strip.tsx';
import css from './match-list.module.css';

interface Props {
  readonly entry: Entry;
  readonly rank: number;
  readonly chosen: boolean;
  /** The one row of the list that Tab stops at. */
  readonly stop: boolean;
  pick(event: MouseEvent, entry: Entry): void;
}

export function MatchRow({ entry, rank, chosen, stop, pick }: Props) {
  return (
    <>
      <a
        href={entryHref(entry)}
        data-entry={entry.id}
        tabIndex={stop ? 0 : -1}
        aria-current={chosen || undefined}
        onClick={(event) => pick(event, entry)}
      >
        <span className={css.rank} data-long={rank > 999 || undefined}>
          {rank}
        </span>
        <FamilyIcon family={entry.family} size={24} named={false} />
        <span className={css.text}>
          <span className={css.from}>{shortName(entry.supply.name)}</span>
          <span className={css.to}>
            {entry.through ? <Through label={entry.through} /> : null}
            <ArrowRight size={12} aria-hidden className="i" />
            <span className="vh">to</span>
            <b>{shortName(entry.demand.name)}</b>
          </span>
          <RowFacts entry={entry} />
        </span>
        <RowWorth entry={entry} />
      </a>
      {chosen ? <Chosen entry={entry} /> : null}
    </>
  );
}

/** The converter between both sides, as a small box on the way. */
function Through({ label }: { label: string }) {
  return (
    <>
      <ArrowRight size={12} aria-hidden className="i" />
      <span className="vh">through</span>
      <span className={css.through}>{label}</span>
    </>
  );
}

function RowFacts({ entry }: { entry: Entry }) {
  return (
    <span className={css.facts}>
      <StateRing kind={entry.kind} />
      {entryWords[entry.kind].state}
      <i aria-hidden />
      {entry.quantity ? quantityText(entry.quantity) : entry.typeLabel}
      <i aria-hidden />
      {kilometres(entry.distanceKm)}
    </span>
  );
}

function RowWorth({ entry }: { entry: Entry }) {
  return (
    <span className={css.worth}>
      {entry.kind !== 'near_miss' ? (
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
        <p>{entry.change ? `Smallest change: ${entry.change.detail}` : 'No change was found that makes it fit.'}</p>
      )}
      <Link className="btn p" prefetch={false} href={entryHref(entry)}>
        {entryWords[entry.kind].open}
        <kbd aria-hidden>
          <CornerDownLeft size={11} />
        </kbd>
      </Link>
    </div>
  );
}

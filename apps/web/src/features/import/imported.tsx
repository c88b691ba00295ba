'use client';
// The import is in the city: what it brought, what it makes possible, the rows that stayed out, and undo with its consequence.
import type { City } from '@crg/api-contract/city';
import { CircleCheck, Download, MapPin, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { EffectTable } from './effect-table.tsx';
import { type Import, rejectedAddress } from './import-requests.ts';
import { counted, countsText, grouped, total } from './import-words.ts';
import { matchesBefore } from './matches-before.ts';
import css from './write-step.module.css';

interface Props {
  readonly current: Import;
  readonly busy: boolean;
  undo(keepChanged: boolean): void;
}

export function Imported({ current, busy, undo }: Props) {
  const { created, updated, unchanged, rejected } = current;
  return (
    <>
      <section className={`card ${css.card}`} aria-label="Imported">
        <h2 aria-live="polite">
          <CircleCheck size={16} className={css.good} aria-hidden />
          Imported: {created ? countsText(created) : 'nothing'} new
        </h2>
        {created && updated && unchanged ? (
          <EffectTable created={created} updated={updated} unchanged={unchanged} tense="did" />
        ) : null}
        <Unlocked before={matchesBefore(current.id)} />
        <p className={css.ways}>
          <Link className="btn p" href="/" prefetch={false}>
            <MapPin size={15} strokeWidth={1.75} aria-hidden /> See the city with the new sites
          </Link>
          {rejected > 0 ? (
            <a className="btn" href={rejectedAddress(current.id)} download>
              <Download size={15} strokeWidth={1.75} aria-hidden /> {counted(rejected, 'row', 'rows')} left out, CSV
            </a>
          ) : null}
          <Link className="btn" href="/import" prefetch={false}>
            Import something else
          </Link>
        </p>
      </section>
      <UndoCard current={current} busy={busy} undo={undo} />
    </>
  );
}

/** What the city can do now; asked until the matching has seen the import. */
function Unlocked({ before }: { before: number | null }) {
  const [city, setCity] = useState<City | null>(null);
  const matched = city?.matching.up_to_date ?? false;
  useEffect(() => {
    if (matched) return;
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      const next = await fetch('/api/v1/city').then(
        (response) => (response.ok ? (response.json() as Promise<City>) : null),
        () => null,
      );
      if (stopped) return;
      if (next) setCity(next);
      timer = setTimeout(look, 2_000);
    };
    void look();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [matched]);
  if (city === null) return <p className="mut">Asking what it unlocks.</p>;
  const { matches, near_misses } = city.counts;
  return (
    <p role="status">
      {matched ? (
        <>
          The city now has <b className="tn">{counted(matches, 'match', 'matches')}</b> and{' '}
          <b className="tn">{counted(near_misses, 'near miss', 'near misses')}</b>
          {before === null ? '' : `; before the import it had ${counted(before, 'match', 'matches')}`}.
        </>
      ) : (
        'The new flows are being matched. The city shows the result before them until then.'
      )}
    </p>
  );
}

function UndoCard({ current, busy, undo }: Props) {
  const { created, updated, in_the_way: inTheWay } = current;
  return (
    <section className={`card ${css.card}`} id="undo" aria-label="Undo">
      <h2>Undo</h2>
      <p>
        Takes {created ? countsText(created) : 'nothing'} out again
        {updated && total(updated) > 0 ? ` and puts ${countsText(updated)} back as before` : ''}. Matches that rest on
        them disappear. Records that somebody changed since are named first.
      </p>
      {inTheWay ? <InTheWay records={inTheWay.records} count={inTheWay.count} /> : null}
      <p className={css.ways}>
        <Button className="btn" isDisabled={busy} onPress={() => undo(false)}>
          <Undo2 size={15} strokeWidth={1.75} aria-hidden /> {inTheWay ? 'Try again' : 'Undo this import'}
        </Button>
        {inTheWay ? (
          <Button className="btn" isDisabled={busy} onPress={() => undo(true)}>
            Undo the rest, keep {inTheWay.count === 1 ? 'this one' : `these ${grouped(inTheWay.count)}`}
          </Button>
        ) : null}
      </p>
    </section>
  );
}

const reasons = {
  changed: 'was changed since',
  removed: 'was removed since',
  referred_to: 'is in use by others',
  owner_removed: 'has lost its owner',
} as const;

function InTheWay({ records, count }: NonNullable<Import['in_the_way']>) {
  return (
    <div className={css.way} role="alert">
      <p>
        <b>Nothing was undone.</b> {counted(count, 'record is', 'records are')} in the way; the city is as the import
        left it.
      </p>
      <ul>
        {records.slice(0, 20).map(({ kind, id, reason }) => (
          <li key={`${kind} ${id}`}>
            <Link href={`/data/${kind}s/${encodeURIComponent(id)}`} prefetch={false}>
              {kind} {id}
            </Link>{' '}
            {reasons[reason]}
          </li>
        ))}
      </ul>
      {count > 20 ? <p>and {grouped(count - 20)} more</p> : null}
    </div>
  );
}

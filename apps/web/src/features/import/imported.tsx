'use client';
// The import is in the city: what it brought, what it makes possible, the rows that stayed out, and undo with its consequence.
import type { City } from '@crg/api-contract/city';
import { CircleCheck, Download, MapPin, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Refusal } from '../../ui/refusal.tsx';
import { EffectTable } from './effect-table.tsx';
import { type Import, type ImportFault, rejectedAddress } from './import-requests.ts';
import { counted, countsText, total } from './import-words.ts';
import css from './write-step.module.css';

interface Props {
  readonly current: Import;
  readonly busy: boolean;
  readonly fault: ImportFault | null;
  undo(keepChanged: boolean): void;
}

export function Imported({ current, busy, fault, undo }: Props) {
  const { created, updated, unchanged, rejected } = current;
  return (
    <>
      <section className={`card ${css.card}`} aria-label="Imported">
        <h2 role="status">
          <CircleCheck size={16} className={css.good} aria-hidden /> Imported:{' '}
          {created ? countsText(created) : 'nothing'} new
        </h2>
        {created && updated && unchanged ? (
          <EffectTable created={created} updated={updated} unchanged={unchanged} tense="did" />
        ) : null}
        <Unlocked />
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
      <UndoCard current={current} busy={busy} fault={fault} undo={undo} />
    </>
  );
}

/** What the city can do now; asked until the matching has seen the import. */
function Unlocked() {
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
          <b className="tn">{counted(near_misses, 'near miss', 'near misses')}</b>.
        </>
      ) : (
        'The new flows are being matched. The city shows the result before them until then.'
      )}
    </p>
  );
}

function UndoCard({ current, busy, fault, undo }: Props) {
  const { created, updated, error } = current;
  const inTheWay = fault?.problem?.code === 'still_referenced' || fault?.problem?.code === 'version_conflict' || error;
  return (
    <section className={`card ${css.card}`} id="undo" aria-label="Undo">
      <h2>Undo</h2>
      <p>
        Takes {created ? countsText(created) : 'nothing'} out again
        {updated && total(updated) > 0 ? ` and puts ${countsText(updated)} back as before` : ''}. Matches that rest on
        them disappear. Records that somebody changed since are named first.
      </p>
      {error ? (
        <Refusal problem={{ title: 'The undo stopped', detail: error }} safe="The city is as the import left it.">
          {null}
        </Refusal>
      ) : null}
      <p className={css.ways}>
        <Button className="btn" isDisabled={busy} onPress={() => undo(false)}>
          <Undo2 size={15} strokeWidth={1.75} aria-hidden /> Undo this import
        </Button>
        {inTheWay ? (
          <Button className="btn" isDisabled={busy} onPress={() => undo(true)}>
            Undo the rest, keep what was changed
          </Button>
        ) : null}
      </p>
    </section>
  );
}

'use client';
// A figure of the city's own: low, mid and high with the source it comes from; and the way back to the table's.
import type { Factor } from '@crg/api-contract/factor';
import { plainUnit } from '@crg/story/made';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { SendFault } from '../../api/send.ts';
import { Refusal } from '../../ui/refusal.tsx';
import { NumberEntry, TextEntry } from '../entry/fields.tsx';
import css from './factor-editor.module.css';
import { factorVersion, restoreFactor, stateFactor } from './factor-requests.ts';

interface Props {
  readonly factor: Factor;
  close(): void;
  /** @param said what has become of the factor, a sentence */
  changed(said: string): void;
}

export function FactorEditor({ factor, close, changed }: Props) {
  const { id, label, overridden } = factor;
  const unit = plainUnit(factor.unit);
  const [entry, setEntry] = useState(() => entryOf(factor));
  const [fault, setFault] = useState<SendFault | null>(null);
  const [busy, setBusy] = useState(false);
  const set = (more: Partial<FactorEntry>) => setEntry({ ...entry, ...more });
  const missing = missingIn(entry);
  const attempt = async (work: (etag: string) => Promise<unknown>, said: string) => {
    setBusy(true);
    setFault(null);
    try {
      await work(await factorVersion(id));
      changed(said);
    } catch (error) {
      if (!(error instanceof SendFault)) throw error;
      setFault(error);
      setBusy(false);
    }
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (missing === null) void attempt((etag) => stateFactor(id, changeOf(entry), etag), `${label} is saved.`);
  };
  const restore = () => void attempt((etag) => restoreFactor(id, etag), `${label} is the table’s again.`);
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
  };
  return (
    <form className={css.form} onSubmit={save} onKeyDown={keys} aria-label={`Change ${label}`}>
      <div className={css.numbers}>
        <NumberEntry label="Low" unit={unit} value={entry.low} unlocks="About P10" change={(low) => set({ low })} />
        <NumberEntry label="Mid" unit={unit} value={entry.mid} change={(mid) => set({ mid })} />
        <NumberEntry label="High" unit={unit} value={entry.high} unlocks="About P90" change={(high) => set({ high })} />
      </div>
      <div className={css.origin}>
        <TextEntry
          label="Source"
          value={entry.source}
          required
          unlocks="Where the figure can be looked up: a contract, a tender, a table"
          change={(source) => set({ source })}
        />
        <NumberEntry label="Year of the figure" value={entry.year} change={(year) => set({ year })} />
        <TextEntry label="Place" value={entry.geography} required change={(geography) => set({ geography })} />
      </div>
      {fault ? (
        <Refusal problem={fault.problem} safe="Nothing was changed. What you have typed is kept.">
          {null}
        </Refusal>
      ) : null}
      <div className={css.ways}>
        <button type="submit" className="btn p" disabled={busy || missing !== null}>
          Save and match anew
        </button>
        <button type="button" className="btn" onClick={close}>
          Cancel
        </button>
        {overridden ? (
          <button type="button" className="btn" disabled={busy} onClick={restore}>
            Use the table’s figure again
          </button>
        ) : null}
        <p className="note" role="status">
          {missing ?? 'Every match that uses it is worked out anew, and says that the figure is the city’s own.'}
        </p>
      </div>
    </form>
  );
}

interface FactorEntry {
  /** NaN: not stated. */
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  readonly source: string;
  readonly year: number;
  readonly geography: string;
}

/** The figures to start from; whoever changes the table's has to say where the new ones come from. */
function entryOf({ low, mid, high, source, year, geography, overridden }: Factor): FactorEntry {
  return overridden
    ? { low, mid, high, source, year, geography }
    : { low, mid, high, source: '', year: new Date().getFullYear(), geography: '' };
}

/** The first thing that keeps it from being saved, a sentence; null: nothing. */
function missingIn({ low, mid, high, source, year, geography }: FactorEntry): string | null {
  if (![low, mid, high].every(Number.isFinite)) return 'Low, mid and high are needed.';
  if (!(low <= mid && mid <= high)) return 'Expected low ≤ mid ≤ high.';
  if (source.trim() === '') return 'Its source is needed.';
  if (!Number.isInteger(year)) return 'The year of the figure is needed.';
  return geography.trim() === '' ? 'The place it holds for is needed.' : null;
}

function changeOf({ source, geography, ...figures }: FactorEntry) {
  return { ...figures, source: source.trim(), geography: geography.trim() };
}

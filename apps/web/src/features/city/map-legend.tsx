'use client';
import { euros } from '@crg/story/format';
// What the marks and lines mean. On narrower windows it folds into a button.
import { Info } from 'lucide-react';
import { useState } from 'react';
import css from './map-legend.module.css';

export function MapLegend({ largestEur }: { largestEur: number }) {
  const [open, setOpen] = useState(false);
  return (
    <div className={`${css.legend} pan`} data-open={open || undefined}>
      <button type="button" className={`btn s g ${css.fold}`} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Info size={14} aria-hidden /> Legend
      </button>
      <ul>
        <li>
          <Disc kind="supply" /> Supply
        </li>
        <li>
          <Disc kind="demand" /> Demand
        </li>
        <li>
          <Disc kind="both" /> Both
        </li>
        <li>
          <Disc kind="approximate" /> Approximate place
        </li>
      </ul>
      <ul>
        <li>
          <Line dash="7 4" /> Suggested
        </li>
        <li>
          <Line dash="0 5" round /> Near miss
        </li>
        <li>
          <svg width="42" height="10" aria-hidden>
            <path d="M0 4.4 42 0v9L0 5.8z" fill="var(--map-mark)" />
          </svg>{' '}
          €0 to {euros(largestEur)}/yr
        </li>
        <li className="dim">Colour and icon: resource</li>
      </ul>
    </div>
  );
}

function Disc({ kind }: { kind: 'supply' | 'demand' | 'both' | 'approximate' }) {
  return (
    <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden>
      {kind === 'approximate' ? <circle r="7" fill="none" stroke="var(--map-mark)" strokeDasharray="1.6 2" /> : null}
      {kind === 'supply' ? <circle r="6" fill="var(--map-mark)" /> : null}
      {kind === 'demand' || kind === 'both' ? (
        <circle r="5.2" fill="var(--surface)" stroke="var(--map-mark)" strokeWidth="1.8" />
      ) : null}
      {kind === 'both' ? <path d="M0-6A6 6 0 0 0 0 6z" fill="var(--map-mark)" /> : null}
    </svg>
  );
}

function Line({ dash, round }: { dash: string; round?: boolean }) {
  return (
    <svg width="42" height="8" aria-hidden>
      <path
        d="M1 4h40"
        stroke="var(--map-mark)"
        strokeWidth="2.2"
        strokeDasharray={dash}
        strokeLinecap={round ? 'round' : 'butt'}
      />
    </svg>
  );
}

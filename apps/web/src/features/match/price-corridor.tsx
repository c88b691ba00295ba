// The prices at which both sides gain, from the supplier's lowest to the receiver's highest; or the gap between them.
import type { CorridorStory } from '@crg/story/corridor-story';
import { unitPrice } from '@crg/story/format';
import type { ReactNode } from 'react';
import { Ask } from './asked.tsx';
import css from './price-corridor.module.css';

export function PriceCorridor({ corridor }: { corridor: CorridorStory }) {
  const { unit, lowest, highest, nash, price, basis, gap, says } = corridor;
  const say = (value: number) => unitPrice(value, unit);
  const low = Math.min(lowest, highest, price);
  const high = Math.max(lowest, highest, price);
  const at = (value: number) => (high === low ? 50 : ((value - low) / (high - low)) * 100);
  const ends = [
    { about: 'corridor.lowest', price: lowest, caption: gap === null ? 'supplier’s lowest' : 'supplier needs' },
    { about: 'corridor.highest', price: highest, caption: gap === null ? 'receiver’s highest' : 'receiver can pay' },
  ].sort((a, b) => a.price - b.price || 0);
  const [from, to] = [at(Math.min(lowest, highest)), at(Math.max(lowest, highest))];
  const isSplit = nash !== null && Math.abs(price - nash) < (high - low) * 0.005;
  return (
    <figure className={css.corridor} aria-label={`Price corridor: ${says}`}>
      <div className={css.line}>
        <End {...ends[0]} say={say} side="low" />
        <div className={css.track}>
          <div className={css.rest} />
          <div
            className={css.band}
            data-gap={gap === null ? undefined : ''}
            style={{ left: `${from}%`, width: `${Math.max(1, to - from)}%` }}
          />
          <i className={css.end} style={{ left: `${from}%` }} />
          <i className={css.end} style={{ left: `${to}%` }} />
          {nash === null ? null : (
            <Pin at={at(nash)} kind="nash">
              <Ask about="corridor.nash">{say(nash)}</Ask> <span>equal split</span>
            </Pin>
          )}
          {isSplit ? null : (
            <Pin at={at(price)} kind="price">
              <Ask about="corridor.price">{say(price)}</Ask> <span>worked out at</span>
            </Pin>
          )}
        </div>
        <End {...ends[1]} say={say} side="high" />
      </div>
      <figcaption className={css.says} data-gap={gap === null ? undefined : ''}>
        {says}{' '}
        <span>
          The figures per party are worked out at {say(price)}, {basis}.
        </span>
      </figcaption>
    </figure>
  );
}

interface EndProps {
  readonly about?: string;
  readonly price?: number;
  readonly caption?: string;
  readonly side: 'low' | 'high';
  say(value: number): string;
}

function End({ about = '', price = 0, caption, side, say }: EndProps) {
  return (
    <p className={css.label} data-side={side}>
      <Ask about={about}>{say(price)}</Ask>
      <span>{caption}</span>
    </p>
  );
}

/** A mark on the line with its label above (equal split) or below (the price of the figures). */
function Pin({ at, kind, children }: { at: number; kind: 'nash' | 'price'; children: ReactNode }) {
  const shift = at < 20 ? 'start' : at > 80 ? 'end' : 'middle';
  return (
    <>
      <i className={css[kind]} style={{ left: `${at}%` }} aria-hidden />
      <p className={css.pin} data-kind={kind} data-shift={shift} style={{ left: `${at}%` }}>
        {children}
      </p>
    </>
  );
}

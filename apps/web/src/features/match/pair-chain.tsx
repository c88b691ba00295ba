// Two companies on one pipe: what is offered, what is wanted, and what flows between them.

import type { EndStory } from '@crg/story/match-story';
import { ArrowDownRight, ArrowUpRight } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { PrecisionMark } from '../../ui/precision-mark.tsx';
import css from './pair-chain.module.css';

interface Props {
  supply: EndStory;
  demand: EndStory;
  colour: CSSProperties;
  dashed: boolean;
  above: ReactNode;
  below: ReactNode;
}

export function PairChain({ supply, demand, colour, dashed, above, below }: Props) {
  return (
    <section className={`card ${css.chain}`} aria-label="Supplier and receiver" style={colour}>
      <EndCard end={supply} />
      <div className={css.link}>
        <div>{above}</div>
        <span className={css.pipe} data-dashed={dashed || undefined} aria-hidden>
          <svg width="9" height="12" viewBox="0 0 9 12" aria-hidden>
            <path d="M0 0 9 6 0 12z" fill="currentColor" />
          </svg>
        </span>
        <div>{below}</div>
      </div>
      <EndCard end={demand} />
    </section>
  );
}

function EndCard({ end }: { end: EndStory }) {
  const Icon = end.role === 'supply' ? ArrowUpRight : ArrowDownRight;
  return (
    <article className={css.end} data-role={end.role}>
      <p className={css.role}>
        <span className={css.dot}>
          <Icon size={11} strokeWidth={2.5} aria-hidden />
        </span>
        {end.role === 'supply' ? 'Supplier' : 'Receiver'}
      </p>
      <h2>{end.name}</h2>
      <p className={css.what}>
        {end.flow} · {end.site} · {end.nace}
      </p>
      <dl>
        {end.facts.map(({ label, value, precision }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {value} {precision ? <PrecisionMark precision={precision} /> : null}
            </dd>
          </div>
        ))}
        <div>
          <dt>Valid</dt>
          <dd>{end.validity}</dd>
        </div>
      </dl>
      <p className={css.source}>
        Source: {end.source}. Certainty: {end.certainty}
      </p>
    </article>
  );
}

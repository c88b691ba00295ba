// Who gives what to whom on one pipe; a converter stands between them where the supply is not what is wanted.
import type { ConverterStory } from '@crg/story/chain-story';
import type { EndStory } from '@crg/story/match-story';
import { ArrowDownRight, ArrowUpRight, Cog } from 'lucide-react';
import Link from 'next/link';
import type { CSSProperties, ReactNode } from 'react';
import { PrecisionMark } from '../../ui/precision-mark.tsx';
import { Ask } from './asked.tsx';
import css from './pair-chain.module.css';

interface Props {
  supply: EndStory;
  demand: EndStory;
  colour: CSSProperties;
  dashed: boolean;
  above: ReactNode;
  below: ReactNode;
  converter?: { readonly story: ConverterStory; readonly colour: CSSProperties };
}

export function PairChain({ supply, demand, colour, dashed, above, below, converter }: Props) {
  return (
    <section
      className={`card ${css.chain}`}
      aria-label="Supplier and receiver"
      data-converter={converter ? '' : undefined}
      style={colour}
    >
      <EndCard end={supply} />
      {converter ? (
        <>
          <Pipe
            above={
              <>
                <b>{converter.story.input.value}</b>
                {converter.story.input.unit}
              </>
            }
            below="at the supplier’s site"
          />
          <ConverterCard converter={converter.story} />
          <Pipe above={above} below={below} colour={converter.colour} />
        </>
      ) : (
        <Pipe above={above} below={below} dashed={dashed} />
      )}
      <EndCard end={demand} />
    </section>
  );
}

function Pipe({
  above,
  below,
  dashed = false,
  colour,
}: {
  above: ReactNode;
  below: ReactNode;
  dashed?: boolean;
  colour?: CSSProperties;
}) {
  return (
    <div className={css.link} style={colour}>
      <div>{above}</div>
      <span className={css.pipe} data-dashed={dashed || undefined} aria-hidden>
        <svg width="9" height="12" viewBox="0 0 9 12" aria-hidden>
          <path d="M0 0 9 6 0 12z" fill="currentColor" />
        </svg>
      </span>
      <div>{below}</div>
    </div>
  );
}

function ConverterCard({ converter }: { converter: ConverterStory }) {
  return (
    <article className={css.end} data-role="converter">
      <p className={css.role}>
        <span className={css.dot}>
          <Cog size={11} strokeWidth={2.5} aria-hidden />
        </span>
        Converter
      </p>
      <h2>{converter.label}</h2>
      <p className={css.what}>{converter.what}</p>
      <dl>
        {converter.facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{label === 'Investment' ? <Ask about="converter.investment">{value}</Ask> : value}</dd>
          </div>
        ))}
      </dl>
      <p className={css.source}>
        Not built yet. Figures of the{' '}
        <Link href={`/reference/converters#${converter.id}`} prefetch={false}>
          converter table
        </Link>
        .
      </p>
    </article>
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

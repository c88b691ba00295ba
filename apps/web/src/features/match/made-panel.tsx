'use client';
import type { FactorSource } from '@crg/story/factor-source';
import type { Made } from '@crg/story/made';
// "How was this made?": formula, inputs with precision, factors, engine, and the command that repeats it.
import { Check, Copy, X } from 'lucide-react';
import Link from 'next/link';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { PrecisionMark } from '../../ui/precision-mark.tsx';
import { useAsking } from './asked.tsx';
import css from './made-panel.module.css';

interface Props {
  made: Readonly<Record<string, Made>>;
  factors: Readonly<Record<string, FactorSource>>;
  engine: string;
  year: number;
  command: string;
}

export function MadePanel({ made, factors, engine, year, command }: Props) {
  const { asked, first, open, close } = useAsking();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (open && matchMedia('(max-width: 1100px)').matches) heading.current?.focus();
  }, [open]);
  const answer = made[asked] ?? made[first];
  if (!answer) return null;
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
  };
  return (
    <section
      className={`card ${css.panel}`}
      id="made"
      data-open={open || undefined}
      aria-label="How was this made?"
      onKeyDown={key}
    >
      <header>
        <h2 ref={heading} tabIndex={-1}>
          How was this made?
        </h2>
        <button type="button" className={`ib ${css.close}`} aria-label="Close" onClick={close}>
          <X size={16} aria-hidden />
        </button>
      </header>
      <div className={css.body} aria-live="polite">
        <p className={css.name}>
          <span>{answer.name}</span>
          <b>{answer.value}</b>
        </p>
        <code className="formula">{answer.formula}</code>
        <ul className={css.inputs}>
          {answer.inputs.map((input) => (
            <li key={`${input.label} ${input.note}`}>
              <span>{input.label}</span>
              <span className={css.value}>
                {input.value} {input.precision ? <PrecisionMark precision={input.precision} /> : null}
              </span>
              {input.note ? <span className={css.note}>{input.note}</span> : null}
              {input.factors.map((id) => (
                <FactorNote key={id} id={id} factor={factors[id]} />
              ))}
            </li>
          ))}
        </ul>
        {answer.note ? <p className="note">{answer.note}</p> : null}
        <Replay command={command} />
        <p className="note">
          Engine {engine}, year {year}.{' '}
          <Link href="/data/factors" prefetch={false}>
            Factor table
          </Link>
        </p>
      </div>
    </section>
  );
}

function FactorNote({ id, factor }: { id: string; factor: FactorSource | undefined }) {
  return (
    <span className={css.note}>
      <code className="mono">{id}</code>
      {factor ? (
        <>
          {' '}
          {factor.value}. {factor.source}, {factor.year}, {factor.geography}
          {factor.overridden ? <b className={css.own}>The city’s own figure</b> : null}
        </>
      ) : null}
    </span>
  );
}

function Replay({ command }: { command: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(command);
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <div className={css.replay}>
      <p>
        Repeat it
        <button type="button" className="btn s js" onClick={() => void copy()}>
          {copied ? <Check size={13} aria-hidden /> : <Copy size={13} aria-hidden />}
          {copied ? 'Copied' : 'Copy command'}
        </button>
      </p>
      <code className="formula">{command}</code>
    </div>
  );
}

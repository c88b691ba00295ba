'use client';
import type { Direction } from '@crg/api-contract/family';
// Live: who would fit what is in the form right now, what it would be worth, and which figure decides next.
import type { WhatIf } from '@crg/api-contract/what-if';
import { Refusal } from '../../ui/refusal.tsx';
import { euroText, kilometreText, tonneText } from './entry-words.ts';
import { useWhatIf } from './use-what-if.ts';
import css from './what-if-panel.module.css';
import { whatIfStory } from './what-if-story.ts';

interface Props {
  readonly question: WhatIf | null;
  readonly direction: Direction;
  /** What is still needed before anybody can be asked. */
  readonly missing: string | null;
}

export function WhatIfPanel({ question, direction, missing }: Props) {
  const { answer, fault, stale } = useWhatIf(question);
  const story = answer ? whatIfStory(answer, direction) : null;
  return (
    <section className={`card ${css.card}`} aria-label="Who would fit" data-stale={stale || undefined}>
      <h2 aria-live="polite">{story ? story.title : 'Who would fit'}</h2>
      {missing === null ? null : (
        <p className="mut">State {missing} and this shows who would fit, before anything is saved.</p>
      )}
      {fault ? (
        <Refusal problem={fault.problem} safe="Nothing was saved. The form keeps what you typed.">
          {null}
        </Refusal>
      ) : null}
      {story && story.partners.length > 0 ? (
        <ul className={css.partners}>
          {story.partners.map(({ key, name, flow, eurPerYear, co2TonnesPerYear, distanceKm }) => (
            <li key={key}>
              <b>{name}</b>
              <span className="tn">{euroText(eurPerYear)}/yr</span>
              <span className="mut">{flow}</span>
              <span className="dim tn">
                {tonneText(co2TonnesPerYear)} CO₂, {kilometreText(distanceKm)}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {story && story.open.length > 0 ? (
        <>
          <h3>Verdicts that further fields would close</h3>
          <ul className={css.open}>
            {story.open.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      ) : null}
      {story && story.nearMisses.length > 0 ? (
        <>
          <h3>Nearly</h3>
          <ul className={css.open}>
            {story.nearMisses.map(({ key, name, change }) => (
              <li key={key}>
                <b>{name}</b>: {change}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {answer?.notices.map(({ code, text }) => (
        <p className="note" key={code + text}>
          {text}
        </p>
      ))}
      <p className="note">EUR and CO₂ are estimates. Nothing is stored or shown to anybody by asking.</p>
    </section>
  );
}

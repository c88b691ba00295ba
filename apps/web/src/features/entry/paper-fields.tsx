'use client';
// What the owner's papers say: yes, no, or not known, for each question that a permit rule may ask about such a flow.
import type { permitPapers } from '@crg/domain/permit-papers';
import { paperQuestions } from '@crg/story/paper-questions';
import { useEffect, useRef } from 'react';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import css from './entry-form.module.css';
import type { FlowEntry } from './flow-entry.ts';

interface Props {
  readonly flow: FlowEntry;
  change(papers: FlowEntry['papers']): void;
}

export function PaperFields({ flow: { direction, type, papers }, change }: Props) {
  const questions = paperQuestions(direction, type);
  const box = useOpenWhenAsked();
  if (questions.length === 0) return null;
  const answered = questions.filter(({ id }) => papers[id] !== undefined).length;
  const answer = (id: (typeof permitPapers)[number]['id'], said: string) => {
    const { [id]: _, ...others } = papers;
    change(said === 'unknown' ? others : { ...others, [id]: said === 'yes' });
  };
  return (
    <details className={css.more} id="papers" ref={box}>
      <summary>
        Papers for the permit gate{' '}
        <span className="dim">
          {answered} of {questions.length} answered
        </span>
      </summary>
      <p className={css.hint}>Each answer decides a permit rule. What is not known stays open; it never prohibits.</p>
      <div className={css.papers}>
        {questions.map(({ id, question }) => (
          <RadioGroup
            key={id}
            className={css.paper ?? ''}
            value={papers[id] === undefined ? 'unknown' : papers[id] ? 'yes' : 'no'}
            onChange={(said) => answer(id, said)}
          >
            <Label>{question}</Label>
            <span className="seg sm">
              <Radio value="yes">Yes</Radio>
              <Radio value="no">No</Radio>
              <Radio value="unknown">Not known</Radio>
            </span>
          </RadioGroup>
        ))}
      </div>
    </details>
  );
}

/** A link from a permit gate leads to the questions: they are open then, and in sight. */
function useOpenWhenAsked() {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (location.hash !== '#papers' || !box.current) return;
    box.current.open = true;
    box.current.scrollIntoView({ block: 'start' });
  }, []);
  return box;
}

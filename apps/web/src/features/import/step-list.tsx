'use client';
// Four steps: those behind can be opened again, those ahead wait.
import { Check } from 'lucide-react';
import { type Step, stepLabels, steps } from './import-words.ts';
import css from './step-list.module.css';

export function StepList({ at, furthest, go }: { at: Step; furthest: Step; go(step: Step): void }) {
  const current = steps.indexOf(at);
  const reached = steps.indexOf(furthest);
  return (
    <ol className={css.steps} aria-label="Steps">
      {steps.map((step, index) => {
        const mark = (
          <>
            <span className={css.mark}>
              {index < current ? <Check size={12} strokeWidth={2.25} aria-hidden /> : index + 1}
            </span>
            {stepLabels[step]}
          </>
        );
        return (
          <li
            key={step}
            data-done={index < current || undefined}
            {...(index === current ? { 'aria-current': 'step' as const } : {})}
          >
            {index <= reached && index !== current ? (
              <a
                href={`?step=${step}`}
                onClick={(event) => {
                  event.preventDefault();
                  go(step);
                }}
              >
                {mark}
              </a>
            ) : (
              <span className={css.here}>{mark}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

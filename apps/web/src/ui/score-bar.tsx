// The score in one line: what adds up from dark to light, what is taken off hatched.
import type { ScoreTerms } from '@crg/api-contract/match';
import { scoreParts } from '@crg/story/score-parts';
import css from './score-bar.module.css';

export function ScoreBar({ terms }: { terms: ScoreTerms }) {
  const parts = scoreParts(terms);
  const text = parts.map(({ label, points }) => `${label} ${points.toFixed(2)}`).join(', ');
  return (
    <span className={css.bar} role="img" aria-label={text}>
      {parts.map(({ name, points }, index) =>
        Math.abs(points) < 0.004 ? null : (
          <i
            key={name}
            className={points < 0 ? 'minus' : ''}
            style={{
              flexGrow: Math.abs(points),
              ...(points > 0 && { background: `color-mix(in oklab, var(--ink) ${96 - index * 17}%, var(--surface))` }),
            }}
          />
        ),
      )}
    </span>
  );
}

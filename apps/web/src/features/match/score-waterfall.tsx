// The score as a waterfall: each term starts where the one before ended; what is taken off is hatched.
import { score as scoreText } from '@crg/story/format';
import type { ScorePart } from '@crg/story/score-parts';
import css from './score-waterfall.module.css';

export function ScoreWaterfall({ parts, total }: { parts: readonly ScorePart[]; total: number }) {
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">Term</th>
          <th scope="col" className={css.number}>
            Value
          </th>
          <th scope="col" className={css.number}>
            Weight
          </th>
          <th scope="col" aria-label="Running sum" />
          <th scope="col" className={css.number}>
            Points
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ name, label, value, weight, points, from }) => (
          <tr key={name}>
            <th scope="row">{label}</th>
            <td className={css.number}>{scoreText(value)}</td>
            <td className={`${css.number} dim`}>× {scoreText(weight)}</td>
            <td className={css.fall}>
              <i
                aria-hidden
                className={points < 0 ? 'minus' : ''}
                style={{
                  left: `${Math.min(from, from + points) * 100}%`,
                  width: `${Math.max(0.6, Math.abs(points) * 100)}%`,
                }}
              />
            </td>
            <td className={css.number}>
              <b>
                {points < 0 ? '−' : '+'}
                {Math.abs(points).toFixed(3).replace(/^0/, '')}
              </b>
            </td>
          </tr>
        ))}
        <tr className={css.sum}>
          <th scope="row">Score</th>
          <td />
          <td />
          <td className={css.fall}>
            <i aria-hidden style={{ left: 0, width: `${total * 100}%`, background: 'var(--ink)' }} />
          </td>
          <td className={css.number}>
            <b>{total.toFixed(3).replace(/^0/, '')}</b>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

// An answer that was no: expected, got, next step, what is safe, and a way on.
import type { Problem } from '@crg/api-contract/problem';
import { CircleX, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import css from './refusal.module.css';

export function Refusal({
  problem,
  safe,
  children,
}: {
  /** null: nobody answered. */
  problem: Partial<Problem> | null;
  safe: string;
  children: ReactNode;
}) {
  const Icon = problem === null ? WifiOff : CircleX;
  const others = problem?.errors?.slice(1, 6) ?? [];
  return (
    <div className={css.box} role="alert">
      <Icon size={16} strokeWidth={2} aria-hidden />
      <div>
        <p>
          <b>{problem === null ? 'The server does not answer' : (problem.title ?? 'This was refused')}</b>
        </p>
        <p>{problem === null ? 'Try again in a moment.' : problem.detail}</p>
        {others.length > 0 ? (
          <ul>
            {others.map(({ field, expected, got }) => (
              <li key={`${field}${expected}${got}`}>
                {field ? `${field}: ` : ''}expected {expected}, got {got}
              </li>
            ))}
          </ul>
        ) : null}
        <p>{safe}</p>
        {problem?.code ? (
          <p className="note">
            {problem.code}
            {problem.request_id ? ` · request ${problem.request_id}` : ''}
          </p>
        ) : null}
        {children ? <div className={css.ways}>{children}</div> : null}
      </div>
    </div>
  );
}

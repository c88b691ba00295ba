// Every constraint with its numbers: mark, sentence, bullet bar.

import type { VerdictMark } from '@crg/story/verdict-marks';
import type { Bullet, VerdictRow } from '@crg/story/verdict-rows';
import { CircleCheck, CircleHelp, CircleX, Diamond, type LucideIcon, TriangleAlert } from 'lucide-react';
import css from './verdict-table.module.css';

const marks: Readonly<Record<VerdictMark, { readonly icon: LucideIcon; readonly word: string }>> = {
  pass: { icon: CircleCheck, word: 'passes' },
  near: { icon: TriangleAlert, word: 'nearly fits' },
  needs_permit: { icon: Diamond, word: 'needs a permit' },
  unknown: { icon: CircleHelp, word: 'unknown' },
  fail: { icon: CircleX, word: 'does not fit' },
  none: { icon: CircleHelp, word: 'not asked' },
};

export function VerdictTable({ rows }: { rows: readonly VerdictRow[] }) {
  return (
    <table className={css.table}>
      <colgroup>
        <col style={{ width: 40 }} />
        <col style={{ width: 88 }} />
        <col />
        <col style={{ width: 92 }} />
      </colgroup>
      <thead className="vh">
        <tr>
          <th scope="col">Result</th>
          <th scope="col">Judge</th>
          <th scope="col">Why</th>
          <th scope="col">Numbers</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          return (
            <tr key={row.judge}>
              <td className={css.icon}>
                <VerdictIcon mark={row.mark} />
              </td>
              <th scope="row">{row.label}</th>
              <td className={css.why}>{row.text}</td>
              <td className={css.bullet}>{row.bullet ? <BulletBar bullet={row.bullet} /> : null}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

export function VerdictIcon({ mark }: { mark: VerdictMark }) {
  const { icon: Icon, word } = marks[mark];
  return (
    <>
      <Icon size={15} aria-hidden className={`v-${mark}`} />
      <span className="vh">{word}</span>
    </>
  );
}

export function verdictSummary(rows: readonly VerdictRow[]): string {
  const count = (mark: VerdictMark) => rows.filter((row) => row.mark === mark).length;
  return (['pass', 'needs_permit', 'unknown', 'near', 'fail'] as const)
    .filter((mark) => count(mark) > 0)
    .map((mark) => `${count(mark)} ${mark === 'pass' ? 'pass' : marks[mark].word}`)
    .join(' · ');
}

function BulletBar({ bullet: { value, limit, good, text } }: { bullet: Bullet }) {
  const x = (share: number) => Math.max(0, Math.min(1, share)) * 64 + 2;
  return (
    <svg width="68" height="16" viewBox="0 0 68 16" role="img" aria-label={text}>
      <rect x="2" y="7" width="64" height="3" rx="1.5" fill="var(--surface-3)" />
      {good ? (
        <rect x={x(good[0])} y="5.5" width={x(good[1]) - x(good[0])} height="6" rx="1" fill="var(--seq-2)" />
      ) : (
        <rect x="2" y="7" width={x(value) - 2} height="3" rx="1.5" fill="var(--seq-4)" />
      )}
      {limit === null ? null : <path d={`M${x(limit)} 2.5v11`} stroke="var(--ink)" strokeWidth="2" />}
      {good ? (
        <circle cx={x(value)} cy="8.5" r="3.6" fill="var(--ink)" stroke="var(--surface)" strokeWidth="1.2" />
      ) : null}
    </svg>
  );
}

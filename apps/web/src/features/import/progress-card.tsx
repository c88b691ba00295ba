'use client';
// How far a check or a write is, what is safe meanwhile, and the way to stop it.
import { CircleCheck, CircleX, ShieldCheck } from 'lucide-react';
import Link from 'next/link';
import { Button } from 'react-aria-components/Button';
import type { Import } from './import-requests.ts';
import { counted, fitting, leftOut, namesOf, timeLeftText } from './import-words.ts';
import { Meter } from './meter.tsx';
import css from './progress-card.module.css';

interface Props {
  readonly current: Import;
  readonly secondsLeft: number | null;
  readonly busy: boolean;
  cancel(): void;
}

export function ProgressCard({ current, secondsLeft, busy, cancel }: Props) {
  const { state, progress, error } = current;
  if (state === 'cancelled' || state === 'failed') return <Ended current={current} />;
  const share = progress.total ? Math.min(1, progress.done / progress.total) : 0;
  const running = state === 'checking';
  return (
    <section className={`card ${css.card}`} aria-label="Progress">
      <div className={css.top}>
        <b>{running ? `Checking ${namesOf(current)}` : counted(current.rows, 'row checked', 'rows checked')}</b>
        <span className="mut tn" role="status">
          {running ? progress.text : outcomeText(current)}
        </span>
        <span className={css.right}>
          {running ? <span className="mut tn">{timeLeftText(secondsLeft)}</span> : null}
          {running ? (
            <Button className="btn s" isDisabled={busy} onPress={cancel} aria-describedby="safe">
              Cancel
            </Button>
          ) : null}
        </span>
      </div>
      <Meter
        label="Rows checked"
        value={running ? (progress.total ? Math.round(share * 100) : null) : 100}
        parts={running ? [{ share, tone: 'ink' }] : fitAndNot(current)}
      />
      {error ? <p className={css.bad}>{error}</p> : null}
      <p className="note" id="safe">
        <ShieldCheck className="i" size={12} aria-hidden /> Nothing is written until you press Import. Then all rows go
        in together, or none.
        {running ? ' You may leave this page; the check continues. Cancel ends this import and lets its files go.' : ''}
      </p>
    </section>
  );
}

function outcomeText(current: Import): string {
  const { rejected, warnings } = current;
  const parts = [counted(fitting(current), 'fits', 'fit')];
  const out = leftOut(current);
  if (out > 0) parts.push(counted(out, 'is left out', 'are left out'));
  if (rejected > 0) parts.push(counted(rejected, 'needs a decision', 'need a decision'));
  if (warnings > 0) parts.push(counted(warnings, 'warning', 'warnings'));
  return parts.join(' · ');
}

function fitAndNot({ rows, rejected }: Import) {
  const bad = rows > 0 ? rejected / rows : 0;
  return [
    { share: 1 - bad, tone: 'ink' },
    { share: bad, tone: 'near' },
  ] as const;
}

function Ended({ current: { state, error } }: { current: Import }) {
  const failed = state === 'failed';
  const Icon = failed ? CircleX : CircleCheck;
  return (
    <section className={`card ${css.card}`} aria-label="Progress" data-failed={failed || undefined}>
      <div className={css.top}>
        <Icon size={16} aria-hidden />
        <b>{failed ? 'The import failed' : 'The import was cancelled'}</b>
      </div>
      <p>{error ?? ''}</p>
      <p>
        {failed
          ? 'Nothing was written to the city. The files, columns and decisions are kept; check again, or change them first.'
          : 'Nothing was written to the city. Its files were let go; drop them again to start over.'}
      </p>
      {failed ? null : (
        <p>
          <Link className="btn" href="/import" prefetch={false}>
            Start over
          </Link>
        </p>
      )}
    </section>
  );
}

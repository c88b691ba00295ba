'use client';
// What the import will do, the press that does it, what it did, and the way back.
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { EffectTable } from './effect-table.tsx';
import type { Import } from './import-requests.ts';
import { counted, countsText, fitting, grouped, type Step, timeLeftText, total } from './import-words.ts';
import { Imported } from './imported.tsx';
import { Meter } from './meter.tsx';
import css from './write-step.module.css';

interface Props {
  readonly current: Import;
  readonly busy: boolean;
  readonly secondsLeft: number | null;
  go(step: Step): void;
  act(name: 'write' | 'undo' | 'cancel', body?: { keep_changed: boolean }): Promise<boolean>;
}

export function WriteStep({ current, busy, secondsLeft, go, act }: Props) {
  switch (current.state) {
    case 'checked':
      return <Confirm current={current} busy={busy} go={go} write={() => act('write')} />;
    case 'writing':
    case 'undoing':
      return <Working current={current} secondsLeft={secondsLeft} />;
    case 'undone':
      return <Undone current={current} />;
    default:
      return (
        <Imported
          current={current}
          busy={busy}
          undo={(keepChanged) => void act('undo', keepChanged ? { keep_changed: true } : undefined)}
        />
      );
  }
}

function Confirm({ current, busy, go, write }: Pick<Props, 'current' | 'busy' | 'go'> & { write(): Promise<boolean> }) {
  const { rejected, created, updated, unchanged } = current;
  const [leaveOut, setLeaveOut] = useState(true);
  const fits = fitting(current);
  const waits = rejected > 0 && !leaveOut;
  return (
    <>
      <section className={`card ${css.card}`} aria-label="What the import will do">
        <h2>What the import will do</h2>
        {created && updated && unchanged ? (
          <EffectTable created={created} updated={updated} unchanged={unchanged} tense="will" />
        ) : null}
        <p className="mut">
          All of it goes in together, or none. Afterwards it can be undone as a whole. {unchangedText(current)}
        </p>
      </section>
      <footer className={css.foot}>
        <Button className="btn" onPress={() => go('check')}>
          <ArrowLeft size={15} strokeWidth={1.75} aria-hidden /> Check
        </Button>
        <div className={css.confirm}>
          {rejected > 0 ? (
            <label>
              <input type="checkbox" checked={leaveOut} onChange={() => setLeaveOut(!leaveOut)} />
              Leave out {counted(rejected, 'row that still needs', 'rows that still need')} a decision, and keep them as
              a file
            </label>
          ) : null}
          <Button
            className="btn p"
            isDisabled={busy || waits || fits === 0}
            aria-describedby="why"
            onPress={() => void write()}
          >
            Import {grouped(fits)} {fits === 1 ? 'row' : 'rows'}
          </Button>
        </div>
      </footer>
      <p className={css.why} id="why">
        {waits
          ? `Decide about ${counted(rejected, 'row', 'rows')} on the page before, or leave them out.`
          : fits === 0
            ? 'No row fits yet. Go back to Check and decide about them.'
            : ''}
      </p>
    </>
  );
}

function unchangedText({ created, updated }: Import): string {
  if (!created || !updated || total(created) + total(updated) > 0) return '';
  return 'Everything in these files is in the city already, word for word.';
}

function Working({ current: { state, progress }, secondsLeft }: Pick<Props, 'current' | 'secondsLeft'>) {
  const share = progress.total ? Math.min(1, progress.done / progress.total) : 0;
  const undoing = state === 'undoing';
  return (
    <section className={`card ${css.card}`} aria-label="Progress">
      <h2 aria-live="polite">{undoing ? 'Taking the import out of the city' : 'Writing into the city'}</h2>
      <p className="mut tn">
        {progress.text} {timeLeftText(secondsLeft)}
      </p>
      <Meter
        label={undoing ? 'Undone' : 'Written'}
        value={progress.total ? Math.round(share * 100) : null}
        parts={[{ share, tone: 'ink' }]}
      />
      <p className="note">
        Until this ends the city is as it was. You may leave this page; {undoing ? 'the undo' : 'the import'} continues.
      </p>
    </section>
  );
}

function Undone({ current: { undone } }: { current: Import }) {
  return (
    <section className={`card ${css.card}`} aria-label="Undone">
      <h2 aria-live="polite">The import was undone</h2>
      {undone ? (
        <dl className={css.facts}>
          <div>
            <dt>Taken out</dt>
            <dd>{countsText(undone.removed)}</dd>
          </div>
          <div>
            <dt>As before the import</dt>
            <dd>{countsText(undone.restored)}</dd>
          </div>
          <div>
            <dt>Kept, because they were changed or used since</dt>
            <dd>{countsText(undone.kept)}</dd>
          </div>
        </dl>
      ) : null}
      <p>
        <a className="btn" href="/import">
          Import something else
        </a>
      </p>
    </section>
  );
}

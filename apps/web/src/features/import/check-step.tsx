'use client';
// The rows, checked: how far, what needs a decision, and the press that checks again with what was decided.
import { ArrowLeft } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import css from './check-step.module.css';
import { ColumnsCard } from './columns-card.tsx';
import type { FieldCatalogue } from './field-catalogue.ts';
import type { Import } from './import-requests.ts';
import { counted, grouped, type Step } from './import-words.ts';
import { ProblemsCard } from './problems-card.tsx';
import { ProgressCard } from './progress-card.tsx';
import type { FirstProblems } from './read-import.ts';
import type { Draft } from './use-draft.ts';

interface Props {
  readonly current: Import;
  readonly draft: Draft;
  readonly catalogue: FieldCatalogue;
  readonly problems: FirstProblems | null;
  readonly busy: boolean;
  readonly secondsLeft: number | null;
  go(step: Step): void;
  check(): void;
  cancel(): void;
}

export function CheckStep({ current, draft, catalogue, problems, busy, secondsLeft, go, check, cancel }: Props) {
  const ended = current.state === 'cancelled' || current.state === 'failed' || current.state === 'open';
  const [file] = current.files;
  const mapping = draft.mappings[0];
  const oneTable = current.files.length === 1 && file !== undefined && mapping != null;
  return (
    <>
      <ProgressCard current={current} secondsLeft={secondsLeft} cancel={cancel} busy={busy} />
      {ended ? null : (
        <div className={css.grid} data-alone={!oneTable || undefined}>
          {oneTable ? (
            <ColumnsCard
              file={file}
              mapping={mapping}
              catalogue={catalogue}
              disabled={current.state !== 'checked'}
              change={(next) => draft.setMapping(0, next)}
            />
          ) : null}
          <ProblemsCard current={current} draft={draft} initial={problems} />
        </div>
      )}
      <footer className={css.foot}>
        <Button className="btn" onPress={() => go('columns')} isDisabled={current.state === 'checking'}>
          <ArrowLeft size={15} strokeWidth={1.75} aria-hidden /> Columns
        </Button>
        <NextPress current={current} draft={draft} busy={busy} go={go} check={check} />
      </footer>
    </>
  );
}

function NextPress({ current, draft, busy, go, check }: Pick<Props, 'current' | 'draft' | 'busy' | 'go' | 'check'>) {
  const { state, rows, rejected } = current;
  const decided = draft.pending.length;
  const back = draft.dropped.length;
  if (state === 'checked' && (decided > 0 || back > 0 || draft.mappingsChanged)) {
    const what = [
      ...(draft.mappingsChanged ? ['the new columns'] : []),
      ...(decided > 0 ? [counted(decided, 'decision', 'decisions')] : []),
      ...(back > 0 ? [`${counted(back, 'decision', 'decisions')} taken back`] : []),
    ];
    return (
      <div className={css.next}>
        <Button className="btn p" isDisabled={busy} onPress={check}>
          Check again with {what.join(' and ')}
        </Button>
        <p className="note">Kept in this browser until then; a reload loses nothing.</p>
      </div>
    );
  }
  if (state === 'checked') {
    return (
      <div className={css.next}>
        <Button className="btn p" onPress={() => go('import')}>
          Review and import {grouped(rows - rejected)} {rows - rejected === 1 ? 'row' : 'rows'}
        </Button>
        {rejected > 0 ? (
          <p className="note">{counted(rejected, 'row stays', 'rows stay')} out unless you decide about them.</p>
        ) : null}
      </div>
    );
  }
  if (state === 'checking') {
    return (
      <div className={css.next}>
        <Button className="btn p" isDisabled aria-describedby="why">
          Review and import
        </Button>
        <p className="note" id="why">
          Ready when the check ends.
        </p>
      </div>
    );
  }
  return state === 'open' || state === 'failed' ? (
    <Button className="btn p" isDisabled={busy} onPress={check}>
      Check all rows
    </Button>
  ) : null;
}

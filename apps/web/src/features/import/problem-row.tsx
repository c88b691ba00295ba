'use client';
// One thing to decide: where, what came, what was expected, and the press that mends it in all rows that are alike.
import type { Fix, ImportProblem } from '@crg/api-contract/import';
import { Check, CircleMinus, Pencil, Undo2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { decidedLabel, fixFor, fixLabel, type Question } from './decisions.ts';
import { EditCell } from './edit-cell.tsx';
import { cellShown, codeWord, rowsShown } from './problem-words.ts';
import css from './problems-card.module.css';
import type { Draft } from './use-draft.ts';
import { focusNextQuestion } from './use-row-keys.ts';

interface Props {
  readonly question: Question;
  /** null: there is only one file. */
  readonly fileName: string | null;
  readonly draft: Draft;
}

export function ProblemRow({ question, fileName, draft }: Props) {
  const [editing, setEditing] = useState(false);
  const { problem, rows } = question;
  const got = cellShown(problem.got);
  const decided = fixFor(problem, draft.pending);
  const row = useKeptFocus(decided !== null, editing);
  const decide = (fix: Fix) => {
    draft.decide(fix);
    setEditing(false);
  };
  return (
    <tr {...row} data-question data-decided={decided !== null || undefined}>
      <td className={css.number} title={rows.length > 1 ? rows.slice(0, 40).join(', ') : undefined}>
        {rowsShown(rows)}
        {fileName ? (
          <span className={`note ${css.file}`} title={fileName}>
            {fileName}
          </span>
        ) : null}
      </td>
      <th scope="row">{problem.column ?? 'Whole row'}</th>
      <td>
        <code className={css.got} data-severity={problem.severity} data-short={got.length <= 18 || undefined}>
          {got}
        </code>
      </td>
      <td className={css.expected}>
        {problem.expected}
        {says(problem.fix) ? null : <span className="note">{problem.next}</span>}
      </td>
      <td className={css.next}>
        {decided ? (
          <Decided
            fix={decided}
            rows={decided.kind === 'replace' ? rows.length : 1}
            takeBack={() => draft.takeBack(decided)}
          />
        ) : editing ? (
          <EditCell question={question} decide={decide} close={() => setEditing(false)} />
        ) : (
          <Presses question={question} decide={decide} edit={() => setEditing(true)} />
        )}
      </td>
    </tr>
  );
}

/**
 * The press that decides, and the one that takes back, vanish with what they did. Focus that was on them goes on to the next
 * row that waits, or stays in the row that waits again.
 */
function useKeptFocus(isDecided: boolean, isEdited: boolean) {
  const ref = useRef<HTMLTableRowElement>(null);
  const isHere = useRef(false);
  useEffect(() => {
    if (isEdited || !isHere.current || document.activeElement !== document.body) return;
    if (isDecided) focusNextQuestion(ref.current);
    else ref.current?.querySelector<HTMLElement>('button')?.focus();
  }, [isDecided, isEdited]);
  return {
    ref,
    onFocus: () => {
      isHere.current = true;
    },
    onBlur: () => {
      isHere.current = false;
    },
  };
}

function Presses({
  question: { problem, rows },
  decide,
  edit,
}: {
  question: Question;
  decide(fix: Fix): void;
  edit(): void;
}) {
  const { fix, row, column, file } = problem;
  const about = aboutText(problem);
  return (
    <span className={css.presses}>
      {fix ? (
        <Button
          className={`btn s ${css.fix}`}
          onPress={() => decide(fix)}
          aria-label={`${fixLabel(fix, rows.length)}, ${about}`}
        >
          {fixLabel(fix, rows.length)}
        </Button>
      ) : null}
      {row !== null && column !== null ? (
        <Button className={fix ? 'ib' : 'btn s g'} onPress={edit} aria-label={`Edit by hand, ${about}`}>
          <Pencil size={14} aria-hidden /> {fix ? null : 'Edit'}
        </Button>
      ) : null}
      {row !== null && fix?.kind !== 'leave_out' ? (
        <Button
          className={fix ? 'ib' : 'btn s g'}
          onPress={() => decide({ kind: 'leave_out', file, row })}
          aria-label={`Leave out row ${row}`}
        >
          <CircleMinus size={14} aria-hidden /> {fix ? null : 'Leave out'}
        </Button>
      ) : null}
    </span>
  );
}

function Decided({ fix, rows, takeBack }: { fix: Fix; rows: number; takeBack(): void }) {
  return (
    <span className={css.decided}>
      <Check size={14} strokeWidth={2} aria-hidden />
      <span>{decidedLabel(fix, rows)}</span>
      <Button className="ib" onPress={takeBack} aria-label={`Take back: ${decidedLabel(fix, rows)}`}>
        <Undo2 size={14} aria-hidden />
      </Button>
    </span>
  );
}

/** A button that names the new value needs no sentence beside it. */
function says(fix: Fix | null): boolean {
  return fix !== null && 'to' in fix && fix.to !== '';
}

function aboutText({ row, column, code }: ImportProblem): string {
  return `${codeWord(code)}${column ? ` in ${column}` : ''}${row === null ? '' : `, row ${row}`}`;
}

'use client';
// A cell, corrected by hand: in its row, or in every row that says the same where the check could tell which these are.
import type { Fix } from '@crg/api-contract/import';
import { useState } from 'react';
import type { Question } from './decisions.ts';
import { cellShown } from './problem-words.ts';
import css from './problems-card.module.css';

export function EditCell({ question, decide, close }: { question: Question; decide(fix: Fix): void; close(): void }) {
  const { problem, rows } = question;
  const { file, row, column, fix } = problem;
  const many = fix?.kind === 'replace' && rows.length > 1 ? fix : null;
  const [text, setText] = useState(fix && 'to' in fix ? fix.to : '');
  const [everywhere, setEverywhere] = useState(many !== null);
  if (row === null || column === null) return null;
  const save = () => {
    const to = text.trim();
    if (many && everywhere) decide({ kind: 'replace', file, column: many.column, from: many.from, to });
    else decide({ kind: 'set', file, row, column, to });
  };
  return (
    <form
      className={css.edit}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <input
        // The press on Edit asked for this field.
        // biome-ignore lint/a11y/noAutofocus: focus follows the press that opened the field
        autoFocus
        aria-label={`${column} in row ${row}, instead of ${cellShown(problem.got)}`}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {many ? (
        <label>
          <input type="checkbox" checked={everywhere} onChange={() => setEverywhere(!everywhere)} /> in all{' '}
          {rows.length} rows
        </label>
      ) : null}
      <button type="submit" className="btn s">
        Use
      </button>
      <button type="button" className="btn s g" onClick={close}>
        Keep
      </button>
    </form>
  );
}

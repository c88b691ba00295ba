'use client';
// Decisions that a check has applied already: what was decided where, and the way to take one back.
import type { Fix } from '@crg/api-contract/import';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { decidedLabel } from './decisions.ts';
import { counted } from './import-words.ts';
import css from './problems-card.module.css';
import type { Draft } from './use-draft.ts';

const shown = 50;

export function DecisionsSoFar({ fixes, draft, editable }: { fixes: readonly Fix[]; draft: Draft; editable: boolean }) {
  const [all, setAll] = useState(false);
  if (fixes.length === 0) return null;
  return (
    <details className={css.sofar}>
      <summary>{counted(fixes.length, 'decision applied', 'decisions applied')}</summary>
      <ul>
        {(all ? fixes : fixes.slice(0, shown)).map((fix) => (
          <li key={JSON.stringify(fix)} data-dropped={draft.dropped.includes(fix) || undefined}>
            <span>{whereText(fix)}</span>
            <b>{decidedLabel(fix, 1)}</b>
            <Button className="btn s g" isDisabled={!editable} onPress={() => draft.drop(fix)}>
              {draft.dropped.includes(fix) ? 'Keep after all' : 'Take back'}
              <span className="vh">: {whereText(fix)}</span>
            </Button>
          </li>
        ))}
      </ul>
      {!all && fixes.length > shown ? (
        <Button className="btn s" onPress={() => setAll(true)}>
          Show all {fixes.length}
        </Button>
      ) : null}
    </details>
  );
}

function whereText(fix: Fix): string {
  switch (fix.kind) {
    case 'replace':
      return `${fix.column}: every “${fix.from}”`;
    case 'set':
      return `${fix.column}, row ${fix.row}`;
    default:
      return `Row ${fix.row}`;
  }
}

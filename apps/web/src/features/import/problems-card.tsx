'use client';
// What needs a decision: grouped by kind, row by row, errors apart from warnings, with one press to mend what is alike.
import { Download } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Refusal } from '../../ui/refusal.tsx';
import { questionsOf } from './decisions.ts';
import { DecisionsSoFar } from './decisions-so-far.tsx';
import { type Import, type ProblemFilter, readAllProblems, rejectedAddress } from './import-requests.ts';
import { counted, grouped } from './import-words.ts';
import { ProblemRow } from './problem-row.tsx';
import { countOf, groupLabel } from './problem-words.ts';
import css from './problems-card.module.css';
import type { FirstProblems } from './read-import.ts';
import type { Draft } from './use-draft.ts';
import { useProblems } from './use-problems.ts';
import { useRowKeys } from './use-row-keys.ts';

interface Props {
  readonly current: Import;
  readonly draft: Draft;
  readonly initial: FirstProblems | null;
}

const everything: ProblemFilter = { severity: 'error', code: null, column: null };

export function ProblemsCard({ current, draft, initial }: Props) {
  const [filter, setFilter] = useState(everything);
  const { groups, problems, more, fault, loadMore } = useProblems(current, filter, initial);
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body, () => draft.takeBack());
  const questions = questionsOf(problems);
  const shownGroups = groups.filter(({ severity }) => severity === filter.severity);
  const group = shownGroups.find(({ code, column }) => code === filter.code && column === filter.column);
  const errors = countOf(groups, 'error');
  const warnings = countOf(groups, 'warning');
  const decideGroup = async () => draft.decideAll(questionsOf(await readAllProblems(current.id, filter)));
  return (
    <section className={`card ${css.card}`} aria-label="Rows that need a decision">
      <header>
        <h2>{titleOf(current, filter, errors, warnings)}</h2>
        <span className={css.tools}>
          {warnings > 0 ? (
            <SeverityChoice filter={filter} choose={setFilter} errors={errors} warnings={warnings} />
          ) : null}
          {current.state === 'checked' && current.rejected > 0 ? (
            <a className="btn s" href={rejectedAddress(current.id)} download>
              <Download size={13} strokeWidth={2} aria-hidden /> Rows with reasons, CSV
            </a>
          ) : null}
        </span>
      </header>
      {shownGroups.length > 0 ? (
        <div className={css.groups} role="toolbar" aria-label="Kinds of problem">
          <button
            type="button"
            aria-pressed={filter.code === null}
            onClick={() => setFilter({ ...everything, severity: filter.severity })}
          >
            By row
          </button>
          {shownGroups.map(({ severity, code, column, count }) => (
            <button
              key={`${code} ${column}`}
              type="button"
              aria-pressed={filter.code === code && filter.column === column}
              onClick={() => setFilter({ severity, code, column })}
            >
              {groupLabel({ code, column })} <b className="tn">{grouped(count)}</b>
            </button>
          ))}
        </div>
      ) : null}
      {group && group.fixable > 1 ? (
        <p className={css.all}>
          <Button className="btn s" onPress={() => void decideGroup()}>
            Apply all {grouped(group.fixable)} suggestions
          </Button>
          <span className="note">Each is written into its row at the next check, and can be taken back.</span>
        </p>
      ) : null}
      {fault ? (
        <Refusal problem={fault.problem} safe="The rows shown are those read last.">
          {null}
        </Refusal>
      ) : null}
      {questions.length > 0 ? (
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col" className={css.number}>
                Row
              </th>
              <th scope="col">Field</th>
              <th scope="col">Got</th>
              <th scope="col">Expected</th>
              <th scope="col">Next step</th>
            </tr>
          </thead>
          <tbody ref={body}>
            {questions.map((question) => (
              <ProblemRow
                key={question.key}
                question={question}
                fileName={current.files.length > 1 ? (current.files[question.problem.file]?.name ?? null) : null}
                draft={draft}
              />
            ))}
          </tbody>
        </table>
      ) : (
        <p className={css.none}>{noneText(current, filter)}</p>
      )}
      <DecisionsSoFar fixes={current.settings.fixes} draft={draft} editable={current.state === 'checked'} />
      {questions.length > 0 ? (
        <footer className={css.foot}>
          <span>
            Showing {counted(problems.length, 'row', 'rows')}
            {more ? ' and there are more' : ''}. <kbd>J</kbd> <kbd>K</kbd> move, <kbd>↵</kbd> applies the suggestion,{' '}
            <kbd>Z</kbd> takes it back.
          </span>
          {more ? (
            <Button className="btn s" onPress={loadMore}>
              Show more
            </Button>
          ) : null}
        </footer>
      ) : null}
    </section>
  );
}

function SeverityChoice({
  filter,
  choose,
  errors,
  warnings,
}: {
  filter: ProblemFilter;
  choose(filter: ProblemFilter): void;
  errors: number;
  warnings: number;
}) {
  return (
    <span className="seg sm">
      {(['error', 'warning'] as const).map((severity) => (
        <button
          key={severity}
          type="button"
          {...(filter.severity === severity ? { 'aria-current': 'true' as const } : {})}
          onClick={() => choose({ ...everything, severity })}
        >
          {severity === 'error' ? 'Errors' : 'Warnings'}{' '}
          <b className="tn">{grouped(severity === 'error' ? errors : warnings)}</b>
        </button>
      ))}
    </span>
  );
}

function titleOf({ rejected, state }: Import, { severity }: ProblemFilter, errors: number, warnings: number): string {
  if (severity === 'warning') return `${counted(warnings, 'warning', 'warnings')}, imported all the same`;
  if (state === 'checking') return `${counted(errors, 'problem', 'problems')} so far`;
  return counted(rejected, 'row needs a decision', 'rows need a decision');
}

function noneText({ state }: Import, { severity }: ProblemFilter): string {
  if (severity === 'warning') return 'No warnings.';
  return state === 'checking' ? 'No row needs a decision so far.' : 'Every row fits. Nothing needs a decision.';
}

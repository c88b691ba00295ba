// One permit rule: what it asks about, how it answers, and the clause behind it in each jurisdiction and time.
import type { PermitRule } from '@crg/api-contract/permit-rule';
import { plainFact } from '@crg/story/permit-story';
import { PermitChip } from '../match/permit-gate.tsx';
import css from './reference.module.css';

/** @param rows the rule once per jurisdiction and time; the first speaks for what they share */
export function PermitRuleCard({ rows }: { rows: readonly [PermitRule, ...PermitRule[]] }) {
  const [rule] = rows;
  const facts = factsIn([rule.about, ...rule.answers.map(({ when }) => when)]);
  return (
    <article className={`card ${css.card}`} id={rule.id} aria-label={rule.title}>
      <h2>
        {rule.title}{' '}
        <code className="mono dim">
          {rule.id}, version {rule.version}
        </code>
      </h2>
      <p className="mut">Judged by: {facts.map(plainFact).join(', ')}.</p>
      <ul className={css.answers}>
        {rule.answers.map(({ outcome, text }) => (
          <li key={`${outcome} ${text}`}>
            <PermitChip outcome={outcome} />
            <span>{text}</span>
          </li>
        ))}
        <li>
          <PermitChip outcome="unknown" />
          <span>{rule.open_text}</span>
        </li>
      </ul>
      <table className={css.figures}>
        <caption className="vh">Law behind {rule.title}</caption>
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col" className={css.wide}>
              Clause
            </th>
            <th scope="col">In force</th>
            <th scope="col">Limits</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ jurisdiction, clause, valid_from: from, valid_to: to, limits }) => (
            <tr key={`${jurisdiction} ${from}`}>
              <th scope="row" data-label="Where">
                {jurisdiction}
              </th>
              <td data-label="Clause">{clause}</td>
              <td data-label="In force">{to ? `${from} to ${to}` : `since ${from}`}</td>
              <td className="mut" data-label="Limits">
                {Object.entries(limits)
                  .map(([fact, limit]) => `${plainFact(fact)} ${limit}`)
                  .join(', ') || '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}

/** Names of all facts in trees of conditions, each once, in reading order. */
function factsIn(conditions: readonly unknown[]): readonly string[] {
  const found: string[] = [];
  const walk = (node: unknown) => {
    if (Array.isArray(node)) node.forEach(walk);
    else if (typeof node === 'object' && node !== null) {
      for (const [key, value] of Object.entries(node)) {
        if ((key === 'fact' || key === 'stated') && typeof value === 'string') found.push(value);
        else walk(value);
      }
    }
  };
  conditions.forEach(walk);
  return [...new Set(found)];
}

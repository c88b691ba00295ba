// What further columns would make possible; none of them is needed.
import { KeyRound } from 'lucide-react';
import css from './columns-step.module.css';
import type { FieldCatalogue } from './field-catalogue.ts';
import type { Mapping } from './import-requests.ts';
import { fieldsThatUnlock } from './mapping-draft.ts';

export function UnlocksCard({ mapping, catalogue }: { mapping: Mapping; catalogue: FieldCatalogue }) {
  const fields = fieldsThatUnlock(mapping, catalogue);
  if (fields.length === 0) return null;
  return (
    <section className={`card ${css.unlocks}`} aria-label="What more would unlock">
      <h2>
        <KeyRound className="i" size={14} aria-hidden /> What more columns would unlock
      </h2>
      <dl>
        {fields.map(({ id, label, unlocks }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>{unlocks}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

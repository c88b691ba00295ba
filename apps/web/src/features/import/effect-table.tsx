// New, updated, unchanged: by organizations, sites and flows.
import { grouped, type RecordCounts } from './import-words.ts';
import css from './write-step.module.css';

interface Props {
  readonly created: RecordCounts;
  readonly updated: RecordCounts;
  readonly unchanged: RecordCounts;
  readonly tense: 'will' | 'did';
}

const kinds = [
  ['organizations', 'Organizations'],
  ['sites', 'Sites'],
  ['flows', 'Flows'],
] as const;

export function EffectTable({ created, updated, unchanged, tense }: Props) {
  return (
    <table className={css.effect}>
      <caption className="vh">{tense === 'will' ? 'What will change in the city' : 'What changed in the city'}</caption>
      <thead>
        <tr>
          <th>
            <span className="vh">Kind of record</span>
          </th>
          <th scope="col">New</th>
          <th scope="col">Updated</th>
          <th scope="col">Unchanged</th>
        </tr>
      </thead>
      <tbody>
        {kinds.map(([kind, label]) => (
          <tr key={kind}>
            <th scope="row">{label}</th>
            {[created, updated, unchanged].map((counts, index) => (
              <td key={['new', 'updated', 'unchanged'][index]} data-zero={counts[kind] === 0 || undefined}>
                {grouped(counts[kind])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

// Every import there has been, newest first: where it stands, what it brought, and the way back.
import { CircleCheck, CircleDashed, CircleX, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import css from './import-list.module.css';
import type { Import } from './import-requests.ts';
import { countsText, grouped, namesOf, stateWord, total } from './import-words.ts';

export function ImportList({ imports }: { imports: readonly Import[] }) {
  return (
    <section className={`card ${css.card}`} aria-label="Imports so far">
      <header>
        <h2>Imports so far</h2>
        <span className="note">{imports.length > 0 ? 'newest first' : ''}</span>
      </header>
      {imports.length === 0 ? (
        <p className={css.empty}>None yet. An import stays listed here and can be undone.</p>
      ) : (
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">Files</th>
              <th scope="col">State</th>
              <th scope="col" className={css.number}>
                Rows
              </th>
              <th scope="col">In the city</th>
              <th scope="col">Begun</th>
              <th scope="col">
                <span className="vh">Next step</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {imports.map((one) => (
              <Row key={one.id} one={one} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Row({ one }: { one: Import }) {
  const address = `/import/${encodeURIComponent(one.id)}`;
  return (
    <tr>
      <th scope="row">
        <Link href={address} prefetch={false}>
          {namesOf(one)}
        </Link>
      </th>
      <td>
        <StateChip one={one} />
      </td>
      <td className={css.number} data-label="Rows">
        {one.rows > 0 ? grouped(one.rows) : 'not counted'}
      </td>
      <td className="mut">{effectText(one)}</td>
      <td className="mut tn">
        <time dateTime={one.created_at}>{one.created_at.slice(0, 16).replace('T', ' ')} UTC</time>
      </td>
      <td className={css.act}>
        {one.state === 'imported' ? (
          <Link className="btn s" href={`${address}?step=import#undo`} prefetch={false}>
            Undo<span className="vh"> the import of {namesOf(one)}</span>
          </Link>
        ) : null}
      </td>
    </tr>
  );
}

const icons = { pass: CircleCheck, near: TriangleAlert, fail: CircleX, unknown: CircleDashed };

export function StateChip({ one }: { one: Import }) {
  const { word, tone } = stateWord(one);
  const Icon = icons[tone];
  return (
    <span className={`chip ${tone}`}>
      <Icon size={13} strokeWidth={2} aria-hidden />
      {word}
    </span>
  );
}

function effectText({ state, created, updated, undone }: Import): string {
  if (state === 'undone') {
    return undone && total(undone.kept) > 0 ? `${countsText(undone.kept)} kept` : 'as before the import';
  }
  if (state !== 'imported' || !created || !updated) return 'nothing written';
  const changed = total(updated) > 0 ? `, ${countsText(updated)} updated` : '';
  return `${total(created) > 0 ? `${countsText(created)} new` : 'nothing new'}${changed}`;
}

// What belongs to a record: the way to its owner and to what stands on it, which has to go before it can.
import Link from 'next/link';
import type { RecordLine } from './read-records.ts';
import css from './record-list.module.css';
import type { Kind } from './record-requests.ts';

interface Props {
  readonly title: string;
  readonly kind: Kind;
  readonly lines: readonly RecordLine[];
  /** There are more than are shown. */
  readonly more: boolean;
}

export function Related({ title, kind, lines, more }: Props) {
  if (lines.length === 0) return null;
  return (
    <section className={`card ${css.card}`} aria-label={title}>
      <h2 className={css.related}>{title}</h2>
      <ul className={css.lines}>
        {lines.map(({ id, title: name, detail }) => (
          <li key={id}>
            <Link href={`/data/${kind}/${encodeURIComponent(id)}`} prefetch={false}>
              <b>{name}</b>
              <span className="mut">{detail}</span>
              <span className="mono dim">{id}</span>
            </Link>
          </li>
        ))}
      </ul>
      {more ? <p className={css.next}>and more; look for them in the list.</p> : null}
    </section>
  );
}

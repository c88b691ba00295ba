// Organizations, sites and flows of the city as lists to look in; a line leads to its form. Works without script.
import { Plus, Search } from 'lucide-react';
import Link from 'next/link';
import { DataNav } from '../import/data-nav.tsx';
import type { RecordPage } from './read-records.ts';
import css from './record-list.module.css';
import type { Kind } from './record-requests.ts';
import { RemovedToast } from './removed-toast.tsx';

export const kinds = ['organizations', 'sites', 'flows'] as const satisfies readonly Kind[];
const labels: Readonly<Record<Kind, string>> = { organizations: 'Organizations', sites: 'Sites', flows: 'Flows' };

interface Props {
  readonly kind: Kind;
  readonly looked: string;
  readonly page: RecordPage;
  readonly counts: Readonly<Record<Kind, number>>;
}

export function RecordList({ kind, looked, page, counts }: Props) {
  return (
    <div className={css.page}>
      <header className={css.head}>
        <div>
          <h1>Data</h1>
          <p className="mut">Look a record up to change it, or enter a new flow with its organization and site.</p>
        </div>
        <DataNav at="records" />
      </header>
      <div className={css.tools}>
        <nav className="seg" aria-label="Kind of record">
          {kinds.map((one) => (
            <Link
              key={one}
              href={addressOf(one, looked)}
              prefetch={false}
              {...(one === kind ? { 'aria-current': 'page' as const } : {})}
            >
              {labels[one]} <span className="dim tn">{counts[one].toLocaleString('en')}</span>
            </Link>
          ))}
        </nav>
        <search>
          <form className={css.search} action="/data">
            <input type="hidden" name="kind" value={kind} />
            <Search size={14} aria-hidden />
            <input type="search" name="q" defaultValue={looked} aria-label={`Search ${kind}`} maxLength={200} />
            <button type="submit" className="btn">
              Search
            </button>
          </form>
        </search>
        <Link className={`btn p ${css.add}`} href="/data/new" prefetch={false}>
          <Plus size={15} strokeWidth={1.75} aria-hidden /> New flow
        </Link>
      </div>
      <section className={`card ${css.card}`} aria-label={labels[kind]}>
        {page.lines.length === 0 ? (
          <Nothing kind={kind} looked={looked} />
        ) : (
          <ul className={css.lines}>
            {page.lines.map(({ id, title, detail }) => (
              <li key={id}>
                <Link href={`/data/${kind}/${encodeURIComponent(id)}`} prefetch={false}>
                  <b>{title}</b>
                  <span className="mut">{detail}</span>
                  <span className="mono dim">{id}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
        {page.nextCursor ? (
          <p className={css.next}>
            <Link
              className="btn"
              href={`/data?${new URLSearchParams({ kind, cursor: page.nextCursor })}`}
              prefetch={false}
            >
              Next 50
            </Link>
          </p>
        ) : null}
      </section>
      <RemovedToast />
    </div>
  );
}

function Nothing({ kind, looked }: { kind: Kind; looked: string }) {
  if (looked === '') {
    return (
      <p className={css.none}>
        No {kind} yet. <Link href="/import">Import a file</Link>, or enter a flow by hand.
      </p>
    );
  }
  return (
    <p className={css.none}>
      None of the {kind} fits “{looked}”. The beginning of a word is enough.{' '}
      <Link href={addressOf(kind, '')}>Show all</Link>
    </p>
  );
}

function addressOf(kind: Kind, looked: string): string {
  return `/data?${new URLSearchParams({ kind, ...(looked === '' ? {} : { q: looked }) })}`;
}

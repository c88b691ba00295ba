// Every number that money and CO2 take from outside: looked through, and put right where the city knows better.
import { Search } from 'lucide-react';
import Link from 'next/link';
import { DataNav } from '../import/data-nav.tsx';
import { FactorTable } from './factor-table.tsx';
import css from './factors-screen.module.css';
import type { FactorPage } from './read-factors.ts';

interface Props {
  readonly page: FactorPage;
  readonly looked: string;
  readonly onlyOwn: boolean;
  /** Of the city, for the note about the effect. */
  readonly matches: number;
}

export function FactorsScreen({ page, looked, onlyOwn, matches }: Props) {
  return (
    <div className={css.page}>
      <header className={css.head}>
        <div>
          <h1>Factors</h1>
          <p className="mut">
            Prices, efficiencies, emissions and costs from outside the city. Each has a source; state your own figure
            where you know better, and the city is matched anew with it. See also the{' '}
            <Link href="/reference/converters" prefetch={false}>
              converters
            </Link>{' '}
            and the{' '}
            <Link href="/reference/permit-rules" prefetch={false}>
              permit rules
            </Link>
            .
          </p>
        </div>
        <DataNav at="factors" />
      </header>
      <div className={css.tools}>
        <search>
          <form className={css.search} action="/data/factors">
            {onlyOwn ? <input type="hidden" name="own" value="1" /> : null}
            <Search size={14} aria-hidden />
            <input type="search" name="q" defaultValue={looked} aria-label="Search factors" maxLength={200} />
            <button type="submit" className="btn">
              Search
            </button>
          </form>
        </search>
        <nav className="seg" aria-label="Which factors">
          <Link href={addressOf(looked, false)} prefetch={false} {...(onlyOwn ? {} : here)}>
            All <span className="dim tn">{page.all}</span>
          </Link>
          <Link href={addressOf(looked, true)} prefetch={false} {...(onlyOwn ? here : {})}>
            Overridden <span className="dim tn">{page.own}</span>
          </Link>
        </nav>
        <p className={`note ${css.key}`}>
          <b>S</b> read in the named source · <b>T</b> textbook or legal text · <b>J</b> judgement, to be replaced first
        </p>
      </div>
      {page.groups.length === 0 ? (
        <Nothing looked={looked} onlyOwn={onlyOwn} />
      ) : (
        <FactorTable key={`${looked} ${onlyOwn}`} groups={page.groups} matches={matches} />
      )}
    </div>
  );
}

const here = { 'aria-current': 'page' } as const;

function Nothing({ looked, onlyOwn }: { looked: string; onlyOwn: boolean }) {
  return (
    <section className={`card ${css.none}`} aria-label="Factors">
      {looked === '' ? (
        <p>
          This city has no figures of its own yet: every match is worked out with the table.{' '}
          <Link href="/data/factors">Show the table</Link>
        </p>
      ) : (
        <p>
          No {onlyOwn ? 'overridden ' : ''}factor has “{looked}” in its name, id, source or place.{' '}
          <Link href={addressOf('', onlyOwn)}>Show all</Link>
        </p>
      )}
    </section>
  );
}

function addressOf(looked: string, onlyOwn: boolean): string {
  const query = new URLSearchParams({ ...(looked === '' ? {} : { q: looked }), ...(onlyOwn ? { own: '1' } : {}) });
  return query.size === 0 ? '/data/factors' : `/data/factors?${query}`;
}

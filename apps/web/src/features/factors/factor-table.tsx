'use client';
// The factor table, group by group; one row at a time opens for a figure of the city's own.
import type { Factor } from '@crg/api-contract/factor';
import { digits } from '@crg/story/format';
import { plainUnit } from '@crg/story/made';
import { CircleCheck, Pencil } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { Fragment, useRef, useState } from 'react';
import { FactorEditor } from './factor-editor.tsx';
import css from './factor-table.module.css';
import type { FactorGroup } from './read-factors.ts';

interface Props {
  readonly groups: readonly FactorGroup[];
  readonly matches: number;
}

export function FactorTable({ groups, matches }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const close = (id: string) => {
    setOpen(null);
    requestAnimationFrame(() => table.current?.querySelector<HTMLElement>(`[data-edit="${CSS.escape(id)}"]`)?.focus());
  };
  const changed = (id: string, said: string) => {
    close(id);
    setDone(said);
    router.refresh();
  };
  return (
    <>
      <div role="status" className={css.status}>
        {done ? (
          <p className={css.done}>
            <CircleCheck size={16} aria-hidden />
            <span>
              {done} The {matches === 1 ? 'match' : `${matches.toLocaleString('en')} matches`} of the city are worked
              out anew. <Link href="/">See the city</Link>
            </span>
          </p>
        ) : null}
      </div>
      <section className="card" aria-label="Factors">
        <table className={css.table} ref={table}>
          <caption className="vh">Factors with their range and source</caption>
          <thead>
            <tr>
              <th scope="col">Factor</th>
              <th scope="col" className={css.number}>
                Low
              </th>
              <th scope="col" className={css.number}>
                Mid
              </th>
              <th scope="col" className={css.number}>
                High
              </th>
              <th scope="col">Unit</th>
              <th scope="col">Source, year, place</th>
              <th scope="col">
                <span className="vh">Change</span>
              </th>
            </tr>
          </thead>
          {groups.map(({ id, title, factors }) => (
            <tbody key={id}>
              <tr className={css.group}>
                <th colSpan={7} scope="rowgroup">
                  {title}
                </th>
              </tr>
              {factors.map((factor) => (
                <Fragment key={factor.id}>
                  <FactorRow
                    factor={factor}
                    open={open === factor.id}
                    toggle={() => {
                      setDone(null);
                      setOpen(open === factor.id ? null : factor.id);
                    }}
                  />
                  {open === factor.id ? (
                    <tr className={css.editor}>
                      <td colSpan={7}>
                        <FactorEditor
                          factor={factor}
                          close={() => close(factor.id)}
                          changed={(said) => changed(factor.id, said)}
                        />
                      </td>
                    </tr>
                  ) : null}
                </Fragment>
              ))}
            </tbody>
          ))}
        </table>
      </section>
    </>
  );
}

function FactorRow({ factor, open, toggle }: { factor: Factor; open: boolean; toggle(): void }) {
  const { id, label, low, mid, high, unit, source, year, geography, confidence, overridden } = factor;
  return (
    <tr data-own={overridden || undefined} id={id}>
      <th scope="row">
        {label}
        {overridden ? <span className={css.own}>The city’s own</span> : null}
        <code className="mono">{id}</code>
      </th>
      <td className={css.number} data-label="Low">
        {digits(low)}
      </td>
      <td className={`${css.number} ${css.mid}`} data-label="Mid">
        {digits(mid)}
      </td>
      <td className={css.number} data-label="High">
        {digits(high)}
      </td>
      <td className={css.unit} data-label="Unit">
        {plainUnit(unit) || '–'}
      </td>
      <td className={css.source}>
        {source}, {year}, {geography}{' '}
        {overridden ? null : <abbr title={confidenceWords[confidence]}>{confidence}</abbr>}
      </td>
      <td className={css.change}>
        <button
          type="button"
          className="btn s js"
          data-edit={id}
          aria-expanded={open}
          aria-label={`Change ${label}`}
          onClick={toggle}
        >
          <Pencil size={12} aria-hidden /> Change
        </button>
      </td>
    </tr>
  );
}

/** Of the table's own figures: nobody here has read the source that a city names. */
const confidenceWords: Readonly<Record<Factor['confidence'], string>> = {
  S: 'read in the named source',
  T: 'textbook or legal text',
  J: 'judgement, to be replaced first',
};

'use client';
// Line by line: what each year brings and costs, and what is built once; for both together or for one side.
import type { Line } from '@crg/api-contract/match';
import { euros } from '@crg/story/format';
import { sumIds } from '@crg/story/party-story';
import { useState } from 'react';
import { Segments } from '../../ui/segments.tsx';
import { LineTable } from './line-table.tsx';
import css from './party-lines.module.css';

export interface LinesOf {
  /** Prefix of the keys of "how was this made". */
  readonly id: string;
  readonly label: string;
  readonly yearly: readonly Line[];
  readonly built: readonly Line[];
}

export function PartyLines({ sides }: { sides: readonly [LinesOf, ...LinesOf[]] }) {
  const [chosen, choose] = useState(sides[0].id);
  const side = sides.find(({ id }) => id === chosen) ?? sides[0];
  const yearly = side.yearly.filter(({ amount, id }) => amount !== 0 || sumIds.includes(id));
  return (
    <section className="card" aria-label="Line by line">
      <header>
        <h2>Line by line</h2>
        {sides.length > 1 ? (
          <div className="js">
            <Segments
              label="Whose lines"
              choices={sides.map(({ id, label }) => ({ id, label }))}
              chosen={side.id}
              onChoose={choose}
            />
          </div>
        ) : null}
      </header>
      <h3 className={css.sub}>Each year</h3>
      {yearly.length === 0 ? <p className={css.none}>Nothing changes from year to year.</p> : null}
      <LineTable caption={`Money each year, ${side.label}`} prefix={side.id} lines={yearly} sums={sumIds} say={euros} />
      {side.built.length > 0 ? (
        <>
          <h3 className={css.sub}>Built once</h3>
          <LineTable caption={`Investment, ${side.label}`} prefix={side.id} lines={side.built} sums={[]} say={euros} />
        </>
      ) : (
        <p className={css.none}>Nothing is to be built{side.id === 'money' ? '' : ' by this side'}.</p>
      )}
    </section>
  );
}

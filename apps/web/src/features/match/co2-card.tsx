// CO2 twice, for two questions: what the city avoids by the exchange, and what changes in each company's own books.
import { digits } from '@crg/story/format';
import type { MatchStory } from '@crg/story/match-story';
import { TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { Ask } from './asked.tsx';
import css from './co2-card.module.css';
import { LineTable } from './line-table.tsx';

type Props = {
  readonly story: Pick<
    MatchStory,
    'co2TonnesPerYear' | 'co2' | 'attributional' | 'foreignFactors' | 'supply' | 'demand'
  >;
};

export function Co2Card({ story }: Props) {
  const net = story.co2TonnesPerYear;
  return (
    <section className="card" aria-label="CO₂">
      <header>
        <h2>CO₂ {net < 0 ? 'caused' : 'avoided'}</h2>
        <b className="tn">
          <Ask about="co2">{digits(Math.abs(net))} t/yr</Ask>
        </b>
      </header>
      <p className={css.what}>Against what would happen without the exchange.</p>
      <LineTable
        caption="CO₂ each year"
        prefix="co2"
        lines={[
          ...story.co2.filter(({ amount }) => amount !== 0),
          {
            id: 'net',
            label: net < 0 ? 'Net, caused' : 'Net, avoided',
            amount: net,
            unit: 't/a',
            formula: '',
            factors: [],
          },
        ]}
        sums={['net']}
        say={(amount) => `${digits(amount)} t`}
      />
      {story.foreignFactors.map((factor) => (
        <p className={css.warn} key={factor}>
          <TriangleAlert size={14} aria-hidden />
          <span>
            Factor of another country: {factor}. <Link href="/data/factors">State your own</Link>
          </span>
        </p>
      ))}
      <Books story={story} />
    </section>
  );
}

function Books({ story: { supply, demand, attributional: books } }: Props) {
  const rows = [
    { id: 'supplier', name: supply.name, tonnes: books.supplierTonnesPerYear },
    { id: 'receiver', name: demand.name, tonnes: books.receiverTonnesPerYear },
  ];
  return (
    <>
      <h3 className={css.sub}>In each company’s own books</h3>
      <dl className={css.books}>
        {rows.map(({ id, name, tonnes }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>
              <Ask about={`attributional.${id}`}>{change(tonnes)}</Ask>
            </dd>
          </div>
        ))}
      </dl>
      <p className={css.why}>
        Two questions, two numbers, never added: the first compares the city with and without the exchange, the second
        is what each company reports, by average factors, and would count the same tonne twice.
      </p>
    </>
  );
}

function change(tonnes: number): string {
  if (Math.abs(tonnes) < 0.5) return 'no change';
  return `${tonnes > 0 ? '+' : ''}${digits(tonnes)} t/yr`;
}

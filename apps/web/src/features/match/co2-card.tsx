// CO2 twice, for two questions: what the city avoids by the exchange, and what changes in each company's own books.
import type { FactorSource } from '@crg/story/factor-source';
import { digits } from '@crg/story/format';
import type { MatchStory } from '@crg/story/match-story';
import { TriangleAlert } from 'lucide-react';
import { Ask } from './asked.tsx';
import css from './co2-card.module.css';
import { LineTable } from './line-table.tsx';

interface Props {
  readonly story: Pick<MatchStory, 'co2TonnesPerYear' | 'co2' | 'attributional' | 'supply' | 'demand'>;
  readonly factors: Readonly<Record<string, FactorSource>>;
}

export function Co2Card({ story, factors }: Props) {
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
      {foreignFactors(story, factors).map((factor) => (
        <p className={css.warn} key={factor.source + factor.value}>
          <TriangleAlert size={14} aria-hidden />
          <span>
            Factor of another country: {factor.value}, {factor.source} {factor.year}, {factor.geography}.
          </span>
        </p>
      ))}
      {story.attributional ? <Books story={story} books={story.attributional} /> : null}
    </section>
  );
}

function Books({ story, books }: { story: Props['story']; books: NonNullable<MatchStory['attributional']> }) {
  const rows = [
    { id: 'supplier', name: story.supply.name, tonnes: books.supplierTonnesPerYear },
    { id: 'receiver', name: story.demand.name, tonnes: books.receiverTonnesPerYear },
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

const near = ['any', 'Denmark', 'DK', 'Europe', 'EU27', 'EU', 'Nordic'];

/** A factor of the city's own is never foreign. */
function foreignFactors({ co2 }: Props['story'], factors: Props['factors']): readonly FactorSource[] {
  return [...new Set(co2.flatMap((line) => line.factors))].flatMap((id) => {
    const factor = factors[id];
    const foreign = factor && !factor.overridden && id.startsWith('co2.') && !near.includes(factor.geography);
    return foreign ? [factor] : [];
  });
}

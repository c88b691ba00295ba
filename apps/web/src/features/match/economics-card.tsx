// What the exchange is worth: the net present value with its band, between which prices both gain, and to each party.
import { euros } from '@crg/story/format';
import type { MatchStory } from '@crg/story/match-story';
import { Ask } from './asked.tsx';
import css from './economics-card.module.css';
import { NpvBand } from './npv-band.tsx';
import { PartyTable } from './party-table.tsx';
import { PriceCorridor } from './price-corridor.tsx';

export function EconomicsCard({ story }: { story: MatchStory }) {
  const { npvEur, uncertainty, parties } = story;
  const society = parties.find(({ party }) => party === 'society')?.figures;
  const figures = [
    { label: 'NPV', about: 'society.npv', text: euros(npvEur.mid) },
    { label: 'Payback', about: 'society.payback', text: society?.payback.text ?? 'not stated' },
    { label: 'Investment', about: 'society.investment', text: euros(story.investmentEur.mid) },
    { label: 'Chance of a loss', about: 'uncertainty.loss', text: uncertainty.chanceOfLoss },
  ];
  return (
    <section className="card" aria-label="Economics, both parties together">
      <header>
        <h2>Economics, both parties together</h2>
        <span className="note">{npvEur.mid < 0 ? 'costs more than it saves, ' : ''}with every input at its middle</span>
      </header>
      <dl className={css.figures}>
        {figures.map(({ label, about, text }, index) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={index === 0 ? css.big : ''} data-loss={(index === 0 && npvEur.mid < 0) || undefined}>
              <Ask about={about} big={index === 0}>
                {text}
              </Ask>
            </dd>
          </div>
        ))}
      </dl>
      <NpvBand band={npvEur} draws={uncertainty.bands[0].values} />
      <p className={css.caption}>
        Box: P10 to P90 of the draws; thick line: P50; thin line: <Ask about="band">all at its worst, or best</Ask>
      </p>
      <h3 className={css.sub}>Price corridor, EUR per unit at the supplier’s gate</h3>
      <PriceCorridor corridor={story.corridor} />
      <h3 className={css.sub}>Money by party</h3>
      <PartyTable parties={parties} />
    </section>
  );
}

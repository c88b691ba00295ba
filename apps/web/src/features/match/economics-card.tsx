// What the exchange is worth: the net present value with its band, between which prices both gain, and to each party.
import { euros } from '@crg/story/format';
import type { MatchStory } from '@crg/story/match-story';
import { Ask } from './asked.tsx';
import css from './economics-card.module.css';
import { NpvBand } from './npv-band.tsx';
import { PartyTable } from './party-table.tsx';
import { PriceCorridor } from './price-corridor.tsx';

export function EconomicsCard({ story }: { story: MatchStory }) {
  const draws = story.uncertainty?.bands[0].values ?? null;
  const society = story.parties.find(({ party }) => party === 'society')?.figures;
  return (
    <section className="card" aria-label="Economics, both parties together">
      <header>
        <h2>Economics, both parties together</h2>
        <span className="note">{story.npvEur.mid < 0 ? 'costs more than it saves' : ''}</span>
      </header>
      <dl className={css.figures}>
        <div>
          <dt>NPV</dt>
          <dd className={css.big} data-loss={story.npvEur.mid < 0 || undefined}>
            <Ask about="society.npv" big>
              {euros(story.npvEur.mid)}
            </Ask>
          </dd>
        </div>
        <div>
          <dt>Payback</dt>
          <dd>
            <Ask about="society.payback">{society?.payback.text ?? '–'}</Ask>
          </dd>
        </div>
        <div>
          <dt>Investment</dt>
          <dd>
            <Ask about="society.investment">{euros(story.investmentEur.mid)}</Ask>
          </dd>
        </div>
        {story.uncertainty ? (
          <div>
            <dt>Chance of a loss</dt>
            <dd>
              <Ask about="uncertainty.loss">{story.uncertainty.chanceOfLoss}</Ask>
            </dd>
          </div>
        ) : null}
      </dl>
      <NpvBand band={story.npvEur} draws={draws} />
      <p className={css.caption}>
        {draws ? 'Box: P10 to P90 of the draws; thick line: P50; thin line: ' : 'Thin line: '}
        <Ask about="band">all at its worst, or best</Ask>
      </p>
      {story.corridor ? (
        <>
          <h3 className={css.sub}>Price corridor, EUR per unit at the supplier’s gate</h3>
          <PriceCorridor corridor={story.corridor} />
        </>
      ) : null}
      {story.parties.length > 0 ? (
        <>
          <h3 className={css.sub}>Money by party</h3>
          <PartyTable parties={story.parties} />
        </>
      ) : null}
    </section>
  );
}

// A pair that does not fit, and the way from no to yes: which judge says no, by how much, and the smallest change.

import { euros, kilometres } from '@crg/story/format';
import type { NearMissStory } from '@crg/story/match-story';
import { Wrench } from 'lucide-react';
import Link from 'next/link';
import { FamilyIcon, familyColour } from '../../ui/family-icon.tsx';
import { PrecisionMark } from '../../ui/precision-mark.tsx';
import { StateRing } from '../../ui/state-ring.tsx';
import css from './match-screen.module.css';
import own from './near-miss-screen.module.css';
import { PairChain } from './pair-chain.tsx';
import { VerdictTable, verdictSummary } from './verdict-table.tsx';

const kinds: Readonly<Record<string, string>> = {
  heat_pump: 'A heat pump at the supply',
  distance: 'A longer reach',
  preheat: 'Preheat a part of the demand',
};

export function NearMissScreen({ story }: { story: NearMissStory }) {
  const failed = story.verdicts.filter(({ judge }) => story.failed.includes(judge));
  return (
    <div className={css.page}>
      <nav className={css.crumb} aria-label="Where this is">
        <Link href="/" prefetch={false}>
          Matches
        </Link>
        <span aria-hidden>›</span>
        <span>Near miss</span>
      </nav>
      <div className={css.head}>
        <h1>
          <FamilyIcon family={story.family} size={26} named={false} />
          {story.title}
        </h1>
        <p className={css.meta}>
          <span className="chip o">
            <StateRing kind="near_miss" /> Near miss
          </span>
          <span>
            <b>{kilometres(story.distanceKm)}</b> apart
          </span>
          <span>{verdictSummary(story.verdicts)}</span>
        </p>
      </div>
      <PairChain
        supply={story.supply}
        demand={story.demand}
        colour={familyColour(story.family)}
        dashed
        above={<b>does not fit yet</b>}
        below={failed.map(({ label }) => label).join(', ')}
      />
      <div className={own.grid}>
        <section className="card" aria-label="Verdicts">
          <header>
            <h2>Verdicts</h2>
          </header>
          <VerdictTable rows={story.verdicts} />
        </section>
        <section className={`card ${own.changes}`} aria-label="Smallest change">
          <header>
            <h2>Smallest change that makes it fit</h2>
          </header>
          <ul>
            {story.changes.map((change) => (
              <li key={`${change.kind} ${change.detail}`}>
                <Wrench size={15} aria-hidden />
                <div>
                  <b>{kinds[change.kind] ?? change.kind}</b>
                  <p>{change.detail}</p>
                  <p>
                    Costs <b>{euros(change.cost_eur_per_year)}</b> per year <PrecisionMark precision="estimated" />
                  </p>
                  <p className="note">Judged again with this change: every verdict passes.</p>
                </div>
              </li>
            ))}
            {story.changes.length === 0 ? <li>No single change was found that makes it fit.</li> : null}
          </ul>
        </section>
      </div>
    </div>
  );
}

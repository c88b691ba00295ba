// One match, whole: two ends on a pipe, why it fits, how good it is, what it is worth, when, and under which rules.

import type { FactorSource } from '@crg/story/factor-source';
import { digits, euros, exact, kilometres, score, years } from '@crg/story/format';
import type { MatchStory } from '@crg/story/match-story';
import { replayCommand } from '@crg/story/provenance';
import { ChevronDown, ChevronUp, FileText, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { FamilyIcon, familyColour } from '../../ui/family-icon.tsx';
import { PrecisionMark } from '../../ui/precision-mark.tsx';
import { StateRing } from '../../ui/state-ring.tsx';
import { Ask, AskProvider } from './asked.tsx';
import { LineTable } from './line-table.tsx';
import { MadePanel } from './made-panel.tsx';
import css from './match-screen.module.css';
import { NpvBand } from './npv-band.tsx';
import { PairChain } from './pair-chain.tsx';
import { PermitChip, PermitGate } from './permit-gate.tsx';
import { ScoreWaterfall } from './score-waterfall.tsx';
import { VerdictTable, verdictSummary } from './verdict-table.tsx';
import { WeekHeatmap } from './week-heatmap.tsx';

interface Props {
  story: MatchStory;
  /** Ids of all matches, most valuable first. */
  ranking: readonly string[];
  factors: Readonly<Record<string, FactorSource>>;
}

export function MatchScreen({ story, ranking, factors }: Props) {
  return (
    <AskProvider first="npv">
      <div className={css.page}>
        <Crumb id={story.id} ranking={ranking} />
        <Head story={story} />
        <PairChain
          supply={story.supply}
          demand={story.demand}
          colour={familyColour(story.family)}
          dashed={false}
          above={
            <>
              <b>
                <Ask about="quantity">{story.quantity.value}</Ask>
              </b>
              {story.quantity.unit}
            </>
          }
          below={
            <Ask about="distance">
              {kilometres(story.routeKm)} by {story.transport}
            </Ask>
          }
        />
        <div className={css.grid}>
          <div className={css.column}>
            <section className="card" aria-label="Verdicts">
              <header>
                <h2>Verdicts</h2>
                <span className="note">{verdictSummary(story.verdicts)}</span>
              </header>
              <VerdictTable rows={story.verdicts} />
            </section>
            <section className="card" aria-label="Score, term by term">
              <header>
                <h2>
                  Score <Ask about="score">{score(story.score)}</Ask>, term by term
                </h2>
                <span className="note">value × weight</span>
              </header>
              <ScoreWaterfall parts={story.parts} total={story.score} />
            </section>
            <PermitGate outcome={story.permit.outcome} rulings={story.permit.rulings} />
          </div>
          <div className={css.column}>
            <Economics story={story} />
            <WeekHeatmap time={story.time} />
          </div>
          <div className={css.column}>
            <MadePanel
              made={story.made}
              factors={factors}
              engine={story.engine}
              year={story.year}
              command={replayCommand(story.supply.id, story.demand.id)}
            />
            <Co2 story={story} factors={factors} />
          </div>
        </div>
        <footer className={css.foot}>
          <span>
            <PrecisionMark precision="measured" /> measured
          </span>
          <span>
            <PrecisionMark precision="estimated" /> estimated
          </span>
          <span>
            <PrecisionMark precision="archetype" /> archetype, guessed from the sector
          </span>
          <span className={css.last}>A suggestion, computed. Nobody has negotiated or agreed to it.</span>
        </footer>
      </div>
    </AskProvider>
  );
}

function Crumb({ id, ranking }: { id: string; ranking: readonly string[] }) {
  const at = ranking.indexOf(id);
  const to = (step: number) => ranking[at + step];
  const [before, after] = at === -1 ? [undefined, undefined] : [to(-1), to(1)];
  return (
    <nav className={css.crumb} aria-label="Where this is">
      <Link href="/" prefetch={false}>
        Matches
      </Link>
      <span aria-hidden>›</span>
      <span>{at === -1 ? 'not in the ranking' : `${at + 1} of ${ranking.length} by value`}</span>
      {before ? (
        <Link
          className="ib"
          prefetch={false}
          href={`/matches/${encodeURIComponent(before)}`}
          aria-label="The match above, worth more"
        >
          <ChevronUp size={15} aria-hidden />
        </Link>
      ) : null}
      {after ? (
        <Link
          className="ib"
          prefetch={false}
          href={`/matches/${encodeURIComponent(after)}`}
          aria-label="The match below, worth less"
        >
          <ChevronDown size={15} aria-hidden />
        </Link>
      ) : null}
    </nav>
  );
}

function Head({ story }: { story: MatchStory }) {
  return (
    <div className={css.head}>
      <div className={css.titleRow}>
        <h1>
          <FamilyIcon family={story.family} size={26} named={false} />
          {story.title}
        </h1>
        <a className="btn" href={`/api/v1/matches/${encodeURIComponent(story.id)}/dossier.pdf`}>
          <FileText size={14} aria-hidden /> Dossier, PDF
        </a>
      </div>
      <p className={css.meta}>
        <span className="chip o">
          <StateRing kind="match" /> Suggested
        </span>
        <span>
          <Ask about="score">
            <b>{score(story.score)}</b>
          </Ask>{' '}
          score
        </span>
        <span>
          <Ask about="margin">
            <b>{euros(story.marginEurPerYear)}</b>
          </Ask>{' '}
          per year shared
        </span>
        <span>
          <Ask about="co2">
            <b>{digits(story.co2TonnesPerYear)} t</b>
          </Ask>{' '}
          CO₂ per year
        </span>
        <span>
          <b>{kilometres(story.distanceKm)}</b> apart
        </span>
        <PermitChip outcome={story.permit.outcome} />
        <span className="mut">{story.typeLabel}</span>
      </p>
    </div>
  );
}

function Economics({ story }: { story: MatchStory }) {
  return (
    <section className="card" aria-label="Economics, both parties together">
      <header>
        <h2>Economics, both parties together</h2>
        <span className="note">{story.npvEur.mid < 0 ? 'costs more than it saves' : ''}</span>
      </header>
      <dl className={css.figures}>
        <div>
          <dt>NPV, mid</dt>
          <dd className={css.big}>
            <Ask about="npv" big>
              {euros(story.npvEur.mid)}
            </Ask>
          </dd>
        </div>
        <div>
          <dt>Margin per year</dt>
          <dd>
            <Ask about="margin">{euros(story.marginEurPerYear)}</Ask>
          </dd>
        </div>
        <div>
          <dt>Payback</dt>
          <dd>
            <Ask about="payback">{years(story.paybackYears)}</Ask>
          </dd>
        </div>
        <div>
          <dt>Investment</dt>
          <dd>
            <Ask about="investment">{euros(story.investmentEur.mid)}</Ask>
          </dd>
        </div>
      </dl>
      <NpvBand band={story.npvEur} />
      <h3 className={css.sub}>Each year</h3>
      <LineTable
        caption="Money each year"
        prefix="money"
        lines={story.yearly.filter(({ amount }) => amount !== 0)}
        sums={['benefit', 'margin']}
        say={euros}
      />
      {story.built.length > 0 ? (
        <>
          <h3 className={css.sub}>Built once</h3>
          <LineTable caption="Investment" prefix="money" lines={story.built} sums={[]} say={euros} />
        </>
      ) : null}
    </section>
  );
}

function Co2({ story, factors }: { story: MatchStory; factors: Props['factors'] }) {
  const foreign = [...new Set(story.co2.flatMap((line) => line.factors))].flatMap((id) => {
    const factor = factors[id];
    return factor && !['any', 'Denmark', 'DK', 'Europe'].includes(factor.geography) && id.startsWith('co2.')
      ? [factor]
      : [];
  });
  return (
    <section className="card" aria-label="CO₂ avoided">
      <header>
        <h2>CO₂ avoided</h2>
        <b className="tn">
          <Ask about="co2">{exact(story.co2TonnesPerYear)} t/yr</Ask>
        </b>
      </header>
      <LineTable
        caption="CO₂ each year"
        prefix="co2"
        lines={[
          ...story.co2.filter(({ amount }) => amount !== 0),
          {
            id: 'net',
            label: story.co2TonnesPerYear < 0 ? 'Net, caused' : 'Net, avoided',
            amount: story.co2TonnesPerYear,
            unit: 't/a',
            formula: '',
            factors: [],
          },
        ]}
        sums={['net']}
        say={(amount) => `${digits(amount)} t`}
      />
      {foreign.map((factor) => (
        <p className={css.warn} key={factor.source + factor.value}>
          <TriangleAlert size={14} aria-hidden />
          <span>
            Factor of another country: {factor.value}, {factor.source} {factor.year}, {factor.geography}.
          </span>
        </p>
      ))}
    </section>
  );
}

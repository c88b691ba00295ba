// One match or chain, whole: two ends on a pipe, why it fits, what it is worth to whom, how sure that is, and under which rules.
import type { FactorSource } from '@crg/story/factor-source';
import { kilometres, score } from '@crg/story/format';
import type { MatchStory } from '@crg/story/match-story';
import { replayCommand } from '@crg/story/provenance';
import { familyColour } from '../../ui/family-icon.tsx';
import { PrecisionMark } from '../../ui/precision-mark.tsx';
import { Ask, AskProvider } from './asked.tsx';
import { Co2Card } from './co2-card.tsx';
import { EconomicsCard } from './economics-card.tsx';
import { HowSure } from './how-sure.tsx';
import { MadePanel } from './made-panel.tsx';
import { Crumb, MatchHead } from './match-head.tsx';
import css from './match-screen.module.css';
import { PairChain } from './pair-chain.tsx';
import { type LinesOf, PartyLines } from './party-lines.tsx';
import { PermitGate } from './permit-gate.tsx';
import { ScoreWaterfall } from './score-waterfall.tsx';
import { VerdictTable, verdictSummary } from './verdict-table.tsx';
import { WeekHeatmap } from './week-heatmap.tsx';

interface Props {
  story: MatchStory;
  /** Ids of all matches, most valuable first; null where the kind of page has no ranking. */
  ranking: readonly string[] | null;
  factors: Readonly<Record<string, FactorSource>>;
  /** Of the server, for the command that repeats the numbers. */
  origin: string;
}

export function MatchScreen({ story, ranking, factors, origin }: Props) {
  const { converter } = story;
  return (
    <AskProvider first="society.npv">
      <div className={css.page}>
        <Crumb story={story} ranking={ranking} />
        <MatchHead story={story} />
        <PairChain
          supply={story.supply}
          demand={story.demand}
          colour={familyColour(story.family)}
          dashed={false}
          {...(converter ? { converter: { story: converter, colour: familyColour(story.deliveredFamily) } } : {})}
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
            <PermitGate permit={story.permit} />
            <section className="card" aria-label="Score, term by term">
              <header>
                <h2>
                  Score <Ask about="score">{score(story.score)}</Ask>, term by term
                </h2>
                <span className="note">value × weight</span>
              </header>
              <ScoreWaterfall parts={story.parts} total={story.score} />
            </section>
            <Co2Card story={story} />
          </div>
          <div className={css.column}>
            <EconomicsCard story={story} />
            <HowSure uncertainty={story.uncertainty} middle={story.npvEur.mid} />
            <PartyLines sides={sidesOf(story)} />
            <WeekHeatmap time={story.time} />
          </div>
          <div className={css.asked}>
            <MadePanel
              made={story.made}
              factors={factors}
              engine={story.engine}
              year={story.year}
              command={replayCommand(origin, {
                supplyId: story.supply.id,
                demandId: story.demand.id,
                converterId: converter?.id,
              })}
            />
          </div>
        </div>
        <Foot />
      </div>
    </AskProvider>
  );
}

/** Both together first. */
function sidesOf(story: MatchStory): readonly [LinesOf, ...LinesOf[]] {
  const both = { id: 'money', label: 'Both', yearly: story.yearly, built: story.built };
  const sides = story.parties
    .filter(({ party }) => party !== 'society')
    .map(({ party, label, yearly, built }) => ({ id: party, label, yearly, built }));
  return [both, ...sides];
}

function Foot() {
  return (
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
  );
}

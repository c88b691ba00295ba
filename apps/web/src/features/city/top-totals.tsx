'use client';
import type { City } from '@crg/api-contract/city';
import { digits, euros, eurosExact, exact } from '@crg/story/format';
// The two views and the three totals of what is shown; each total can be asked how it was made.
import type { MouseEvent } from 'react';
import type { Entry } from '../../model/entry.ts';
import type { Totals } from '../../model/filter-entries.ts';
import { type ViewState, writeView } from '../../model/view-state.ts';
import { AskedNumber } from '../../ui/asked-number.tsx';
import { cityView, cityViews } from './city-views.tsx';
import css from './top-totals.module.css';
import type { ChangeView } from './use-view.ts';

interface Props {
  totals: Totals;
  city: City;
  time: string;
  filtered: boolean;
  view: ViewState;
  change: ChangeView;
}

export function TopTotals({ totals, city, time, filtered, view, change }: Props) {
  const scope = `${filtered ? 'Of the matches that pass the filters' : 'Of all matches of the city'}, ${time.toLowerCase() === 'any time' ? 'at any time' : `those that run in ${time}`}.`;
  const current = cityView(view.view).name;
  return (
    <>
      <nav className={`seg ${css.views}`} aria-label="Views">
        {cityViews.map(({ name, label, icon: Icon }) => (
          <a
            key={name}
            href={`/${writeView({ ...view, view: name })}`}
            aria-current={current === name ? 'page' : undefined}
            onClick={(event) => follow(event, () => change({ view: name }))}
          >
            <Icon size={15} aria-hidden />
            <span>{label}</span>
          </a>
        ))}
      </nav>
      <dl className={css.totals}>
        <div>
          <dt>Open potential</dt>
          <dd>
            <AskedNumber name="Open potential" answer={<PotentialMade totals={totals} city={city} scope={scope} />}>
              <b>{euros(totals.eurPerYear)}</b> <span className="u">/yr</span>
            </AskedNumber>
            <small>{precisionText(totals)}</small>
          </dd>
        </div>
        <div>
          <dt>CO₂ avoided</dt>
          <dd>
            <AskedNumber name="CO₂ avoided" answer={<Co2Made totals={totals} city={city} scope={scope} />}>
              <b>{digits(totals.co2TonnesPerYear)}</b> <span className="u">t/yr</span>
            </AskedNumber>
          </dd>
        </div>
        <div>
          <dt>Matches</dt>
          <dd>
            <AskedNumber name="Matches" answer={<MatchesMade totals={totals} city={city} scope={scope} />}>
              <b>{totals.matches}</b> <span className="u">suggested</span>
            </AskedNumber>
          </dd>
        </div>
      </dl>
    </>
  );
}

function precisionText({ byPrecision, eurPerYear }: Totals): string {
  if (eurPerYear === 0) return '';
  return `${Math.round(byPrecision.measured * 100)} % measured`;
}

interface Made {
  totals: Totals;
  city: City;
  scope: string;
}

function PotentialMade({ totals, city, scope }: Made) {
  const { byPrecision } = totals;
  return (
    <>
      <h3>{eurosExact(totals.eurPerYear)} per year</h3>
      <p>
        {scope} A flow can be given away once: most valuable pair first, then every next pair that shares no flow with
        one already taken. Pairs that cost money are left out.
      </p>
      <PairSum pairs={totals.chosen} of={(entry) => eurosExact(entry.eurPerYear ?? 0)} />
      <p className={css.after}>
        By the weaker side of each pair: {Math.round(byPrecision.measured * 100)} % measured,{' '}
        {Math.round(byPrecision.estimated * 100)} % estimated, {Math.round(byPrecision.archetype * 100)} % archetype
        (guessed from the sector).
      </p>
      <EngineNote city={city} />
    </>
  );
}

function Co2Made({ totals, city, scope }: Made) {
  return (
    <>
      <h3>{exact(totals.co2TonnesPerYear)} t CO₂e per year</h3>
      <p>
        {scope} Summed over the same pairs as the open potential, so that no flow counts twice. Each match lists its
        factors with their sources.
      </p>
      <PairSum pairs={totals.chosen} of={(entry) => `${exact(entry.co2TonnesPerYear ?? 0)} t`} />
      <EngineNote city={city} />
    </>
  );
}

function MatchesMade({ totals, city, scope }: Made) {
  return (
    <>
      <h3>{totals.matches} matches</h3>
      <p>
        {scope} A match is a supply and a demand of two organizations that no judge rejects: type, distance, quality,
        time, quantity, permit, visibility. For each supply the
        {city.matching.k === null ? '' : ` ${city.matching.k}`} best are kept. All of them are suggestions; nothing here
        was negotiated.
      </p>
      <code className="formula">
        {`${city.counts.supplies} supplies × ${city.counts.demands} demands\n${city.counts.matches} matches, ${city.counts.near_misses} near misses in the whole city`}
      </code>
      <EngineNote city={city} />
    </>
  );
}

function PairSum({ pairs, of }: { pairs: readonly Entry[]; of(entry: Entry): string }) {
  return (
    <ol className={css.pairs}>
      {pairs.map((entry) => (
        <li key={entry.id}>
          <a href={`/matches/${encodeURIComponent(entry.id)}`}>
            {entry.supply.name} → {entry.demand.name}
            <span>{entry.typeLabel}</span>
          </a>
          <b>{of(entry)}</b>
        </li>
      ))}
    </ol>
  );
}

function EngineNote({ city: { matching, year } }: { city: City }) {
  return (
    <p className="note">
      Engine {matching.engine ?? 'not run yet'}, year {year}. The same sum:{' '}
      <code className="mono">GET /api/v1/city</code>
    </p>
  );
}

/** Plain presses change the view in place; presses that ask for a new tab stay links. */
function follow(event: MouseEvent, act: () => void): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  act();
}

'use client';
import { familyLabel } from '@crg/story/families';
import { digits, euros, eurosExact, exact } from '@crg/story/format';
// The two views and the three totals of what is shown; each total can be asked how it was made.
import type { MouseEvent } from 'react';
import type { Overview } from '../../model/overview.ts';
import type { ChosenPair, Potential } from '../../model/potential.ts';
import { type ViewState, writeView } from '../../model/view-state.ts';
import { AskedNumber } from '../../ui/asked-number.tsx';
import { cityView, cityViews } from './city-views.tsx';
import css from './top-totals.module.css';
import type { ChangeView } from './use-view.ts';

interface Props {
  overview: Overview;
  time: string;
  filtered: boolean;
  view: ViewState;
  change: ChangeView;
}

export function TopTotals({ overview, time, filtered, view, change }: Props) {
  const { potential, spread } = overview;
  const atLeast = potential.complete ? '' : '≥ ';
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
            <AskedNumber name="Open potential" answer={<PotentialMade overview={overview} scope={scope} />}>
              <b>
                {atLeast}
                {euros(potential.eurPerYear)}
              </b>{' '}
              <span className="u">/yr</span>
            </AskedNumber>
            <small>{precisionText(potential)}</small>
          </dd>
        </div>
        <div>
          <dt>CO₂ avoided</dt>
          <dd>
            <AskedNumber name="CO₂ avoided" answer={<Co2Made overview={overview} scope={scope} />}>
              <b>{large(potential.co2TonnesPerYear)}</b> <span className="u">t/yr</span>
            </AskedNumber>
          </dd>
        </div>
        <div>
          <dt>Matches</dt>
          <dd>
            <AskedNumber name="Matches" answer={<MatchesMade overview={overview} scope={scope} />}>
              <b>{spread.matches.toLocaleString('en')}</b> <span className="u">suggested</span>
            </AskedNumber>
          </dd>
        </div>
      </dl>
    </>
  );
}

/** 2,130,000,000 as 2.13 bn: the bar has room for seven signs. */
function large(value: number): string {
  const size = Math.abs(value);
  if (size >= 999_500_000) return `${digits(value / 1e9)} bn`;
  return size >= 9_995_000 ? `${digits(value / 1e6)} M` : digits(value);
}

function precisionText({ byPrecision, eurPerYear }: Potential): string {
  if (eurPerYear === 0) return '';
  return `${Math.round(byPrecision.measured * 100)} % measured`;
}

interface Made {
  overview: Overview;
  scope: string;
}

function PotentialMade({ overview: { potential, city }, scope }: Made) {
  const { byPrecision } = potential;
  return (
    <>
      <h3>
        {potential.complete ? '' : 'At least '}
        {eurosExact(potential.eurPerYear)} per year
      </h3>
      <p>
        {scope} A flow can be given away once: most valuable pair first, then every next pair that shares no flow with
        one already taken. Pairs that cost money are left out.
      </p>
      <PairSum potential={potential} of={(pair) => eurosExact(pair.eurPerYear)} />
      <p className={css.after}>
        By the weaker side of each pair: {Math.round(byPrecision.measured * 100)} % measured,{' '}
        {Math.round(byPrecision.estimated * 100)} % estimated, {Math.round(byPrecision.archetype * 100)} % archetype
        (guessed from the sector).
      </p>
      <EngineNote city={city} />
    </>
  );
}

function Co2Made({ overview: { potential, city }, scope }: Made) {
  return (
    <>
      <h3>{exact(potential.co2TonnesPerYear)} t CO₂e per year</h3>
      <p>
        {scope} Summed over the same pairs as the open potential, so that no flow counts twice. Each match lists its
        factors with their sources.
      </p>
      <PairSum potential={potential} of={(pair) => `${exact(pair.co2TonnesPerYear)} t`} />
      <EngineNote city={city} />
    </>
  );
}

function MatchesMade({ overview: { spread, city }, scope }: Made) {
  return (
    <>
      <h3>{spread.matches.toLocaleString('en')} matches</h3>
      <p>
        {scope} A match is a supply and a demand of two organizations that no judge rejects: type, distance, quality,
        time, quantity, permit, visibility. For each supply the
        {city.matching.k === null ? '' : ` ${city.matching.k}`} best are kept. All of them are suggestions; nothing here
        was negotiated.
      </p>
      <code className="formula">
        {`${count(city.counts.supplies)} supplies × ${count(city.counts.demands)} demands\n${count(city.counts.matches)} matches, ${count(city.counts.near_misses)} near misses in the whole city`}
      </code>
      <EngineNote city={city} />
    </>
  );
}

function PairSum({ potential, of }: { potential: Potential; of(pair: ChosenPair): string }) {
  const { largest, pairs, complete } = potential;
  return (
    <>
      <ol className={css.pairs}>
        {largest.map((pair) => (
          <li key={pair.id}>
            <a href={`/matches/${encodeURIComponent(pair.id)}`}>
              {pair.supply} → {pair.demand}
              <span>{familyLabel(pair.family)}</span>
            </a>
            <b>{of(pair)}</b>
          </li>
        ))}
      </ol>
      {pairs > largest.length ? <p className={css.after}>and {count(pairs - largest.length)} smaller pairs</p> : null}
      {complete ? null : (
        <p className={css.after}>
          Under filters the sum is made of the 1,000 most valuable matches; what follows would only add to it.
        </p>
      )}
    </>
  );
}

function count(value: number): string {
  return value.toLocaleString('en');
}

function EngineNote({ city: { matching, year } }: Pick<Overview, 'city'>) {
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

'use client';
import { timeName } from '@crg/story/format';
// The city on one screen: filters, map or table, ranked list, time. All four read one view, and the view is the address.
import { QueryClientProvider } from '@tanstack/react-query';
import { List as ListIcon, SlidersHorizontal, WifiOff } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useEffect, useMemo, useState } from 'react';
import { queryClient } from '../../api/query-client.ts';
import type { CityOverview } from '../../api/read-city.ts';
import type { Padding } from '../../map/camera.ts';
import { CityMap } from '../../map/city-map.tsx';
import type { Entry } from '../../model/entry.ts';
import { entriesPassing, ranked, totalsOf } from '../../model/filter-entries.ts';
import { timeLoad } from '../../model/time-load.ts';
import { isFiltered, type ViewState } from '../../model/view-state.ts';
import { BrandBar } from '../../ui/brand-bar.tsx';
import css from './city-screen.module.css';
import { cityView } from './city-views.tsx';
// Loaded with the screen, not with the table, so that the browser finds no unused preload.
import './match-table.module.css';
import { FilterRail } from './filter-rail.tsx';
import { MapLegend } from './map-legend.tsx';
import { MatchList } from './match-list.tsx';
import { NothingShown } from './nothing-shown.tsx';
import { type KeyAct, Shortcuts } from './shortcuts.tsx';
import { TimeBar } from './time-bar.tsx';
import { TopTotals } from './top-totals.tsx';
import { type Current, useOverview } from './use-overview.ts';
import { type ChangeView, useView } from './use-view.ts';

const MatchTable = dynamic(() => import('./match-table.tsx').then(({ MatchTable: Table }) => Table));

type Sheet = 'rail' | 'time' | null;
const heights = ['low', 'half', 'full'] as const;

export function CityScreen({ initial }: { initial: CityOverview }) {
  const [client] = useState(queryClient);
  return (
    <QueryClientProvider client={client}>
      <CityFrame initial={initial} />
    </QueryClientProvider>
  );
}

function CityFrame({ initial }: { initial: CityOverview }) {
  const current = useOverview(initial);
  const { city, sites, entries } = current.overview;
  const [view, change] = useView();
  const shown = useMemo(() => ranked(entriesPassing(entries, view), view.sort), [entries, view]);
  const totals = useMemo(() => totalsOf(shown), [shown]);
  const load = useMemo(
    () => timeLoad(entriesPassing(entries, view, ['month', 'hour']), view.month, view.hour),
    [entries, view],
  );
  const largestEur = Math.max(0, ...entries.map(({ eurPerYear }) => eurPerYear ?? 0));
  const [sheet, setSheet] = useState<Sheet>(null);
  const [height, setHeight] = useState<(typeof heights)[number]>('half');
  const padding = usePadding();
  const act = useActs(shown, view, change, () => setSheet(null));
  const site = sites.find(({ id }) => id === view.site);
  const { name: viewName, Part } = cityView(view.view);
  return (
    <>
      <a className="skip" href="#list">
        Skip to the list of matches
      </a>
      <BrandBar city={city.name} year={city.year}>
        <Shortcuts act={act} />
      </BrandBar>
      <main className={css.screen} data-view={viewName} data-sheet={sheet ?? undefined}>
        <h1 className="vh">{`${city.name}, who could use what from whom`}</h1>
        {viewName === 'map' ? (
          <div className={`${css.map} js`}>
            <CityMap
              city={city.name}
              sites={sites}
              entries={shown}
              largestEur={largestEur}
              selected={view.selected}
              site={view.site}
              padding={padding}
              onSelect={(selected) => change({ selected }, 'replace')}
              onSite={(chosen) => change({ site: chosen })}
            />
            <MapLegend largestEur={largestEur} />
            <p className={css.credit}>Coast: Natural Earth; Geodatastyrelsen &amp; Danske Kommuner</p>
          </div>
        ) : null}
        <section className={`pan ${css.rail} js`} aria-label="Filters" data-panel="rail">
          <FilterRail entries={entries} view={view} change={change} />
          <button type="button" className={`btn p ${css.done}`} onClick={() => setSheet(null)}>
            Show {totals.matches} matches
          </button>
        </section>
        <section className={`pan ${css.bar}`} aria-label="Totals">
          <TopTotals
            totals={totals}
            city={city}
            time={timeName(view.month, view.hour)}
            filtered={isFiltered(view)}
            view={view}
            change={change}
          />
        </section>
        <PhoneChips view={view} open={setSheet} />
        {viewName === 'table' ? (
          <section className={`pan ${css.table}`} aria-label="Table of matches">
            {shown.length === 0 ? (
              <NothingShown entries={entries} view={view} change={change} />
            ) : (
              <MatchTable shown={shown} selected={view.selected} sort={view.sort} change={change} />
            )}
          </section>
        ) : null}
        {Part ? (
          <section className={`pan ${css.part} js`} aria-label={cityView(viewName).label} data-panel="view">
            <Part city={city} view={view} change={change} />
          </section>
        ) : null}
        <section
          className={`pan ${css.list}`}
          id="list"
          aria-label="Ranked matches"
          data-panel="list"
          data-height={height}
        >
          <button
            type="button"
            className={`${css.grab} js`}
            aria-label={`List height: ${height}. Press for the next height.`}
            onClick={() => setHeight(heights[(heights.indexOf(height) + 1) % heights.length] ?? 'half')}
          />
          <News current={current} />
          <MatchList
            shown={shown}
            selected={view.selected}
            sort={view.sort}
            site={site?.name ?? view.site}
            change={change}
          />
          {shown.length === 0 ? <NothingShown entries={entries} view={view} change={change} /> : null}
          <footer className={css.foot}>
            {city.matching.up_to_date ? '' : 'A change is being matched; this is the result before it. '}
            {Math.round(totals.byPrecision.measured * 100)} % of the value rests on measured quantities; EUR and CO₂ are
            estimates. Nothing here was negotiated.
          </footer>
        </section>
        <section className={`pan ${css.time} js`} aria-label="Time" data-panel="time">
          <TimeBar load={load} month={view.month} hour={view.hour} running={totals.matches} change={change} />
          <button type="button" className={`btn p ${css.done}`} onClick={() => setSheet(null)}>
            Done
          </button>
        </section>
      </main>
    </>
  );
}

function News({ current: { news, failed, overview, showNews, retry } }: { current: Current }) {
  if (failed) {
    const time = new Date(overview.readAt).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
    return (
      <div className={css.news} role="status">
        <WifiOff size={14} aria-hidden />
        <span>
          The server does not answer. Showing {overview.city.name} as of {time}.
        </span>
        <button type="button" className="btn s" onClick={retry}>
          Try again
        </button>
      </div>
    );
  }
  if (news === 0) return null;
  return (
    <div className={css.news} role="status">
      <span>
        {news} {news === 1 ? 'match has' : 'matches have'} changed.
      </span>
      <button type="button" className="btn s" onClick={showNews}>
        Show
      </button>
    </div>
  );
}

function PhoneChips({ view, open }: { view: ViewState; open(sheet: Sheet): void }) {
  return (
    <div className={`${css.chips} js`}>
      <button type="button" onClick={() => open('rail')}>
        <SlidersHorizontal size={14} aria-hidden /> Filters{isFiltered(view) ? ' on' : ''}
      </button>
      <button type="button" onClick={() => open('time')}>
        {timeName(view.month, view.hour)}
      </button>
      <a href="#list">
        <ListIcon size={14} aria-hidden /> List
      </a>
    </div>
  );
}

/** What the single keys do; J, K and Enter walk the list whatever has focus outside fields. */
function useActs(
  shown: readonly Entry[],
  view: ViewState,
  change: ChangeView,
  close: () => void,
): (key: KeyAct) => void {
  const walk = (step: number) => {
    const at = shown.findIndex(({ id }) => id === view.selected);
    const next = shown[at === -1 ? 0 : Math.max(0, Math.min(shown.length - 1, at + step))];
    if (!next) return;
    document.querySelector<HTMLElement>(`a[data-entry="${CSS.escape(next.id)}"]`)?.focus();
    change({ selected: next.id }, 'replace');
  };
  const turn = (value: number | null, step: number, from: number, to: number) => {
    if (value === null) return step > 0 ? from : to;
    const next = value + step;
    return next < from ? to : next > to ? from : next;
  };
  const clear = () => {
    close();
    if (view.selected) change({ selected: null }, 'replace');
    else if (view.site) change({ site: null });
  };
  const acts: Readonly<Record<KeyAct, () => void>> = {
    map: () => change({ view: 'map' }),
    sankey: () => change({ view: 'sankey' }),
    network: () => change({ view: 'network' }),
    table: () => change({ view: 'table' }),
    next: () => walk(1),
    previous: () => walk(-1),
    'month+': () => change({ month: turn(view.month, 1, 1, 12) }, 'replace'),
    'month-': () => change({ month: turn(view.month, -1, 1, 12) }, 'replace'),
    'hour+': () => change({ hour: turn(view.hour, 1, 0, 167) }, 'replace'),
    'hour-': () => change({ hour: turn(view.hour, -1, 0, 167) }, 'replace'),
    clear,
  };
  return (key) => acts[key]();
}

const desktop: Padding = { top: 80, right: 404, bottom: 116, left: 280 };
const phone: Padding = { top: 150, right: 0, bottom: 52, left: 0 };

/** Space that panels cover; the stylesheet's numbers. */
function usePadding(): Padding {
  const [padding, setPadding] = useState(desktop);
  useEffect(() => {
    const small = matchMedia('(max-width: 900px)');
    const apply = () => setPadding(small.matches ? phone : desktop);
    apply();
    small.addEventListener('change', apply);
    return () => small.removeEventListener('change', apply);
  }, []);
  return padding;
}

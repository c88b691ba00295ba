'use client';
// Where the parts of the city screen stand: the view in the middle, around it filters, totals, list and time.
import { timeName } from '@crg/story/format';
import { useRef, useState } from 'react';
import { isFiltered } from '../../model/view-state.ts';
import { BrandBar } from '../../ui/brand-bar.tsx';
import { actsOf } from './acts.ts';
import css from './city-screen.module.css';
import { cityView } from './city-views.tsx';
// Loaded with the screen, not with the table, so that the browser finds no unused preload.
import './match-table.module.css';
import { FilterRail } from './filter-rail.tsx';
import { ListPanel } from './list-panel.tsx';
import type { ListHandle } from './match-list.tsx';
import { PhoneChips, type Sheet } from './phone-chips.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { TimeBar } from './time-bar.tsx';
import { TopTotals } from './top-totals.tsx';
import { useEntries } from './use-entries.ts';
import { useNews } from './use-news.ts';
import { useOverview } from './use-overview.ts';
import { useView } from './use-view.ts';

export function CityFrame() {
  const [view, change] = useView();
  const news = useNews();
  const current = useOverview(view);
  const list = useEntries(view);
  const [sheet, setSheet] = useState<Sheet>(null);
  const handle = useRef<ListHandle>(null);
  const { city } = news;
  const { spread } = current.overview;
  const shown = cityView(view.view);
  const focus = (id: string) => handle.current?.focus(id);
  const act = actsOf({ entries: list.entries, view, change, focus, close: () => setSheet(null) });
  return (
    <>
      <a className="skip" href="#list">
        Skip to the list of matches
      </a>
      <BrandBar city={city.name} year={city.year}>
        <Shortcuts act={act} />
      </BrandBar>
      <main className={css.screen} data-view={shown.name} data-place={shown.place} data-sheet={sheet ?? undefined}>
        <h1 className="vh">{`${city.name}, who could use what from whom`}</h1>
        <section className={`pan ${css.rail} js`} aria-label="Filters" data-panel="rail">
          <FilterRail city={city} spread={spread} view={view} change={change} />
          <button type="button" className={`btn p ${css.done}`} onClick={() => setSheet(null)}>
            Show {spread.matches.toLocaleString('en')} {spread.matches === 1 ? 'match' : 'matches'}
          </button>
        </section>
        <section className={`pan ${css.bar}`} aria-label="Totals" data-old={current.old || undefined}>
          <TopTotals
            overview={current.overview}
            time={timeName(view.month, view.hour)}
            filtered={isFiltered(view)}
            view={view}
            change={change}
          />
        </section>
        <PhoneChips view={view} open={setSheet} />
        <section className={`${css.view} ${shown.place === 'behind' ? '' : 'pan'}`} aria-label={shown.label}>
          <shown.Part city={city} view={view} change={change} />
        </section>
        <ListPanel news={news} current={current} list={list} view={view} change={change} handle={handle} />
        <section className={`pan ${css.time} js`} aria-label="Time" data-panel="time">
          <TimeBar spread={spread} month={view.month} hour={view.hour} change={change} />
          <button type="button" className={`btn p ${css.done}`} onClick={() => setSheet(null)}>
            Done
          </button>
        </section>
      </main>
    </>
  );
}

'use client';
// The panel of the ranked list: news, the list itself, what to do when it is empty, and what the numbers rest on.
import { type RefObject, useState } from 'react';
import type { ViewState } from '../../model/view-state.ts';
import css from './city-screen.module.css';
import { type ListHandle, MatchList } from './match-list.tsx';
import { NewsLine } from './news-line.tsx';
import { NothingShown } from './nothing-shown.tsx';
import type { Entries } from './use-entries.ts';
import type { News } from './use-news.ts';
import type { CurrentOverview } from './use-overview.ts';
import type { ChangeView } from './use-view.ts';

interface Props {
  readonly news: News;
  readonly current: CurrentOverview;
  readonly list: Entries;
  readonly view: ViewState;
  readonly change: ChangeView;
  readonly handle: RefObject<ListHandle | null>;
}

const heights = ['low', 'half', 'full'] as const;

export function ListPanel({ news, current, list, view, change, handle }: Props) {
  const [height, setHeight] = useState<(typeof heights)[number]>('half');
  const { city, readAt, spread, potential } = current.overview;
  const failed = news.failed || current.failed || list.failed;
  const isEmpty = list.entries.length === 0 && !list.old;
  return (
    <section
      className={`pan ${css.list}`}
      id="list"
      aria-label="Ranked matches"
      data-panel="list"
      data-height={height}
      data-old={list.old || undefined}
    >
      <button
        type="button"
        className={`${css.grab} js`}
        aria-label={`List height: ${height}. Press for the next height.`}
        onClick={() => setHeight(heights[(heights.indexOf(height) + 1) % heights.length] ?? 'half')}
      />
      <NewsLine news={news} failed={failed} readAt={readAt} />
      <MatchList list={list} matches={spread.matches} city={city} view={view} change={change} ref={handle} />
      {isEmpty ? <NothingShown city={city} view={view} change={change} /> : null}
      <footer className={css.foot}>
        {city.matching.up_to_date ? '' : 'A change is being matched; this is the result before it. '}
        {potential.eurPerYear > 0
          ? `${Math.round(potential.byPrecision.measured * 100)} % of the value rests on measured quantities; EUR and CO₂ are estimates. `
          : ''}
        Nothing here was negotiated.
      </footer>
    </section>
  );
}

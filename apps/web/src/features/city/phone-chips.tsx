'use client';
// On a phone filters and time are sheets; these open them.
import { timeName } from '@crg/story/format';
import { List as ListIcon, SlidersHorizontal } from 'lucide-react';
import { isFiltered, type ViewState } from '../../model/view-state.ts';
import css from './city-screen.module.css';

export type Sheet = 'rail' | 'time' | null;

export function PhoneChips({ view, open }: { view: ViewState; open(sheet: Sheet): void }) {
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

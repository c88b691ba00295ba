'use client';
import { euros } from '@crg/story/format';
// Nothing passes the filters: how many there are, and the closest steps that bring some back.
import type { Entry } from '../../model/entry.ts';
import { closestSteps } from '../../model/filter-entries.ts';
import { type ViewState, withoutFilters } from '../../model/view-state.ts';
import css from './nothing-shown.module.css';
import type { ChangeView } from './use-view.ts';

export function NothingShown({
  entries,
  view,
  change,
}: {
  entries: readonly Entry[];
  view: ViewState;
  change: ChangeView;
}) {
  const matches = entries.filter(({ kind }) => kind === 'match').length;
  if (matches === 0) {
    return (
      <div className={css.box}>
        <h3>No matches yet</h3>
        <p>The city has no supply and demand that fit. Add flows with `crg import`, or look at the near misses.</p>
      </div>
    );
  }
  return (
    <div className={css.box} data-empty>
      <h3>No match passes these filters</h3>
      <p>{matches} open matches exist. The closest steps:</p>
      <ul>
        {closestSteps(entries, view).map((step) => (
          <li key={step.label}>
            <button type="button" onClick={() => change(step.view)}>
              <b>{step.label}</b>
              <span>
                +{step.gained}, {euros(step.eurPerYear)}/yr
              </span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="btn s" onClick={() => change(withoutFilters(view))}>
        Reset filters
      </button>
    </div>
  );
}

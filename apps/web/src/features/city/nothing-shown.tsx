'use client';
// Nothing passes the filters: how many there are, and the closest steps that bring some back.
import type { City } from '@crg/api-contract/city';
import Link from 'next/link';
import { useAnswer } from '../../api/use-answer.ts';
import type { CountedStep } from '../../model/closest-steps.ts';
import { filterKey, type ViewState, withoutFilters } from '../../model/view-state.ts';
import css from './nothing-shown.module.css';
import type { ChangeView } from './use-view.ts';

interface Props {
  readonly city: City;
  readonly view: ViewState;
  readonly change: ChangeView;
}

export function NothingShown({ city, view, change }: Props) {
  if (city.counts.sites === 0) {
    return (
      <div className={css.box}>
        <h3>No sites yet</h3>
        <p>Start from a spreadsheet, a GeoJSON file or a register of facilities.</p>
        <Link className="btn p" href="/import" prefetch={false}>
          Import a file
        </Link>
      </div>
    );
  }
  if (city.counts.matches === 0) {
    return (
      <div className={css.box}>
        <h3>No matches yet</h3>
        <p>
          The city has {city.counts.supplies.toLocaleString('en')} supplies and{' '}
          {city.counts.demands.toLocaleString('en')} demands, and none of them fit. Add flows, or look at the near
          misses.
        </p>
        <Link className="btn" href="/import" prefetch={false}>
          Import a file
        </Link>
      </div>
    );
  }
  return <ClosestSteps city={city} view={view} change={change} />;
}

function ClosestSteps({ city, view, change }: Props) {
  const { data: steps = [] } = useAnswer<readonly CountedStep[]>(`/overview/steps${filterKey(view)}`);
  return (
    <div className={css.box} data-empty>
      <h3>No match passes these filters</h3>
      <p>{city.counts.matches.toLocaleString('en')} open matches exist. The closest steps:</p>
      <ul>
        {view.chains ? null : (
          <li>
            <button type="button" onClick={() => change({ chains: true })}>
              <b>Show chains</b>
              <span>{city.counts.chains.toLocaleString('en')} in the city</span>
            </button>
          </li>
        )}
        {view.nearMisses ? null : (
          <li>
            <button type="button" onClick={() => change({ nearMisses: true })}>
              <b>Show near misses</b>
              <span>{city.counts.near_misses.toLocaleString('en')} in the city</span>
            </button>
          </li>
        )}
        {steps.map((step) => (
          <li key={step.label}>
            <button
              type="button"
              onClick={() => change({ ...step.view, view: view.view, sort: view.sort, bbox: view.bbox })}
            >
              <b>{step.label}</b>
              <span>
                +{step.matches.toLocaleString('en')} {step.matches === 1 ? 'match' : 'matches'}
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

'use client';
import type { Family, Precision } from '@crg/api-contract/family';
import { families, familyLabel } from '@crg/story/families';
import { euros, kilometres, score } from '@crg/story/format';
// What is shown: families with their counts, ranges with their distribution, precision, near misses.
import { Check } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Checkbox } from 'react-aria-components/Checkbox';
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Label } from 'react-aria-components/Label';
import type { Entry } from '../../model/entry.ts';
import { countByFamily, entriesPassing } from '../../model/filter-entries.ts';
import { distanceStops, histogram, moneyStops, scoreStops } from '../../model/histogram.ts';
import { isFiltered, precisions, type ViewState, withoutFilters } from '../../model/view-state.ts';
import { FamilyIcon } from '../../ui/family-icon.tsx';
import { PrecisionMark } from '../../ui/precision-mark.tsx';
import css from './filter-rail.module.css';
import { RangeFilter, TopFilter } from './range-filter.tsx';
import type { ChangeView } from './use-view.ts';

export function FilterRail({
  entries,
  view,
  change,
}: {
  entries: readonly Entry[];
  view: ViewState;
  change: ChangeView;
}) {
  const matches = entries.filter(({ kind }) => kind === 'match');
  const misses = entries.length - matches.length;
  const values = matches.map(({ eurPerYear }) => eurPerYear ?? 0);
  const shownFor = (aspect: 'score' | 'value') => entriesPassing(matches, view, [aspect]);
  const money = moneyStops(values);
  return (
    <>
      <header className={css.head}>
        <h2>Open matches</h2>
        <Button className="btn s g" isDisabled={!isFiltered(view)} onPress={() => change(withoutFilters(view))}>
          Reset
        </Button>
      </header>
      <div className={css.scroll}>
        <FamilyFilter entries={entriesPassing(entries, view, ['families'])} view={view} change={change} />
        <RangeFilter
          name="Score"
          chart={histogram(
            shownFor('score').map((entry) => entry.score ?? 0),
            scoreStops,
          )}
          span={view.score}
          say={score}
          onSpan={(span) => change({ score: span }, 'replace')}
        />
        <RangeFilter
          name="Value per year"
          chart={histogram(
            shownFor('value').map((entry) => entry.eurPerYear ?? 0),
            money,
          )}
          span={view.valueEur}
          say={euros}
          onSpan={(valueEur) => change({ valueEur }, 'replace')}
        />
        <TopFilter
          name="Distance"
          stops={distanceStops(entries.map(({ distanceKm }) => distanceKm))}
          top={view.maxDistanceKm}
          say={kilometres}
          onTop={(maxDistanceKm) => change({ maxDistanceKm }, 'replace')}
        />
        <PrecisionFilter entries={entriesPassing(entries, view, ['precision'])} view={view} change={change} />
        <section className={css.section}>
          <Checkbox
            className={css.tick ?? ''}
            isSelected={view.nearMisses}
            onChange={(nearMisses) => change({ nearMisses })}
          >
            <Tick />
            <span className={css.name}>Near misses, with the smallest change</span>
            <span className={css.count}>{misses}</span>
          </Checkbox>
        </section>
      </div>
    </>
  );
}

function FamilyFilter({ entries, view, change }: { entries: readonly Entry[]; view: ViewState; change: ChangeView }) {
  const counts = countByFamily(entries);
  const most = Math.max(1, ...Object.values(counts));
  return (
    <CheckboxGroup
      className={css.section ?? ''}
      value={[...view.families]}
      onChange={(chosen) => change({ families: families.filter((family) => chosen.includes(family)) })}
    >
      <div className={css.title}>
        <Label>Resource family</Label>
        <span>{entries.length}</span>
      </div>
      {families.map((family: Family) => (
        <Checkbox
          key={family}
          value={family}
          className={css.family ?? ''}
          data-empty={counts[family] === 0 || undefined}
        >
          <Tick />
          <FamilyIcon family={family} size={18} named />
          <span className={css.name}>{familyLabel(family)}</span>
          <span className={css.meter} aria-hidden>
            <i style={{ width: `${(counts[family] / most) * 100}%` }} />
          </span>
          <span className={css.count}>{counts[family]}</span>
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}

function PrecisionFilter({
  entries,
  view,
  change,
}: {
  entries: readonly Entry[];
  view: ViewState;
  change: ChangeView;
}) {
  return (
    <CheckboxGroup
      className={css.section ?? ''}
      value={[...view.precisions]}
      onChange={(chosen) => change({ precisions: precisions.filter((precision) => chosen.includes(precision)) })}
    >
      <div className={css.title}>
        <Label>Precision</Label>
        <span>weaker side</span>
      </div>
      {precisions.map((precision: Precision) => (
        <Checkbox key={precision} value={precision} className={css.tick ?? ''}>
          <Tick />
          <span className={css.name}>
            <span className={css.word}>{precision}</span> <PrecisionMark precision={precision} />
          </span>
          <span className={css.count}>{entries.filter((entry) => entry.precision === precision).length}</span>
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}

function Tick() {
  return (
    <span className={css.box} aria-hidden>
      <Check size={10} strokeWidth={3} />
    </span>
  );
}

'use client';
import type { City } from '@crg/api-contract/city';
import type { Family, Precision } from '@crg/api-contract/family';
import { families, familyLabel } from '@crg/story/families';
import { digits, euros, kilometres, score } from '@crg/story/format';
// What is shown: families with their counts, ranges with their distribution, precision, near misses.
import { Check } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Checkbox } from 'react-aria-components/Checkbox';
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Label } from 'react-aria-components/Label';
import { distanceStops } from '../../model/histogram.ts';
import type { Spread } from '../../model/overview.ts';
import { isFiltered, precisions, type ViewState, withoutFilters } from '../../model/view-state.ts';
import { FamilyIcon } from '../../ui/family-icon.tsx';
import { PrecisionMark } from '../../ui/precision-mark.tsx';
import css from './filter-rail.module.css';
import { RangeFilter, TopFilter } from './range-filter.tsx';
import type { ChangeView } from './use-view.ts';

interface Props {
  readonly city: City;
  readonly spread: Spread;
  readonly view: ViewState;
  readonly change: ChangeView;
}

export function FilterRail({ city, spread, view, change }: Props) {
  return (
    <>
      <header className={css.head}>
        <h2>Open matches</h2>
        <Button className="btn s g" isDisabled={!isFiltered(view)} onPress={() => change(withoutFilters(view))}>
          Reset
        </Button>
      </header>
      <div className={css.scroll}>
        <FamilyFilter counts={spread.families} view={view} change={change} />
        <RangeFilter
          name="Score"
          chart={spread.score}
          span={view.score}
          say={score}
          onSpan={(span) => change({ score: span }, 'replace')}
        />
        <RangeFilter
          name="Value per year"
          chart={spread.valueEur}
          span={view.valueEur}
          say={euros}
          onSpan={(valueEur) => change({ valueEur }, 'replace')}
        />
        <TopFilter
          name="Distance"
          stops={distanceStops}
          top={view.maxDistanceKm}
          say={kilometres}
          onTop={(maxDistanceKm) => change({ maxDistanceKm }, 'replace')}
        />
        <PrecisionFilter counts={spread.precisions} view={view} change={change} />
        <section className={css.section}>
          <Checkbox className={css.tick ?? ''} isSelected={view.chains} onChange={(chains) => change({ chains })}>
            <Tick />
            <span className={css.name}>Chains, through one converter</span>
            <span className={css.count}>{city.counts.chains.toLocaleString('en')}</span>
          </Checkbox>
          <Checkbox
            className={css.tick ?? ''}
            isSelected={view.nearMisses}
            onChange={(nearMisses) => change({ nearMisses })}
          >
            <Tick />
            <span className={css.name}>Near misses, with the smallest change</span>
            <span className={css.count}>{city.counts.near_misses.toLocaleString('en')}</span>
          </Checkbox>
        </section>
      </div>
    </>
  );
}

interface CountedProps<Name extends string> {
  readonly counts: Readonly<Record<Name, number>>;
  readonly view: ViewState;
  readonly change: ChangeView;
}

function FamilyFilter({ counts, view, change }: CountedProps<Family>) {
  const most = Math.max(1, ...Object.values(counts));
  return (
    <CheckboxGroup
      className={css.section ?? ''}
      value={[...view.families]}
      onChange={(chosen) => change({ families: families.filter((family) => chosen.includes(family)) })}
    >
      <div className={css.title}>
        <Label>Resource family</Label>
        <span>
          {Object.values(counts)
            .reduce((sum, count) => sum + count, 0)
            .toLocaleString('en')}
        </span>
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
          <span className={css.count}>{shortCount(counts[family])}</span>
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}

function PrecisionFilter({ counts, view, change }: CountedProps<Precision>) {
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
          <span className={css.count}>{counts[precision].toLocaleString('en')}</span>
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

/** 12,480 as 12.5k: the column is narrow. */
function shortCount(count: number): string {
  return count < 10_000 ? count.toLocaleString('en') : `${digits(count / 1_000)}k`;
}

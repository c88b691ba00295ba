'use client';
import { dayNames, hourName, monthNames, timeName } from '@crg/story/format';
// Month and hour of the week. Map, totals, list and table show what runs then; without a choice, everything.
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { loadStep } from '../../model/histogram.ts';
import type { Spread } from '../../model/overview.ts';
import css from './time-bar.module.css';
import type { ChangeView } from './use-view.ts';

interface Props {
  spread: Spread;
  month: number | null;
  hour: number | null;
  change: ChangeView;
}

export function TimeBar({ spread, month, hour, change }: Props) {
  const running = spread.matches;
  const any = month === null && hour === null;
  return (
    <>
      <MonthBars months={spread.months} month={month} change={change} />
      <div className={css.week}>
        <div className={css.title}>
          <h2>Hour of the week</h2>
          <span>
            <b>{timeName(month, hour)}</b> · {running.toLocaleString('en')}{' '}
            {running === 1 ? 'match runs' : 'matches run'}
          </span>
          <Button className="btn s" isDisabled={any} onPress={() => change({ month: null, hour: null })}>
            Any time
          </Button>
        </div>
        <WeekStrip hours={spread.hours} hour={hour} change={change} />
      </div>
    </>
  );
}

type Counts = readonly number[];

function MonthBars({ months, month, change }: Pick<Props, 'month' | 'change'> & { months: Counts }) {
  const most = Math.max(1, ...months);
  return (
    <div className={css.year}>
      <h2>Month</h2>
      <ToggleButtonGroup
        className={css.months ?? ''}
        aria-label="Month"
        selectedKeys={month === null ? [] : [String(month)]}
        onSelectionChange={(keys) => change({ month: keys.size === 0 ? null : Number([...keys][0]) }, 'replace')}
      >
        {monthNames.map((name, index) => (
          <ToggleButton
            key={name}
            id={String(index + 1)}
            className={css.month ?? ''}
            aria-label={`${name}, ${months[index]} matches`}
          >
            <i style={{ height: `${Math.max(4, ((months[index] ?? 0) / most) * 32)}px` }} aria-hidden />
            <span aria-hidden>{name.charAt(0)}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}

function WeekStrip({ hours, hour, change }: Pick<Props, 'hour' | 'change'> & { hours: Counts }) {
  const strip = useRef<HTMLDivElement>(null);
  const most = Math.max(1, ...hours);
  const go = (next: number) => change({ hour: Math.max(0, Math.min(167, next)) }, 'replace');
  const point = (event: PointerEvent) => {
    const box = strip.current?.getBoundingClientRect();
    if (box && event.buttons === 1) go(Math.floor(((event.clientX - box.left) / box.width) * 168));
  };
  const key = (event: KeyboardEvent) => {
    const now = hour ?? 0;
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      ArrowUp: -24,
      ArrowDown: 24,
      PageUp: -24,
      PageDown: 24,
    };
    const step = steps[event.key];
    if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(167);
    else if (event.key === 'Delete' || event.key === 'Backspace') change({ hour: null }, 'replace');
    else if (step !== undefined) go(hour === null ? 0 : now + step);
    else return;
    event.preventDefault();
  };
  const count = hour === null ? null : hours[hour];
  return (
    <div
      ref={strip}
      className={css.strip}
      role="slider"
      tabIndex={0}
      aria-label="Hour of the week. Arrow keys change hour and day, Delete clears."
      aria-valuemin={0}
      aria-valuemax={167}
      aria-valuenow={hour ?? 0}
      aria-valuetext={hour === null ? 'Any hour' : `${hourName(hour)}, ${count} matches`}
      onKeyDown={key}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        point(event);
      }}
      onPointerMove={point}
    >
      <div className={css.cells} aria-hidden>
        {hours.map((matches, index) => (
          <i
            key={hourName(index)}
            style={{ background: `var(--seq-${loadStep(matches, most)})` }}
            data-day={index % 24 === 0 || undefined}
          />
        ))}
      </div>
      {hour === null ? null : <span className={css.cursor} style={{ left: `${((hour + 0.5) / 168) * 100}%` }} />}
      <div className={css.days} aria-hidden>
        {dayNames.map((day, index) => (
          <span key={day} data-on={(hour !== null && Math.floor(hour / 24) === index) || undefined}>
            {day.slice(0, 3)}
          </span>
        ))}
      </div>
    </div>
  );
}

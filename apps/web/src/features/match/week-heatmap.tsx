'use client';
// When each side runs and when both do: 168 hours and 12 months. Arrow keys walk the hours and the value is spoken.
import type { Calendar } from '@crg/api-contract/match';
import { type KeyboardEvent, useRef, useState } from 'react';
import { dayNames, exact, hourName, monthNames } from '../../model/format.ts';
import css from './week-heatmap.module.css';

type Side = 'supply' | 'demand' | 'common';
const sides: readonly (readonly [Side, string])[] = [
  ['supply', 'Supply'],
  ['demand', 'Demand'],
  ['common', 'In common'],
];

export function WeekHeatmap({ time }: { time: Readonly<Record<Side, Calendar>> & { readonly hours: number } }) {
  const [side, setSide] = useState<Side>('common');
  const [hour, setHour] = useState(6);
  const grid = useRef<HTMLDivElement>(null);
  const calendar = time[side];
  const go = (next: number) => {
    const to = Math.max(0, Math.min(167, next));
    setHour(to);
    grid.current?.querySelector<HTMLElement>(`[data-hour="${to}"]`)?.focus();
  };
  const key = (event: KeyboardEvent) => {
    const day = Math.floor(hour / 24) * 24;
    const to: Readonly<Record<string, number>> = {
      ArrowLeft: hour - 1,
      ArrowRight: hour + 1,
      ArrowUp: hour - 24,
      ArrowDown: hour + 24,
      Home: event.ctrlKey ? 0 : day,
      End: event.ctrlKey ? 167 : day + 23,
    };
    const next = to[event.key];
    if (next === undefined) return;
    event.preventDefault();
    go(next);
  };
  const runs = (which: Side, at: number) => time[which].hours[at] === '1';
  return (
    <section className={`card ${css.card}`} aria-label="When both can">
      <header>
        <h2>When both can</h2>
        <div className="seg sm js" role="group" aria-label="Whose hours">
          {sides.map(([name, label]) => (
            <button key={name} type="button" aria-pressed={side === name} data-selected={side === name || undefined} onClick={() => setSide(name)}>
              {label}
            </button>
          ))}
        </div>
      </header>
      <p className={css.reading}>
        <b>{hourName(hour)}</b> supply {runs('supply', hour) ? 'runs' : 'off'} · demand {runs('demand', hour) ? 'runs' : 'off'} ·{' '}
        <b>{runs('common', hour) ? 'both run' : 'not both'}</b>
        <span>{exact(time.hours)} h a year in common</span>
      </p>
      <div className={css.week} role="grid" aria-label="Hours of the week" ref={grid} onKeyDown={key}>
        {dayNames.map((day, dayIndex) => (
          <div role="row" key={day} className={css.day}>
            <span role="rowheader" aria-label={day}>
              {day.slice(0, 3)}
            </span>
            {Array.from({ length: 24 }, (_, index) => dayIndex * 24 + index).map((at) => (
              <span
                key={hourName(at)}
                role="gridcell"
                data-hour={at}
                tabIndex={at === hour ? 0 : -1}
                aria-label={`${hourName(at)}, ${calendar.hours[at] === '1' ? 'runs' : 'off'}`}
                className={calendar.hours[at] === '1' ? css.on : 'hatch'}
                onClick={() => go(at)}
              />
            ))}
          </div>
        ))}
      </div>
      <div className={css.hours} aria-hidden>
        {['00', '03', '06', '09', '12', '15', '18', '21'].map((label) => (
          <span key={label}>{label}</span>
        ))}
      </div>
      <ol className={css.months} aria-label="Months">
        {monthNames.map((name, index) => (
          <li key={name} aria-label={`${name}: ${calendar.months[index] === '1' ? 'runs' : 'off'}`}>
            <i className={calendar.months[index] === '1' ? css.on : 'hatch'} />
            <span aria-hidden>{name.slice(0, 3)}</span>
          </li>
        ))}
      </ol>
      <p className={css.key}>
        <i className={css.on} aria-hidden /> runs <i className="hatch" aria-hidden /> off
      </p>
    </section>
  );
}

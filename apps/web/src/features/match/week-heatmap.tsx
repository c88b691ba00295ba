'use client';
// When each side runs and when both do: 168 hours and 12 months. Arrow keys walk the hours and the value is spoken.
import type { Calendar } from '@crg/api-contract/match';
import { dayNames, exact, hourName, monthNames } from '@crg/story/format';
import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import css from './week-heatmap.module.css';

type Side = 'supply' | 'demand' | 'common';
const sides: readonly (readonly [Side, string])[] = [
  ['supply', 'Supply'],
  ['demand', 'Demand'],
  ['common', 'In common'],
];

interface Props {
  time: Readonly<Record<Side, Calendar>> & { readonly hours: number };
}

export function WeekHeatmap({ time }: Props) {
  const [side, setSide] = useState<Side>('common');
  const [hour, setHour] = useState(6);
  const runs = (which: Side) => time[which].hours[hour] === '1';
  return (
    <section className={`card ${css.card}`} aria-label="When both can">
      <header>
        <h2>When both can</h2>
        <fieldset className="seg sm js" aria-label="Whose hours">
          {sides.map(([name, label]) => (
            <button
              key={name}
              type="button"
              aria-pressed={side === name}
              data-selected={side === name || undefined}
              onClick={() => setSide(name)}
            >
              {label}
            </button>
          ))}
        </fieldset>
      </header>
      <p className={css.reading}>
        <b>{hourName(hour)}</b> supply {runs('supply') ? 'runs' : 'off'} · demand {runs('demand') ? 'runs' : 'off'} ·{' '}
        <b>{runs('common') ? 'both run' : 'not both'}</b>
        <span>{exact(time.hours)} h a year in common</span>
      </p>
      <Week hours={time[side].hours} hour={hour} onHour={setHour} />
      <ol className={css.months} aria-label="Months">
        {monthNames.map((name, index) => (
          <li key={name}>
            <i className={markOf(time[side].months[index])} />
            <span aria-hidden>{name.slice(0, 3)}</span>
            <span className="vh">
              {name}: {time[side].months[index] === '1' ? 'runs' : 'off'}
            </span>
          </li>
        ))}
      </ol>
      <p className={css.key}>
        <i className={css.on} aria-hidden /> runs <i className="hatch" aria-hidden /> off
      </p>
    </section>
  );
}

function Week({ hours, hour, onHour }: { hours: string; hour: number; onHour(hour: number): void }) {
  const grid = useRef<HTMLTableElement>(null);
  const go = (next: number) => {
    const to = Math.max(0, Math.min(167, next));
    onHour(to);
    grid.current?.querySelector<HTMLElement>(`[data-hour="${to}"]`)?.focus();
  };
  const press = (event: KeyboardEvent) => {
    const day = hour - (hour % 24);
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
  const point = (event: MouseEvent) => {
    const at = (event.target as HTMLElement).dataset.hour;
    if (at !== undefined) go(Number(at));
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of hours that arrow keys walk, as WAI-ARIA describes it on a table
    <table className={css.week} role="grid" aria-label="Hours of the week" ref={grid} onKeyDown={press} onClick={point}>
      <tbody>
        {dayNames.map((day, dayIndex) => (
          <tr key={day}>
            <th scope="row" aria-label={day}>
              {day.slice(0, 3)}
            </th>
            {Array.from({ length: 24 }, (_, index) => dayIndex * 24 + index).map((at) => (
              <td
                key={hourName(at)}
                data-hour={at}
                tabIndex={at === hour ? 0 : -1}
                aria-label={`${hourName(at)}, ${hours[at] === '1' ? 'runs' : 'off'}`}
                className={markOf(hours[at])}
              />
            ))}
          </tr>
        ))}
        <tr aria-hidden className={css.hours}>
          <td />
          {['00', '03', '06', '09', '12', '15', '18', '21'].map((label) => (
            <td key={label} colSpan={3}>
              {label}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

function markOf(bit: string | undefined): string | undefined {
  return bit === '1' ? css.on : 'hatch';
}

'use client';
// A range over round stops, with the distribution of what could be chosen above it.
import { useState } from 'react';
import { Label } from 'react-aria-components/Label';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components/Slider';
import { type Histogram, stopIndex } from '../../model/histogram.ts';
import type { Span } from '../../model/view-state.ts';
import css from './filter-rail.module.css';

interface RangeProps {
  name: string;
  chart: Histogram;
  span: Span;
  say(value: number): string;
  onSpan(span: Span): void;
}

export function RangeFilter({ name, chart: { stops, bars }, span, say, onSpan }: RangeProps) {
  const last = stops.length - 1;
  const settled = [stopIndex(stops, span.from, 'from'), stopIndex(stops, span.to, 'to')] as const;
  const [dragged, setDragged] = useState<readonly number[] | null>(null);
  const [from = 0, to = last] = dragged ?? settled;
  const most = Math.max(1, ...bars);
  const at = (index: number) => stops[index] ?? null;
  const word = (index: number) => sayStop(at(index), say);
  const settle = ([low = 0, high = last]: readonly number[]) => {
    setDragged(null);
    onSpan({ from: low <= 0 ? null : at(low), to: high >= last ? null : at(high) });
  };
  return (
    <Slider
      className={css.section ?? ''}
      minValue={0}
      maxValue={last}
      value={[from, to]}
      onChange={(value) => setDragged(value as number[])}
      onChangeEnd={(value) => settle(value as number[])}
      isDisabled={last < 1}
    >
      <div className={css.title}>
        <Label>{name}</Label>
        <output>{from === 0 && to === last ? 'any' : `${word(from)} to ${word(to)}`}</output>
      </div>
      <div className={css.bars} aria-hidden>
        {bars.map((count, index) => (
          <i
            key={String(at(index))}
            data-in={(index >= from && index < to) || undefined}
            style={{ height: count === 0 ? 1 : `${8 + (count / most) * 92}%` }}
          />
        ))}
      </div>
      <SliderTrack className={css.track ?? ''}>
        <span className={css.fill} style={{ left: `${(from / last) * 100}%`, right: `${100 - (to / last) * 100}%` }} />
        <SliderThumb index={0} className={css.thumb ?? ''} aria-label={`${name}, from ${word(from)}`} />
        <SliderThumb index={1} className={css.thumb ?? ''} aria-label={`${name}, to ${word(to)}`} />
      </SliderTrack>
    </Slider>
  );
}

/** An open end has no number. */
function sayStop(stop: number | null, say: (value: number) => string): string {
  return stop === null ? 'any' : say(stop);
}

interface TopProps {
  name: string;
  stops: readonly number[];
  top: number | null;
  say(value: number): string;
  onTop(top: number | null): void;
}

export function TopFilter({ name, stops, top, say, onTop }: TopProps) {
  const last = stops.length - 1;
  const [dragged, setDragged] = useState<number | null>(null);
  const now = dragged ?? stopIndex(stops, top, 'to');
  const at = (index: number) => stops[index] ?? 0;
  return (
    <Slider
      className={css.section ?? ''}
      minValue={0}
      maxValue={last}
      value={now}
      onChange={(value) => setDragged(value as number)}
      onChangeEnd={(value) => {
        setDragged(null);
        onTop((value as number) >= last ? null : at(value as number));
      }}
      isDisabled={last < 1}
    >
      <div className={css.title}>
        <Label>{name}</Label>
        <output>{now === last ? 'any' : `up to ${say(at(now))}`}</output>
      </div>
      <SliderTrack className={css.track ?? ''}>
        <span className={css.fill} style={{ left: 0, right: `${100 - (now / Math.max(1, last)) * 100}%` }} />
        <SliderThumb className={css.thumb ?? ''} aria-label={`${name}, up to ${say(at(now))}`} />
      </SliderTrack>
      <div className={css.ends} aria-hidden>
        <span>{say(at(0))}</span>
        <span>{say(at(last))}</span>
      </div>
    </Slider>
  );
}

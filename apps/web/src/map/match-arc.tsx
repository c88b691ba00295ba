// One match on the map: width by value, dash by state, arrow at the demand, a thin halo under everything.

import { euros } from '@crg/story/format';
import type { Entry } from '../model/entry.ts';
import { familyColour, familyIcons } from '../ui/family-icon.tsx';
import type { ArcShape } from './arc-shape.ts';
import type { Xy } from './camera.ts';
import css from './city-map.module.css';

export interface ArcProps {
  entry: Entry;
  shape: ArcShape;
  width: number;
  selected: boolean;
  dimmed: boolean;
  onSelect(): void;
  onHover(inside: boolean): void;
}

export function MatchArc({ entry, shape, width, selected, dimmed, onSelect, onHover }: ArcProps) {
  const dash = entry.kind === 'match' ? '7 4' : `0 ${width + 3.5}`;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer's way; the list says the same to keyboard and screen reader
    <g
      style={familyColour(entry.family)}
      className={`${css.arc} ${dimmed ? css.dimmed : ''}`}
      data-arc={entry.id}
      onClick={onSelect}
      onPointerEnter={() => onHover(true)}
      onPointerLeave={() => onHover(false)}
    >
      <path d={shape.path} className={css.arcHalo} strokeWidth={width + (selected ? 6 : 2.6)} />
      {selected ? <path d={shape.path} className={css.arcSelected} strokeWidth={width + 4} /> : null}
      <path
        d={shape.path}
        className={css.arcLine}
        strokeWidth={width}
        strokeDasharray={dash}
        strokeLinecap={entry.kind === 'match' ? 'butt' : 'round'}
      />
      <polygon points={shape.arrow} className={css.arrow} />
      <path d={shape.path} className={css.arcTarget} />
    </g>
  );
}

export function ArcBadge({ entry, at }: { entry: Entry; at: Xy }) {
  const Icon = familyIcons[entry.family];
  return (
    <g
      transform={`translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})`}
      style={familyColour(entry.family)}
      className={css.badge}
    >
      <circle r="10" />
      <Icon x={-6} y={-6} size={12} strokeWidth={2} aria-hidden />
    </g>
  );
}

export function ArcValue({ entry, at }: { entry: Entry; at: Xy }) {
  const Icon = familyIcons[entry.family];
  const text = entry.eurPerYear === null ? 'near miss' : `${euros(entry.eurPerYear)}/yr`;
  const width = text.length * 7.1 + 42;
  return (
    <g transform={`translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})`} className={css.value}>
      <rect x={-width / 2} y="-13" width={width} height="26" rx="13" />
      <Icon x={-width / 2 + 10} y={-7} size={14} strokeWidth={2} aria-hidden />
      <text x={-width / 2 + 30} y="4.5">
        {text}
      </text>
    </g>
  );
}

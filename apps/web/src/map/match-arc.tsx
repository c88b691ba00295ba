// One match on the map: width by value, dash by state, arrow at the demand, a thin halo under everything.

import { euros } from '@crg/story/format';
import { familyColour, familyIcons } from '../ui/family-icon.tsx';
import type { ArcShape } from './arc-shape.ts';
import type { Xy } from './camera.ts';
import css from './city-map.module.css';
import type { MapArc } from './map-arc.ts';

export interface ArcProps {
  arc: MapArc;
  shape: ArcShape;
  width: number;
  selected: boolean;
  dimmed: boolean;
  onSelect(id: string): void;
  onHover(id: string | null): void;
}

export function MatchArc({ arc, shape, width, selected, dimmed, onSelect, onHover }: ArcProps) {
  const dash = arc.kind !== 'near_miss' ? '7 4' : `0 ${width + 3.5}`;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer's way; the list says the same to keyboard and screen reader
    <g
      style={familyColour(arc.family)}
      className={`${css.arc} ${dimmed ? css.dimmed : ''}`}
      data-arc={arc.id}
      onClick={() => onSelect(arc.id)}
      onPointerEnter={() => onHover(arc.id)}
      onPointerLeave={() => onHover(null)}
    >
      <path d={shape.path} className={css.arcHalo} strokeWidth={width + (selected ? 6 : 2.6)} />
      {selected ? <path d={shape.path} className={css.arcSelected} strokeWidth={width + 4} /> : null}
      <path
        d={shape.path}
        className={css.arcLine}
        strokeWidth={width}
        strokeDasharray={dash}
        strokeLinecap={arc.kind !== 'near_miss' ? 'butt' : 'round'}
      />
      <polygon points={shape.arrow} className={css.arrow} />
      <path d={shape.path} className={css.arcTarget} />
    </g>
  );
}

export function ArcBadge({ arc, at }: { arc: MapArc; at: Xy }) {
  const Icon = familyIcons[arc.family];
  return (
    <g
      transform={`translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})`}
      style={familyColour(arc.family)}
      className={css.badge}
    >
      <circle r="10" />
      <Icon x={-6} y={-6} size={12} strokeWidth={2} aria-hidden />
    </g>
  );
}

/** @param pairs how many the arc stands for; the value is that of the most valuable one */
export function ArcValue({ arc, pairs, at }: { arc: MapArc; pairs: number; at: Xy }) {
  const Icon = familyIcons[arc.family];
  const value = arc.eurPerYear === null ? 'near miss' : `${euros(arc.eurPerYear)}/yr`;
  const text = pairs === 1 ? value : `${value}, best of ${pairs}`;
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

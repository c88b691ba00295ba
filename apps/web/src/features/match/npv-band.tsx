// The net present value on one axis: what nine draws in ten exceed and stay under, and how far everything at once could go.
import type { Band, Percentiles } from '@crg/api-contract/match';
import { euros, eurosRough } from '@crg/story/format';
import { axisTicks } from './axis-ticks.ts';
import css from './npv-band.module.css';

const [left, right, width] = [30, 530, 560];
/** Below this distance two labels would touch. */
const labelRoom = 76;

interface Props {
  /** Everything unfavourable, the middle, everything favourable. */
  readonly band: Band;
  /** null: the pair was not sampled. */
  readonly draws: Percentiles | null;
}

export function NpvBand({ band, draws }: Props) {
  const inner = draws ?? { p10: band.low, p50: band.mid, p90: band.high };
  const from = Math.min(0, band.low, inner.p10);
  const to = Math.max(0, band.high, inner.p90);
  const room = (to - from) * 0.05 || 1;
  const x = (value: number) => left + ((value - from + room) / (to - from + 2 * room)) * (right - left);
  const zero = x(0);
  const [p10, p50, p90] = [x(inner.p10), x(inner.p50), x(inner.p90)];
  const names = draws ? (['P10', 'P50', 'P90'] as const) : (['low', 'mid', 'high'] as const);
  const say = draws ? eurosRough : euros;
  const text = `Net present value: ${names[0]} ${say(inner.p10)}, ${names[1]} ${say(inner.p50)}, ${names[2]} ${say(inner.p90)}; everything unfavourable ${euros(band.low)}, everything favourable ${euros(band.high)}`;
  return (
    <svg className={css.band} viewBox={`0 0 ${width} 118`} role="img" aria-label={text}>
      <defs>
        <pattern id="npv-loss" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V4" className={css.loss} />
        </pattern>
      </defs>
      <path d={`M${x(band.low)} 55H${x(band.high)}`} className={css.envelope} />
      <path d={`M${x(band.low)} 49v12M${x(band.high)} 49v12`} className={css.envelope} />
      <rect x={p10} y="40" width={Math.max(1, p90 - p10)} height="30" rx="2" className={css.range} />
      {p10 < zero ? (
        <rect x={p10} y="40" width={Math.min(p90, zero) - p10} height="30" rx="2" fill="url(#npv-loss)" />
      ) : null}
      <path d={`M${zero} 26V88`} className={css.zero} />
      <path d={`M${p50} 35V75`} className={css.mid} />
      <Mark x={p10} name={names[0]} value={say(inner.p10)} row={p50 - p10 < labelRoom ? 0 : 1} anchor="middle" />
      <Mark x={p50} name={names[1]} value={say(inner.p50)} row={1} anchor="middle" />
      <Mark x={p90} name={names[2]} value={say(inner.p90)} row={p90 - p50 < labelRoom ? 0 : 1} anchor="middle" />
      <path d={`M${left} 92H${right}`} className={css.line} />
      {axisTicks(from, to).map((tick) => (
        <g key={tick}>
          <path d={`M${x(tick)} 92v4`} className={css.line} />
          <text x={x(tick)} y="109" textAnchor="middle" className={css.axis}>
            {euros(tick)}
          </text>
        </g>
      ))}
    </svg>
  );
}

interface MarkProps {
  readonly x: number;
  readonly name: string;
  readonly value: string;
  /** 1: just above the band; 0: a line higher. */
  readonly row: 0 | 1;
  readonly anchor: 'middle';
}

function Mark({ x, name, value, row, anchor }: MarkProps) {
  return (
    <text x={x} y={row === 1 ? 30 : 12} textAnchor={anchor} className={css.value}>
      <tspan className={css.which}>{name} </tspan>
      {value}
    </text>
  );
}

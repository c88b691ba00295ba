// The net present value on one axis: what nine draws in ten exceed and stay under, and how far everything at once could go.
import type { Band, Percentiles } from '@crg/api-contract/match';
import { euros, eurosRough } from '@crg/story/format';
import { axisTicks } from './axis-ticks.ts';
import css from './npv-band.module.css';

const [left, right, width] = [30, 530, 560];
/** Below this distance two labels would touch. */
const labelRoom = 96;

interface Props {
  /** Everything unfavourable, the middle, everything favourable. */
  readonly band: Band;
  readonly draws: Percentiles;
}

export function NpvBand({ band, draws }: Props) {
  const from = Math.min(0, band.low, draws.p10);
  const to = Math.max(0, band.high, draws.p90);
  const room = (to - from) * 0.05 || 1;
  const x = (value: number) => left + ((value - from + room) / (to - from + 2 * room)) * (right - left);
  const zero = x(0);
  const [p10, p50, p90] = [x(draws.p10), x(draws.p50), x(draws.p90)];
  const text = `Net present value: P10 ${eurosRough(draws.p10)}, P50 ${eurosRough(draws.p50)}, P90 ${eurosRough(draws.p90)}; everything unfavourable ${euros(band.low)}, everything favourable ${euros(band.high)}`;
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
      <Mark x={p10} name="P10" value={eurosRough(draws.p10)} row={p50 - p10 < labelRoom ? 0 : 1} />
      <Mark x={p50} name="P50" value={eurosRough(draws.p50)} row={1} />
      <Mark x={p90} name="P90" value={eurosRough(draws.p90)} row={p90 - p50 < labelRoom ? 0 : 1} />
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
}

function Mark({ x, name, value, row }: MarkProps) {
  return (
    <text x={x} y={row === 1 ? 30 : 12} textAnchor="middle" className={css.value}>
      <tspan className={css.which}>{name} </tspan>
      {value}
    </text>
  );
}

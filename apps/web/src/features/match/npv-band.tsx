// Low, mid and high of the net present value on one axis, with zero where it can be negative.
import type { Band } from '@crg/api-contract/match';
import { euros } from '@crg/story/format';
import css from './npv-band.module.css';

const [left, right, width] = [28, 472, 500];

export function NpvBand({ band }: { band: Band }) {
  const from = Math.min(0, band.low);
  const to = Math.max(0, band.high);
  const room = (to - from) * 0.06 || 1;
  const x = (value: number) => left + ((value - from + room) / (to - from + 2 * room)) * (right - left);
  const ticks = axisTicks(from, to);
  const text = `Net present value: low ${euros(band.low)}, mid ${euros(band.mid)}, high ${euros(band.high)}`;
  // Labels of values that lie close together take turns above and below.
  const tight = x(band.mid) - x(band.low) < 74;
  return (
    <svg className={css.band} viewBox={`0 0 ${width} 112`} role="img" aria-label={text}>
      <path d={`M${x(0)} 22v56`} className={css.zero} />
      <text x={x(0)} y="16" textAnchor="middle" className={css.axis}>
        zero
      </text>
      <rect
        x={x(band.low)}
        y="38"
        width={Math.max(1, x(band.high) - x(band.low))}
        height="26"
        className={css.range}
        rx="2"
      />
      <rect
        x={x(band.low)}
        y="38"
        width={Math.max(1, x(band.mid) - x(band.low))}
        height="26"
        className={css.lower}
        rx="2"
      />
      {(['low', 'mid', 'high'] as const).map((end) => (
        <g key={end}>
          <path
            d={`M${x(band[end])} ${end === 'mid' ? 32 : 38}V${end === 'mid' ? 70 : 64}`}
            className={end === 'mid' ? css.mid : css.end}
          />
          <text
            x={x(band[end])}
            y={end === 'low' && tight ? 80 : 28}
            textAnchor={end === 'low' ? (tight ? 'start' : 'middle') : 'middle'}
            className={css.value}
          >
            <tspan className={css.which}>{end} </tspan>
            {euros(band[end])}
          </text>
        </g>
      ))}
      <path d={`M${left} 90H${right}`} className={css.line} />
      {ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${x(tick)} 90v4`} className={css.line} />
          <text x={x(tick)} y="106" textAnchor="middle" className={css.axis}>
            {euros(tick)}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Four to seven round values between both ends. */
export function axisTicks(from: number, to: number): readonly number[] {
  const rough = (to - from) / 5 || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((digit) => digit * power >= rough) ?? 10) * power;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, index) => first + index * step + 0);
}

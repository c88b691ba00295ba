// How far something is: a thin bar of one or two parts, ink for what went through, amber for what needs a decision.
import css from './meter.module.css';

export interface MeterPart {
  /** 0 to 1 of the whole bar. */
  readonly share: number;
  readonly tone: 'ink' | 'near';
}

/** @param value 0 to 100, or null while the end is not known */
export function Meter({ label, parts, value }: { label: string; parts: readonly MeterPart[]; value: number | null }) {
  return (
    <div
      className={css.meter}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(value === null ? {} : { 'aria-valuenow': value })}
    >
      {parts
        .filter(({ share }) => share > 0)
        .map(({ share, tone }) => (
          <i key={tone} data-tone={tone} style={{ width: `${Math.min(1, share) * 100}%` }} />
        ))}
    </div>
  );
}

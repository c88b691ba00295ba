// The inputs that move the net present value most: one bar each, from its low to its high end, around the middle.
import { eurosRough } from '@crg/story/format';
import type { DriverStory } from '@crg/story/uncertainty-story';
import css from './tornado.module.css';

interface Props {
  readonly drivers: readonly DriverStory[];
  /** NPV with every input at its middle. */
  readonly middle: number;
}

export function Tornado({ drivers, middle }: Props) {
  const values = drivers.flatMap(({ npvAtLow, npvAtHigh }) => [npvAtLow, npvAtHigh]);
  const least = Math.min(middle, ...values);
  const most = Math.max(middle, ...values);
  const at = (value: number) => ((value - least) / (most - least || 1)) * 100;
  return (
    <ol className={css.list}>
      {drivers.map((driver) => {
        const rises = driver.npvAtHigh >= driver.npvAtLow;
        const [from, to] = rises ? [driver.npvAtLow, driver.npvAtHigh] : [driver.npvAtHigh, driver.npvAtLow];
        const [fromInput, toInput] = rises ? [driver.low, driver.high] : [driver.high, driver.low];
        return (
          <li key={driver.input}>
            <p className={css.name}>
              <b>{driver.label}</b>
              <span>{driver.share} of the spread</span>
            </p>
            <div className={css.row}>
              <p className={css.end}>
                <b>{eurosRough(from)}</b>
                <span>at {fromInput}</span>
              </p>
              <div className={css.bar} aria-hidden>
                <i
                  data-side="below"
                  style={{ left: `${at(from)}%`, width: `${Math.max(0, at(Math.min(middle, to)) - at(from))}%` }}
                />
                <i
                  data-side="above"
                  style={{
                    left: `${at(Math.max(middle, from))}%`,
                    width: `${Math.max(0, at(to) - at(Math.max(middle, from)))}%`,
                  }}
                />
                <em style={{ left: `${at(middle)}%` }} />
                {least < 0 && most > 0 ? <s style={{ left: `${at(0)}%` }} /> : null}
              </div>
              <p className={css.end} data-end="high">
                <b>{eurosRough(to)}</b>
                <span>at {toInput}</span>
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

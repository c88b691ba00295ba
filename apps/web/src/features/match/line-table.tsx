// Lines of a sum as a table with a waterfall: what is saved, what it costs, what is left.
import type { Line } from '@crg/api-contract/match';
import { timesSign } from '@crg/story/made';
import { Ask } from './asked.tsx';
import css from './line-table.module.css';

interface Props {
  caption: string;
  /** Of the keys under which "how was this made" knows the lines. */
  prefix: string;
  lines: readonly Line[];
  /** Lines that are sums of the ones before: they start at zero again. */
  sums: readonly string[];
  say(amount: number): string;
}

export function LineTable({ caption, prefix, lines, sums, say }: Props) {
  const spans = spansOf(lines, sums);
  const least = Math.min(0, ...spans.map(({ from, to }) => Math.min(from, to)));
  const most = Math.max(0, ...spans.map(({ from, to }) => Math.max(from, to)));
  const at = (value: number) => ((value - least) / (most - least || 1)) * 100;
  return (
    <table className={css.table}>
      <caption className="vh">{caption}</caption>
      <colgroup>
        <col className={css.lineColumn} />
        <col className={css.barColumn} />
        <col className={css.amountColumn} />
      </colgroup>
      <thead className="vh">
        <tr>
          <th scope="col">Line</th>
          <th scope="col">Bar</th>
          <th scope="col">Amount</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => {
          const { from, to } = spans[index] ?? { from: 0, to: 0 };
          const sum = sums.includes(line.id);
          return (
            <tr key={line.id} data-sum={sum || undefined}>
              <th scope="row">
                {line.label}
                <span className={css.formula}>{timesSign(line.formula)}</span>
              </th>
              <td className={css.bar}>
                <i
                  aria-hidden
                  className={to < from ? 'minus' : ''}
                  style={{
                    left: `${at(Math.min(from, to))}%`,
                    width: `${Math.max(0.8, Math.abs(at(to) - at(from)))}%`,
                  }}
                />
                {least < 0 ? <em aria-hidden style={{ left: `${at(0)}%` }} /> : null}
              </td>
              <td className={css.amount}>
                <Ask about={`${prefix}.${line.id}`}>{say(line.amount)}</Ask>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function spansOf(lines: readonly Line[], sums: readonly string[]): readonly { from: number; to: number }[] {
  let running = 0;
  return lines.map(({ id, amount }) => {
    const from = sums.includes(id) ? 0 : running;
    running = from + amount;
    return { from, to: running };
  });
}

// The same rows as the drawing, in the same order; a chosen row lights its ribbon.
import { familyLabel } from '@crg/story/families';
import Link from 'next/link';
import { FamilyIcon } from '../../ui/family-icon.tsx';
import { StateRing } from '../../ui/state-ring.tsx';
import type { SankeyRow } from './gather-rows.ts';
import css from './sankey.module.css';

interface Props {
  readonly rows: readonly SankeyRow[];
  readonly head: string;
  readonly say: (amount: number) => string;
  readonly lit: string | null;
  readonly onLight: (key: string | null) => void;
}

export function SankeyTable({ rows, head, say, lit, onLight }: Props) {
  return (
    <div className={css.tableScroll}>
      <table className={css.table}>
        <caption className="vh">The rows of the drawing above, widest first</caption>
        <thead>
          <tr>
            <th scope="col">Family</th>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col" className={css.number}>
              {head}
            </th>
            <th scope="col" className={css.number}>
              Share
            </th>
            <th scope="col">State</th>
            <th scope="col">Matches</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} row={row} say={say} lit={lit === row.key} onLight={onLight} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, say, lit, onLight }: { row: SankeyRow; lit: boolean } & Pick<Props, 'say' | 'onLight'>) {
  const [only] = row.matches;
  const one = row.matches.length === 1 && only !== undefined;
  return (
    <tr data-lit={lit || undefined}>
      <td>
        <button
          type="button"
          className={css.light}
          aria-pressed={lit}
          aria-label={`Light ${row.supply} to ${row.demand}, ${familyLabel(row.family)}`}
          onClick={() => onLight(lit ? null : row.key)}
        >
          <FamilyIcon family={row.family} size={20} named />
          {familyLabel(row.family)}
        </button>
      </td>
      <td>{row.supply}</td>
      <td>{row.demand}</td>
      <td className={css.number}>
        <b>{say(row.amount)}</b>
      </td>
      <td className={css.number}>{(row.share * 100).toFixed(1)} %</td>
      <td>
        <span className={css.state}>
          <StateRing kind="match" /> Suggested
        </span>
      </td>
      <td>
        {one ? (
          <Link href={`/matches/${encodeURIComponent(only.id)}`} prefetch={false}>
            Open
          </Link>
        ) : (
          `${row.matches.length} matches`
        )}
      </td>
    </tr>
  );
}

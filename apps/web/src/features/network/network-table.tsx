// The same network as a table: one row per site, most valuable first, with the partners it could have.

import { familyLabel } from '@crg/story/families';
import { euros } from '@crg/story/format';
import Link from 'next/link';
import { FamilyIcon } from '../../ui/family-icon.tsx';
import type { Network, NetworkEdge, NetworkNode } from './gather-network.ts';
import css from './network.module.css';

interface Props {
  readonly network: Network;
  readonly chosen: string | null;
  readonly onChoose: (site: string | null) => void;
}

export function NetworkTable({ network: { nodes, edges }, chosen, onChoose }: Props) {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const partners = (id: string) =>
    new Set(edges.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : [])));
  return (
    <div className={css.tableScroll}>
      <table className={css.table}>
        <caption className="vh">The sites of the drawing above, most valuable first</caption>
        <thead>
          <tr>
            <th scope="col">Site of</th>
            <th scope="col" className={css.number}>
              Partners
            </th>
            <th scope="col" className={css.number}>
              Could give
            </th>
            <th scope="col" className={css.number}>
              Could take
            </th>
            <th scope="col" className={css.number}>
              EUR per year
            </th>
          </tr>
        </thead>
        <tbody>
          {nodes.map((node) => (
            <NodeRow
              key={node.id}
              node={node}
              partners={partners(node.id).size}
              edges={node.id === chosen ? edges.filter(({ from, to }) => from === chosen || to === chosen) : null}
              names={names}
              onChoose={onChoose}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly node: NetworkNode;
  readonly partners: number;
  /** Of the chosen node; null of the others. */
  readonly edges: readonly NetworkEdge[] | null;
  readonly names: ReadonlyMap<string, string>;
  readonly onChoose: Props['onChoose'];
}

function NodeRow({ node, partners, edges, names, onChoose }: RowProps) {
  const chosen = edges !== null;
  return (
    <>
      <tr data-chosen={chosen || undefined}>
        <td>
          <button
            type="button"
            className={css.choose}
            aria-expanded={chosen}
            onClick={() => onChoose(chosen ? null : node.id)}
          >
            {node.name}
          </button>
        </td>
        <td className={css.number}>{partners}</td>
        <td className={css.number}>{node.gives}</td>
        <td className={css.number}>{node.takes}</td>
        <td className={css.number}>
          <b>{euros(node.eurPerYear)}</b>
        </td>
      </tr>
      {edges?.map((edge) => (
        <EdgeRow key={edge.key} edge={edge} node={node} names={names} />
      ))}
    </>
  );
}

function EdgeRow({ edge, node, names }: { edge: NetworkEdge; node: NetworkNode; names: ReadonlyMap<string, string> }) {
  const [best] = edge.matches;
  const gives = edge.from === node.id;
  const partner = names.get(gives ? edge.to : edge.from) ?? '';
  return (
    <tr className={css.edgeRow}>
      <td colSpan={4}>
        <FamilyIcon family={edge.family} size={18} named /> {familyLabel(edge.family)} {gives ? 'to' : 'from'} {partner}
        {best ? (
          <Link href={`/matches/${encodeURIComponent(best.id)}`} prefetch={false}>
            {edge.matches.length === 1 ? 'Open the match' : `Open the best of ${edge.matches.length}`}
          </Link>
        ) : null}
      </td>
      <td className={css.number}>{euros(edge.eurPerYear)}</td>
    </tr>
  );
}

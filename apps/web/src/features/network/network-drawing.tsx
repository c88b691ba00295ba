// Sites as discs and what could pass between them as arrows. Arrow keys walk the edges.
import { euros } from '@crg/story/format';
import type { KeyboardEvent } from 'react';
import { familyColour } from '../../ui/family-icon.tsx';
import type { Network, NetworkEdge, NetworkNode } from './gather-network.ts';
import css from './network.module.css';
import type { NetworkPlaces, Place } from './network-layout.ts';
import { type Direction, directions, neighboursOf, neighbourTowards } from './walk-edges.ts';

interface Props {
  readonly network: Network;
  readonly places: NetworkPlaces;
  readonly chosen: string | null;
  readonly onChoose: (site: string | null) => void;
}

/** Names of the most valuable nodes stand beside them; of the others only when they are chosen or next to it. */
const namesAtMost = 24;

export function NetworkDrawing({ network, places, chosen, onChoose }: Props) {
  const { nodes, edges } = network;
  const near = chosen === null ? null : neighboursOf(network, chosen);
  const largest = Math.max(1, ...edges.map(({ eurPerYear }) => eurPerYear));
  const { x, y, width, height } = places.box;
  const walk = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onChoose(null);
    if (!(event.key in directions)) return;
    event.preventDefault();
    const next = chosen === null ? nodes[0]?.id : neighbourTowards(network, places.at, chosen, event.key as Direction);
    if (next) onChoose(next);
  };
  const node = nodes.find(({ id }) => id === chosen);
  return (
    <div className={css.stage}>
      <svg
        className={css.drawing}
        viewBox={`${x} ${y} ${width} ${height}`}
        role="application"
        aria-label={`Network of ${nodes.length} sites and ${edges.length} edges. Arrow keys walk the edges; the table below has them all.`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: one tab stop; arrow keys walk from site to site
        tabIndex={0}
        onKeyDown={walk}
      >
        <defs>
          <marker
            id="towards"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="9"
            markerHeight="9"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0L8 4L0 8z" className={css.tip} />
          </marker>
        </defs>
        {edges.map((edge) => (
          <Edge
            key={edge.key}
            edge={edge}
            places={places}
            width={1.2 + 4 * Math.sqrt(edge.eurPerYear / largest)}
            quiet={chosen !== null && edge.from !== chosen && edge.to !== chosen}
          />
        ))}
        {nodes.map((site, rank) => (
          <Disc
            key={site.id}
            node={site}
            place={places.at.get(site.id)}
            radius={places.radius}
            named={rank < namesAtMost || site.id === chosen || near?.has(site.id) === true}
            chosen={site.id === chosen}
            quiet={near !== null && site.id !== chosen && !near.has(site.id)}
            onChoose={() => onChoose(site.id === chosen ? null : site.id)}
          />
        ))}
      </svg>
      <p className="vh" aria-live="polite">
        {node ? nodeText(node) : ''}
      </p>
    </div>
  );
}

function Edge({
  edge,
  places: { at, radius },
  width,
  quiet,
}: {
  edge: NetworkEdge;
  places: NetworkPlaces;
  width: number;
  quiet: boolean;
}) {
  const from = at.get(edge.from);
  const to = at.get(edge.to);
  if (from === undefined || to === undefined) return null;
  return (
    <path
      d={curve(from, to, radius + 3)}
      className={css.edge}
      style={familyColour(edge.family)}
      strokeWidth={width}
      data-quiet={quiet || undefined}
      markerEnd="url(#towards)"
    />
  );
}

/** Bent to one side, so that the edge back does not lie on it; ends short of the disc, where the arrow stands. */
function curve(from: Place, to: Place, gap: number): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const middle = { x: (from.x + to.x) / 2 - dy * 0.12, y: (from.y + to.y) / 2 + dx * 0.12 };
  const end = { x: to.x - (dx / length) * gap, y: to.y - (dy / length) * gap };
  return `M${round(from.x)} ${round(from.y)}Q${round(middle.x)} ${round(middle.y)} ${round(end.x)} ${round(end.y)}`;
}

function Disc({
  node,
  place,
  radius,
  named,
  chosen,
  quiet,
  onChoose,
}: {
  node: NetworkNode;
  place: Place | undefined;
  radius: number;
  named: boolean;
  chosen: boolean;
  quiet: boolean;
  onChoose: () => void;
}) {
  if (place === undefined) return null;
  const role = node.gives > 0 ? (node.takes > 0 ? 'both' : 'supply') : 'demand';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard walks with the arrow keys of the drawing
    <g
      className={css.node}
      transform={`translate(${round(place.x)} ${round(place.y)})`}
      data-role={role}
      data-chosen={chosen || undefined}
      data-quiet={quiet || undefined}
      onClick={onChoose}
    >
      <circle r={radius} className={css.disc} />
      {role === 'both' ? (
        <path d={`M0 ${-radius}A${radius} ${radius} 0 0 0 0 ${radius}z`} className={css.half} />
      ) : null}
      {chosen ? <circle r={radius + 4} className={css.ring} /> : null}
      {named ? (
        <text y={radius + 13} textAnchor="middle">
          {node.name.length > 24 ? `${node.name.slice(0, 23)}…` : node.name}
        </text>
      ) : null}
      <title>{nodeText(node)}</title>
    </g>
  );
}

function nodeText({ name, gives, takes, eurPerYear }: NetworkNode): string {
  return `${name}: could give in ${gives} and take in ${takes} matches, worth ${euros(eurPerYear)} a year`;
}

const round = (value: number) => Math.round(value * 10) / 10;

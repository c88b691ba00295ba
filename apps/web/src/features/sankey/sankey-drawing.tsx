// Who gives what to whom, as ribbons: suppliers left, families in the middle, receivers right.
import { familyLabel } from '@crg/story/families';
import { familyColour, familyIcons } from '../../ui/family-icon.tsx';
import css from './sankey.module.css';
import { drawing, type PlacedNode, type SankeyLayout } from './sankey-layout.ts';

interface Props {
  readonly layout: SankeyLayout;
  readonly label: string;
  readonly lit: string | null;
  readonly say: (amount: number) => string;
  readonly onLight: (key: string | null) => void;
}

export function SankeyDrawing({ layout, label, lit, say, onLight }: Props) {
  return (
    <div className={css.scroll}>
      <svg className={css.drawing} viewBox={`0 0 ${drawing.width} ${layout.height}`} role="img" aria-label={label}>
        <g className={css.heads}>
          <text x={drawing.left} y="12" textAnchor="end">
            Supply
          </text>
          <text x={drawing.width / 2} y="12" textAnchor="middle">
            Resource family
          </text>
          <text x={drawing.width - drawing.right} y="12">
            Demand
          </text>
        </g>
        {layout.ribbons.map(({ key, family, width, paths }) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the row of the table below does the same by keyboard
          <g
            key={key}
            className={css.ribbon}
            data-lit={lit === key || undefined}
            style={familyColour(family)}
            onClick={() => onLight(lit === key ? null : key)}
          >
            {paths.map((path) => (
              <path key={path} d={path} strokeWidth={width} />
            ))}
          </g>
        ))}
        {layout.nodes.map((node) => (
          <Name key={node.id} node={node} say={say} />
        ))}
      </svg>
    </div>
  );
}

function Name({ node, say }: { node: PlacedNode; say: Props['say'] }) {
  const { side, family, x, y, height } = node;
  const middle = y + height / 2;
  if (family !== null) {
    const Icon = familyIcons[family];
    return (
      <g style={familyColour(family)}>
        <rect x={x} y={y} width={drawing.nodeWidth} height={Math.max(2, height)} className={css.family} rx="2" />
        <g transform={`translate(${x + drawing.nodeWidth + 6} ${middle - 8})`}>
          <Icon size={16} aria-hidden className={css.icon} />
          <text x="21" y="12" className={css.name}>
            {familyLabel(family)} <tspan className={css.amount}>{say(node.amount)}</tspan>
          </text>
        </g>
      </g>
    );
  }
  const left = side === 'supply';
  const text = {
    x: left ? x - 9 : x + drawing.nodeWidth + 9,
    y: middle - 4,
    textAnchor: left ? 'end' : 'start',
  } as const;
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={drawing.nodeWidth}
        height={Math.max(2, height)}
        className={left ? css.supply : css.demand}
        rx="3"
      />
      <text {...text} className={css.name}>
        {cut(node.name)}
        <tspan className={css.amount} x={text.x} dy="16">
          {say(node.amount)}
        </tspan>
      </text>
      <title>{`${node.name}, ${say(node.amount)}`}</title>
    </g>
  );
}

/** What fits beside the drawing; the whole name stands in the table and in the title. */
function cut(name: string): string {
  return name.length <= 27 ? name : `${name.slice(0, 26)}…`;
}

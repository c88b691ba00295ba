// Sites gathered into one mark: how many, and a small bar of the families of their flows.
import type { Family } from '@crg/api-contract/family';
import type { ClusterMark } from '@crg/api-contract/map';
import { families, familyLabel } from '@crg/story/families';
import { digits } from '@crg/story/format';
import { familyColour } from '../ui/family-icon.tsx';
import css from './city-map.module.css';
import type { Bubble } from './place-marks.ts';
import type { MarkState } from './site-mark.tsx';

export function BubbleMark({ bubble, state }: { bubble: Bubble; state: MarkState }) {
  const { cluster, radius } = bubble;
  const width = radius * 1.15;
  return (
    <g transform={`translate(${bubble.x.toFixed(1)} ${bubble.y.toFixed(1)})`}>
      <circle r={radius + 2.5} className={css.halo} />
      {state.marked ? <circle r={radius + 4.5} className={css.ring} /> : null}
      {state.active ? <circle r={radius + 7} className={css.focus} /> : null}
      <circle r={radius - 1} className={css.hollow} />
      <text y={cluster.supplies + cluster.demands === 0 ? 4 : 2} textAnchor="middle" className={css.bubbleCount}>
        {shortCount(cluster.sites)}
      </text>
      <g transform={`translate(${-width / 2} 5.5)`}>
        {familyBar(cluster.families, width).map(({ family, x, width: part }) => (
          <rect key={family} x={x} width={part} height="4" style={familyColour(family)} className={css.bubblePart} />
        ))}
      </g>
    </g>
  );
}

export interface BarPart {
  readonly family: Family;
  readonly x: number;
  readonly width: number;
}

/** Shares of the flows by family, in the fixed order of families; the smallest share can still be seen. */
export function familyBar(counts: ClusterMark['families'], width: number): readonly BarPart[] {
  const there = families.filter((family) => (counts[family] ?? 0) > 0);
  const least = 2;
  const all = there.reduce((sum, family) => sum + (counts[family] ?? 0), 0);
  const room = Math.max(0, width - there.length * least);
  let x = 0;
  return there.map((family) => {
    const part = { family, x, width: least + ((counts[family] ?? 0) / all) * room };
    x += part.width;
    return part;
  });
}

/** `1,240 sites: water 800 flows, heat 300`, the largest families first. */
export function bubbleText({ sites, families: counts, expansion_zoom }: ClusterMark): string {
  const most = familiesBySize(counts).slice(0, 4);
  const flows = most.map(({ family, flows }) => `${familyLabel(family).toLowerCase()} ${flows.toLocaleString('en')}`);
  const what = flows.length === 0 ? 'no flows' : `flows: ${flows.join(', ')}`;
  const how = expansion_zoom === null ? 'at one point, press to fan them out' : 'press to zoom in';
  return `${shortCount(sites)} sites, ${what}, ${how}`;
}

export function familiesBySize(counts: ClusterMark['families']): readonly { family: Family; flows: number }[] {
  return families
    .map((family) => ({ family, flows: counts[family] ?? 0 }))
    .filter(({ flows }) => flows > 0)
    .sort((a, b) => b.flows - a.flows);
}

/** 12,480 as 12.5k. */
function shortCount(count: number): string {
  return count < 1_000 ? String(count) : `${digits(count / 1_000)}k`;
}

// The arcs of the map in SVG: all of them while they are few, the chosen one and the icons always.
import { memo } from 'react';
import { ArcBadge, ArcValue, MatchArc } from './match-arc.tsx';
import type { DrawnArc, Scene } from './scene.ts';

interface Props {
  readonly arcs: readonly DrawnArc[];
  readonly chosen: DrawnArc | null;
  onSelect(id: string): void;
  onHover(id: string | null): void;
}

/** The least important first, so that the others lie on top. */
export const MapArcs = memo(function MapArcs({ arcs, chosen, onSelect, onHover }: Props) {
  const others = arcs.filter(({ arc }) => arc.id !== chosen?.arc.id).toReversed();
  return (
    <g aria-hidden>
      {[...others, ...(chosen ? [chosen] : [])].map((drawn) => (
        <MatchArc
          key={drawn.arc.id}
          arc={drawn.arc}
          shape={drawn.shape}
          width={drawn.width}
          selected={drawn === chosen}
          dimmed={chosen !== null && drawn !== chosen}
          onSelect={onSelect}
          onHover={onHover}
        />
      ))}
    </g>
  );
});

export function ArcSigns({ badges, chosen }: { badges: Scene['badges']; chosen: DrawnArc | null }) {
  const at = chosen?.shape.spots[0];
  return (
    <g aria-hidden>
      {chosen ? null : badges.map((badge) => <ArcBadge key={badge.arc.id} arc={badge.arc} at={badge.at} />)}
      {chosen && at ? <ArcValue arc={chosen.arc} pairs={chosen.pairs} at={at} /> : null}
    </g>
  );
}

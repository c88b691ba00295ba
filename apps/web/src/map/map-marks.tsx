// The marks of the map as a list with an active descendant: discs, clusters and chips, pressed or walked to.
import { memo } from 'react';
import { BubbleMark, bubbleText } from './bubble-mark.tsx';
import css from './city-map.module.css';
import type { Label } from './place-labels.ts';
import type { Placed } from './place-marks.ts';
import { ChipMark, DiscMark, type MarkState, siteText } from './site-mark.tsx';

interface Props {
  readonly placed: readonly Placed[];
  readonly labels: ReadonlyMap<string, Label>;
  readonly pairsAt: ReadonlyMap<string, number>;
  /** Ids of the marks at the ends of the chosen arc, or of the selected site. */
  readonly ends: ReadonlySet<string>;
  readonly isDimmed: boolean;
  readonly active: string | null;
  readonly site: string | null;
  onPress(mark: Placed): void;
  onPoint(mark: Placed | null): void;
}

export function MapMarks({ placed, labels, pairsAt, ends, isDimmed, active, site, onPress, onPoint }: Props) {
  return placed.map((mark) => (
    <Mark
      key={`${mark.kind} ${mark.id}`}
      mark={mark}
      label={labels.get(mark.id)}
      pairs={pairsAt.get(mark.id) ?? 0}
      marked={ends.has(mark.id)}
      active={active === mark.id}
      dimmed={isDimmed && !ends.has(mark.id)}
      isSelected={site === mark.id}
      onPress={onPress}
      onPoint={onPoint}
    />
  ));
}

interface MarkProps extends MarkState {
  readonly mark: Placed;
  readonly label: Label | undefined;
  readonly pairs: number;
  readonly isSelected: boolean;
  onPress(mark: Placed): void;
  onPoint(mark: Placed | null): void;
}

const Mark = memo(function Mark({ mark, label, pairs, isSelected, onPress, onPoint, ...state }: MarkProps) {
  return (
    <g
      id={`mark-${mark.id}`}
      role="option"
      aria-selected={isSelected}
      aria-label={mark.kind === 'bubble' ? bubbleText(mark.cluster) : siteText(mark, pairs)}
      className={`${css.mark} ${state.dimmed ? css.dimmed : ''}`}
      onClick={() => onPress(mark)}
      onPointerEnter={() => onPoint(mark)}
      onPointerLeave={() => onPoint(null)}
    >
      {mark.kind === 'bubble' ? <BubbleMark bubble={mark} state={state} /> : null}
      {mark.kind === 'disc' ? <DiscMark disc={mark} label={label} state={state} /> : null}
      {mark.kind === 'chip' ? <ChipMark chip={mark} state={state} /> : null}
    </g>
  );
});

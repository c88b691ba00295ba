// One site on the map: a disc (solid supply, hollow demand, half both) or, outside the view, a chip at the edge.

import { sectorOf } from '../model/sector.ts';
import css from './city-map.module.css';
import type { MapSite } from './map-site.ts';
import type { Label } from './place-labels.ts';
import { type Chip, chipHeight, type Disc, discRadius } from './place-marks.ts';
import { SectorIcon } from './sector-icon.tsx';
import { shortName } from './short-name.ts';

export interface MarkState {
  /** An end of the selected match, or the selected site itself. */
  readonly marked: boolean;
  readonly active: boolean;
  readonly dimmed: boolean;
}

const roles: Readonly<Record<MapSite['role'], string>> = {
  supply: 'supply',
  demand: 'demand',
  both: 'supply and demand',
  none: 'no flows',
};

/** Begins with what the mark shows, so that a voice command can name it. */
export function siteText(mark: Disc | Chip, pairs: number): string {
  const { site } = mark;
  return [
    mark.kind === 'chip' ? `${mark.name} ${mark.where}` : shortName(site.name),
    sectorOf(site.nace).label,
    roles[site.role],
    site.approximate ? 'approximate place' : null,
    `${pairs.toLocaleString('en')} shown`,
  ]
    .filter(Boolean)
    .join(', ');
}

export function DiscMark({ disc, label, state }: { disc: Disc; label: Label | undefined; state: MarkState }) {
  const { site } = disc;
  const icon = sectorOf(site.nace).icon;
  const ring = discRadius + 4.5;
  return (
    <>
      {disc.anchor ? (
        <g className={css.leader}>
          <path d={`M${disc.x} ${disc.y}L${disc.anchor.x} ${disc.anchor.y}`} />
          <circle cx={disc.anchor.x} cy={disc.anchor.y} r="2" />
        </g>
      ) : null}
      <g transform={`translate(${disc.x.toFixed(1)} ${disc.y.toFixed(1)})`}>
        <circle r={discRadius + 2.5} className={css.halo} />
        {site.approximate ? <circle r={ring} className={css.approximate} /> : null}
        {state.marked ? <circle r={ring} className={css.ring} /> : null}
        {state.active ? <circle r={discRadius + 8} className={css.focus} /> : null}
        <DiscBody role={site.role} icon={icon} />
      </g>
      {label ? (
        <text x={label.x} y={label.y} textAnchor={label.anchor} className={state.marked ? css.nameStrong : css.name}>
          {shortName(site.name)}
        </text>
      ) : null}
    </>
  );
}

function DiscBody({ role, icon }: { role: MapSite['role']; icon: ReturnType<typeof sectorOf>['icon'] }) {
  if (role === 'supply') {
    return (
      <>
        <circle r={discRadius} className={css.solid} />
        <g className={css.onSolid}>
          <SectorIcon name={icon} />
        </g>
      </>
    );
  }
  const half = role === 'both';
  return (
    <>
      <circle r={discRadius - 1} className={css.hollow} />
      {half ? (
        <path d={`M0 ${-discRadius}A${discRadius} ${discRadius} 0 0 0 0 ${discRadius}z`} className={css.solid} />
      ) : null}
      {half ? (
        <g className={css.onSolid} clipPath="url(#left-half)">
          <SectorIcon name={icon} />
        </g>
      ) : null}
      <g className={css.onHollow} clipPath={half ? 'url(#right-half)' : undefined}>
        <SectorIcon name={icon} />
      </g>
    </>
  );
}

export function ChipMark({ chip, state }: { chip: Chip; state: MarkState }) {
  const left = -chip.width / 2;
  return (
    <g transform={`translate(${chip.x.toFixed(1)} ${chip.y.toFixed(1)})`}>
      {state.active ? (
        <rect
          x={left - 4}
          y={-chipHeight / 2 - 4}
          width={chip.width + 8}
          height={chipHeight + 8}
          rx="17"
          className={css.focus}
        />
      ) : null}
      <rect
        x={left}
        y={-chipHeight / 2}
        width={chip.width}
        height={chipHeight}
        rx={chipHeight / 2}
        className={`${css.chip} ${chip.site.approximate ? css.chipApproximate : ''} ${state.marked ? css.chipMarked : ''}`}
      />
      <g transform={`translate(${left + 16} 0)`} className={css.onHollow}>
        <SectorIcon name={sectorOf(chip.site.nace).icon} size={14} />
      </g>
      <text x={left + 27} y="4" className={css.chipText}>
        {chip.name} <tspan className={css.chipWhere}>{chip.where}</tspan>
      </text>
    </g>
  );
}

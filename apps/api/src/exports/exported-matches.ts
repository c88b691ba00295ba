// Matches as rows and as lines between the places of their ends.
import { matchId } from '@crg/api-contract/match-id';
import type { Point } from '@crg/domain/flow';
import type { FlowInPlace } from '@crg/services/flow-in-place';
import type { Suggestion } from '@crg/stores/ports/match-store';
import type { Ends } from '../resources/ends.ts';
import { type Column, type Exported, type Geometry, type Position, positionOf } from './exported.ts';

export type ExportedMatch = readonly [Suggestion, Ends];

export const exportedMatches: Exported<ExportedMatch> = {
  id: ([{ supplyId, demandId }]) => matchId(supplyId, demandId),
  geometry: ([, { supply, demand }]) => lineBetween(supply.site.point, demand.site.point),
  columns: [
    { name: 'id', value: ([{ supplyId, demandId }]) => matchId(supplyId, demandId) },
    { name: 'state', value: () => 'suggested' },
    { name: 'family', value: ([{ family }]) => family },
    { name: 'type', value: ([{ type }]) => type },
    { name: 'score', value: ([{ score }]) => score },
    { name: 'rank', value: ([{ rank }]) => rank },
    { name: 'margin_eur_per_year', value: ([{ marginEurPerYear }]) => marginEurPerYear },
    { name: 'co2_t_per_year', value: ([{ co2TonnesPerYear }]) => co2TonnesPerYear },
    { name: 'distance_km', value: ([{ distanceKm }]) => distanceKm },
    { name: 'common_quantity', value: ([{ commonQuantity }]) => commonQuantity.amount },
    { name: 'common_quantity_unit', value: ([{ commonQuantity }]) => commonQuantity.unit },
    { name: 'precision', value: ([{ precision }]) => precision },
    ...endColumns('supply'),
    ...endColumns('demand'),
  ],
};

function endColumns(side: 'supply' | 'demand'): readonly Column<ExportedMatch>[] {
  const column = (name: string, value: (end: FlowInPlace) => string | number | null): Column<ExportedMatch> => ({
    name: `${side}_${name}`,
    value: ([, ends]) => value(ends[side]),
  });
  return [
    column('organization', ({ organization }) => organization.name),
    column('organization_id', ({ organization }) => organization.id),
    column('site', ({ site }) => site.name),
    column('site_id', ({ site }) => site.id),
    column('longitude', ({ site }) => site.point?.longitude ?? null),
    column('latitude', ({ site }) => site.point?.latitude ?? null),
    column('flow', ({ flow }) => flow.name),
    column('flow_id', ({ flow }) => flow.id),
  ];
}

/** Cut in two where the shorter way crosses the antimeridian (RFC 7946 section 3.1.9). */
export function lineBetween(from: Point | null, to: Point | null): Geometry | null {
  if (from === null || to === null) return null;
  const [start, end] = [positionOf(from), positionOf(to)];
  const apart = end[0] - start[0];
  if (Math.abs(apart) <= 180) return { type: 'LineString', coordinates: [start, end] };
  const edge = apart > 0 ? -180 : 180;
  const wholeWay = 360 - Math.abs(apart);
  const share = wholeWay === 0 ? 0 : Math.abs(edge - start[0]) / wholeWay;
  const crossing = start[1] + (end[1] - start[1]) * share;
  const parts: (readonly Position[])[] = [
    [start, [edge, crossing]],
    [[-edge, crossing], end],
  ];
  return { type: 'MultiLineString', coordinates: parts };
}

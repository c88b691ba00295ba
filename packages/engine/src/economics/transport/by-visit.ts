// People who go there and come back: services, room on a truck, space.
import type { Measure } from '@crg/domain/units';
import type { Pair } from '../../pair.ts';
import type { FactorValues } from '../factor-table.ts';
import type { FactorId } from '../factors.ts';
import { roadRouteKm } from './routes.ts';
import type { TransportCosts } from './transport-costs.ts';

export interface VisitTransport extends TransportCosts {
  readonly mode: 'visit';
  /** A year; not rounded. */
  readonly visits: number;
}

export function carryByVisit({ supply, distanceKm, commonYearly }: Pair, values: FactorValues): VisitTransport {
  const routeKm = roadRouteKm(distanceKm, values);
  const oneVisit = perVisit[supply.type.measure];
  const visits = oneVisit === null ? commonYearly : commonYearly / values[oneVisit];
  const drivenKm = visits * 2 * routeKm;
  return {
    mode: 'visit',
    routeKm,
    visits,
    investmentEur: 0,
    yearlyEur: drivenKm * values['visit.per_km'],
    electricityMwh: 0,
    vehicleCo2Kg: drivenKm * values['co2.van'],
  };
}

/** How much of the yearly quantity one visit serves, in the measure's own unit. */
export const perVisit: Readonly<Record<Measure, FactorId | null>> = {
  time: 'visit.hours',
  area: 'visit.area',
  mass: 'truck.load',
  count: 'truck.load_pallets',
  // No type of these measures is served by visits; one MWh or m3 a visit would be absurdly dear, and is meant to look so.
  energy: null,
  volume: null,
};

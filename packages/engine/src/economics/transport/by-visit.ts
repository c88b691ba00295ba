// People who go there and come back: services, room on a truck, space.
import type { Measure } from '@crg/domain/units';
import type { Pair } from '../../pair.ts';
import { factor } from '../factors.ts';
import { roadRouteKm } from './routes.ts';
import type { TransportCosts } from './transport-costs.ts';

export interface VisitTransport extends TransportCosts {
  readonly mode: 'visit';
  /** A year; not rounded. */
  readonly visits: number;
}

export function carryByVisit({ supply, distanceKm, commonYearly }: Pair): VisitTransport {
  const routeKm = roadRouteKm(distanceKm);
  const visits = commonYearly / perVisit[supply.type.measure];
  const drivenKm = visits * 2 * routeKm;
  return {
    mode: 'visit',
    routeKm,
    visits,
    investmentLow: 0,
    investmentMid: 0,
    investmentHigh: 0,
    yearlyEur: drivenKm * eurPerKm,
    electricityMwh: 0,
    vehicleCo2Kg: drivenKm * kgPerKm,
  };
}

const eurPerKm = factor('visit.per_km').mid;
const kgPerKm = factor('co2.van').mid;

/** How much of the yearly quantity one visit serves, in the measure's own unit. */
const perVisit: Readonly<Record<Measure, number>> = {
  time: factor('visit.hours').mid,
  area: factor('visit.area').mid,
  mass: factor('truck.load').mid,
  count: factor('truck.load_pallets').mid,
  // No type of these measures is served by visits; one MWh or m3 a visit would be absurdly dear, and is meant to look so.
  energy: 1,
  volume: 1,
};

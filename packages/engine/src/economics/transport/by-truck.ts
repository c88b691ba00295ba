// Loads on the road: full there, empty back.
import type { Pair } from '../../pair.ts';
import type { FactorValues } from '../factor-table.ts';
import { roadRouteKm } from './routes.ts';
import type { TransportCosts } from './transport-costs.ts';

export interface TruckTransport extends TransportCosts {
  readonly mode: 'truck';
  /** A year; not rounded, because the last load waits for the next year. */
  readonly trips: number;
  readonly eurPerTrip: number;
}

export function carryByTruck({ supply, distanceKm, commonYearly }: Pair, values: FactorValues): TruckTransport {
  const routeKm = roadRouteKm(distanceKm, values);
  const trips = commonYearly / values[supply.type.measure === 'count' ? 'truck.load_pallets' : 'truck.load'];
  const eurPerTrip = tripCost(routeKm, values);
  return {
    mode: 'truck',
    routeKm,
    trips,
    eurPerTrip,
    investmentEur: 0,
    yearlyEur: trips * eurPerTrip,
    electricityMwh: 0,
    vehicleCo2Kg: trips * tripCo2Kg(routeKm, values),
  };
}

/** EUR of one trip of `routeKm` there and empty back: the smallest price, or kilometres and an hour at the ramps. */
export function tripCost(routeKm: number, values: FactorValues): number {
  const onTheRoad = values['truck.per_km'] * routeKm * (1 + values['truck.empty_return']);
  return Math.max(values['truck.minimum'], onTheRoad + values['truck.per_hour'] * values['truck.stop_hours']);
}

/** kg of CO2e of one trip: full there, empty back. */
export function tripCo2Kg(routeKm: number, values: FactorValues): number {
  return routeKm * (values['co2.truck_full'] + values['co2.truck_empty']);
}

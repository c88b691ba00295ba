// Loads on the road: full there, empty back.
import type { Measure } from '@crg/domain/units';
import { tripCo2Kg, tripEur } from '../../formulas/materials.ts';
import type { Pair } from '../../pair.ts';
import type { FactorValues } from '../factor-table.ts';
import type { FactorId } from '../factors.ts';
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
  const trips = commonYearly / values[loadOf(supply.type.measure)];
  const eurPerTrip = tripCost(routeKm, values);
  return {
    mode: 'truck',
    routeKm,
    trips,
    eurPerTrip,
    investmentEur: 0,
    yearlyEur: trips * eurPerTrip,
    electricityMwh: 0,
    vehicleCo2Kg: trips * tripKg(routeKm, values),
  };
}

/** How much one trip carries, in the measure's own unit. */
export function loadOf(measure: Measure): FactorId {
  return measure === 'count' ? 'truck.load_pallets' : 'truck.load';
}

/** EUR of one trip of `routeKm` there and back. */
export function tripCost(routeKm: number, values: FactorValues): number {
  return tripEur(routeKm, {
    eurPerKm: values['truck.per_km'],
    emptyReturn: values['truck.empty_return'],
    eurPerHour: values['truck.per_hour'],
    stopHours: values['truck.stop_hours'],
    smallestEur: values['truck.minimum'],
  });
}

/** kg of CO2e of one trip: full there, and empty back as far as it returns empty. */
export function tripKg(routeKm: number, values: FactorValues): number {
  return tripCo2Kg({
    routeKm,
    kgPerKmFull: values['co2.truck_full'],
    kgPerKmEmpty: values['co2.truck_empty'],
    emptyReturn: values['truck.empty_return'],
  });
}

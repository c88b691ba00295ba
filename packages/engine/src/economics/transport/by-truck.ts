// Loads on the road: full there, empty back.
import type { Pair } from '../../pair.ts';
import { factor } from '../factors.ts';
import { roadRouteKm } from './routes.ts';
import type { TransportCosts } from './transport-costs.ts';

export interface TruckTransport extends TransportCosts {
  readonly mode: 'truck';
  /** A year; not rounded, because the last load waits for the next year. */
  readonly trips: number;
  readonly eurPerTrip: number;
}

export function carryByTruck({ supply, distanceKm, commonYearly }: Pair): TruckTransport {
  const routeKm = roadRouteKm(distanceKm);
  const trips = commonYearly / (supply.type.measure === 'count' ? palletsPerLoad : tonnesPerLoad);
  const eurPerTrip = tripCost(routeKm);
  return {
    mode: 'truck',
    routeKm,
    trips,
    eurPerTrip,
    investmentLow: 0,
    investmentMid: 0,
    investmentHigh: 0,
    yearlyEur: trips * eurPerTrip,
    electricityMwh: 0,
    vehicleCo2Kg: trips * tripCo2Kg(routeKm),
  };
}

/** EUR of one trip of `routeKm` there and empty back: the smallest price, or kilometres and an hour at the ramps. */
export function tripCost(routeKm: number): number {
  return Math.max(smallestPrice, eurPerKm * routeKm * (1 + emptyReturn) + hourAtRamps);
}

/** kg of CO2e of one trip: full there, empty back. */
export function tripCo2Kg(routeKm: number): number {
  return routeKm * (kgPerKmFull + kgPerKmEmpty);
}

const tonnesPerLoad = factor('truck.load').mid;
const palletsPerLoad = factor('truck.load_pallets').mid;
const smallestPrice = factor('truck.minimum').mid;
const eurPerKm = factor('truck.per_km').mid;
const emptyReturn = factor('truck.empty_return').mid;
const hourAtRamps = factor('truck.per_hour').mid * factor('truck.stop_hours').mid;
const kgPerKmFull = factor('co2.truck_full').mid;
const kgPerKmEmpty = factor('co2.truck_empty').mid;

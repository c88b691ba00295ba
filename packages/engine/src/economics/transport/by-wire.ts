// A private cable at medium voltage.
import type { Pair } from '../../pair.ts';
import type { FactorValues } from '../factor-table.ts';
import { wireRouteKm } from './routes.ts';
import type { TransportCosts } from './transport-costs.ts';

export interface WireTransport extends TransportCosts {
  readonly mode: 'wire';
  /** Cables side by side; a share of one beyond the first, so that cost does not jump. */
  readonly circuits: number;
}

export function carryByWire({ distanceKm, commonRate, commonYearly }: Pair, values: FactorValues): WireTransport {
  const routeKm = wireRouteKm(distanceKm, values);
  const circuits = Math.max(1, commonRate / values['wire.circuit']);
  return {
    mode: 'wire',
    routeKm,
    circuits,
    investmentEur: circuits * (values['wire.cable'] * routeKm * 1000 + 2 * values['wire.end']),
    yearlyEur: 0,
    electricityMwh: commonYearly * lossShare({ kw: commonRate / circuits, kilovolt: 20, routeKm }, values),
    vehicleCo2Kg: 0,
  };
}

/** Loss over power of a three-phase line: 3 I^2 R' L / P with I = P/(sqrt(3) U cos phi). */
export function lossShare(
  { kw, kilovolt, routeKm }: { kw: number; kilovolt: number; routeKm: number },
  values: FactorValues,
): number {
  const ampere = kw / (Math.sqrt(3) * kilovolt * powerFactor);
  return (3 * ampere ** 2 * values['wire.resistance'] * routeKm) / (kw * 1000);
}

const powerFactor = 0.95;

// A private cable at medium voltage.
import type { Pair } from '../../pair.ts';
import { factor } from '../factors.ts';
import { wireRouteKm } from './routes.ts';
import type { TransportCosts } from './transport-costs.ts';

export interface WireTransport extends TransportCosts {
  readonly mode: 'wire';
  /** Cables side by side; a share of one beyond the first, so that cost does not jump. */
  readonly circuits: number;
}

export function carryByWire({ distanceKm, commonRate, commonYearly }: Pair): WireTransport {
  const routeKm = wireRouteKm(distanceKm);
  const circuits = Math.max(1, commonRate / kwPerCircuit);
  const invested = (bound: 'low' | 'mid' | 'high') =>
    circuits * (cable[bound] * routeKm * 1000 + 2 * connection[bound]);
  return {
    mode: 'wire',
    routeKm,
    circuits,
    investmentLow: invested('low'),
    investmentMid: invested('mid'),
    investmentHigh: invested('high'),
    yearlyEur: 0,
    electricityMwh: commonYearly * lossShare({ kw: commonRate / circuits, kilovolt: 20, routeKm }),
    vehicleCo2Kg: 0,
  };
}

/** Loss over power of a three-phase line: 3 I^2 R' L / P with I = P/(sqrt(3) U cos phi). */
export function lossShare({ kw, kilovolt, routeKm }: { kw: number; kilovolt: number; routeKm: number }): number {
  const ampere = kw / (Math.sqrt(3) * kilovolt * powerFactor);
  return (3 * ampere ** 2 * ohmPerKm * routeKm) / (kw * 1000);
}

const kwPerCircuit = factor('wire.circuit').mid;
const cable = factor('wire.cable');
const connection = factor('wire.end');
const ohmPerKm = factor('wire.resistance').mid;
const powerFactor = 0.95;

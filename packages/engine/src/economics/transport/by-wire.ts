// A private cable at medium voltage.
import { lineLossShare } from '../../formulas/electricity.ts';
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
  const ohmPerKm = values['wire.resistance'];
  const lossShare = lineLossShare({ kw: commonRate / circuits, kilovolt, powerFactor, ohmPerKm, lengthKm: routeKm });
  return {
    mode: 'wire',
    routeKm,
    circuits,
    investmentEur: circuits * (values['wire.cable'] * routeKm * 1000 + 2 * values['wire.end']),
    yearlyEur: 0,
    electricityMwh: commonYearly * lossShare,
    vehicleCo2Kg: 0,
  };
}

const kilovolt = 20;
const powerFactor = 0.95;

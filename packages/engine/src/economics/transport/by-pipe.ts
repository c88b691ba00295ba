// Heat, steam, cold, water and gas in a new pipe between both gates.
import type { Pair } from '../../pair.ts';
import { factor } from '../factors.ts';
import { type Pipe, pipeFor } from './pipe-kinds.ts';
import { pipeRouteKm } from './routes.ts';
import type { TransportCosts } from './transport-costs.ts';

export interface PipeTransport extends TransportCosts {
  readonly mode: 'pipe';
  readonly pipe: Pipe;
  readonly pipeEur: number;
  /** Taking heat out at the source, EUR; 0 for other families. */
  readonly extractionEur: number;
  /** Fitting heat, steam or cold into the receiver's plant, EUR; 0 for other families. */
  readonly integrationEur: number;
}

export function carryByPipe(pair: Pair): PipeTransport {
  const routeKm = pipeRouteKm(pair.distanceKm);
  const lengthM = routeKm * 1000;
  const pipe = pipeFor(pair, lengthM);
  const { family } = pair.supply.type;
  const kwTakenOut = family === 'heat' ? pair.commonRate : 0;
  const plants = family === 'heat' || family === 'steam' || family === 'cooling' ? 1 : 0;
  const pipeEur = lengthM * pipe.eurPerMetreMid;
  return {
    mode: 'pipe',
    routeKm,
    pipe,
    pipeEur,
    extractionEur: extraction.mid * kwTakenOut,
    integrationEur: integration.mid * plants,
    investmentLow: lengthM * pipe.eurPerMetreLow + extraction.low * kwTakenOut + integration.low * plants,
    investmentMid: pipeEur + extraction.mid * kwTakenOut + integration.mid * plants,
    investmentHigh: lengthM * pipe.eurPerMetreHigh + extraction.high * kwTakenOut + integration.high * plants,
    yearlyEur: pipeEur * upkeepShare,
    electricityMwh: (pipe.powerKw * pair.commonHours) / 1000,
    vehicleCo2Kg: 0,
  };
}

const extraction = factor('heat.extraction');
const integration = factor('heat.integration');
const upkeepShare = factor('pipe.upkeep').mid;

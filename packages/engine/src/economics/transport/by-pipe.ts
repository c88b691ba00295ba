// Heat, steam, cold, water and gas in a new pipe between both gates.
import type { Pair } from '../../pair.ts';
import type { FactorValues } from '../factor-table.ts';
import { type LostInThePipe, lostInThePipe } from './lost-in-the-pipe.ts';
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
  /** null where the loss is not modelled. */
  readonly lost: LostInThePipe | null;
}

export function carryByPipe(pair: Pair, values: FactorValues): PipeTransport {
  const routeKm = pipeRouteKm(pair.distanceKm, values);
  const lengthM = routeKm * 1000;
  const pipe = pipeFor(pair, lengthM, values);
  const { family } = pair.supply.type;
  // Between a source and its converter, that is the converter's affair.
  const kwTakenOut = family === 'heat' && pair.conversion === undefined ? pair.commonRate : 0;
  const plants = family === 'heat' || family === 'steam' || family === 'cooling' ? 1 : 0;
  const pipeEur = lengthM * pipe.eurPerMetre;
  const extractionEur = values['heat.extraction'] * kwTakenOut;
  const integrationEur = values['heat.integration'] * plants;
  return {
    mode: 'pipe',
    routeKm,
    pipe,
    pipeEur,
    extractionEur,
    integrationEur,
    lost: lostInThePipe(pair, lengthM),
    investmentEur: pipeEur + extractionEur + integrationEur,
    yearlyEur: pipeEur * values['pipe.upkeep'],
    electricityMwh: (pipe.powerKw * pair.commonHours) / 1000,
    vehicleCo2Kg: 0,
  };
}

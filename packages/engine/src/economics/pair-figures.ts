// The money of a pair in a year, as plain numbers: what ranks pairs and what the explanation of a kept pair is written from.
import type { Pair } from '../pair.ts';
import { factor } from './factors.ts';
import { defaultAnnuity } from './finance.ts';
import { type Transport, transportOf } from './transport/transport.ts';
import { economicsOf } from './type-economics.ts';

/** All EUR/a at mid factors, except the investment inside `transport`. */
export interface PairFigures {
  readonly pair: Pair;
  readonly transport: Transport;
  readonly avoidedPurchase: number;
  readonly avoidedDisposal: number;
  readonly treatment: number;
  readonly electricity: number;
  /** Q x (value - treatment) - yearly transport. A price between the parties cancels. */
  readonly benefit: number;
  readonly annuity: number;
  readonly margin: number;
}

export function figuresOf(pair: Pair): PairFigures {
  const { supply, demand, commonYearly } = pair;
  const transport = transportOf(pair);
  const avoidedPurchase = commonYearly * demand.worth.mid;
  const avoidedDisposal = commonYearly * supply.worth.mid;
  const treatment = commonYearly * treatmentCost(demand.type.id);
  const electricity = transport.electricityMwh * electricityPrice;
  const benefit = avoidedPurchase + avoidedDisposal - treatment - electricity - transport.yearlyEur;
  const annuity = defaultAnnuity * transport.investmentMid;
  return {
    pair,
    transport,
    avoidedPurchase,
    avoidedDisposal,
    treatment,
    electricity,
    benefit,
    annuity,
    margin: benefit - annuity,
  };
}

/** EUR per unit the receiver spends before it can use the resource; 0 where its type needs none. */
function treatmentCost(demandType: string): number {
  const { treatment } = economicsOf(demandType);
  return treatment === undefined ? 0 : factor(treatment).mid;
}

const electricityPrice = factor('price.electricity').mid;

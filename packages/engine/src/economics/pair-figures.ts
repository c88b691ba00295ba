// The money of a pair in a year, as plain numbers: what ranks pairs and what the explanation of a kept pair is written from.
import type { Pair } from '../pair.ts';
import type { FactorValues } from './factor-table.ts';
import { annuityIn } from './finance.ts';
import { unitWorth } from './flow-worth.ts';
import { type Transport, transportOf } from './transport/transport.ts';
import { economicsOf } from './type-economics.ts';

/** All EUR/a at the given values of the factors, except the investment inside `transport`. */
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

export function figuresOf(pair: Pair, values: FactorValues): PairFigures {
  const { supply, demand, commonYearly } = pair;
  const transport = transportOf(pair, values);
  const avoidedPurchase = commonYearly * unitWorth(demand.worth, values);
  const avoidedDisposal = commonYearly * unitWorth(supply.worth, values);
  const treatment = commonYearly * treatmentCost(demand.type.id, values);
  const electricity = transport.electricityMwh * values['price.electricity'];
  const benefit = avoidedPurchase + avoidedDisposal - treatment - electricity - transport.yearlyEur;
  const annuity = annuityIn(values) * transport.investmentEur;
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
function treatmentCost(demandType: string, values: FactorValues): number {
  const { treatment } = economicsOf(demandType);
  return treatment === undefined ? 0 : values[treatment];
}

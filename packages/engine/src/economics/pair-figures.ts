// The money of a pair in a year, as plain numbers: what ranks pairs and what the explanation of a kept pair is written from.
import { type ConversionCosts, conversionCosts } from '../converters/conversion-costs.ts';
import { smallPlantFactor } from '../formulas/water.ts';
import type { Pair } from '../pair.ts';
import type { FactorValues } from './factor-table.ts';
import { annuityIn } from './finance.ts';
import { unitWorth } from './flow-worth.ts';
import { type GasEnergy, gasEnergyOf } from './gas-energy.ts';
import { type Transport, transportOf } from './transport/transport.ts';
import { economicsOf } from './type-economics.ts';

/** All EUR/a at the given values of the factors, except investments. */
export interface PairFigures {
  readonly pair: Pair;
  readonly transport: Transport;
  /** null for a pair without a converter. */
  readonly conversion: ConversionCosts | null;
  /** EUR: what carries the resource, and what converts it. */
  readonly investmentEur: number;
  /** What of the common quantity arrives and replaces something: all of it but for what a pipe loses, in the yearly unit. */
  readonly delivered: number;
  /** What a unit of it replaces, where a fuel gas replaces another. */
  readonly gasEnergy: GasEnergy;
  readonly avoidedPurchase: number;
  readonly avoidedDisposal: number;
  readonly treatment: number;
  readonly electricity: number;
  /** What is saved - treatment - yearly transport - what the converter takes a year. A price between the parties cancels. */
  readonly benefit: number;
  readonly annuity: number;
  readonly margin: number;
}

export function figuresOf(pair: Pair, values: FactorValues): PairFigures {
  const { supply, demand, commonYearly } = pair;
  const transport = transportOf(pair, values);
  const lost = transport.mode === 'pipe' ? transport.lost : null;
  const delivered = commonYearly - (lost?.mwhPerYear ?? 0);
  const conversion = pair.conversion === undefined ? null : conversionCosts(pair, pair.conversion, values);
  const gasEnergy = gasEnergyOf(pair, conversion?.yields.quality);
  const avoidedPurchase = delivered * gasEnergy.ratio * unitWorth(demand.worth, values);
  const avoidedDisposal = conversion?.avoidedDisposalEur ?? commonYearly * unitWorth(supply.worth, values);
  // A converter has made the resource fit: nothing is left to treat.
  const treatment = conversion === null ? commonYearly * treatmentCost(pair, values) : 0;
  const electricity = transport.electricityMwh * values['price.electricity'];
  const saved = avoidedPurchase + avoidedDisposal;
  const benefit = saved - treatment - electricity - transport.yearlyEur - (conversion?.yearlyEur ?? 0);
  const investmentEur = transport.investmentEur + (conversion?.investmentEur ?? 0);
  const annuity = annuityIn(values) * investmentEur;
  return {
    pair,
    transport,
    conversion,
    investmentEur,
    delivered,
    gasEnergy,
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
function treatmentCost({ demand, commonRate }: Pair, values: FactorValues): number {
  const { treatment } = economicsOf(demand.type.id);
  return treatment === undefined ? 0 : values[treatment] * smallPlantFactor(commonRate);
}

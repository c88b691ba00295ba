// What a converter takes and costs for what a pair exchanges: input, investment, upkeep, energy, what else comes out.
import type { FactorValues } from '../economics/factor-table.ts';
import { unitWorth } from '../economics/flow-worth.ts';
import { equivalentSize } from '../formulas/plant-size.ts';
import type { Pair } from '../pair.ts';
import { type Conversion, yieldsOf } from './convert.ts';
import type { ConverterSize } from './converter.ts';
import type { Yields } from './models/model.ts';

export interface ConversionCosts {
  readonly yields: Yields;
  /** Of what goes in, a year, in the yearly unit of its type. */
  readonly inputYearly: number;
  /** In its rate unit, while both run. */
  readonly inputRate: number;
  /** Of what goes in, a year, what goes no longer the way it goes today. */
  readonly divertedYearly: number;
  readonly size: number;
  /** The machine, and taking heat out of its source where that is not part of its price. */
  readonly machineEur: number;
  readonly extractionEur: number;
  readonly investmentEur: number;
  readonly upkeepEur: number;
  readonly electricityMwh: number;
  readonly electricityEur: number;
  readonly heatMwh: number;
  readonly heatEur: number;
  /** Costs (above 0) less worth of what else comes out. */
  readonly besidesEur: number;
  /** Upkeep, electricity, heat and the rest together. */
  readonly yearlyEur: number;
  /** Disposal of the input that the supplier no longer pays. */
  readonly avoidedDisposalEur: number;
  readonly directCo2Kg: number;
}

/** Per year, for what the pair exchanges. @throws Error when the conversion was never judged at the middle of its figures */
export function conversionCosts(pair: Pair, conversion: Conversion, values: FactorValues): ConversionCosts {
  const { converter, input } = conversion;
  const yields = yieldsOf(conversion, values, false);
  if ('refused' in yields) throw new Error(`Expected a conversion that ${converter.id} can do: ${yields.refused}`);
  const inputYearly = pair.commonYearly / yields.output;
  const inputRate = pair.commonRate / (yields.output * conversion.rateRatio);
  const size = sizeOf(converter.size, { yields, inputYearly, inputRate, outputRate: pair.commonRate });
  const machineEur = values[converter.capex] * sizePaid(size, converter.size);
  const extractionEur = converter.takesHeatOut ? inputRate * values['heat.extraction'] : 0;
  const electricityMwh = (inputYearly * yields.electricityKwh) / 1000;
  const heatMwh = inputYearly * yields.heatMwh;
  const divertedYearly = inputYearly * (1 - yields.unused);
  const upkeepEur = machineEur * values[converter.opex];
  const electricityEur = electricityMwh * values['price.electricity'];
  const heatEur = heatMwh * values['price.boiler_heat'];
  const besidesEur = besidesCost(yields, values) * inputYearly;
  return {
    yields,
    inputYearly,
    inputRate,
    divertedYearly,
    size,
    machineEur,
    extractionEur,
    investmentEur: machineEur + extractionEur,
    upkeepEur,
    electricityMwh,
    electricityEur,
    heatMwh,
    heatEur,
    besidesEur,
    yearlyEur: upkeepEur + electricityEur + heatEur + besidesEur,
    avoidedDisposalEur: divertedYearly * unitWorth(input.worth, values),
    directCo2Kg: inputYearly * yields.directCo2Kg,
  };
}

/** EUR per unit of what goes in: what has to be got rid of, less the worth of what sells. */
function besidesCost({ besides }: Yields, values: FactorValues): number {
  return besides.reduce(
    (sum, { amount, eurPerUnit, sign }) => (eurPerUnit === null ? sum : sum + sign * amount * values[eurPerUnit]),
    0,
  );
}

interface Use {
  readonly yields: Yields;
  readonly inputYearly: number;
  readonly inputRate: number;
  readonly outputRate: number;
}

function sizeOf({ of }: ConverterSize, { yields, inputYearly, inputRate, outputRate }: Use): number {
  switch (of) {
    case 'output_rate':
      return outputRate;
    case 'input_rate':
      return inputRate;
    case 'input_per_day':
      return inputRate * 24;
    case 'input_per_year':
      return inputYearly;
    case 'model':
      return inputRate * yields.size;
  }
}

/** By which the cost per unit of the reference size is multiplied. */
function sizePaid(size: number, { scale }: ConverterSize): number {
  return scale === null ? size : equivalentSize(size, scale);
}

// One look at a pair under other quantities and other factors than the middle ones: what a sample and an end of the tornado both are.
import { type Pair, scaledPair } from '../../pair.ts';
import { co2FiguresOf } from '../co2-figures.ts';
import type { FactorValues } from '../factor-table.ts';
import { netPresentValue } from '../finance.ts';
import { figuresOf } from '../pair-figures.ts';

/** What a pair is looked at with; the quantities as multiples of what was entered. */
export interface Circumstances {
  supply: number;
  demand: number;
  values: FactorValues;
}

export interface Outcome {
  readonly marginEurPerYear: number;
  readonly npvEur: number;
  readonly co2TonnesPerYear: number;
}

/** By the economics that rank and explain the pair; nothing is reckoned a second way. */
export function outcomeOf(pair: Pair, { supply, demand, values }: Circumstances): Outcome {
  const figures = figuresOf(scaledPair(pair, { supply, demand }), values);
  const project = { investmentEur: figures.investmentEur, benefitEurPerYear: figures.benefit };
  return {
    marginEurPerYear: figures.margin,
    npvEur: netPresentValue(project, values),
    co2TonnesPerYear: co2FiguresOf(figures, values).netTonnes,
  };
}

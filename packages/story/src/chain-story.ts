// The converter between a supply and a demand of another kind: what goes in, what comes out, what it takes.
import type { ChainDetail, ConverterUse } from '@crg/api-contract/chain';
import type { MatchDetail } from '@crg/api-contract/match';
import { euros, eurosExact, exact, type Figure, figure, quantityText } from './format.ts';
import { amountText, type Made } from './made.ts';

export interface ConverterStory {
  readonly id: string;
  readonly label: string;
  /** What becomes what: `Spent grain becomes Biogas`. */
  readonly what: string;
  readonly input: Figure;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

export function isChain(match: MatchDetail | ChainDetail): match is ChainDetail {
  return 'converters' in match;
}

/** @param kinds resource types of supply and demand in words */
export function converterStory(
  converter: ConverterUse,
  kinds: { readonly supply: string; readonly demand: string },
): ConverterStory {
  const { id, label, input, output, electricity_mwh_per_year: electricity, investment_eur: once } = converter;
  return {
    id,
    label,
    what: `${kinds.supply} becomes ${kinds.demand.charAt(0).toLowerCase()}${kinds.demand.slice(1)}`,
    input: figure(input),
    facts: [
      { label: 'Out', value: quantityText(output) },
      {
        label: 'Electricity',
        value: electricity === 0 ? 'none' : quantityText({ amount: electricity, unit: 'MWh/a' }),
      },
      { label: 'Investment', value: euros(once.mid) },
    ],
  };
}

/** Under `converter.investment`. */
export function converterMade({ label, input, output, investment_eur: once }: ConverterUse): Record<string, Made> {
  const { low, mid, high } = once;
  return {
    'converter.investment': {
      name: `${label}, investment`,
      value: eurosExact(mid),
      formula: `size × price of the converter table\nlow ${eurosExact(low)}, high ${eurosExact(high)}`,
      inputs: [
        { label: 'In', value: amountText(input), note: 'per year', precision: null, factors: [] },
        {
          label: 'Out',
          value: amountText(output),
          note: `${exact(output.amount / input.amount)} of what goes in, in its own unit`,
          precision: null,
          factors: [],
        },
      ],
      note: 'The converter stands at the supplier’s site; its figures, with sources, stand in the converter table.',
    },
  };
}

// Converters as the API shows them.
import type { Converter } from '@crg/api-contract/converter';
import type { ConverterWithFactors } from '@crg/services/converter-table';
import { factorResource } from './factor.ts';

export function converterResource(converter: ConverterWithFactors): Converter {
  const { id, label, inputs, output, besides, model, takes, gives, carries, qualityFrom, follows } = converter;
  const { of, unit, smallest, largest } = converter.size;
  return {
    id,
    label,
    inputs: [...inputs],
    output,
    besides: [...besides],
    model,
    takes: takes.map(({ parameter, bound, value, needed }) => ({ parameter, bound, value, needed })),
    gives: Object.fromEntries(Object.entries(gives).map(([parameter, { min, max }]) => [parameter, { min, max }])),
    carries: [...carries],
    quality_from: qualityFrom,
    follows,
    size: { of, unit, smallest, largest },
    figures: { ...converter.figures },
    capex: converter.capex,
    opex: converter.opex,
    factors: converter.factors.map(factorResource),
  };
}

// The converters of the engine, each with the factors that its yields and costs are.
import type { Converter } from '@crg/engine/converters/converter';
import { converters } from '@crg/engine/converters/table';
import type { CityFactor } from './factors-named.ts';

export interface ConverterWithFactors extends Converter {
  /** Those it names, by id; its investment and upkeep among them. */
  readonly factors: readonly CityFactor[];
}

/** @param factors the table of the city, or the built-in one */
export function converterTable(factors: readonly CityFactor[]): readonly ConverterWithFactors[] {
  return converters.map((converter) => {
    const named = new Set<string>([...Object.values(converter.figures), converter.capex, converter.opex]);
    return { ...converter, factors: factors.filter(({ id }) => named.has(id)) };
  });
}

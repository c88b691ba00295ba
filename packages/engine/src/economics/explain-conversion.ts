// The money of a converter, line by line: what goes in, what is built, what it takes a year, what else comes out.
import type { Line } from '@crg/domain/match';
import type { ConverterSize } from '../converters/converter.ts';
import type { Besides } from '../converters/models.ts';
import { inWords, numberWord } from '../plain-words.ts';
import type { FactorTable } from './factor-table.ts';
import type { FactorId } from './factors.ts';
import type { PairFigures } from './pair-figures.ts';

/** Empty for a pair without a converter. */
export function explainConversion({ pair, conversion }: PairFigures, factors: FactorTable): readonly Line[] {
  if (conversion === null || pair.conversion === undefined) return [];
  const { converter, input } = pair.conversion;
  const { yields, inputYearly, size, machineEur, extractionEur, electricityMwh, heatMwh } = conversion;
  const inputUnit = input.type.yearlyUnit;
  const lines: Line[] = [
    {
      id: 'converter_input',
      label: `What goes into it: ${converter.label}`,
      amount: inputYearly,
      unit: inputUnit,
      formula: `${inWords(pair.commonYearly, pair.demand.type.yearlyUnit)} / ${numberWord(yields.output)} (${yields.words()})`,
      factors: Object.values(converter.figures),
    },
    {
      id: 'converter_investment',
      label: `${converter.label}, installed`,
      amount: machineEur,
      unit: 'EUR',
      formula: sizeWords(size, converter.size, factors.factor(converter.capex).mid),
      factors: [converter.capex],
    },
  ];
  if (extractionEur > 0)
    lines.push({
      id: 'converter_extraction',
      label: 'Taking heat out at the source',
      amount: extractionEur,
      unit: 'EUR',
      formula: `${inWords(conversion.inputRate, 'kW')} x ${inWords(factors.factor('heat.extraction').mid, 'EUR/kW')}`,
      factors: ['heat.extraction'],
    });
  const yearly = (id: string, label: string, cost: number, formula: string, named: readonly FactorId[]) =>
    lines.push({ id, label, amount: -cost, unit: 'EUR/a', formula, factors: named });
  const upkeep = `${inWords(machineEur, 'EUR')} x ${numberWord(factors.factor(converter.opex).mid)} a year`;
  yearly('converter_upkeep', 'Upkeep of the converter', conversion.upkeepEur, upkeep, [converter.opex]);
  if (electricityMwh > 0)
    yearly(
      'converter_electricity',
      'Electricity of the converter',
      conversion.electricityEur,
      `${inWords(electricityMwh, 'MWh/a')} x ${inWords(factors.factor('price.electricity').mid, 'EUR/MWh')}`,
      ['price.electricity'],
    );
  if (heatMwh > 0)
    yearly(
      'converter_heat',
      'Heat bought for the converter',
      conversion.heatEur,
      `${inWords(heatMwh, 'MWh/a')} x ${inWords(factors.factor('price.boiler_heat').mid, 'EUR/MWh')}`,
      ['price.boiler_heat'],
    );
  for (const [index, besides] of yields.besides.entries())
    lines.push(besidesLine(`converter_besides_${index + 1}`, besides, inputYearly, factors));
  return lines;
}

function sizeWords(size: number, { unit, scale }: ConverterSize, eurPerUnit: number): string {
  const perUnit = `${inWords(eurPerUnit, 'EUR')} per ${unit}`;
  if (scale === null) return `${inWords(size, unit)} x ${perUnit}`;
  const { reference, exponent, largestSingle } = scale;
  const single = Math.min(size, largestSingle);
  const power = `(${inWords(single, unit)} / ${numberWord(reference)})^${numberWord(exponent)}`;
  const several = size > single ? ` x ${inWords(size, unit)} / ${numberWord(single)}` : '';
  return `${perUnit} x ${inWords(reference, unit)} x ${power}${several}`;
}

function besidesLine(
  id: string,
  { label, amount, unit, eurPerUnit, sign }: Besides,
  input: number,
  factors: FactorTable,
): Line {
  const quantity = `${inWords(input * amount, `${unit}/a`)}`;
  if (eurPerUnit === null)
    return {
      id,
      label,
      amount: input * amount,
      unit: `${unit}/a`,
      formula: `${quantity}, without a price`,
      factors: [],
    };
  const { mid } = factors.factor(eurPerUnit);
  return {
    id,
    label,
    amount: -sign * input * amount * mid,
    unit: 'EUR/a',
    formula: `${quantity} x ${inWords(mid, `EUR/${unit}`)}`,
    factors: [eurPerUnit],
  };
}

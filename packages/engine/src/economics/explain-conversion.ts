// The money of a converter, line by line: what goes in, what is built, what it takes a year, what else comes out.
import type { Line } from '@crg/domain/match';
import type { ConversionCosts } from '../converters/conversion-costs.ts';
import type { Conversion } from '../converters/convert.ts';
import type { ConverterSize } from '../converters/converter.ts';
import type { Besides } from '../converters/models/model.ts';
import type { Pair } from '../pair.ts';
import { inWords, numberWord } from '../plain-words.ts';
import type { FactorTable } from './factor-table.ts';
import type { FactorId } from './factors.ts';
import type { PairFigures } from './pair-figures.ts';

/** Empty for a pair without a converter. */
export function explainConversion({ pair, conversion: costs }: PairFigures, factors: FactorTable): readonly Line[] {
  if (costs === null || pair.conversion === undefined) return [];
  const { conversion } = pair;
  return [
    inputLine(pair, conversion, costs),
    ...builtLines(conversion, costs, factors),
    ...yearlyLines(conversion, costs, factors),
    ...costs.yields.besides.map((besides, index) =>
      besidesLine(`converter_besides_${index + 1}`, besides, costs.inputYearly, factors),
    ),
  ];
}

function inputLine(pair: Pair, { converter, input }: Conversion, { yields, inputYearly }: ConversionCosts): Line {
  return {
    id: 'converter_input',
    label: `What goes into it: ${converter.label}`,
    amount: inputYearly,
    unit: input.type.yearlyUnit,
    formula: `${inWords(pair.commonYearly, pair.demand.type.yearlyUnit)} / ${numberWord(yields.output)} (${yields.words()})`,
    factors: Object.values(converter.figures),
  };
}

function builtLines({ converter }: Conversion, costs: ConversionCosts, factors: FactorTable): readonly Line[] {
  const { size, machineEur, extractionEur, inputRate } = costs;
  const machine: Line = {
    id: 'converter_investment',
    label: `${converter.label}, installed`,
    amount: machineEur,
    unit: 'EUR',
    formula: sizeWords(size, converter.size, factors.factor(converter.capex).mid),
    factors: [converter.capex],
  };
  if (extractionEur === 0) return [machine];
  const extraction: Line = {
    id: 'converter_extraction',
    label: 'Taking heat out at the source',
    amount: extractionEur,
    unit: 'EUR',
    formula: `${inWords(inputRate, 'kW')} x ${inWords(factors.factor('heat.extraction').mid, 'EUR/kW')}`,
    factors: ['heat.extraction'],
  };
  return [machine, extraction];
}

function yearlyLines({ converter }: Conversion, costs: ConversionCosts, factors: FactorTable): readonly Line[] {
  const { machineEur, upkeepEur, electricityMwh, electricityEur, heatMwh, heatEur } = costs;
  const upkeep = `${inWords(machineEur, 'EUR')} x ${numberWord(factors.factor(converter.opex).mid)} a year`;
  const bought = (id: string, label: string, { mwh, eur, price }: Bought): readonly Line[] => {
    if (mwh === 0) return [];
    const formula = `${inWords(mwh, 'MWh/a')} x ${inWords(factors.factor(price).mid, 'EUR/MWh')}`;
    return [{ id, label, amount: -eur, unit: 'EUR/a', formula, factors: [price] }];
  };
  const electricity: Bought = { mwh: electricityMwh, eur: electricityEur, price: 'price.electricity' };
  const heat: Bought = { mwh: heatMwh, eur: heatEur, price: 'price.boiler_heat' };
  return [
    {
      id: 'converter_upkeep',
      label: 'Upkeep of the converter',
      amount: -upkeepEur,
      unit: 'EUR/a',
      formula: upkeep,
      factors: [converter.opex],
    },
    ...bought('converter_electricity', 'Electricity of the converter', electricity),
    ...bought('converter_heat', 'Heat bought for the converter', heat),
  ];
}

interface Bought {
  readonly mwh: number;
  readonly eur: number;
  readonly price: FactorId;
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

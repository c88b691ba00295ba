// The converters as docs/method/converters.md shows them, made from the data that the engine converts with.
import { resourceType } from '@crg/domain/taxonomy';
import type { Condition, Converter, ConverterSize } from '../src/converters/converter.ts';
import { converters } from '../src/converters/table.ts';
import { factor } from '../src/economics/factors.ts';

export function converterPage(): string {
  return `${head}\n\n${overview()}\n\n${converters.map(sectionOf).join('\n\n')}\n`;
}

const head = `# Converters

<!-- written by \`npm run converter-table -w packages/engine\` -->

A converter stands at the supplier's site and turns what the supplier has into what somebody else asks for. What comes out is judged,
ranked and priced like any supply: the way from the converter to the receiver, its losses and its permit are those of what comes out.
Disposal is saved on what goes in, a purchase on what comes out. The supplier pays the converter, its upkeep, its energy and the
disposal of what else comes out. Money is EUR of 2024 without VAT, installed, of the accuracy of a first screening (-30/+50 %).
Low, middle and high of every figure, with source, year and geography, stand in the [factor table](../data-sources.md) under the ids below; a
city may state its own. A size below the smallest is not offered. What the supply does not state breaks no limit, unless it is needed to work
the converter out; the match then counts as less certain.

Limits of the method: one converter per chain; a converter works at the hours of its supply, except for a store; by-products are not
looked for a taker; the gas of a digester is measured at the middle of its substrate's kind unless the dry matter is stated; cold from
absorption is always of 6 °C; ground slag counts as the price of unground granulate where its taker states none, which is too little; an
economiser is judged by one dew point whatever is burnt. A chain is offered only where the pair does not fit without the converter.`;

function overview(): string {
  const rows = converters.map(
    ({ id, label, inputs, output }) =>
      `| \`${id}\` | ${label} | ${inputs.map(labelOf).join('; ')} | ${output === 'same' ? 'the same, better' : labelOf(output)} |`,
  );
  return ['| id | converter | takes | gives |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function sectionOf(converter: Converter): string {
  const { id, label, takes, refuses, besides, qualityFrom, capex, opex, figures, size } = converter;
  const limits = [...takes.map(limitWords), ...(refuses.length > 0 ? [`no List of Waste ${refuses.join(', ')}`] : [])];
  return [
    `## ${label} (\`${id}\`)`,
    '',
    `- Takes: ${limits.length === 0 ? 'no limits' : limits.join('; ')}; ${sizeWords(size)}.`,
    `- Gives: ${qualityFrom}${givenWords(converter)}.${besides.length === 0 ? '' : ` Besides: ${besides.join(', ')}.`}`,
    `- How much: ${modelWords[converter.model]}.`,
    ...[
      `- Costs: ${figureWords(capex)}${scaleWords(size)}; ${figureWords(opex)}.${converter.takesHeatOut ? ' Taking heat out of its source comes on top.' : ''}`,
    ],
    `- Figures: ${Object.entries(figures)
      .map(([name, factorId]) => `${name.replaceAll('_', ' ')} ${figureWords(factorId)}`)
      .join('; ')}.`,
  ].join('\n');
}

const labelOf = (id: string): string => resourceType(id).label;

function limitWords({ parameter, bound, value, needed }: Condition): string {
  return `\`${parameter}\` ${bound === 'above' ? 'at least' : 'at most'} ${value}${needed ? ' (must be stated)' : ''}`;
}

function sizeWords({ unit, smallest, largest }: ConverterSize): string {
  const from = smallest === null ? 'of any size' : `from ${thousands(smallest)} ${unit}`;
  return largest === null ? from : `${from} to ${thousands(largest)} ${unit}`;
}

function scaleWords({ unit, scale }: ConverterSize): string {
  if (scale === null) return '';
  const { reference, exponent, largestSingle } = scale;
  return `, at ${thousands(reference)} ${unit}; others by (size / ${thousands(reference)})^${Number(exponent.toFixed(3))} up to ${thousands(largestSingle)} ${unit} each`;
}

function givenWords({ gives }: Converter): string {
  const ends = Object.entries(gives).map(([id, { min, max }]) => {
    if (min === max) return `\`${id}\` ${min}`;
    if (min === null) return `\`${id}\` at most ${max}`;
    return `\`${id}\` ${min} to ${max}`;
  });
  return ends.length === 0 ? '' : `; ${ends.join(', ')}`;
}

function figureWords(id: Parameters<typeof factor>[0]): string {
  const { low, mid, high, unit } = factor(id);
  const values = low === high ? short(mid) : `${short(low)} / ${short(mid)} / ${short(high)}`;
  const counted = unit === '1' ? '' : unit === '1/a' ? ' of it a year' : ` ${unit}`;
  return `${values}${counted} (\`${id}\`)`;
}

const short = (value: number): string =>
  Math.abs(value) >= 1000 ? thousands(value) : String(Number(value.toPrecision(4)));

function thousands(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** Per unit of what goes in; symbols are the figures' names. */
const modelWords: Readonly<Record<Converter['model'], string>> = {
  recovery: 'out = yield; the rest goes where all of it goes today',
  reverseOsmosis: 'out = yield; of the salts, `passage` passes; the brine goes where all of it goes today',
  evaporation: 'out = yield; the rest is concentrate to be disposed of',
  waterAsSource: 'out = 998 kg/m3 x 4.19 kJ/(kg K) x cooling x yield; the water goes on',
  economiser: 'out = the smaller of yield and (T_gas - dew point) / (T_gas - 15 °C); not below 0.1',
  wasteHeatBoiler: 'out = (T_gas - T_steam - pinch) / (T_gas - 15 °C), saturated steam; not below 0.1',
  heatPump:
    'COP = grade x T_sink / (T_sink - T_source), logarithmic means in K over 20 K of sink and 10 K of source, from 1.05 to 8; out = COP / (COP - 1)',
  highHeatPump: 'as the heat pump to 90 °C, at most 95 K of lift, COP 1.5 or more; only where that one does not reach',
  steamHeatPump: 'as the high-temperature heat pump, the sink boiling at one temperature',
  vapourRecompression:
    'COP = grade x T / lift, at most 10, between the saturation temperatures of both pressures (superheat saves no work); out = COP / (COP - 1)',
  rankine:
    'out = grade x (1 - 303 K / T_mean), x the share of the heat that is cooled: water to its return, by 40 K where none is stated, never below 60 °C; flue gas to its dew point, (T_gas - dew point) / (T_gas - 15 °C)',
  absorption: 'out = cop; heat to the tower = 1 + cop',
  digestion:
    'biogas = dry matter x volatile solids x methane potential x potential x plant share / methane; what escapes counts as CO2e; what keeps the digester warm is taken off; digestate = what has not become gas; that of sludge goes the way the sludge goes today',
  upgrading: 'out = methane of the raw gas x (1 - slip) / 0.97; the slip counts as CO2e',
  gasEngine:
    'out = heating value x electric; methane that leaves unburnt counts as CO2e; its heat is worth `heat value` on the spot',
  drying: 'water = 1 - dry matter in / dry matter out; heat is bought',
  sorting: 'out = yield; the rest is landfilled',
  grinding:
    'electricity = 10 x work index x (1/sqrt(30) - 1/sqrt(2000)) x real mill, sizes in micrometres; out = yield',
  distilling: 'out = share of solvent x yield / 0.98; heat is bought; the residue is burnt',
  compression: 'adiabatic work in equal stages of at most 1 : 4, cooled to 20 °C in between, / efficiency',
  co2Purification: 'out = yield; the rest is vented',
  storage:
    'out = yield, spread evenly over the week; the tank holds what lies between its fullest and its emptiest hour, at 30 K; no gap above 72 h',
};

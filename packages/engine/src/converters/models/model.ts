// What a model is: a function from what goes into a converter to what comes out of it, and the words they all share.
import type { Interval } from '@crg/domain/flow';
import { saturationTemperatureC } from '@crg/domain/saturation';
import type { FactorId } from '../../economics/factors.ts';
import type { PreparedFlow } from '../../prepared-flow.ts';

/** All per unit (MWh, t, m3) of what goes in. */
export interface Yields {
  /** Of what is looked for a taker, in the unit of its type. */
  readonly output: number;
  readonly electricityKwh: number;
  /** Heat that is bought besides, MWh. */
  readonly heatMwh: number;
  /** Of the same kind as what went in: it goes the way that all of it goes today, at today's cost. */
  readonly unused: number;
  readonly besides: readonly Besides[];
  /** Methane that escapes and the like, as CO2e. */
  readonly directCo2Kg: number;
  readonly quality: Readonly<Record<string, Interval>>;
  /** In the unit of the converter's size, per unit of RATE of what goes in; only where the size is the model's affair. */
  readonly size: number;
  /** The one figure an engineer asks for first, with its formula's numbers. */
  readonly words: () => string;
}

export interface Besides {
  readonly label: string;
  readonly amount: number;
  readonly unit: string;
  /** What a unit of it costs (above 0) or brings (below 0); null: neither. */
  readonly eurPerUnit: FactorId | null;
  /** -1 where the factor states what it is worth. */
  readonly sign: 1 | -1;
}

/** What a taker asks of the output, at the converter's gate; null where it states nothing, or nobody asks yet. */
export interface Asked {
  readonly temperatureC: number | null;
  readonly pressureBar: number | null;
  readonly dryMatterPercent: number | null;
}

export const nothingAsked: Asked = { temperatureC: null, pressureBar: null, dryMatterPercent: null };

export interface Inlet {
  readonly supply: PreparedFlow;
  readonly asked: Asked;
  /** Whether limits that hang on a figure are judged. Not while figures are varied: then only the costs are asked for. */
  readonly judged: boolean;
  /** The converter's figures by the names that its model knows. */
  readonly figure: (name: string) => number;
  readonly factorOf: (name: string) => FactorId;
}

/** "No" is an answer: which limit fails, with its numbers. */
export interface Refusal {
  readonly refused: string;
}

export type Model = (inlet: Inlet) => Yields | Refusal;

export const nothingElse: Omit<Yields, 'output' | 'words'> = {
  electricityKwh: 0,
  heatMwh: 0,
  unused: 0,
  besides: [],
  directCo2Kg: 0,
  quality: {},
  size: 0,
};

export const refuse = (refused: string): Refusal => ({ refused });

export const unknownTemperature = refuse('its temperature is not stated');

export const waste = (label: string, amount: number, unit: string, eurPerUnit: FactorId): Besides => ({
  label,
  amount,
  unit,
  eurPerUnit,
  sign: 1,
});

export const free = (label: string, amount: number, unit: string): Besides => ({
  label,
  amount,
  unit,
  eurPerUnit: null,
  sign: 1,
});

export const temperatureOf = (degrees: number): Yields['quality'] => ({
  temperature_c: { min: degrees, max: degrees },
});

/** The largest share that is reckoned as lost, whatever a city states: something is always left to be divided by. */
export const greatestLoss = 0.9;

/** °C that the supply guarantees; of steam that states only its pressure, where it boils. */
export function guaranteedTemperature({ flow: { quality }, type }: PreparedFlow): number | null {
  const stated = quality.temperature_c?.min ?? null;
  if (stated !== null || type.family !== 'steam') return stated;
  const bar = quality.pressure_bar?.min ?? null;
  return bar === null ? null : (saturationTemperatureC(bar) ?? null);
}

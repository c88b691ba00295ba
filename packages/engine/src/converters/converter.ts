// What a converter is: a row of `table.ts`. Data; what it does to a flow is one of the models of `models.ts`, by name.
import type { FactorId } from '../economics/factors.ts';

export interface Converter {
  readonly id: string;
  readonly label: string;
  /** Resource types that go in; each by itself. */
  readonly inputs: readonly string[];
  /** The type that comes out and is looked for a taker; `same`: of the type that went in, made better. */
  readonly output: string | 'same';
  /** What else comes out, in words; how much and what becomes of it is the model's affair. */
  readonly besides: readonly string[];
  readonly model: ModelName;
  /** The figures the model works with, by the name it knows them under. All are factors: a city may state its own. */
  readonly figures: Readonly<Record<string, FactorId>>;
  readonly takes: readonly Condition[];
  /** Ends that hold for whatever goes in. Other ends come from the model (`qualityFrom`) or are carried over. */
  readonly gives: Readonly<Record<string, { readonly min: number | null; readonly max: number | null }>>;
  /** Parameters that pass through unchanged; `all`: everything that nothing else is said about. */
  readonly carries: readonly string[] | 'all';
  /** Beginnings of List of Waste codes that it must not be fed with. */
  readonly refuses: readonly string[];
  /** Where the quality of what comes out is taken from, for people. */
  readonly qualityFrom: string;
  /** What of the output is set to what the taker asks for; such a converter needs a taker who asks. null: it gives what it gives. */
  readonly follows: 'temperature' | 'steam' | 'pressure' | 'dry_matter' | null;
  /** Whether what takes heat out of its source is paid besides; of other converters it is part of the price. */
  readonly takesHeatOut: boolean;
  /** Whether List of Waste codes still say what it is. */
  readonly keepsCodes: boolean;
  readonly size: ConverterSize;
  /** EUR per unit of size at the reference size, installed. */
  readonly capex: FactorId;
  /** Share of the investment a year, energy apart. */
  readonly opex: FactorId;
}

/** A limit on what the converter takes, held against the end that the supply guarantees. */
export interface Condition {
  readonly parameter: string;
  /** `above`: the supply's lower end is at least this; `below`: its upper end is at most this. */
  readonly bound: 'above' | 'below';
  readonly value: number;
  /** true: a supply that does not state it is not converted, because the model computes with it. */
  readonly needed: boolean;
}

export interface ConverterSize {
  /** What is counted. `model`: the model says, see `unit`. */
  readonly of: 'output_rate' | 'input_rate' | 'input_per_day' | 'input_per_year' | 'model';
  readonly unit: string;
  /** In the unit; null: none. Beyond the largest, no machine of the row is built. */
  readonly smallest: number | null;
  readonly largest: number | null;
  /** C = C_ref (S / S_ref)^n for one machine of up to `largestSingle`; of more, several stand side by side. null: in proportion. */
  readonly scale: { readonly reference: number; readonly exponent: number; readonly largestSingle: number } | null;
}

/** What `models.ts` has a model of; named here, so that the table can be read without what computes with it. */
export type ModelName =
  | 'waterAsSource'
  | 'economiser'
  | 'wasteHeatBoiler'
  | 'storage'
  | 'heatPump'
  | 'highHeatPump'
  | 'steamHeatPump'
  | 'vapourRecompression'
  | 'rankine'
  | 'absorption'
  | 'digestion'
  | 'upgrading'
  | 'gasEngine'
  | 'recovery'
  | 'reverseOsmosis'
  | 'evaporation'
  | 'drying'
  | 'sorting'
  | 'grinding'
  | 'distilling'
  | 'compression'
  | 'co2Purification';

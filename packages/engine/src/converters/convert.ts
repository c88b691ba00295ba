// A supply as it comes out of a converter: another flow of another kind at the same site, or the limit that forbids it.

import { hoursPerYear } from '@crg/domain/availability';
import type { Interval, ResourceFlow } from '@crg/domain/flow';
import { weakerPrecision, yearlyPerRate } from '@crg/domain/quantity';
import { qualityParameter, type ResourceType, resourceType } from '@crg/domain/taxonomy';
import type { Calendar } from '../calendar.ts';
import type { FactorValues } from '../economics/factor-table.ts';
import type { FactorId } from '../economics/factors.ts';
import type { FlowWorth } from '../economics/flow-worth.ts';
import { inWords } from '../plain-words.ts';
import type { PreparedFlow } from '../prepared-flow.ts';
import { qualityEnds } from '../quality-ends.ts';
import type { Condition, Converter } from './converter.ts';
import { type Asked, guaranteedTemperature, type Refusal, type Yields } from './models/model.ts';
import { models } from './models.ts';

/** How a pair's supply came about: what went into which converter, set to what. */
export interface Conversion {
  readonly converter: Converter;
  /** The flow that goes in; the supply of the pair is what comes out of it. */
  readonly input: PreparedFlow;
  readonly asked: Asked;
  /** Rate out over rate in, per unit of yearly output over yearly input: units, and the hours of a store, lie between them. */
  readonly rateRatio: number;
}

export interface Converted {
  readonly flow: PreparedFlow;
  readonly conversion: Conversion;
  /** At the values it was converted with. */
  readonly yields: Yields;
}

export interface Converting {
  readonly supply: PreparedFlow;
  readonly converter: Converter;
  readonly asked: Asked;
  readonly values: FactorValues;
  readonly calendar: Calendar;
}

/** @throws DomainError unknown_resource_type, if the table names a type that the taxonomy has not */
export function convert({ supply, converter, asked, values, calendar }: Converting): Converted | Refusal {
  const refusal = refusalBy(converter, supply);
  if (refusal !== null) return refusal;
  const yields = yieldsOf({ converter, input: supply, asked }, values, true);
  if ('refused' in yields) return yields;
  const type = outputType(converter, supply);
  const flow = flowOf(supply, converter, type, yields.quality);
  const hours = hoursPerYear(flow.availability, calendar.year);
  const yearly = supply.yearly * yields.output;
  const rateRatio = yearlyPerRate(supply.type.measure, supply.hours) / yearlyPerRate(type.measure, hours);
  const lot = supply.minYearlyAmount;
  return {
    flow: {
      ...supply,
      flow,
      type,
      rate: supply.rate * yields.output * rateRatio,
      yearly,
      hours,
      times: hours === supply.hours ? supply.times : calendar.runTimes(flow.availability),
      minYearlyAmount: lot === null ? null : lot * yields.output,
      ewc: flow.codes.ewc,
      ends: qualityEnds(flow.quality, type.parameters),
      worth: nothingSaved,
      permitClass: null,
    },
    conversion: { converter, input: supply, asked, rateRatio },
    yields,
  };
}

/**
 * What comes out of a converter before a taker has asked for anything: nothing is said of the figures that it is set to. Its
 * amounts are still those of what goes in.
 */
export function unsetOutput(supply: PreparedFlow, converter: Converter): PreparedFlow | Refusal {
  const refusal = refusalBy(converter, supply);
  if (refusal !== null) return refusal;
  const type = outputType(converter, supply);
  const open = converter.follows === null ? [] : setParameters[converter.follows];
  const flow = flowOf(supply, converter, type, Object.fromEntries(open.map((id) => [id, undefined])));
  return { ...supply, flow, type, ewc: flow.codes.ewc, ends: qualityEnds(flow.quality, type.parameters) };
}

/** What each kind of setting decides; whatever else comes out is the same for every taker. */
const setParameters: Readonly<Record<NonNullable<Converter['follows']>, readonly string[]>> = {
  temperature: ['temperature_c'],
  steam: ['temperature_c', 'pressure_bar'],
  pressure: ['pressure_bar', 'dew_point_c'],
  dry_matter: ['dry_matter_percent', 'moisture_percent'],
};

export function outputType({ output }: Converter, supply: PreparedFlow): ResourceType {
  return output === 'same' ? supply.type : resourceType(output);
}

/**
 * What the converter makes of one unit of its input when its figures have these values.
 * @param judged false while values are varied around those it was chosen at: whether it can be built is settled then
 */
export function yieldsOf(
  { converter, input, asked }: Pick<Conversion, 'converter' | 'input' | 'asked'>,
  values: FactorValues,
  judged: boolean,
): Yields | Refusal {
  const factorOf = (name: string): FactorId => {
    const id = converter.figures[name];
    if (id === undefined) throw new Error(`Expected converter ${converter.id} to have a figure "${name}", got none`);
    return id;
  };
  const figure = (name: string) => values[factorOf(name)];
  const yields = models[converter.model]({ supply: input, asked, judged, figure, factorOf });
  if ('refused' in yields || (yields.output > 0 && Number.isFinite(yields.output))) return yields;
  return { refused: `at these figures it makes ${yields.output} of a unit of its input` };
}

/** The first limit on what it takes that the supply breaks; a limit whose figure is not stated breaks nothing unless it is needed. */
function refusalBy({ takes, refuses }: Converter, supply: PreparedFlow): Refusal | null {
  const bad = supply.ewc.find((code) => refuses.some((beginning) => code.startsWith(beginning)));
  if (bad !== undefined) return { refused: `it is not fed with List of Waste code ${bad}` };
  for (const condition of takes) {
    const { parameter, bound, value, needed } = condition;
    const stated = endOf(condition, supply);
    const unit = qualityParameter(supply.type, parameter)?.unit ?? null;
    if (stated === null && needed) return { refused: `${parameter} of the supply is not stated` };
    if (stated !== null && (bound === 'above' ? stated < value : stated > value))
      return {
        refused: `${parameter} of ${inWords(stated, unit)} is ${bound === 'above' ? 'below' : 'above'} ${inWords(value, unit)}`,
      };
  }
  return null;
}

function endOf({ parameter, bound }: Condition, supply: PreparedFlow): number | null {
  const interval = supply.flow.quality[parameter];
  if (parameter === 'temperature_c' && bound === 'above') return guaranteedTemperature(supply);
  return (bound === 'above' ? interval?.min : interval?.max) ?? null;
}

/** The supply's flow as its owner would state what comes out. */
function flowOf(
  { flow }: PreparedFlow,
  converter: Converter,
  type: ResourceType,
  made: Readonly<Record<string, Interval | undefined>>,
): ResourceFlow {
  const { gives, carries, takes, keepsCodes } = converter;
  const carried = carries === 'all' ? flow.quality : Object.fromEntries(carries.map((id) => [id, flow.quality[id]]));
  const stated: Record<string, Interval | undefined> = {
    ...carried,
    ...gives,
    ...made,
  };
  const quality = Object.fromEntries(
    Object.entries(stated).flatMap(([id, interval]) => (interval === undefined ? [] : [[id, interval] as const])),
  );
  const isKnown = takes.every(({ parameter }) => flow.quality[parameter] !== undefined);
  const { crosses_public_land: way } = flow.papers ?? {};
  return {
    ...flow,
    type: type.id,
    quality,
    // What a machine promises is an estimate; a guess, where nobody said that it gets what it can take.
    qualityPrecision: weakerPrecision(
      flow.qualityPrecision ?? flow.quantity.precision,
      isKnown ? 'estimated' : 'archetype',
    ),
    availability: converter.model === 'storage' ? aroundTheClock(flow) : flow.availability,
    codes: keepsCodes ? flow.codes : { ewc: [], cpa: null, hs: null },
    papers: keepsCodes ? (flow.papers ?? {}) : way === undefined ? {} : { crosses_public_land: way },
    price: null,
    disposalCost: null,
  };
}

function aroundTheClock({ availability }: ResourceFlow): ResourceFlow['availability'] {
  return { ...availability, hours: availability.hours.map(() => true) };
}

/** What the supplier saves is counted on what goes in. */
const nothingSaved: FlowWorth = { stated: 0, origin: 'none', factorId: null, notices: [] };

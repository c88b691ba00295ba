// A supply and a demand that are looked at together, with the few numbers that every judge and the economics share.
import { distanceKmBetween } from '@crg/domain/geo';
import { yearlyPerRate } from '@crg/domain/quantity';
import type { ResourceType } from '@crg/domain/taxonomy';
import type { Calendar } from './calendar.ts';
import type { Conversion } from './converters/convert.ts';
import type { FactorTable } from './economics/factor-table.ts';
import { pipeRouteKm } from './economics/transport/routes.ts';
import type { PreparedFlow } from './prepared-flow.ts';
import { type QualityEnds, qualityEnds } from './quality-ends.ts';

export interface Pair {
  readonly supply: PreparedFlow;
  readonly demand: PreparedFlow;
  readonly distanceKm: number;
  /** As a pipe between both would run. */
  readonly pipeKm: number;
  /** Smaller of the limits both flows state (it may exceed the reach); if none states one, the smaller reach of both types. */
  readonly limitKm: number;
  /** h/a in which both run. */
  readonly commonHours: number;
  /** What one can give and the other take at the same moment, in the type's rate unit. */
  readonly commonRate: number;
  /** The same over the common hours of the year, in the type's yearly unit. */
  readonly commonYearly: number;
  /** The supply's quality by the parameters of the demand's type. */
  readonly offered: QualityEnds;
  /** Only where the supply is what comes out of a converter: what goes into it. */
  readonly conversion?: Conversion;
}

/** What all pairs of a city share. */
export interface PairSetting {
  readonly calendar: Calendar;
  readonly factors: FactorTable;
}

/** What whoever looks for pairs has worked out already. */
export type PairSeen = Partial<Pick<Pair, 'offered' | 'distanceKm'>>;

/** @param seen taken as it is; what is not in it is worked out here */
export function pairOf(
  supply: PreparedFlow,
  demand: PreparedFlow,
  { calendar, factors }: PairSetting,
  seen: PairSeen = {},
): Pair {
  const commonHours = calendar.commonHours(supply.times, demand.times);
  const distanceKm = seen.distanceKm ?? distanceKmBetween(supply.place, demand.place);
  const commonRate = Math.min(supply.rate, demand.rate);
  return {
    supply,
    demand,
    distanceKm,
    pipeKm: pipeRouteKm(distanceKm, factors.mids),
    limitKm: distanceLimitKm(supply, demand),
    commonHours,
    commonRate,
    commonYearly: yearlyInCommon(supply, demand, commonRate, commonHours),
    offered: seen.offered ?? offeredTo(demand.type, supply),
  };
}

/** The pair as if its flows were so many times as large; places, times and qualities stay. */
export function scaledPair(pair: Pair, times: { readonly supply: number; readonly demand: number }): Pair {
  const supply = scaledFlow(pair.supply, times.supply);
  const demand = scaledFlow(pair.demand, times.demand);
  const commonRate = Math.min(supply.rate, demand.rate);
  const commonYearly = yearlyInCommon(supply, demand, commonRate, pair.commonHours);
  return { ...pair, supply, demand, commonRate, commonYearly };
}

/** The pair as if so many times as much were exchanged, whatever the reason. */
export function resizedPair(pair: Pair, times: number): Pair {
  if (times === 1) return pair;
  return { ...pair, commonRate: pair.commonRate * times, commonYearly: pair.commonYearly * times };
}

function scaledFlow(flow: PreparedFlow, times: number): PreparedFlow {
  return times === 1 ? flow : { ...flow, rate: flow.rate * times, yearly: flow.yearly * times };
}

/** The supply's quality as a demand of this type asks for it. */
export function offeredTo(demandType: ResourceType, supply: PreparedFlow): QualityEnds {
  return demandType === supply.type ? supply.ends : qualityEnds(supply.flow.quality, demandType.parameters);
}

export function distanceLimitKm(supply: PreparedFlow, demand: PreparedFlow): number {
  const ofSupply = supply.maxDistanceKm;
  const ofDemand = demand.maxDistanceKm;
  if (ofSupply === null && ofDemand === null) return Math.min(supply.type.reachKm, demand.type.reachKm);
  return Math.min(ofSupply ?? Infinity, ofDemand ?? Infinity);
}

/**
 * What the common rate over the common hours comes to in a year. A flow that is used whole gives its own yearly amount,
 * untouched by rounding, so that a minimum lot equal to it is met.
 */
function yearlyInCommon(supply: PreparedFlow, demand: PreparedFlow, rate: number, hours: number): number {
  if (rate === supply.rate && hours === supply.hours) return supply.yearly;
  if (rate === demand.rate && hours === demand.hours) return demand.yearly;
  return rate * yearlyPerRate(demand.type.measure, hours);
}

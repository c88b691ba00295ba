// Heat that water carries, what an exchanger hands over, and how far a source serves a user without a machine in between.

/** kJ per kg and K of liquid water, within 1 % from 0 to 110 °C. Source: textbook. */
export const waterHeatKjPerKgK = 4.19;

/** kW of water that goes from one temperature to the other: m cp (T_in - T_out); negative where it is warmed. */
export function heatContentKw({ kgPerS, inC, outC }: { kgPerS: number; inC: number; outC: number }): number {
  return kgPerS * waterHeatKjPerKgK * (inC - outC);
}

/** kg/s of water that carry `kw` when it cools by `spreadK`. */
export function waterFor(kw: number, spreadK: number): number {
  return kw / (waterHeatKjPerKgK * spreadK);
}

/** Both sides of an exchanger in counterflow, °C. */
export interface ExchangerEnds {
  readonly hotInC: number;
  readonly hotOutC: number;
  readonly coldInC: number;
  readonly coldOutC: number;
}

/**
 * Share of the heat that an infinitely long counterflow exchanger would hand over: Q / (C_min (T_hot_in - T_cold_in)).
 *
 * The side of the smaller capacity rate is the one whose temperature changes more, so no flow is needed.
 * Between 0 and 1 for ends that do not cross.
 */
export function effectiveness({ hotInC, hotOutC, coldInC, coldOutC }: ExchangerEnds): number {
  return Math.max(hotInC - hotOutC, coldOutC - coldInC) / (hotInC - coldInC);
}

/**
 * Number of transfer units of a counterflow exchanger: ln((eps-1)/(eps Cr-1))/(Cr-1), eps/(1-eps) for equal sides.
 *
 * @param capacityRatio smaller over larger capacity rate, 0 to 1; 0 is a side that boils or condenses
 */
export function transferUnits({
  effectiveness: eps,
  capacityRatio,
}: {
  effectiveness: number;
  capacityRatio: number;
}): number {
  if (capacityRatio === 1) return eps / (1 - eps);
  return Math.log((eps - 1) / (eps * capacityRatio - 1)) / (capacityRatio - 1);
}

/** Logarithmic mean of the temperature differences at both ends, K; both above 0. */
export function logMeanDifferenceK(firstK: number, secondK: number): number {
  return firstK === secondK ? firstK : (firstK - secondK) / Math.log(firstK / secondK);
}

/** kW/K that an exchanger needs to hand over `kw` between these ends: Q / LMTD. */
export function conductance({ kw, ...ends }: ExchangerEnds & { readonly kw: number }): number {
  return kw / logMeanDifferenceK(ends.hotInC - ends.coldOutC, ends.hotOutC - ends.coldInC);
}

export interface DirectUse {
  readonly use: 'full' | 'preheat' | 'none';
  /** Share of the demand's warming that the source covers, 0 to 1. */
  readonly share: number;
  /** °C to which the source is cooled: the approach holds at this end too, and the source's own limit. */
  readonly sourceOutletC: number;
}

/**
 * What a source does for a demand through an exchanger alone: all of it, the first part of it (preheating), or nothing.
 *
 * phi = (T_supply - drop - a - T_return) / (T_demand - T_return), full from 1. The source leaves at the higher of the
 * demand's return plus the approach and its own lower limit (acid dew point, process return).
 *
 * @param dropK     lost on the way in the pipe
 * @param approachK smallest difference across the exchanger; 5 K between liquids, 20 to 30 K from gas
 */
export function directUse({
  supplyC,
  supplyReturnMinC = Number.NEGATIVE_INFINITY,
  dropK,
  approachK,
  demandC,
  demandReturnC,
}: {
  supplyC: number;
  supplyReturnMinC?: number;
  dropK: number;
  approachK: number;
  demandC: number;
  demandReturnC: number;
}): DirectUse {
  const reachesC = supplyC - dropK - approachK;
  const share = Math.min(1, Math.max(0, (reachesC - demandReturnC) / (demandC - demandReturnC)));
  const sourceOutletC = Math.max(demandReturnC + approachK, supplyReturnMinC);
  return { use: share === 1 ? 'full' : share > 0 ? 'preheat' : 'none', share, sourceOutletC };
}

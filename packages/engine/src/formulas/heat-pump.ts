// Machines between two temperatures: heat pumps, chillers and power from heat. Kelvin inside, °C outside.

/** What machines on the market reach. Source: Arpagaus et al., Energy 152 (2018); the smallest COP is our judgement. */
export const heatPumpLimits = { liftK: 95, sinkC: 160, smallestCop: 1.5, greatestCop: 8, leastCop: 1.05 } as const;

/** By how much the source cools and the sink warms where nobody states it; judgement. */
export const heatPumpGlides = { sourceK: 10, sinkK: 20 } as const;

/**
 * Heat out over electricity in: a share of the ideal of Lorenz, T_hm/(T_hm - T_cm), from 1.05 to 8. A machine adds its
 * electricity to the heat it takes, so its COP is above 1, whatever share of the ideal it reaches.
 *
 * Both means are logarithmic over the glide, so the ideal is the one of Carnot where nothing glides. Also capped where the
 * source is warmer than the sink on average. Whether a machine can be had is `heatPumpFits`.
 *
 * @param sourceC      entering the pump
 * @param outletC      leaving the pump on the warm side
 * @param grade        share of the ideal that machines reach, 0.40 to 0.55
 */
export function coefficientOfPerformance({
  sourceC,
  outletC,
  grade,
  sourceGlideK = heatPumpGlides.sourceK,
  sinkGlideK = heatPumpGlides.sinkK,
}: {
  sourceC: number;
  outletC: number;
  grade: number;
  sourceGlideK?: number;
  sinkGlideK?: number;
}): number {
  const source = meanKelvin(sourceC, sourceC - sourceGlideK);
  const sink = meanKelvin(outletC, outletC - sinkGlideK);
  if (sink <= source) return heatPumpLimits.greatestCop;
  const { leastCop, greatestCop } = heatPumpLimits;
  return Math.min(greatestCop, Math.max(leastCop, (grade * sink) / (sink - source)));
}

/** Whether a pump of this COP can be bought: at most 95 K of lift, a sink of at most 160 °C, a COP of at least 1.5. */
export function heatPumpFits({ sourceC, outletC, cop }: { sourceC: number; outletC: number; cop: number }): boolean {
  const { liftK, sinkC, smallestCop } = heatPumpLimits;
  return outletC - sourceC <= liftK && outletC <= sinkC && cop >= smallestCop;
}

/** What a pump makes of a source, kW: heat Q_c COP/(COP-1) from electricity Q_c/(COP-1); their difference is the source. */
export function pumpedHeat({ sourceKw, cop }: { sourceKw: number; cop: number }): {
  readonly heatKw: number;
  readonly electricityKw: number;
} {
  const electricityKw = sourceKw / (cop - 1);
  return { heatKw: electricityKw * cop, electricityKw };
}

/**
 * Electricity over heat of an organic Rankine cycle: a share of Carnot between the source's mean and the cooling.
 *
 * Sources of 80 to 350 °C; below 90 °C direct use or a heat pump comes first. Source: Lemmens, Energies 9 (2016).
 *
 * @param grade share of Carnot, 0.35 to 0.50
 */
export function rankineEfficiency({
  hotInC,
  hotOutC,
  coolingC,
  grade,
}: {
  hotInC: number;
  hotOutC: number;
  coolingC: number;
  grade: number;
}): number {
  return grade * (1 - (coolingC + zeroCelsius) / meanKelvin(hotInC, hotOutC));
}

/**
 * Heat that drives an absorption chiller and heat that leaves through its tower, kW: Q/COP and Q (1 + 1/COP).
 *
 * Single effect LiBr: COP 0.65 to 0.75, driven above 80 °C, chilled water 6/12 °C; double effect 1.1 to 1.3 on 8 bar steam.
 */
export function absorptionChiller({ coldKw, cop }: { coldKw: number; cop: number }): {
  readonly driveKw: number;
  readonly rejectKw: number;
} {
  return { driveKw: coldKw / cop, rejectKw: coldKw * (1 + 1 / cop) };
}

/** Cold out over electricity in of a compressor chiller: a share (0.40 to 0.60) of Carnot, T_c/(T_h - T_c). */
export function chillerEer({ coldC, rejectC, grade }: { coldC: number; rejectC: number; grade: number }): number {
  return (grade * (coldC + zeroCelsius)) / (rejectC - coldC);
}

/** kW of electricity with which a compressor chiller makes `coldKw`. */
export function chillerKw({ coldKw, eer }: { coldKw: number; eer: number }): number {
  return coldKw / eer;
}

/** Whether a cold source cools a demand without a machine: it leaves no warmer than the demand's supply less the approach. */
export function coolsFreely({
  sourceReturnC,
  demandC,
  approachK,
}: {
  sourceReturnC: number;
  demandC: number;
  approachK: number;
}): boolean {
  return sourceReturnC <= demandC - approachK;
}

/** Logarithmic mean of two temperatures, K; their common value where they are equal. */
function meanKelvin(hotC: number, coldC: number): number {
  const hot = hotC + zeroCelsius;
  const cold = coldC + zeroCelsius;
  return hot === cold ? hot : (hot - cold) / Math.log(hot / cold);
}

const zeroCelsius = 273.15;

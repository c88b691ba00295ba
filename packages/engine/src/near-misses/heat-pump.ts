// Temperature alone fails: a heat pump at the source may lift it.
import type { FactorValues } from '../economics/factor-table.ts';
import { annuityIn } from '../economics/finance.ts';
import { spreadOf } from '../economics/transport/heat-spread.ts';
import { waterFor } from '../formulas/heat.ts';
import { temperatureBefore } from '../formulas/pipes.ts';
import type { Pair } from '../pair.ts';
import { inWords, numberWord } from '../plain-words.ts';
import { type PreparedFlow, restated } from '../prepared-flow.ts';
import type { Change } from './change.ts';

/** null when no pump on the market can do it: more than 95 K, above 160 °C, or a COP below 1.5. */
export function heatPump(pair: Pair, values: FactorValues): Change | null {
  const sourceC = pair.supply.flow.quality.temperature_c?.min ?? null;
  const outletC = outletTemperature(pair);
  if (sourceC === null || outletC === null) return null;
  const liftK = outletC - sourceC;
  const cop = coefficientOfPerformance({ sourceC, outletC }, values['heat_pump.quality_grade']);
  if (liftK > greatestLiftK || outletC > hottestSinkC || cop < smallestCop) return null;
  return {
    kind: 'heat_pump',
    judge: 'quality.temperature_c',
    paidBy: 'receiver',
    costEurPerYear: yearlyCost({ pair, cop, outletC }, values),
    detail: () => `lift ${inWords(liftK, 'K')} to ${outletC} °C, COP ${numberWord(cop)}`,
    changed: () => ({ supply: lifted(pair.supply, outletC), demand: pair.demand }),
  };
}

/**
 * Heat out over electricity in: share of the ideal of Lorenz between the mean temperatures of source and sink.
 * Kelvin inside, °C outside; `grade` is that share. The source cools by 10 K, the sink warms by 20 K; capped at 8.
 */
export function coefficientOfPerformance(
  { sourceC, outletC }: { sourceC: number; outletC: number },
  grade: number,
): number {
  const source = meanTemperature(sourceC, sourceC - sourceGlideK);
  const sink = meanTemperature(outletC, outletC - sinkGlideK);
  return sink <= source ? greatestCop : Math.min(greatestCop, (grade * sink) / (sink - source));
}

/** Logarithmic mean, K. */
function meanTemperature(hotC: number, coldC: number): number {
  const hot = hotC + 273.15;
  const cold = coldC + 273.15;
  return (hot - cold) / Math.log(hot / cold);
}

/** °C at the source so that the demand's temperature, its allowance and the way are covered; up to the next 0.1 K. */
function outletTemperature(pair: Pair): number | null {
  const spread = spreadOf(pair.supply.type.id);
  const parameter = pair.demand.type.parameters.find(({ id }) => id === 'temperature_c');
  const needed = pair.demand.flow.quality.temperature_c?.min ?? null;
  if (spread === null || parameter?.kind !== 'at_least' || needed === null) return null;
  const kgPerS = waterFor(pair.commonRate, spread);
  const lengthM = pair.pipeKm * 1000;
  const outletC = needed + parameter.allowance;
  return Math.ceil(Math.max(outletC, temperatureBefore({ outletC, lengthM, kgPerS })) * 10) / 10;
}

/** EUR/a: electricity of the pump and the annuity of its investment, for the heat that the pair exchanges. */
function yearlyCost(
  { pair, cop, outletC }: { pair: Pair; cop: number; outletC: number },
  values: FactorValues,
): number {
  const electricityMwh = pair.commonYearly / cop;
  const eurPerKw = values[outletC > 90 ? 'heat_pump.above_90' : 'heat_pump.to_90'];
  return electricityMwh * values['price.electricity'] + pair.commonRate * eurPerKw * annuityIn(values);
}

function lifted(supply: PreparedFlow, outletC: number): PreparedFlow {
  const { quality } = supply.flow;
  const temperature = { min: outletC, max: Math.max(outletC, quality.temperature_c?.max ?? outletC) };
  return restated(supply, { quality: { ...quality, temperature_c: temperature } });
}

const greatestLiftK = 95;
const hottestSinkC = 160;
const smallestCop = 1.5;
const greatestCop = 8;
const sourceGlideK = 10;
const sinkGlideK = 20;

// Steam too cool or at too low a pressure: it is compressed, or superheated where its pressure is enough.
import { saturationTemperatureC } from '@crg/domain/saturation';
import type { FactorValues } from '../economics/factor-table.ts';
import { boilingC, vapourRecompressionCop } from '../formulas/vapour-recompression.ts';
import { inWords, numberWord } from '../plain-words.ts';
import { type PreparedFlow, restated } from '../prepared-flow.ts';
import type { Change } from './change.ts';
import { outletPressure } from './outlet-pressure.ts';
import { feedOf, plantEurPerYear } from './plant.ts';
import { type QualityGap, stepInWords, supplyReaching, treated } from './quality-gap.ts';

/**
 * A mechanical compressor for vapour, the converter's: null beyond 50 K between both saturation temperatures. What its
 * electricity adds to the heat is not counted on: the source is taken so much less.
 */
export function recompression(gap: QualityGap, values: FactorValues): Change | null {
  const { supply } = gap.pair;
  if (supply.type.id !== 'heat.steam' || !gap.rises || (supply.flow.quality.temperature_c?.max ?? 0) > hottestInletC)
    return null;
  const isPressure = gap.parameter.id === 'pressure_bar';
  const to = isPressure ? outletPressure(gap) : gap.to;
  if (to === null) return null;
  const bar = isPressure ? gap.from : (supply.flow.quality.pressure_bar?.min ?? null);
  const sourceC = boilingC({ bar, temperatureC: gap.from });
  const outletC = isPressure ? saturationTemperatureC(to) : to;
  if (sourceC === null || outletC === undefined) return null;
  const grade = values['converter.vapour_recompression.grade'];
  const cop = vapourRecompressionCop({ sourceC, outletC, grade });
  if (cop === null) return null;
  const { rate, yearly } = feedOf(gap.pair);
  const change = treated(gap, {
    kind: 'compressor',
    paidBy: 'receiver',
    to,
    costEurPerYear: plantEurPerYear(
      {
        investmentEur: rate * values['converter.vapour_recompression.capex'],
        upkeep: 'converter.vapour_recompression.opex',
        runningEur: (yearly / cop) * values['price.electricity'],
      },
      values,
    ),
    detail: () => `vapour recompression ${stepInWords(gap, to)}, COP ${numberWord(cop)}`,
  });
  if (!isPressure) return change;
  return { ...change, changed: () => ({ supply: atLeastAsHot(gap, { bar: to, outletC }), demand: gap.pair.demand }) };
}

/** Heats steam beyond saturation: honest only where its pressure is known to be what the demand wants. */
export function superheater(gap: QualityGap, values: FactorValues): Change | null {
  const { supply, demand } = gap.pair;
  if (supply.type.id !== 'heat.steam' || demand.type.id !== 'heat.steam' || gap.to > hottestSuperheatC) return null;
  const has = supply.flow.quality.pressure_bar?.min ?? null;
  const wants = demand.flow.quality.pressure_bar?.min ?? null;
  if (has === null || wants === null || has < wants) return null;
  const { rate, yearly } = feedOf(gap.pair);
  const share = (steamHeatKjPerKgK * (gap.to - gap.from)) / latentKjPerKg;
  return treated(gap, {
    kind: 'heater',
    paidBy: 'receiver',
    costEurPerYear: plantEurPerYear(
      {
        investmentEur: rate * share * values['change.superheater'],
        runningEur: yearly * share * values['price.electricity'],
      },
      values,
    ),
    detail: () => `superheat by ${inWords(gap.to - gap.from, 'K')} ${stepInWords(gap, gap.to)}`,
  });
}

/** Wet steam: a separator takes its drops, and heat brings the rest to what is wanted. */
export function steamDrying(gap: QualityGap, values: FactorValues): Change | null {
  const { rate, yearly } = feedOf(gap.pair);
  const share = (gap.to - gap.from) / 100;
  return treated(gap, {
    kind: 'heater',
    paidBy: 'receiver',
    costEurPerYear: plantEurPerYear(
      {
        investmentEur: rate * share * values['change.superheater'],
        runningEur: yearly * share * values['price.boiler_heat'],
      },
      values,
    ),
    detail: () => `dry the steam ${stepInWords(gap, gap.to)}`,
  });
}

/** Compressing to a pressure heats to its saturation temperature at least. */
function atLeastAsHot(gap: QualityGap, { bar, outletC }: { bar: number; outletC: number }): PreparedFlow {
  const compressed = supplyReaching(gap, bar);
  const { quality } = compressed.flow;
  const stated = quality.temperature_c;
  if (stated === undefined || stated.min === null || stated.min >= outletC) return compressed;
  const temperature = { min: outletC, max: stated.max === null ? null : Math.max(stated.max, outletC) };
  return restated(compressed, { quality: { ...quality, temperature_c: temperature } });
}

/** As the converter takes it. */
const hottestInletC = 200;
const hottestSuperheatC = 450;
/** Superheated steam near 5 bar, and what a kg of steam brings to its user. */
const steamHeatKjPerKgK = 2.1;
const latentKjPerKg = 2100;

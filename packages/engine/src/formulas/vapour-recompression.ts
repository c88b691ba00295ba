// A mechanical compressor for vapour: steam of a low pressure becomes steam of a higher one.
import { saturationTemperatureC } from '@crg/domain/saturation';

/** COP 4 to 10 at 20 to 50 K of lift; beyond 50 K another machine is built. Textbook. */
export const vapourRecompressionLimits = { liftK: 50, greatestCop: 10 } as const;

/**
 * Heat out over electricity in: a share of the ideal T_out / (T_out - T_source), at most 10. Both are saturation temperatures:
 * vapour that is hotter than it boils is cooled before it is compressed, so its superheat saves no work.
 *
 * @param sourceC where the vapour boils before, °C; see `boilingC`
 * @param outletC where it boils afterwards, °C
 * @param grade   share of the ideal that machines reach, 0.4 to 0.6
 * @returns null where nothing is lifted, or more than a machine lifts
 */
export function vapourRecompressionCop({
  sourceC,
  outletC,
  grade,
}: {
  sourceC: number;
  outletC: number;
  grade: number;
}): number | null {
  const liftK = outletC - sourceC;
  if (!(liftK > 0) || liftK > vapourRecompressionLimits.liftK) return null;
  const cop = (grade * (outletC + zeroCelsius)) / liftK;
  return Math.min(vapourRecompressionLimits.greatestCop, Math.max(leastCop, cop));
}

/**
 * °C at which vapour of this kind boils: by its pressure where that is stated, else by its temperature, as if it were saturated.
 * null when neither is stated or the pressure is outside what steam tables hold.
 */
export function boilingC({ bar, temperatureC }: { bar: number | null; temperatureC: number | null }): number | null {
  if (bar === null) return temperatureC;
  return saturationTemperatureC(bar) ?? null;
}

/** A machine adds its electricity to the heat it takes, so its COP is above 1, whatever share of the ideal it reaches. */
const leastCop = 1.05;
const zeroCelsius = 273.15;

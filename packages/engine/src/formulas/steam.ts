// Saturated steam: what a kg of it brings to a user. The boiling line itself is @crg/domain/saturation (IAPWS-IF97).
import { saturationTemperatureC } from '@crg/domain/saturation';
import { waterHeatKjPerKgK } from './heat.ts';

/** kJ per kg of boiling water: 16.44 + 3.878 T + 0.00151 T^2; within 0.31 kJ/kg of steam tables from 100 to 212 °C. */
export function boilingWaterKjPerKg(temperatureC: number): number {
  return 16.44 + 3.878 * temperatureC + 0.00151 * temperatureC ** 2;
}

/** kJ per kg of saturated vapour: 2455.3 + 2.7128 T - 0.005155 T^2; within 0.75 kJ/kg of steam tables from 100 to 212 °C. */
export function vapourKjPerKg(temperatureC: number): number {
  return 2455.3 + 2.7128 * temperatureC - 0.005155 * temperatureC ** 2;
}

/**
 * kJ that a kg of saturated steam took up in its boiler, 1 to 20 bar absolute.
 *
 * @param feedC of the water into the boiler: 105 °C with condensate and degasser, 15 °C where no condensate comes back
 */
export function steamHeatKjPerKg({ pressureBar, feedC }: { pressureBar: number; feedC: number }): number {
  const temperatureC = saturationTemperatureC(pressureBar);
  if (temperatureC === undefined || !(pressureBar >= lowestBar && pressureBar <= highestBar))
    throw new RangeError(
      `Expected a steam pressure from ${lowestBar} to ${highestBar} bar absolute, got ${pressureBar}: the enthalpy formula holds there only`,
    );
  return vapourKjPerKg(temperatureC) - waterHeatKjPerKgK * feedC;
}

/** As a gas in a pipe: near 10 bar and 180 °C. */
export const steamInPipe = { kgPerKmol: 18.015, viscosityPaS: 1.5e-5 } as const;

const lowestBar = 1;
const highestBar = 20;

// Saturated steam as a taker asks for it.
import { saturationPressureBar, saturationTemperatureC } from '@crg/domain/saturation';
import { numberWord } from '../../plain-words.ts';
import { type Asked, type Refusal, refuse, temperatureOf, type Yields } from './model.ts';

/** Saturated steam at the higher of the pressure and the temperature that are asked for; the hottest possible where none is. */
export function steamAsked(
  asked: Asked,
  hottestC: number,
): { temperatureC: number; quality: Yields['quality'] } | Refusal {
  const byPressure =
    asked.pressureBar === null ? null : (saturationTemperatureC(asked.pressureBar) ?? Number.POSITIVE_INFINITY);
  const asks = asked.temperatureC !== null || byPressure !== null;
  const temperatureC = asks ? Math.max(asked.temperatureC ?? 0, byPressure ?? 0) : hottestC;
  const bar = saturationPressureBar(temperatureC);
  if (bar === undefined || temperatureC < 100 || temperatureC > hottestC + 1e-9)
    return refuse(`saturated steam of ${numberWord(temperatureC)} °C is outside 100 to ${numberWord(hottestC)} °C`);
  const pressureBar = Math.max(bar, asked.pressureBar ?? 0);
  return {
    temperatureC,
    quality: { ...temperatureOf(temperatureC), pressure_bar: { min: pressureBar, max: pressureBar } },
  };
}

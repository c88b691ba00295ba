// Gases under more pressure or purer.
import { gasOf } from '../../economics/transport/gas-of-type.ts';
import { adiabaticKwh, gases, stagesFor } from '../../formulas/gas.ts';
import { numberWord } from '../../plain-words.ts';
import { free, type Model, nothingElse, refuse, type Yields } from './model.ts';

export const gasesModels = {
  compression: ({ supply, asked, figure }) => {
    const fromBar = supply.flow.quality.pressure_bar?.min ?? null;
    if (fromBar === null) return refuse('its pressure is not stated');
    const toBar = asked.pressureBar ?? Math.min(highestBar, fromBar * highestRatio);
    const ratio = toBar / fromBar;
    if (ratio <= 1) return refuse('it has that pressure already');
    if (ratio > highestRatio || toBar > highestBar)
      return refuse(
        `${numberWord(fromBar)} to ${numberWord(toBar)} bar is more than four stages of 1 : 4 or above ${highestBar} bar`,
      );
    const work = adiabaticKwh({
      ratio,
      inletC: 20,
      isentropicExponent: gasOf(supply.type.id).isentropicExponent,
      stages: stagesFor(ratio),
    });
    const electricityKwh = work / figure('efficiency');
    return {
      ...nothingElse,
      output: 1,
      electricityKwh,
      quality: { pressure_bar: { min: toBar, max: toBar }, ...lostDewPoint },
      size: electricityKwh,
      words: () =>
        `${numberWord(fromBar)} to ${numberWord(toBar)} bar in ${stagesFor(ratio)} stages, ${numberWord(electricityKwh)} kWh/m3`,
    };
  },

  co2Purification: ({ figure }) => {
    const tonnes = (gases.carbonDioxide.kgPerM3 / 1000) * figure('yield');
    return {
      ...nothingElse,
      output: figure('yield'),
      electricityKwh: tonnes * figure('electricity'),
      besides: [free('Vented off-gas', 1 - figure('yield'), 'm3')],
      size: tonnes,
      words: () => `${numberWord(figure('yield'))} m3 of product per m3, ${numberWord(figure('electricity'))} kWh/t`,
    };
  },
} as const satisfies Readonly<Record<string, Model>>;

/** Under more pressure, water condenses sooner: the dew point of what went in says nothing. */
const lostDewPoint: Yields['quality'] = { dew_point_c: { min: null, max: null } };

const highestBar = 250;
/** Four stages of 1 : 4. */
const highestRatio = 256;

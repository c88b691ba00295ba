// Heat lifted by electricity: heat pumps and the compression of vapour.
import {
  coefficientOfPerformance,
  heatPumpFits,
  heatPumpGlides,
  heatPumpLimits,
  pumpedHeat,
} from '../../formulas/heat-pump.ts';
import { boilingC, vapourRecompressionCop, vapourRecompressionLimits } from '../../formulas/vapour-recompression.ts';
import { numberWord } from '../../plain-words.ts';
import { guaranteedTemperature, type Model, nothingElse, refuse, temperatureOf, unknownTemperature } from './model.ts';
import { steamAsked } from './steam-asked.ts';

export const heatPumpsModels = {
  heatPump: ({ supply, asked, figure, judged }) => {
    const sourceC = guaranteedTemperature(supply);
    if (sourceC === null) return unknownTemperature;
    const outletC = asked.temperatureC ?? Math.min(hottest90C, sourceC + lift90K);
    if (outletC > hottest90C || outletC - sourceC > lift90K)
      return refuse(`a lift from ${numberWord(sourceC)} to ${numberWord(outletC)} °C is above 70 K or beyond 90 °C`);
    return pumped({ sourceC, outletC, grade: figure('grade'), judged });
  },

  highHeatPump: ({ supply, asked, figure, judged }) => {
    const sourceC = guaranteedTemperature(supply);
    if (sourceC === null) return unknownTemperature;
    const outletC = asked.temperatureC ?? hottestPumped(sourceC);
    if (outletC <= hottest90C && outletC - sourceC <= lift90K)
      return refuse(`${numberWord(outletC)} °C is what a heat pump to 90 °C reaches`);
    return pumped({ sourceC, outletC, grade: figure('grade'), judged });
  },

  steamHeatPump: ({ supply, asked, figure, judged }) => {
    const sourceC = guaranteedTemperature(supply);
    if (sourceC === null) return unknownTemperature;
    const steam = steamAsked(asked, hottestPumped(sourceC));
    if ('refused' in steam) return steam;
    const made = pumped({ sourceC, outletC: steam.temperatureC, grade: figure('grade'), sinkGlideK: 0, judged });
    return 'refused' in made ? made : { ...made, quality: steam.quality };
  },

  vapourRecompression: ({ supply, asked, figure }) => {
    const { temperature_c: temperature, pressure_bar: pressure } = supply.flow.quality;
    const sourceC = boilingC({ bar: pressure?.min ?? null, temperatureC: temperature?.min ?? null });
    if (sourceC === null) return unknownTemperature;
    const steam = steamAsked(asked, sourceC + vapourRecompressionLimits.liftK);
    if ('refused' in steam) return steam;
    const { temperatureC: outletC, quality } = steam;
    const cop = vapourRecompressionCop({ sourceC, outletC, grade: figure('grade') });
    if (cop === null)
      return refuse(`vapour that boils at ${numberWord(sourceC)} °C is not compressed to ${numberWord(outletC)} °C`);
    return { ...driven(cop), quality };
  },
} as const satisfies Readonly<Record<string, Model>>;

function hottestPumped(sourceC: number): number {
  return Math.min(heatPumpLimits.sinkC, sourceC + heatPumpLimits.liftK);
}

function pumped({
  sourceC,
  outletC,
  grade,
  judged,
  sinkGlideK = heatPumpGlides.sinkK,
}: {
  sourceC: number;
  outletC: number;
  grade: number;
  judged: boolean;
  sinkGlideK?: number;
}) {
  const cop = coefficientOfPerformance({ sourceC, outletC, grade, sinkGlideK });
  if (judged && !heatPumpFits({ sourceC, outletC, cop }))
    return refuse(
      `no heat pump lifts from ${numberWord(sourceC)} to ${numberWord(outletC)} °C: COP ${numberWord(cop)}`,
    );
  return { ...driven(cop), quality: temperatureOf(outletC) };
}

/** A machine that adds its electricity to the heat it takes: Q_h = Q_c + P. */
function driven(cop: number) {
  const { heatKw, electricityKw } = pumpedHeat({ sourceKw: 1, cop });
  return {
    ...nothingElse,
    output: heatKw,
    electricityKwh: electricityKw * 1000,
    words: () => `COP ${numberWord(cop)}`,
  };
}

/** Heat pump to 90 °C. */
const hottest90C = 90;
const lift90K = 70;

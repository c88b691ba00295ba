// Cold and electricity out of heat.
import { absorptionChiller, rankineEfficiency } from '../../formulas/heat-pump.ts';
import { numberWord } from '../../plain-words.ts';
import type { PreparedFlow } from '../../prepared-flow.ts';
import { ambientC, smallestShare } from './heat.ts';
import { free, guaranteedTemperature, type Model, nothingElse, refuse, unknownTemperature } from './model.ts';

export const coldAndPowerModels = {
  rankine: ({ supply, figure, judged }) => {
    const hotInC = guaranteedTemperature(supply);
    if (hotInC === null) return unknownTemperature;
    const cooled =
      supply.type.id === 'heat.flue_gas' ? gasCooled(hotInC, figure('dew_point')) : waterCooled(supply, hotInC);
    const { hotOutC, share } = cooled;
    if (judged && share <= smallestShare)
      return refuse(`${numberWord(hotInC)} °C has hardly any heat above ${numberWord(hotOutC)} °C`);
    const efficiency = rankineEfficiency({ hotInC, hotOutC, coolingC: rankineSinkC, grade: figure('grade') });
    return {
      ...nothingElse,
      output: share * efficiency,
      besides: [free('Heat to the cooling tower', share * (1 - efficiency), 'MWh')],
      words: () =>
        `efficiency ${numberWord(efficiency)} from ${numberWord(hotInC)} to ${numberWord(hotOutC)} °C, x ${numberWord(share)} of the heat`,
    };
  },

  absorption: ({ figure }) => {
    const cop = figure('cop');
    const { driveKw, rejectKw } = absorptionChiller({ coldKw: cop, cop });
    return {
      ...nothingElse,
      output: cop / driveKw,
      electricityKwh: cop * figure('electricity') * 1000,
      besides: [free('Heat to the cooling tower', rejectKw / driveKw, 'MWh')],
      words: () => `COP ${numberWord(cop)}`,
    };
  },
} as const satisfies Readonly<Record<string, Model>>;

/** What is cooled to, and the share of the heat that this is: that of flue gas is counted down to the air, its dew point stays above. */
function gasCooled(hotInC: number, dewPointC: number) {
  const least = smallestShare * (hotInC - ambientC);
  const cooledK = Math.max(least, hotInC - Math.max(coldestRankineC, dewPointC));
  return { hotOutC: hotInC - cooledK, share: cooledK / (hotInC - ambientC) };
}

/** The heat of water is counted down to its return; where none is stated, down to where the cycle leaves it. */
function waterCooled({ flow: { quality } }: PreparedFlow, hotInC: number) {
  const returnC = quality.return_temperature_c?.min ?? null;
  if (returnC === null || returnC >= hotInC)
    return { hotOutC: Math.max(coldestRankineC, hotInC - rankineCoolingK), share: 1 };
  const hotOutC = Math.max(coldestRankineC, returnC);
  return { hotOutC, share: (hotInC - hotOutC) / (hotInC - returnC) };
}

/** Rankine cycle: by how much its source cools, no farther than that, and its cooling water. */
const rankineCoolingK = 40;
const coldestRankineC = 60;
const rankineSinkC = 30;

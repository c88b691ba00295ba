// Cold and electricity out of heat.
import { absorptionChiller, rankineEfficiency } from '../../formulas/heat-pump.ts';
import { numberWord } from '../../plain-words.ts';
import { free, guaranteedTemperature, type Model, nothingElse, unknownTemperature } from './model.ts';

export const coldAndPowerModels = {
  rankine: ({ supply, figure }) => {
    const hotInC = guaranteedTemperature(supply);
    if (hotInC === null) return unknownTemperature;
    const hotOutC = Math.max(coldestRankineC, hotInC - rankineCoolingK);
    const efficiency = rankineEfficiency({ hotInC, hotOutC, coolingC: rankineSinkC, grade: figure('grade') });
    return {
      ...nothingElse,
      output: efficiency,
      besides: [free('Heat to the cooling tower', 1 - efficiency, 'MWh')],
      words: () => `efficiency ${numberWord(efficiency)} from ${numberWord(hotInC)} to ${numberWord(hotOutC)} °C`,
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

/** Rankine cycle: by how much its source cools, no farther than that, and its cooling water. */
const rankineCoolingK = 40;
const coldestRankineC = 60;
const rankineSinkC = 30;

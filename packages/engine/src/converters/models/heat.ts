// Heat out of water and flue gas, and heat for later.
import { heatContentKw } from '../../formulas/heat.ts';
import { ringCapacity, tankCapacityKwh } from '../../formulas/time.ts';
import { numberWord } from '../../plain-words.ts';
import { guaranteedTemperature, type Model, nothingElse, refuse, temperatureOf, unknownTemperature } from './model.ts';
import { steamAsked } from './steam-asked.ts';

export const heatModels = {
  waterAsSource: ({ supply, figure }) => {
    const inC = guaranteedTemperature(supply);
    if (inC === null) return unknownTemperature;
    const cooledK = Math.min(figure('cooling'), inC - coldestWaterC);
    const kwhPerM3 = heatContentKw({ kgPerS: waterKgPerM3 / 3600, inC, outC: inC - cooledK });
    return {
      ...nothingElse,
      output: (kwhPerM3 * figure('yield')) / 1000,
      // Cooled, the water goes where it went before.
      unused: 1,
      quality: temperatureOf(inC - plateApproachK),
      words: () => `998 kg x 4.19 kJ/(kg K) x ${numberWord(cooledK)} K x ${numberWord(figure('yield'))}`,
    };
  },

  economiser: ({ supply, figure, judged }) => {
    const inC = guaranteedTemperature(supply);
    if (inC === null) return unknownTemperature;
    const dewPointC = figure('dew_point');
    const aboveDewPoint = (inC - dewPointC) / (inC - ambientC);
    const share = Math.min(figure('yield'), aboveDewPoint);
    if (judged && share < smallestShare)
      return refuse(`flue gas of ${numberWord(inC)} °C has hardly any heat above a dew point of ${dewPointC} °C`);
    return {
      ...nothingElse,
      output: Math.max(share, smallestShare),
      quality: temperatureOf(Math.min(inC - gasApproachK, hottestUnpressurisedC)),
      words: () =>
        `the smaller of ${numberWord(figure('yield'))} and (${numberWord(inC)} - ${numberWord(dewPointC)}) / (${numberWord(inC)} - ${ambientC}) of the heat above ${ambientC} °C`,
    };
  },

  wasteHeatBoiler: ({ supply, asked, figure, judged }) => {
    const inC = guaranteedTemperature(supply);
    if (inC === null) return unknownTemperature;
    const steam = steamAsked(asked, judged ? inC - 2 * figure('pinch') : Number.POSITIVE_INFINITY);
    if ('refused' in steam) return steam;
    const outC = steam.temperatureC + figure('pinch');
    const output = (inC - outC) / (inC - ambientC);
    if (judged && output < smallestShare)
      return refuse(`flue gas of ${numberWord(inC)} °C makes hardly any steam of ${numberWord(steam.temperatureC)} °C`);
    return {
      ...nothingElse,
      output: Math.max(output, smallestShare),
      quality: steam.quality,
      words: () =>
        `(${numberWord(inC)} - ${numberWord(outC)}) / (${numberWord(inC)} - ${ambientC}) of the heat above ${ambientC} °C`,
    };
  },

  storage: ({ supply, figure }) => {
    const { hours } = supply.flow.availability;
    const running = hours.filter(Boolean).length;
    if (running === hours.length) return refuse('it runs in every hour of the week already');
    const gap = longestGap(hours);
    if (gap > longestGapHours) return refuse(`a gap of ${gap} h is longer than ${longestGapHours} h`);
    // What arrives is filled in while it runs and leaves evenly.
    const outPerIn = (figure('yield') * running) / hours.length;
    const kwh = ringCapacity(
      hours.map((runs) => (runs ? figure('yield') : 0)),
      hours.map(() => outPerIn),
    );
    return {
      ...nothingElse,
      output: figure('yield'),
      size: kwh / tankCapacityKwh(1, tankSpreadK),
      words: () => `${numberWord(kwh)} kWh between full and empty per kW, ${tankSpreadK} K`,
    };
  },
} as const satisfies Readonly<Record<string, Model>>;

/** Hours of the longest pause; the week is a ring. */
function longestGap(hours: readonly boolean[]): number {
  let longest = 0;
  let current = 0;
  for (const running of [...hours, ...hours]) {
    current = running ? 0 : current + 1;
    longest = Math.max(longest, current);
  }
  return Math.min(longest, hours.length);
}

const waterKgPerM3 = 998;
/** Textbook: smallest differences in plate exchangers, and from gas to water. */
const plateApproachK = 3;
const gasApproachK = 25;
/** Cooled further, used water would freeze on the plates. */
const coldestWaterC = 2;
const hottestUnpressurisedC = 110;
/** What the heat of flue gas is counted from. */
export const ambientC = 15;
/** Of the heat of flue gas: nobody builds for less, so less is not reckoned with either while figures are varied. */
export const smallestShare = 0.1;
/** One weekend; longer gaps are not bridged by a tank. */
const longestGapHours = 72;
const tankSpreadK = 30;

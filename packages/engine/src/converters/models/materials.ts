// Solid goods and solvents: dried, sorted, ground, distilled.
import type { Interval } from '@crg/domain/flow';
import { grindingKwhPerT, waterRemoved } from '../../formulas/materials.ts';
import { numberWord } from '../../plain-words.ts';
import type { PreparedFlow } from '../../prepared-flow.ts';
import { free, type Model, nothingElse, refuse, waste, type Yields } from './model.ts';

export const materialsModels = {
  drying: ({ supply, asked, figure }) => {
    const dryIn = dryMatterOf(supply);
    if (dryIn === null || dryIn <= 0) return refuse('its dry matter is not stated');
    const dryOut = (asked.dryMatterPercent ?? driestPercent) / 100;
    if (dryOut > driestPercent / 100)
      return refuse(`${numberWord(dryOut * 100)} % dry matter is more than ${driestPercent} %`);
    if (dryOut <= dryIn) return refuse('it is as dry as that already');
    const water = waterRemoved({ mass: 1, dryMatterIn: dryIn, dryMatterOut: dryOut });
    return {
      ...nothingElse,
      output: 1 - water,
      electricityKwh: water * figure('electricity'),
      heatMwh: water * figure('heat'),
      besides: [free('Water vapour', water, 't')],
      quality: dried(supply, dryIn, dryOut),
      size: water,
      words: () =>
        `${numberWord(water)} t of water per t, from ${numberWord(dryIn * 100)} to ${numberWord(dryOut * 100)} % dry matter`,
    };
  },

  sorting: ({ figure, factorOf }) => ({
    ...nothingElse,
    output: figure('yield'),
    electricityKwh: figure('electricity'),
    besides: [waste('What is sorted out', 1 - figure('yield'), 't', factorOf('rejects'))],
    words: () => `${numberWord(figure('yield'))} t of aggregate per t`,
  }),

  grinding: ({ figure }) => {
    const ideal = grindingKwhPerT({ feedMicrometre, productMicrometre, workIndex: figure('work_index') });
    return {
      ...nothingElse,
      output: figure('yield'),
      electricityKwh: ideal * figure('real_mill'),
      unused: 1 - figure('yield'),
      words: () =>
        `10 x ${numberWord(figure('work_index'))} x (1/sqrt(${productMicrometre}) - 1/sqrt(${feedMicrometre})) x ${numberWord(figure('real_mill'))} kWh/t`,
    };
  },

  distilling: ({ supply, figure, factorOf }) => {
    const purity = supply.flow.quality.purity_percent?.min ?? null;
    if (purity === null) return refuse('its share of solvent is not stated');
    const output = Math.min(1, ((purity / 100) * figure('yield')) / distilledPurity);
    return {
      ...nothingElse,
      output,
      heatMwh: figure('heat'),
      besides: [waste('Distillation residue', 1 - output, 't', factorOf('residue'))],
      words: () => `${numberWord(purity)} % x ${numberWord(figure('yield'))} / ${distilledPurity * 100} %`,
    };
  },
} as const satisfies Readonly<Record<string, Model>>;

export function dryMatterOf({ flow: { quality } }: PreparedFlow): number | null {
  const percent = quality.dry_matter_percent?.min ?? null;
  const wet = quality.moisture_percent?.max ?? quality.water_percent?.max ?? null;
  return percent !== null ? percent / 100 : wet === null ? null : 1 - wet / 100;
}

/** What dried good states: less water, so more of everything else per tonne. */
function dried({ flow: { quality } }: PreparedFlow, dryIn: number, dryOut: number): Yields['quality'] {
  const moisture = (1 - dryOut) * 100;
  const made: Record<string, Interval> = {};
  if (quality.dry_matter_percent !== undefined) made.dry_matter_percent = { min: dryOut * 100, max: dryOut * 100 };
  if (quality.moisture_percent !== undefined) made.moisture_percent = { min: moisture, max: moisture };
  for (const id of countedInFreshMass) {
    const stated = quality[id];
    if (stated !== undefined)
      made[id] = { min: times(stated.min, dryOut / dryIn), max: times(stated.max, dryOut / dryIn) };
  }
  return made;
}

const times = (value: number | null, factor: number): number | null => (value === null ? null : value * factor);

const countedInFreshMass = [
  'nitrogen_kg_t',
  'phosphorus_kg_t',
  'contaminant_percent',
  'plastic_percent',
  'ash_percent',
  'chlorine_percent',
] as const;

const driestPercent = 90;
/** Micrometres that 80 % pass, before and after. */
const feedMicrometre = 2000;
const productMicrometre = 30;
const distilledPurity = 0.98;

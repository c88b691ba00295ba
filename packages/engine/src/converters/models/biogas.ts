// Gas out of organic residues, and what is made of it.
import {
  biogenicMethaneCo2,
  digest,
  methaneKgPerM3,
  methaneKwhPerM3,
  type Substrate,
  substrates,
  upgrade,
} from '../../formulas/digestion.ts';
import { gases } from '../../formulas/gas.ts';
import { numberWord } from '../../plain-words.ts';
import type { PreparedFlow } from '../../prepared-flow.ts';
import { dryMatterOf } from './materials.ts';
import { free, greatestLoss, type Model, nothingElse, refuse, waste } from './model.ts';

export const biogasModels = {
  digestion: ({ supply, figure, factorOf }) => {
    const feed = feeds[supply.type.id];
    if (feed === undefined) return refuse(`how much gas ${supply.type.label} gives is not known here`);
    const dryMatter = dryMatterOf(supply) ?? feed.dryMatter;
    const methaneShare = figure('methane');
    const density = methaneShare * methaneKgPerM3 + (1 - methaneShare) * gases.carbonDioxide.kgPerM3;
    const potential = { ...feed, methaneM3PerT: feed.methaneM3PerT * figure('potential') };
    const { methaneM3 } = digest({ tonnes: 1, feed: potential, dryMatter, plantShare: figure('plant_share') });
    // The gas never weighs more than the volatile solids it is made of.
    const mostM3 = (dryMatter * feed.volatileSolids * 1000) / density;
    const biogasM3 = Math.min(methaneM3 / methaneShare, mostM3);
    const digestate = 1 - (biogasM3 * density) / 1000;
    const ownHeat = Math.min(figure('own_heat'), greatestLoss);
    const escaped = Math.min(figure('loss'), greatestLoss);
    const left = biogasM3 * (1 - escaped);
    const warming = free('Gas that keeps the digester warm', left * ownHeat, 'm3');
    const isSludge = sludges.has(supply.type.id);
    return {
      ...nothingElse,
      output: left * (1 - ownHeat),
      electricityKwh: biogasM3 * figure('electricity'),
      // Digested sludge is still sludge.
      unused: isSludge ? digestate : 0,
      besides: isSludge ? [warming] : [warming, waste('Digestate', digestate, 't', factorOf('digestate'))],
      directCo2Kg: methaneCo2Kg(biogasM3 * methaneShare * escaped),
      quality: {
        methane_percent: exactly(methaneShare * 100),
        heating_value_mj_m3: exactly(methaneShare * methaneKwhPerM3 * 3.6),
      },
      words: () =>
        `${numberWord(biogasM3)} m3 of biogas per t of ${numberWord(dryMatter * 100)} % dry matter, less ${numberWord(escaped)} that escapes and ${numberWord(ownHeat)} of the rest to keep warm`,
    };
  },

  upgrading: ({ supply, figure }) => {
    const methaneM3 = methaneShareOf(supply) ?? Math.min(figure('methane'), richestBiogas);
    const slip = Math.min(figure('slip'), greatestLoss);
    const upgraded = upgrade({ biogasM3: 1, methaneM3, slip, kwhPerM3: figure('electricity') });
    const output = upgraded.methaneM3 / gridMethaneShare;
    return {
      ...nothingElse,
      output,
      electricityKwh: upgraded.electricityMwh * 1000,
      besides: [free('Carbon dioxide', Math.max(0, 1 - methaneM3 - (output - upgraded.methaneM3)), 'm3')],
      directCo2Kg: upgraded.slipCo2T * 1000,
      words: () =>
        `${numberWord(methaneM3)} methane less ${numberWord(slip)} slip, to ${gridMethaneShare * 100} % methane`,
    };
  },

  gasEngine: ({ supply, figure, factorOf }) => {
    const kwh = heatingValueKwh(supply, figure('methane'));
    if (kwh === null) return refuse('its heating value is not stated');
    const isBiogas = supply.type.id === 'gas.biogas';
    const unburnt = isBiogas ? (methaneShareOf(supply) ?? figure('methane')) * figure('loss') : 0;
    return {
      ...nothingElse,
      output: (kwh * figure('electric')) / 1000,
      directCo2Kg: methaneCo2Kg(unburnt),
      besides: [
        {
          label: 'Heat of the engine',
          amount: (kwh * Math.min(figure('heat'), 1 - figure('electric'))) / 1000,
          unit: 'MWh',
          eurPerUnit: factorOf('heat_value'),
          sign: -1,
        },
      ],
      words: () => `${numberWord(kwh)} kWh/m3 x ${numberWord(figure('electric'))}`,
    };
  },
} as const satisfies Readonly<Record<string, Model>>;

const exactly = (value: number) => ({ min: value, max: value });

function methaneShareOf({ flow: { quality } }: PreparedFlow): number | null {
  const percent = quality.methane_percent?.min ?? null;
  return percent === null ? null : percent / 100;
}

/** kg of CO2e of methane from plants and animals that escapes, normal m3. */
const methaneCo2Kg = (m3: number): number => m3 * methaneKgPerM3 * biogenicMethaneCo2;

/** kWh per normal m3, net; of biogas by its methane. */
function heatingValueKwh(supply: PreparedFlow, usualMethane: number): number | null {
  if (supply.type.id === 'gas.biogas') return (methaneShareOf(supply) ?? usualMethane) * methaneKwhPerM3;
  const megajoule = supply.flow.quality.heating_value_mj_m3?.min ?? null;
  return megajoule === null ? null : megajoule / 3.6;
}

/** Which substrate of the table a type is digested as. */
const feeds: Readonly<Record<string, Substrate>> = {
  'organic.food_waste': substrates.food_waste,
  'organic.spent_grain': substrates.spent_grain,
  'organic.yeast_slurry': substrates.whey,
  'organic.manure': substrates.cattle_slurry,
  'organic.biosludge': substrates.sewage_sludge,
  'organic.sewage_sludge': substrates.sewage_sludge,
  'organic.fat': substrates.fat,
  'organic.biomass_residue': substrates.vegetable_residues,
};

const sludges: ReadonlySet<string> = new Set(['organic.biosludge', 'organic.sewage_sludge']);

/** Grid gas of 97 % methane. */
const gridMethaneShare = 0.97;
/** What the upgrading takes at most: beyond, nothing is left to separate. */
const richestBiogas = 0.9;

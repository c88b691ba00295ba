// Water that is not clean enough: the cheapest level of treatment that can do it, for as large a part of the stream as it takes.

import type { FactorValues } from '../economics/factor-table.ts';
import type { FactorId } from '../economics/factors.ts';
import { smallPlantFactor, treatedPart } from '../formulas/water.ts';
import { inWords } from '../plain-words.ts';
import type { Change } from './change.ts';
import { converterEur, type Feed, feedOf, kwhPerMwh, plantEurPerYear, type SizedConverter } from './plant.ts';
import { type QualityGap, stepInWords, treated } from './quality-gap.ts';

interface Level {
  readonly id: string;
  readonly label: string;
  /** As the converter of the same kind: investment per m3/d, upkeep, kWh/m3 and recovery. null: by `treatment.screening`. */
  readonly plant: WaterConverter | null;
  /** Share that it takes out of its feed, by quality parameter. */
  readonly removes: Readonly<Record<string, number>>;
}

type WaterConverter = Exclude<SizedConverter, 'hot_water_tank'>;

/**
 * Shares that each level takes out of its feed. Levels, cost and recovery: docs/method.md#near-misses; removal is from
 * textbooks of water treatment, at the careful end.
 */
const levels: readonly Level[] = [
  {
    id: 'L0',
    label: 'screen and settle',
    plant: null,
    removes: { suspended_solids_mg_l: 0.5, turbidity_ntu: 0.4, oil_mg_l: 0.5 },
  },
  {
    id: 'L1',
    label: 'filter and disinfect',
    plant: 'filter_uv',
    removes: {
      suspended_solids_mg_l: 0.9,
      turbidity_ntu: 0.9,
      cod_mg_l: 0.15,
      bod5_mg_l: 0.2,
      oil_mg_l: 0.7,
      legionella_cfu_l: 0.999,
      e_coli_cfu_100ml: 0.999,
    },
  },
  {
    id: 'L2',
    label: 'ultrafilter',
    plant: 'ultrafiltration',
    removes: {
      suspended_solids_mg_l: 0.99,
      turbidity_ntu: 0.99,
      cod_mg_l: 0.3,
      bod5_mg_l: 0.35,
      oil_mg_l: 0.95,
      toc_mg_l: 0.2,
      legionella_cfu_l: 0.9999,
      e_coli_cfu_100ml: 0.9999,
    },
  },
  {
    id: 'LB',
    label: 'treat in a membrane bioreactor',
    plant: 'membrane_bioreactor',
    removes: {
      suspended_solids_mg_l: 0.99,
      turbidity_ntu: 0.99,
      cod_mg_l: 0.94,
      bod5_mg_l: 0.97,
      oil_mg_l: 0.95,
      toc_mg_l: 0.85,
      ammonia_mg_l: 0.95,
      phosphate_mg_l: 0.8,
      e_coli_cfu_100ml: 0.9999,
    },
  },
  {
    id: 'L3',
    label: 'ultrafilter and desalinate by reverse osmosis',
    plant: 'reverse_osmosis',
    // Salts and silica by the passage of the converter, which is a factor: see `removedBy`.
    removes: { ...desalinated(1), silica_mg_l: 1, ammonia_mg_l: 0.85, boron_mg_l: 0.5, toc_mg_l: 0.9 },
  },
  {
    id: 'L4',
    label: 'demineralise and degas',
    plant: 'demineralisation',
    removes: {
      ...desalinated(0.9995),
      silica_mg_l: 0.999,
      ammonia_mg_l: 0.99,
      boron_mg_l: 0.98,
      toc_mg_l: 0.95,
      oxygen_mg_l: 0.99,
    },
  },
  {
    id: 'LZ',
    label: 'evaporate',
    plant: 'evaporator',
    removes: { ...desalinated(0.995), silica_mg_l: 0.995, boron_mg_l: 0.95, toc_mg_l: 0.95 },
  },
];

/** What every membrane or evaporator for salts takes out, and what its own ultrafiltration does. @param salts share of the salts */
function desalinated(salts: number): Readonly<Record<string, number>> {
  return {
    conductivity_us_cm: salts,
    hardness_mmol_l: salts,
    chloride_mg_l: salts,
    sulphate_mg_l: salts,
    phosphate_mg_l: salts,
    suspended_solids_mg_l: 0.999,
    turbidity_ntu: 0.999,
    cod_mg_l: 0.9,
    bod5_mg_l: 0.9,
    oil_mg_l: 0.99,
    legionella_cfu_l: 0.9999,
    e_coli_cfu_100ml: 0.9999,
  };
}

/** What some level takes out. */
export const treatableParameters: readonly string[] = [
  ...new Set(levels.flatMap(({ removes }) => Object.keys(removes))),
];

/** The cheapest level for this gap; null when none takes out so much. Salt water beyond the sea's is only evaporated. */
export function waterTreatment(gap: QualityGap, values: FactorValues): Change | null {
  let cheapest: Change | null = null;
  for (const level of levels) {
    const change = treatedTo(gap, level, values);
    if (change !== null && (cheapest === null || change.costEurPerYear < cheapest.costEurPerYear)) cheapest = change;
  }
  return cheapest;
}

/** Treated and untreated water are mixed: as large a part of the stream goes through the plant as brings the whole to what is wanted. */
function treatedTo(gap: QualityGap, level: Level, values: FactorValues): Change | null {
  const { pair, from, to, parameter } = gap;
  const recovery = level.plant === null ? settledShare : values[`converter.${level.plant}.yield`];
  const part = treatedPart({ from, to, removal: removedBy(level, parameter.id, values), recovery });
  if (pair.supply.type.family !== 'water' || !(part > 0 && part <= 1) || isTooSalty(gap, level)) return null;
  const lost = part * (1 - recovery);
  const feed = feedOf(pair, 1 - lost);
  const plantFeed = { rate: feed.rate * part, yearly: feed.yearly * part };
  return treated(gap, {
    kind: 'water_treatment',
    paidBy: 'receiver',
    share: 1 - lost,
    costEurPerYear: plantCost(level, plantFeed, values) + feed.yearly * lost * values[rejectsOf(level)],
    detail: () =>
      `${level.label} (${level.id}) ${inWords(part * 100, '%')} of the water, ${parameter.label.toLowerCase()} ${stepInWords(gap, to)}`,
  });
}

/** What is left of everything is no waste water any more. */
function rejectsOf({ plant }: Level): FactorId {
  return plant === 'evaporator' ? 'converter.evaporator.concentrate' : 'disposal.concentrate';
}

function removedBy({ id, removes }: Level, parameterId: string, values: FactorValues): number {
  if (id === 'L3' && passing.has(parameterId)) return 1 - values['converter.reverse_osmosis.passage'];
  return removes[parameterId] ?? 0;
}

/** As the converter of the same kind; an evaporator is sized by m3/h, the others by m3 a day. */
function plantCost({ plant }: Level, { rate, yearly }: Feed, values: FactorValues): number {
  if (plant === null) return yearly * values['treatment.screening'] * smallPlantFactor(rate);
  const size = plant === 'evaporator' ? rate : rate * hoursPerDay;
  return plantEurPerYear(
    {
      investmentEur: converterEur(plant, size, values),
      upkeep: `converter.${plant}.opex`,
      runningEur: (yearly * values[`converter.${plant}.electricity`] * values['price.electricity']) / kwhPerMwh,
    },
    values,
  );
}

function isTooSalty({ parameter, from }: QualityGap, { id }: Level): boolean {
  return parameter.id === 'conductivity_us_cm' && from > seawater && id !== 'LZ';
}

const hoursPerDay = 24;
/** Of the water behind a settling tank. */
const settledShare = 0.99;
const seawater = 60_000;
/** What passes a membrane of reverse osmosis by the same small share. */
const passing: ReadonlySet<string> = new Set([
  'conductivity_us_cm',
  'hardness_mmol_l',
  'chloride_mg_l',
  'sulphate_mg_l',
  'phosphate_mg_l',
  'silica_mg_l',
]);

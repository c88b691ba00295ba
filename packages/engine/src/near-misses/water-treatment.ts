// Water that is not clean enough: the cheapest level of treatment that can do it, for as large a part of the stream as it takes.

import type { FactorValues } from '../economics/factor-table.ts';
import type { FactorId } from '../economics/factors.ts';
import { smallPlantFactor } from '../formulas/water.ts';
import { inWords } from '../plain-words.ts';
import type { Change } from './change.ts';
import { type Feed, feedOf, kwhPerMwh, plantEurPerYear } from './plant.ts';
import { type QualityGap, stepInWords, treated } from './quality-gap.ts';

interface Level {
  readonly id: string;
  readonly label: string;
  /** As the converter of the same kind: investment per m3/d, upkeep, kWh/m3 and recovery. null: by `treatment.screening`. */
  readonly plant: PlantFactors | null;
  /** Share that it takes out of its feed, by quality parameter. */
  readonly removes: Readonly<Record<string, number>>;
}

interface PlantFactors {
  readonly capex: FactorId;
  readonly opex: FactorId;
  readonly electricity: FactorId;
  readonly recovery: FactorId;
}

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
    plant: plantOf('filter_uv'),
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
    plant: plantOf('ultrafiltration'),
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
    plant: plantOf('membrane_bioreactor'),
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
    plant: plantOf('reverse_osmosis'),
    removes: { ...desalinated(0.96), silica_mg_l: 0.95, ammonia_mg_l: 0.85, boron_mg_l: 0.5, toc_mg_l: 0.9 },
  },
  {
    id: 'L4',
    label: 'demineralise and degas',
    plant: plantOf('demineralisation'),
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
    plant: plantOf('evaporator'),
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

/** Treated and untreated water are mixed: (from - to)/(from x removed) of the stream has to go through the plant. */
function treatedTo(gap: QualityGap, level: Level, values: FactorValues): Change | null {
  const { pair, from, to, parameter } = gap;
  const removed = level.removes[parameter.id] ?? 0;
  const part = (from - to) / (from * removed);
  if (pair.supply.type.family !== 'water' || !(part > 0 && part <= 1) || isTooSalty(gap, level)) return null;
  const lost = part * (1 - (level.plant === null ? settledShare : values[level.plant.recovery]));
  const feed = feedOf(pair, 1 - lost);
  const plantFeed = { rate: feed.rate * part, yearly: feed.yearly * part };
  return treated(gap, {
    kind: 'water_treatment',
    paidBy: 'receiver',
    share: 1 - lost,
    costEurPerYear: plantCost(level, plantFeed, values) + feed.yearly * lost * values['disposal.concentrate'],
    detail: () =>
      `${level.label} (${level.id}) ${inWords(part * 100, '%')} of the water, ${parameter.label.toLowerCase()} ${stepInWords(gap, to)}`,
  });
}

/** Evaporators are costed by the t/h at 10 t/h, the others by the m3 a day at 1,000 m3 a day; a small plant costs more per m3. */
function plantCost({ id, plant }: Level, { rate, yearly }: Feed, values: FactorValues): number {
  if (plant === null) return yearly * values['treatment.screening'] * smallPlantFactor(rate);
  const size = id === 'LZ' ? rate : rate * hoursPerDay;
  return plantEurPerYear(
    {
      investmentEur: size * values[plant.capex] * smallPlantFactor(rate),
      upkeep: plant.opex,
      runningEur: (yearly * values[plant.electricity] * values['price.electricity']) / kwhPerMwh,
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

type WaterConverter =
  | 'filter_uv'
  | 'ultrafiltration'
  | 'membrane_bioreactor'
  | 'reverse_osmosis'
  | 'demineralisation'
  | 'evaporator';

function plantOf(converter: WaterConverter): PlantFactors {
  return {
    capex: `converter.${converter}.capex`,
    opex: `converter.${converter}.opex`,
    electricity: `converter.${converter}.electricity`,
    recovery: `converter.${converter}.yield`,
  };
}

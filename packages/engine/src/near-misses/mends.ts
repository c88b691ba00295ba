// What can be done about which judge's objection. A judge or parameter that is not in here is one that nothing mends honestly.
import type { JudgeName } from '@crg/domain/match';
import { type Family, resourceTypes } from '@crg/domain/taxonomy';
import { qualityJudge } from '../judges/quality.ts';
import type { Pair } from '../pair.ts';
import { ageing } from './ageing.ts';
import { bufferForLot, bufferStore } from './buffer-store.ts';
import type { Change, Mend, Workshop } from './change.ts';
import { chiller } from './chiller.ts';
import { climateControl } from './climate-control.ts';
import { gasCompressor } from './compressor.ts';
import { crusher, fineGrinding } from './crusher.ts';
import { coSubstrate, dewatering, dryer, evaporator, fuelDryer, pressAndDry, wetting } from './drying.ts';
import { ductBurner } from './duct-burner.ts';
import { greenCertificates, transformer } from './electricity.ts';
import { fasterService } from './faster-service.ts';
import { gasBlending, methaneUpgrading } from './gas-mixing.ts';
import { airFilter, gasPolishing, siloxaneRemoval } from './gas-polishing.ts';
import { dedusting, desulphurisation, gasDrying, gasPurification } from './gas-treatment.ts';
import { heatPump } from './heat-pump.ts';
import { neutralisation } from './neutralisation.ts';
import { otherDates } from './other-dates.ts';
import { otherHours } from './other-hours.ts';
import { hallClimate, strongerConnection } from './places.ts';
import { preheat } from './preheat.ts';
import { gapOf, type QualityMend } from './quality-gap.ts';
import { raiseLimit } from './raise-limit.ts';
import { heapForLot, seasonStore } from './season-store.ts';
import {
  carbonRemoval,
  deacidification,
  distillation,
  glassSorting,
  refining,
  settling,
  sorting,
  washing,
} from './separation.ts';
import { smallerLot } from './smaller-lot.ts';
import { smallerTake } from './smaller-take.ts';
import { recompression, steamDrying, superheater } from './vapour-recompression.ts';
import { waterCooler, waterHeater } from './water-temperature.ts';
import { treatableParameters, waterTreatment } from './water-treatment.ts';

/** All changes that may remove a judge's objection to a pair, the cheapest first; of the same cost in the order of the table. */
export function changesFor(pair: Pair, judge: JudgeName, workshop: Workshop): readonly Change[] {
  const remedy = remedies.get(pair.supply.type.id)?.get(judge);
  if (remedy === undefined) return none;
  const changes = remedy.parameter === null ? madeBy(remedy.mends, pair, workshop) : closedBy(remedy, pair, workshop);
  return changes.length > 1 ? changes.sort((a, b) => a.costEurPerYear - b.costEurPerYear) : changes;
}

/** Whether anything in here may mend that judge's objection to a supply of this type; if not, nobody need look twice. */
export function isMendable(supplyType: string, judge: JudgeName): boolean {
  return remedies.get(supplyType)?.has(judge) === true;
}

function madeBy(mends: readonly Mend[], pair: Pair, workshop: Workshop): Change[] {
  return mends.map((mend) => mend(pair, workshop)).filter((change) => change !== null);
}

function closedBy(remedy: QualityRemedy, pair: Pair, { values, dearest }: Workshop): Change[] {
  const gap = gapOf(pair, remedy.parameter);
  if (gap === null) return [];
  const changes: Change[] = [];
  for (const mend of remedy.mends) {
    const change = mend(gap, values, dearest);
    if (change !== null) changes.push(change);
  }
  return changes;
}

type Remedy = QualityRemedy | PairRemedy;

interface QualityRemedy {
  readonly parameter: string;
  readonly mends: readonly QualityMend[];
}

interface PairRemedy {
  readonly parameter: null;
  readonly mends: readonly Mend[];
}

/**
 * Nothing here: cadmium, lead, arsenic, asbestos and PCB (thinning them is forbidden), oxides and the glassy share (decided in
 * the melt), protein and fat, clear height, floor load, sprinklers, and every prohibition.
 */
const byParameter: Readonly<Record<string, readonly QualityMend[]>> = {
  dust_mg_m3: [dedusting],

  return_temperature_c: [smallerTake],
  dryness_percent: [steamDrying],

  ...Object.fromEntries(treatableParameters.map((id) => [id, [waterTreatment]])),
  ph: [neutralisation],

  methane_percent: [methaneUpgrading],
  heating_value_mj_m3: [gasBlending],
  wobbe_mj_m3: [gasBlending],
  h2s_mg_m3: [desulphurisation],
  siloxanes_mg_m3: [siloxaneRemoval],
  oxygen_percent: [gasPolishing],
  water_ppm: [gasPolishing],
  oxygen_ppm: [gasPolishing],
  co_ppm: [gasPolishing],
  sulphur_ppm: [gasPolishing],
  hydrocarbons_ppm: [gasPolishing],
  dew_point_c: [gasDrying],
  particle_class: [airFilter],
  oil_class: [airFilter],

  renewable_percent: [greenCertificates],
  voltage_kv: [transformer],

  moisture_percent: [dryer],
  dry_matter_percent: [dewatering, dryer, pressAndDry, wetting],
  concentration_percent: [evaporator],
  nitrogen_kg_t: [evaporator],
  phosphorus_kg_t: [evaporator],
  heating_value_mj_kg: [fuelDryer],
  c_n_ratio: [coSubstrate],
  plastic_percent: [sorting],
  free_lime_percent: [ageing],
  residue_45um_percent: [fineGrinding],
  chloride_mg_kg: [washing],
  contaminant_percent: [sorting],
  copper_percent: [sorting],
  loss_on_ignition_percent: [carbonRemoval],
  water_percent: [settling],
  free_fatty_acid_percent: [deacidification],
  grain_size_mm: [crusher],

  power_supply_kw: [strongerConnection],
  response_h: [fasterService],
  turnaround_d: [fasterService],
};

/** Where what it is decides how it is mended. */
const byFamilyAndParameter: Readonly<Partial<Record<Family, Readonly<Record<string, readonly QualityMend[]>>>>> = {
  heat: { temperature_c: [heatPump, preheat] },
  steam: { temperature_c: [recompression, superheater], pressure_bar: [recompression] },
  cooling: { temperature_c: [chiller] },
  water: { temperature_c: [waterCooler, waterHeater] },
  gas: { pressure_bar: [gasCompressor], purity_percent: [gasPurification] },
  logistics: { temperature_c: [climateControl] },
  space: { temperature_c: [hallClimate] },
};

/** The same, for single types. */
const byTypeAndParameter: Readonly<Record<string, Readonly<Record<string, readonly QualityMend[]>>>> = {
  'heat.flue_gas': { temperature_c: [heatPump, ductBurner, preheat] },
  'material.metal_scrap': { purity_percent: [sorting] },
  // What burns badly in sorted plastics is PVC, which machines see.
  'material.plastics': { purity_percent: [sorting], chlorine_percent: [sorting] },
  'material.glass': { lead_mg_kg: [glassSorting] },
  // Sulphate in rubble is pieces of gypsum.
  'material.mineral_rubble': { so3_percent: [sorting] },
  'material.textile': { purity_percent: [sorting] },
  'material.gypsum': { purity_percent: [refining] },
  'material.lime': { purity_percent: [refining] },
  'material.sulphur': { purity_percent: [refining], ash_percent: [refining] },
  'material.acid': { contaminant_percent: [refining] },
  'material.oil': { contaminant_percent: [settling] },
  'organic.fat': { contaminant_percent: [settling] },
  'material.solvent': { purity_percent: [distillation], water_percent: [distillation] },
};

const none: readonly Change[] = [];

const ofPairs: readonly (readonly [JudgeName, Remedy])[] = [
  ['distance', { parameter: null, mends: [raiseLimit] }],
  ['time', { parameter: null, mends: [otherHours, bufferStore, seasonStore, otherDates] }],
  ['quantity', { parameter: null, mends: [smallerLot, bufferForLot, heapForLot] }],
];

/** By the supply's type, then by judge. */
const remedies: ReadonlyMap<string, ReadonlyMap<JudgeName, Remedy>> = new Map(
  resourceTypes.map(({ id, family }) => {
    const ofQualities = { ...byParameter, ...byFamilyAndParameter[family], ...byTypeAndParameter[id] };
    const entries = Object.entries(ofQualities).map(([parameter, mends]): [JudgeName, Remedy] => [
      qualityJudge({ id: parameter }),
      { parameter, mends },
    ]);
    return [id, new Map([...ofPairs, ...entries])];
  }),
);

// What can be done about which judge's objection. A judge or parameter that is not in here is one that nothing mends honestly.
import type { JudgeName } from '@crg/domain/match';
import { ageing } from './ageing.ts';
import { bufferStore } from './buffer-store.ts';
import type { Mend } from './change.ts';
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
import { mendsOf, type QualityMend } from './quality-gap.ts';
import { raiseLimit } from './raise-limit.ts';
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

/** Changes that may remove a judge's objection; the cheapest that holds is taken. */
export function mendsFor(judge: JudgeName, supplyType: string): readonly Mend[] {
  const own = byTypeAndJudge.get(`${supplyType} ${judge}`);
  return own ?? byJudge.get(judge) ?? none;
}

/** Whether anything in here may mend a quality; the others need not be looked at twice. */
export function isMendable(parameterId: string): boolean {
  return mendable.has(parameterId);
}

/**
 * Nothing here: cadmium, lead, arsenic, asbestos and PCB (thinning them is forbidden), oxides and the glassy share (decided in
 * the melt), protein and fat, clear height, floor load, sprinklers, and every prohibition.
 */
const byParameter: Readonly<Record<string, readonly QualityMend[]>> = {
  temperature_c: [
    heatPump,
    preheat,
    ductBurner,
    recompression,
    superheater,
    chiller,
    waterCooler,
    waterHeater,
    climateControl,
    hallClimate,
  ],
  pressure_bar: [recompression, gasCompressor],
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

/** Where what it is decides how it is cleaned. */
const byTypeAndParameter: Readonly<Record<string, Readonly<Record<string, readonly QualityMend[]>>>> = {
  'gas.co2': { purity_percent: [gasPurification] },
  'gas.hydrogen': { purity_percent: [gasPurification] },
  'gas.nitrogen': { purity_percent: [gasPurification] },
  'gas.oxygen': { purity_percent: [gasPurification] },
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

const none: readonly Mend[] = [];
const judgeOf = (parameterId: string): JudgeName => `quality.${parameterId}`;

const byJudge: ReadonlyMap<JudgeName, readonly Mend[]> = new Map<JudgeName, readonly Mend[]>([
  ['distance', [raiseLimit]],
  ['time', [otherHours, bufferStore, otherDates]],
  ['quantity', [smallerLot]],
  ...Object.entries(byParameter).map(([id, mends]) => [judgeOf(id), mendsOf(id, mends)] as const),
]);

const byTypeAndJudge: ReadonlyMap<string, readonly Mend[]> = new Map(
  Object.entries(byTypeAndParameter).flatMap(([type, parameters]) =>
    Object.entries(parameters).map(([id, mends]) => [`${type} ${judgeOf(id)}`, mendsOf(id, mends)] as const),
  ),
);

const mendable: ReadonlySet<string> = new Set([
  ...Object.keys(byParameter),
  ...Object.values(byTypeAndParameter).flatMap((parameters) => Object.keys(parameters)),
]);

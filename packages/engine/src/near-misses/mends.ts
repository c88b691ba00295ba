// What can be done about which judge's objection. A judge or parameter that is not in here is one that nothing mends honestly.
import type { JudgeName } from '@crg/domain/match';
import { bufferStore } from './buffer-store.ts';
import type { Mend } from './change.ts';
import { chiller } from './chiller.ts';
import { climateControl } from './climate-control.ts';
import { gasCompressor } from './compressor.ts';
import { crusher } from './crusher.ts';
import { dewatering, dryer, evaporator, wetting } from './drying.ts';
import { ductBurner } from './duct-burner.ts';
import { greenCertificates, transformer } from './electricity.ts';
import { fasterService } from './faster-service.ts';
import { gasBlending, methaneUpgrading } from './gas-mixing.ts';
import { dedusting, desulphurisation, gasDrying, gasPurification } from './gas-treatment.ts';
import { heatPump } from './heat-pump.ts';
import { neutralisation } from './neutralisation.ts';
import { otherDates } from './other-dates.ts';
import { otherHours } from './other-hours.ts';
import { preheat } from './preheat.ts';
import { mendsOf, type QualityMend } from './quality-gap.ts';
import { raiseLimit } from './raise-limit.ts';
import { carbonRemoval, deacidification, distillation, refining, settling, sorting, washing } from './separation.ts';
import { smallerLot } from './smaller-lot.ts';
import { recompression, superheater } from './vapour-recompression.ts';
import { waterCooler, waterHeater } from './water-temperature.ts';
import { waterTreatment } from './water-treatment.ts';

/** Changes that may remove a judge's objection; the cheapest that holds is taken. */
export function mendsFor(judge: JudgeName, supplyType: string): readonly Mend[] {
  const own = byTypeAndJudge.get(`${supplyType} ${judge}`);
  return own ?? byJudge.get(judge) ?? none;
}

/** Whether anything in here may mend a quality; the others need not be looked at twice. */
export function isMendable(parameterId: string): boolean {
  return mendable.has(parameterId);
}

/** Nothing here: cadmium, glassy share (it is decided in the melt), clear height, floor load, and every prohibition. */
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
  ],
  pressure_bar: [recompression, gasCompressor],
  dust_mg_m3: [dedusting],

  conductivity_us_cm: [waterTreatment],
  suspended_solids_mg_l: [waterTreatment],
  cod_mg_l: [waterTreatment],
  silica_mg_l: [waterTreatment],
  ph: [neutralisation],

  methane_percent: [methaneUpgrading],
  heating_value_mj_m3: [gasBlending],
  h2s_mg_m3: [desulphurisation],
  dew_point_c: [gasDrying],

  renewable_percent: [greenCertificates],
  voltage_kv: [transformer],

  moisture_percent: [dryer],
  dry_matter_percent: [dewatering, dryer, wetting],
  concentration_percent: [evaporator],
  nitrogen_kg_t: [evaporator],
  chloride_mg_kg: [washing],
  contaminant_percent: [sorting],
  copper_percent: [sorting],
  loss_on_ignition_percent: [carbonRemoval],
  water_percent: [settling],
  free_fatty_acid_percent: [deacidification],
  grain_size_mm: [crusher],

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
  'material.plastics': { purity_percent: [sorting] },
  'material.textile': { purity_percent: [sorting] },
  'material.gypsum': { purity_percent: [refining] },
  'material.lime': { purity_percent: [refining] },
  'material.sulphur': { purity_percent: [refining] },
  'material.acid': { contaminant_percent: [refining] },
  'material.oil': { contaminant_percent: [settling] },
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

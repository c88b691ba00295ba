// A random town of every trade: the random city's hours, dates, limits and amounts, and quality figures as firms state them.
// The random city draws every quality from all that is possible (gypsum of 4 % purity, 90 % copper); no plant mends that, and no firm offers it.
import type { Interval } from '@crg/domain/flow';
import { type QualityParameter, type ResourceType, resourceTypes } from '@crg/domain/taxonomy';
import {
  type Dice,
  diceOf,
  placeAt,
  randomFlow,
  type StatedCity,
  type StatedFlow,
  type StatedSite,
} from '../properties/random-city.ts';

/** 40 organizations on 60 sites within 4 km, 14 flows of every resource type. */
export function randomTown(seed: number): StatedCity {
  const dice = diceOf(seed);
  const organizations = Array.from({ length: 40 }, (_, index) => ({
    id: `org-${index}`,
    nace: dice.pick([null, null, '01.46', '10.11', '24.10', '35.11']),
  }));
  const centre = { longitude: dice.between(-5, 25), latitude: dice.between(40, 62) };
  const sites = Array.from(
    { length: 60 },
    (_, index): StatedSite => ({
      id: `site-${index}`,
      organizationId: `org-${index % organizations.length}`,
      ...placeAt(centre, dice.between(0, 360), townRadiusKm * Math.sqrt(dice.roll())),
    }),
  );
  const flows: StatedFlow[] = [];
  for (const type of resourceTypes)
    for (let copy = 0; copy < flowsPerType; copy++) flows.push(townFlow(dice, `${type.id}-${copy}`, sites, type));
  return { year, organizations, sites, flows };
}

const year = 2024;
const townRadiusKm = 4;
const flowsPerType = 14;

function townFlow(dice: Dice, id: string, sites: readonly StatedSite[], type: ResourceType): StatedFlow {
  const flow = randomFlow(dice, id, sites, [type], year);
  const quality: Record<string, Interval> = {};
  // As often as in the random city: an optional figure is rare.
  for (const parameter of type.parameters)
    if (dice.chance(parameter.optional === true ? 0.15 : 0.7))
      quality[parameter.id] = statedInterval(dice, flow.direction, parameter, everydayEnds(type.id, parameter));
  return { ...flow, quality };
}

/** A supply states what it has, a demand the end it needs; both ends of a window. */
function statedInterval(
  dice: Dice,
  direction: StatedFlow['direction'],
  { kind }: QualityParameter,
  [lowest, highest]: Ends,
): Interval {
  const value = lowest + ((highest - lowest) * dice.whole(0, 40)) / 40;
  const width = ((highest - lowest) * dice.whole(0, 8)) / 40;
  const interval = { min: Math.max(lowest, value - width), max: Math.min(highest, value + width) };
  if (direction === 'supply' || kind === 'window') return interval;
  return kind === 'at_least' ? { min: value, max: null } : { min: null, max: value };
}

type Ends = readonly [number, number];

function everydayEnds(typeId: string, { id, range }: QualityParameter): Ends {
  return everydayOf[`${typeId} ${id}`] ?? everydayOf[`${typeId.split('.')[0]} ${id}`] ?? everydayOf[id] ?? range;
}

/** Where the figures of a trade lie, from data sheets and delivery terms as an engineer of it would expect them; judgement. */
const everydayOf: Readonly<Record<string, Ends>> = {
  'heat.hot_water temperature_c': [40, 110],
  'heat.low_grade temperature_c': [15, 50],
  'heat.flue_gas temperature_c': [80, 250],
  'heat.steam temperature_c': [110, 200],
  'heat.steam pressure_bar': [1.5, 15],
  'cooling temperature_c': [2, 18],
  'water temperature_c': [5, 40],
  'logistics temperature_c': [-22, 25],
  'gas.compressed_air pressure_bar': [5, 12],
  pressure_bar: [1, 30],

  'gas purity_percent': [80, 99.99],
  'material.gypsum purity_percent': [80, 98],
  'material.lime purity_percent': [70, 97],
  'material.sulphur purity_percent': [90, 99.9],
  'material.solvent purity_percent': [70, 99.5],
  purity_percent: [60, 98],
  'material.wood moisture_percent': [8, 55],
  'material.plastics moisture_percent': [0.5, 10],
  moisture_percent: [1, 25],
  'organic.biomass_residue dry_matter_percent': [20, 85],
  'organic.food_waste dry_matter_percent': [12, 35],
  'organic.spent_grain dry_matter_percent': [18, 35],
  dry_matter_percent: [3, 30],
  concentration_percent: [15, 70],
  contaminant_percent: [0.2, 15],
  loss_on_ignition_percent: [1, 15],
  water_percent: [0.1, 15],
  'gas.biomethane methane_percent': [90, 98.5],
  methane_percent: [45, 68],
  glass_percent: [60, 99],
  copper_percent: [0.05, 0.6],
  free_fatty_acid_percent: [1, 15],
  renewable_percent: [0, 100],

  ph: [5, 10],
  'water.demineralised conductivity_us_cm': [0.1, 20],
  conductivity_us_cm: [200, 4000],
  'water.wastewater suspended_solids_mg_l': [50, 800],
  suspended_solids_mg_l: [2, 150],
  cod_mg_l: [200, 6000],
  silica_mg_l: [0.01, 5],

  'gas.natural_gas heating_value_mj_m3': [31, 40],
  heating_value_mj_m3: [8, 36],
  h2s_mg_m3: [5, 3000],
  dust_mg_m3: [5, 200],
  dew_point_c: [-40, 10],

  chloride_mg_kg: [20, 2000],
  cadmium_mg_kg: [0.2, 8],
  nitrogen_kg_t: [2, 12],
  grain_size_mm: [1, 120],

  voltage_kv: [0.4, 20],
  response_h: [1, 72],
  turnaround_d: [1, 15],
  'heat.hot_water return_temperature_c': [30, 70],
  'heat.low_grade return_temperature_c': [8, 30],
  'heat.flue_gas return_temperature_c': [60, 130],
  'cooling return_temperature_c': [8, 22],
  dryness_percent: [90, 99],
  hardness_mmol_l: [0.01, 4],
  chloride_mg_l: [10, 400],
  sulphate_mg_l: [20, 500],
  ammonia_mg_l: [0.1, 40],
  phosphate_mg_l: [0.1, 10],
  oil_mg_l: [0.1, 30],
  oxygen_mg_l: [0.02, 9],
  toc_mg_l: [0.1, 15],
  legionella_cfu_l: [50, 10_000],
  e_coli_cfu_100ml: [1, 10_000],
  turbidity_ntu: [0.3, 30],
  bod5_mg_l: [3, 400],
  boron_mg_l: [0.1, 1.5],
  wobbe_mj_m3: [20, 52],
  siloxanes_mg_m3: [0.5, 40],
  oxygen_percent: [0.1, 3],
  water_ppm: [5, 200],
  oxygen_ppm: [5, 100],
  co_ppm: [0.2, 20],
  sulphur_ppm: [0.01, 1],
  hydrocarbons_ppm: [5, 100],
  particle_class: [1, 6],
  oil_class: [1, 4],
  cao_percent: [2, 45],
  sio2_percent: [25, 55],
  mgo_percent: [1, 12],
  so3_percent: [0.2, 4],
  alkali_percent: [0.5, 6],
  free_lime_percent: [0.2, 6],
  residue_45um_percent: [10, 45],
  ash_percent: [0.3, 8],
  sulphur_percent: [0.05, 1],
  chlorine_percent: [0.02, 1.5],
  plastic_percent: [0.02, 1],
  fat_percent: [2, 30],
  protein_percent: [15, 50],
  heating_value_mj_kg: [6, 30],
  lead_mg_kg: [5, 200],
  arsenic_mg_kg: [1, 30],
  asbestos_mg_kg: [0, 100],
  pcb_mg_kg: [0.1, 60],
  phosphorus_kg_t: [0.5, 8],
  c_n_ratio: [8, 40],
  power_supply_kw: [20, 400],
  sprinkler_mm_min: [5, 30],
  'space.warehouse temperature_c': [2, 22],
  clear_height_m: [3, 12],
  floor_load_t_m2: [0.5, 5],
};

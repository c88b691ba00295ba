// The quality figures that decide whether a resource can be used: one line each, in the unit its trade signs for.

/**
 * How a demand's interval is held against a supply's.
 * `window`: both intervals share a point. `at_least`: supply.min - allowance >= demand.min. `at_most`: supply.max + allowance <= demand.max.
 */
export type ParameterKind = 'window' | 'at_least' | 'at_most';

export interface QualityParameter {
  readonly id: string;
  readonly label: string;
  /** UCUM. */
  readonly unit: string;
  readonly kind: ParameterKind;
  /** What the hand-over itself costs (an exchanger's approach), in `unit`; 0 where the substance changes hands unchanged. */
  readonly allowance: number;
  /** Distance to a limit, in `unit`, within which a pass counts as tight: lowers the score, never saves a failed limit. */
  readonly tolerance: number;
  /** What is physically possible, both ends included; a value outside it is an error. */
  readonly range: readonly [number, number];
  /** Asked only when a side states it: where neither does, there is no verdict and nothing about the pair is less certain. */
  readonly optional?: true;
}

type Wanted = Pick<QualityParameter, 'kind'> & Partial<Pick<QualityParameter, 'allowance' | 'tolerance' | 'range'>>;

/** Tolerances: 10 K; 5 percentage points for shares; 20 % of an everyday value elsewhere (docs/method.md#score). */
const temperature = ({ kind, allowance = 0, range = [-50, 1200] }: Wanted): QualityParameter => ({
  id: 'temperature_c',
  label: 'Temperature',
  unit: 'Cel',
  kind,
  allowance,
  tolerance: 10,
  range,
});

/**
 * What the carrier comes back with, the other end of the same exchanger: the supply counts on being cooled (cold: warmed) to
 * its bound, the demand brings back its own. The approach must hold at both ends (docs/method.md#heat).
 */
const returnTemperature = (wanted: Wanted): QualityParameter => ({
  ...temperature(wanted),
  id: 'return_temperature_c',
  label: 'Return temperature',
});

const share =
  (id: string, label: string, typicalTolerance = 5) =>
  ({ kind, tolerance = typicalTolerance }: Wanted): QualityParameter => ({
    id,
    label,
    unit: '%',
    kind,
    allowance: 0,
    tolerance,
    range: [0, 100],
  });

const figure =
  (id: string, label: string, unit: string, tolerance: number, range: readonly [number, number]) =>
  (wanted: Wanted): QualityParameter => ({
    id,
    label,
    unit,
    kind: wanted.kind,
    allowance: wanted.allowance ?? 0,
    tolerance: wanted.tolerance ?? tolerance,
    range: wanted.range ?? range,
  });

/** Parts per million by volume, as gas purities are certified. */
const partsPerMillion = (id: string, label: string, tolerance: number) =>
  figure(id, label, '[ppm]', tolerance, [0, 1_000_000]);

export const parameter = {
  temperature,
  returnTemperature,
  /** Absolute, not gauge. */
  pressure: figure('pressure_bar', 'Pressure (absolute)', 'bar', 2, [0.01, 1000]),

  purity: share('purity_percent', 'Purity'),
  moisture: share('moisture_percent', 'Moisture'),
  dryMatter: share('dry_matter_percent', 'Dry matter'),
  concentration: share('concentration_percent', 'Concentration'),
  contaminants: share('contaminant_percent', 'Foreign matter', 1),
  lossOnIgnition: share('loss_on_ignition_percent', 'Loss on ignition (unburnt carbon)', 1),
  water: share('water_percent', 'Water content', 1),
  methane: share('methane_percent', 'Methane'),
  glassy: share('glass_percent', 'Glassy (granulated) share'),
  copper: share('copper_percent', 'Copper', 0.1),
  freeFattyAcid: share('free_fatty_acid_percent', 'Free fatty acids', 2),
  renewable: share('renewable_percent', 'Renewable share with guarantee of origin'),
  /** EN 285 asks 95 % of steam that touches goods. */
  dryness: share('dryness_percent', 'Dryness of the steam', 1),

  ph: figure('ph', 'pH', '[pH]', 0.5, [0, 14]),
  conductivity: figure('conductivity_us_cm', 'Electrical conductivity', 'uS/cm', 100, [0, 300_000]),
  suspendedSolids: figure('suspended_solids_mg_l', 'Suspended solids', 'mg/L', 5, [0, 200_000]),
  cod: figure('cod_mg_l', 'Chemical oxygen demand', 'mg/L', 200, [0, 1_000_000]),
  silica: figure('silica_mg_l', 'Silica', 'mg/L', 0.02, [0, 1000]),
  // Scale, corrosion of steel and of copper, growth: what EN 12952/12953 and the makers of cooling towers limit.
  hardness: figure('hardness_mmol_l', 'Total hardness', 'mmol/L', 0.5, [0, 100]),
  chlorideInWater: figure('chloride_mg_l', 'Chloride in water', 'mg/L', 20, [0, 200_000]),
  /** EN 1008 limits it in the mixing water of concrete. */
  sulphate: figure('sulphate_mg_l', 'Sulphate', 'mg/L', 50, [0, 200_000]),
  ammonia: figure('ammonia_mg_l', 'Ammonia nitrogen', 'mg/L', 1, [0, 100_000]),
  phosphate: figure('phosphate_mg_l', 'Phosphate phosphorus', 'mg/L', 1, [0, 10_000]),
  oil: figure('oil_mg_l', 'Oil and grease', 'mg/L', 0.2, [0, 1_000_000]),
  dissolvedOxygen: figure('oxygen_mg_l', 'Dissolved oxygen', 'mg/L', 0.02, [0, 100]),
  organicCarbon: figure('toc_mg_l', 'Total organic carbon', 'mg/L', 0.1, [0, 100_000]),
  legionella: figure('legionella_cfu_l', 'Legionella', '{CFU}/L', 200, [0, 1e12]),
  // The classes A to D of Regulation (EU) 2020/741 for irrigation.
  escherichia: figure('e_coli_cfu_100ml', 'Escherichia coli', '{CFU}/dL', 20, [0, 1e12]),
  turbidity: figure('turbidity_ntu', 'Turbidity', '{NTU}', 1, [0, 100_000]),
  bod: figure('bod5_mg_l', 'Biochemical oxygen demand in 5 days', 'mg/L', 5, [0, 1_000_000]),
  boron: figure('boron_mg_l', 'Boron', 'mg/L', 0.2, [0, 1000]),

  heatingValue: figure('heating_value_mj_m3', 'Lower heating value, per normal m3', 'MJ/m3', 2, [0.5, 130]),
  hydrogenSulphide: figure('h2s_mg_m3', 'Hydrogen sulphide', 'mg/m3', 20, [0, 1_500_000]),
  dust: figure('dust_mg_m3', 'Dust', 'mg/m3', 10, [0, 1_000_000]),
  dewPoint: figure('dew_point_c', 'Pressure dew point', 'Cel', 10, [-110, 100]),
  /** Gases of one Wobbe index give a burner the same heat at the same pressure. */
  wobbe: figure('wobbe_mj_m3', 'Wobbe index (lower, per normal m3)', 'MJ/m3', 2, [0.5, 130]),
  /** They burn to sand in engines. */
  siloxanes: figure('siloxanes_mg_m3', 'Siloxanes', 'mg/m3', 1, [0, 100_000]),
  oxygenShare: share('oxygen_percent', 'Oxygen', 0.5),
  // Certificates of pure gases: beverage CO2 (ISBT), hydrogen for fuel cells (ISO 14687).
  waterTrace: partsPerMillion('water_ppm', 'Water vapour', 5),
  oxygenTrace: partsPerMillion('oxygen_ppm', 'Oxygen traces', 5),
  carbonMonoxide: partsPerMillion('co_ppm', 'Carbon monoxide', 2),
  sulphurTrace: partsPerMillion('sulphur_ppm', 'Sulphur compounds', 0.02),
  hydrocarbons: partsPerMillion('hydrocarbons_ppm', 'Hydrocarbons', 10),
  /** Class 0 is better than class 1 in whatever the user names. */
  particleClass: figure('particle_class', 'Particle class of ISO 8573-1', '1', 1, [0, 10]),
  oilClass: figure('oil_class', 'Oil class of ISO 8573-1', '1', 1, [0, 10]),

  // Composition of ash, slag and lime by oxides, as EN 450-1 and EN 15167-1 state it.
  calciumOxide: share('cao_percent', 'Calcium oxide'),
  silicaShare: share('sio2_percent', 'Silicon dioxide'),
  magnesia: share('mgo_percent', 'Magnesium oxide', 2),
  sulphurTrioxide: share('so3_percent', 'Sulphate as SO3', 0.5),
  alkalis: share('alkali_percent', 'Alkalis as Na2O', 0.5),
  freeLime: share('free_lime_percent', 'Free lime', 0.3),
  residueAbove45um: share('residue_45um_percent', 'Residue on the 45 µm sieve'),
  ash: share('ash_percent', 'Ash', 1),
  sulphurShare: share('sulphur_percent', 'Sulphur', 0.2),
  chlorine: share('chlorine_percent', 'Chlorine', 0.1),
  plastic: share('plastic_percent', 'Plastics', 0.1),
  fat: share('fat_percent', 'Fat in dry matter'),
  protein: share('protein_percent', 'Crude protein in dry matter'),
  /** Of very wet fuel it is negative: drying takes more than burning gives. */
  heatingValueByMass: figure('heating_value_mj_kg', 'Lower heating value as received', 'MJ/kg', 2, [-3, 145]),

  lead: figure('lead_mg_kg', 'Lead', 'mg/kg', 20, [0, 1_000_000]),
  arsenic: figure('arsenic_mg_kg', 'Arsenic', 'mg/kg', 5, [0, 1_000_000]),
  asbestos: figure('asbestos_mg_kg', 'Asbestos', 'mg/kg', 20, [0, 1_000_000]),
  /** Waste above 50 mg/kg must be destroyed: Regulation (EU) 2019/1021. */
  pcb: figure('pcb_mg_kg', 'Polychlorinated biphenyls', 'mg/kg', 10, [0, 1_000_000]),
  chloride: figure('chloride_mg_kg', 'Chloride', 'mg/kg', 20, [0, 1_000_000]),
  cadmium: figure('cadmium_mg_kg', 'Cadmium in dry matter', 'mg/kg', 2, [0, 1_000_000]),
  nitrogen: figure('nitrogen_kg_t', 'Total nitrogen', 'kg/t', 1, [0, 1000]),
  phosphorus: figure('phosphorus_kg_t', 'Phosphorus', 'kg/t', 0.5, [0, 1000]),
  /** A digester runs well from 15 to 30. */
  carbonToNitrogen: figure('c_n_ratio', 'Carbon to nitrogen', '1', 3, [0, 1000]),
  grainSize: figure('grain_size_mm', 'Grain or piece size', 'mm', 5, [0, 10_000]),

  voltage: figure('voltage_kv', 'Connection voltage', 'kV', 2, [0, 1500]),
  responseHours: figure('response_h', 'Time until somebody is there', 'h', 4, [0, 8784]),
  turnaroundDays: figure('turnaround_d', 'Time until the result is there', 'd', 1, [0, 366]),
  clearHeight: figure('clear_height_m', 'Clear height', 'm', 0.5, [0, 100]),
  floorLoad: figure('floor_load_t_m2', 'Floor load', 't/m2', 0.5, [0, 200]),
  powerSupply: figure('power_supply_kw', 'Electrical connection', 'kW', 20, [0, 1_000_000]),
  /** Design density after EN 12845: 5 mm/min for ordinary goods, up to 30 for high racks. */
  sprinkler: figure('sprinkler_mm_min', 'Sprinkler water density', 'mm/min', 2.5, [0, 100]),
} as const;

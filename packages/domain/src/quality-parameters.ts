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

export const parameter = {
  temperature,
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

  ph: figure('ph', 'pH', '[pH]', 0.5, [0, 14]),
  conductivity: figure('conductivity_us_cm', 'Electrical conductivity', 'uS/cm', 100, [0, 300_000]),
  suspendedSolids: figure('suspended_solids_mg_l', 'Suspended solids', 'mg/L', 5, [0, 200_000]),
  cod: figure('cod_mg_l', 'Chemical oxygen demand', 'mg/L', 200, [0, 1_000_000]),
  silica: figure('silica_mg_l', 'Silica', 'mg/L', 0.02, [0, 1000]),

  heatingValue: figure('heating_value_mj_m3', 'Lower heating value, per normal m3', 'MJ/m3', 2, [0.5, 130]),
  hydrogenSulphide: figure('h2s_mg_m3', 'Hydrogen sulphide', 'mg/m3', 20, [0, 1_500_000]),
  dust: figure('dust_mg_m3', 'Dust', 'mg/m3', 10, [0, 1_000_000]),
  dewPoint: figure('dew_point_c', 'Pressure dew point', 'Cel', 10, [-110, 100]),

  chloride: figure('chloride_mg_kg', 'Chloride', 'mg/kg', 20, [0, 1_000_000]),
  cadmium: figure('cadmium_mg_kg', 'Cadmium in dry matter', 'mg/kg', 2, [0, 1_000_000]),
  nitrogen: figure('nitrogen_kg_t', 'Total nitrogen', 'kg/t', 1, [0, 1000]),
  grainSize: figure('grain_size_mm', 'Grain or piece size', 'mm', 5, [0, 10_000]),

  voltage: figure('voltage_kv', 'Connection voltage', 'kV', 2, [0, 1500]),
  responseHours: figure('response_h', 'Time until somebody is there', 'h', 4, [0, 8784]),
  turnaroundDays: figure('turnaround_d', 'Time until the result is there', 'd', 1, [0, 366]),
  clearHeight: figure('clear_height_m', 'Clear height', 'm', 0.5, [0, 100]),
  floorLoad: figure('floor_load_t_m2', 'Floor load', 't/m2', 0.5, [0, 200]),
} as const;

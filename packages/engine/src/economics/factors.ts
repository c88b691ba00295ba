// Every number that the economics and the CO2 take from outside, with where it comes from. docs/data-sources.md shows the same table.
import { membersOfTheUnion } from '../european-union.ts';
import { biogasMethaneShare, methaneKwhPerM3 } from '../formulas/digestion.ts';
import { converterFactors } from './converter-factors.ts';
import type { Factor } from './factor.ts';

export type { Factor } from './factor.ts';

type Origin = Pick<Factor, 'source' | 'year' | 'geography' | 'confidence'>;

const row = (
  label: string,
  [low, mid, high]: readonly [number, number, number],
  unit: string,
  origin: Origin,
): Factor => ({
  label,
  low,
  mid,
  high,
  unit,
  ...origin,
});
/** A figure whose source gives no band. */
const single = (label: string, value: number, unit: string, origin: Origin): Factor =>
  row(label, [value, value, value], unit, origin);
const around = (label: string, mid: number, share: number, unit: string, origin: Origin): Factor =>
  row(label, [mid * (1 - share), mid, mid * (1 + share)], unit, origin);

const judged: Origin = { source: 'Judgement of this project', year: 2024, geography: 'Europe', confidence: 'J' };
const textbook: Origin = { source: 'Textbook value', year: 2024, geography: 'any', confidence: 'T' };
const judgedFrom = (source: string, year = 2024, geography = 'Europe'): Origin => ({
  source,
  year,
  geography,
  confidence: 'J',
});
const read = (source: string, year: number, geography: string): Origin => ({
  source,
  year,
  geography,
  confidence: 'S',
});

const ukGhg = read('UK Government GHG conversion factors', 2025, 'UK');
const ember = (geography: string): Origin => read('Our World in Data from Ember, life cycle', 2023, geography);
const gateFees = read('WRAP gate fee reports', 2024, 'UK');

const gasPrice = 40;
const boilerEfficiency = 0.9;
const naturalGasKgPerKwh = [0.202, 0.2027, 0.2362] as const;
const times = (values: readonly [number, number, number], by: number): [number, number, number] => [
  values[0] * by,
  values[1] * by,
  values[2] * by,
];

export const factors = {
  // Money: rates, prices of energy
  'finance.discount_rate': single('Discount rate, real', 0.08, '1', judged),
  'finance.years': single('Years over which an investment is judged', 10, 'a', judged),
  'price.electricity': row('Electricity for industry, all in', [80, 120, 180], 'EUR/MWh', judged),
  'price.boiler_heat': row(
    'Heat or steam from a gas boiler: gas at 30/40/60 EUR/MWh, efficiency 0.90',
    times([30, gasPrice, 60], 1 / boilerEfficiency),
    'EUR/MWh',
    judged,
  ),
  'price.heat_pump_heat': row(
    'Low-grade heat from a heat pump: electricity at 80/120/180 EUR/MWh, COP 4.4',
    times([80, 120, 180], 1 / 4.4),
    'EUR/MWh',
    judged,
  ),
  'price.chiller_cold': row(
    'Cold from a compressor chiller: electricity at 80/120/180 EUR/MWh, EER 4.8',
    times([80, 120, 180], 1 / 4.8),
    'EUR/MWh',
    judged,
  ),
  'price.methane': row(
    'Natural gas by volume: 30/40/60 EUR/MWh, 9.97 kWh per normal m3',
    times([30, gasPrice, 60], methaneKwhPerM3 / 1000),
    'EUR/m3',
    judged,
  ),
  'price.biogas': row(
    'Raw biogas by its methane (60 %)',
    times([30, gasPrice, 60], (biogasMethaneShare * methaneKwhPerM3) / 1000),
    'EUR/m3',
    judged,
  ),
  'price.compressed_air': row(
    'Compressed air at 8 bar: 0.1144 kWh per normal m3, electricity at 80/120/180 EUR/MWh',
    times([80, 120, 180], 0.1144 / 1000),
    'EUR/m3',
    judged,
  ),

  // Money: what by-products fetch, what disposal costs
  'price.fly_ash': row(
    'Coal fly ash to EN 450',
    [0, 35, 80],
    'EUR/t',
    judgedFrom('chemanalyst.com fly ash prices, brought to Europe', 2025),
  ),
  'price.slag_granulate': row(
    'Granulated furnace slag, unground',
    [5, 15, 30],
    'EUR/t',
    judgedFrom('chemanalyst.com slag prices, brought to Europe', 2025),
  ),
  'price.aggregate': row('Slag or ash as aggregate', [-10, 3, 10], 'EUR/t', judged),
  'price.gypsum': row(
    'Gypsum from flue-gas cleaning',
    [-5, 5, 15],
    'EUR/t',
    judgedFrom('USGS gypsum prices, brought to Europe', 2022),
  ),
  'price.steel_scrap': row(
    'Steel scrap E1, shredded',
    [119, 290, 310],
    'EUR/t',
    read('SteelOrbis and BDSV series', 2024, 'DE'),
  ),
  'price.plastic_scrap': around(
    'Plastic scrap',
    321,
    0.3,
    'EUR/t',
    read('Eurostat secondary material prices', 2024, 'EU'),
  ),
  'price.waste_paper': around('Waste paper', 156, 0.3, 'EUR/t', read('Eurostat secondary material prices', 2024, 'EU')),
  'price.glass_cullet': around(
    'Glass cullet',
    95,
    0.3,
    'EUR/t',
    read('Eurostat secondary material prices', 2024, 'EU'),
  ),
  'price.wood_residue': row(
    'Sawmill residue',
    [20, 50, 80],
    'EUR/t',
    judgedFrom('C.A.R.M.E.N. wood chip prices, scaled to residue', 2024, 'DE'),
  ),
  'price.spent_grain': row("Brewers' spent grain, wet", [0, 30, 50], 'EUR/t', judged),
  'disposal.landfill': row('Landfill gate fee without tax', [15, 30, 80], 'EUR/t', { ...gateFees, confidence: 'J' }),
  'disposal.incineration': row('Energy-from-waste gate fee', [60, 110, 180], 'EUR/t', {
    ...gateFees,
    year: 2016,
    confidence: 'J',
  }),
  'disposal.digestion': row('Gate fee of food waste digestion', [-20, 15, 50], 'EUR/t', { ...gateFees, year: 2022 }),
  'disposal.sludge': row(
    'Sewage sludge of 20-25 % dry matter',
    [40, 90, 160],
    'EUR/t',
    judgedFrom('Trend in Water Sci. Technol. 85 (2022) 1167', 2021),
  ),
  'disposal.waste_wood': row(
    'Gate fee of mixed waste wood',
    [1, 35, 100],
    'EUR/t',
    judgedFrom('WRAP gate fee report, indexed', 2013, 'UK'),
  ),

  // Money: treatment
  'treatment.screening': row('Screening, settling or cooling of water (L0)', [0.02, 0.05, 0.1], 'EUR/m3', judged),
  'treatment.filter_uv': row('Media filter and UV (L1)', [0.08, 0.15, 0.3], 'EUR/m3', judged),

  // Money: pipes, cables, trucks
  'pipe.heat_base': single(
    'Pre-insulated pair, per metre of trench before surface',
    300,
    'EUR/m',
    judgedFrom('Line through an open district-heating table'),
  ),
  'pipe.heat_per_mm': single(
    'The same, per mm of nominal diameter',
    3.9,
    'EUR/(m.mm)',
    judgedFrom('Line through an open district-heating table'),
  ),
  'pipe.heat_level': row('What pre-insulated pairs really cost, against that line', [0.7, 1, 1.5], '1', judged),
  'pipe.heat_surface': single('Surface factor, paved industrial park, heat pipe', 1.25, '1', judged),
  'pipe.steam_factor': row('Steam pipe with condensate return against hot water', [1.5, 2, 3], '1', judged),
  'pipe.plastic_base': single(
    'Plastic pipe: trench and laying',
    70,
    'EUR/m',
    read('nPro technology costs from KEA-BW', 2024, 'DE'),
  ),
  'pipe.plastic_level': row(
    'What plastic pipes really cost, against the line 70 + 0.75 DA + 0.0023 DA^2.0236',
    [0.7, 1, 1.5],
    '1',
    judged,
  ),
  'pipe.plastic_surface': single('Surface factor, paved, plastic pipe', 1.8, '1', judged),
  'pipe.gas': row(
    'Plastic gas pipe DA 110 up to 6 bar',
    [60, 110, 200],
    'EUR/m',
    judgedFrom('biogas-netzeinspeisung.at, connection costs'),
  ),
  'pipe.gas_steel': row(
    'Steel pipe DN 100 for hydrogen, and for any gas above 6 bar (gauge)',
    [250, 450, 900],
    'EUR/m',
    judged,
  ),
  'pipe.detour': row('Pipe route over straight line inside a park (4/pi)', [1.15, 1.27, 1.5], '1', textbook),
  'pipe.upkeep': single(
    'Yearly upkeep of a pipe, share of its investment',
    0.01,
    '1/a',
    judgedFrom('nPro technology costs'),
  ),
  'pipe.friction': single('Design pressure drop of a heat pipe', 150, 'Pa/m', textbook),
  'pipe.pump_efficiency': single('Pump and motor together', 0.65, '1', judged),
  'heat.extraction': row(
    'Taking heat out at the source',
    [200, 500, 2000],
    'EUR/kW',
    judgedFrom('ardor.institute connection costs', 2026),
  ),
  'heat.integration': row(
    "Fitting heat or cold into the receiver's plant",
    [100_000, 200_000, 500_000],
    'EUR',
    judgedFrom('ardor.institute connection costs', 2026),
  ),
  'truck.per_km': row(
    'Articulated truck, per km driven',
    [1.1, 1.5, 1.9],
    'EUR/km',
    read('co3.io road freight cost per km', 2026, 'Europe'),
  ),
  'truck.per_hour': single('Truck and driver while loading and unloading', 60, 'EUR/h', judged),
  'truck.stop_hours': single('Loading and unloading, per trip', 1, 'h', judged),
  'truck.minimum': single('Smallest price of a trip', 150, 'EUR', judged),
  'truck.load': single('Load of an articulated truck', 25, 't', judged),
  'truck.load_pallets': single('Pallets on an articulated truck', 33, 'pcs', textbook),
  'truck.empty_return': single('Empty return of a tipper or tanker', 1, '1', judged),
  'road.detour_near': row(
    'Road over straight line to about 20 km',
    [1.2, 1.34, 1.5],
    '1',
    read('Environ. Plan. B 2023, 300 European cities', 2023, 'Europe'),
  ),
  'road.detour_far': row(
    'Road over straight line beyond',
    [1.2, 1.3, 1.4],
    '1',
    read('arXiv 2406.06490', 2024, 'Europe'),
  ),
  'wire.cable': row('Medium-voltage cable, laid', [80, 150, 300], 'EUR/m', judged),
  'wire.end': row('Connection of one end of a cable', [50_000, 100_000, 200_000], 'EUR', judged),
  'wire.detour': row('Cable route over straight line', [1.15, 1.25, 1.5], '1', judged),
  'wire.circuit': single('Most that one 20 kV circuit carries', 10_000, 'kW', judged),
  'wire.resistance': single('Resistance of 150 mm2 aluminium', 0.206, 'Ohm/km', textbook),
  'electricity.tariff_share': row(
    'Share of a price of grid electricity that is network charges, levies and taxes',
    [0.2, 0.35, 0.5],
    '1',
    judged,
  ),
  'visit.per_km': row('Van with driver, per km driven', [0.6, 0.9, 1.3], 'EUR/km', judged),
  'visit.hours': single('Work done on one visit', 8, 'h', judged),
  'visit.area': single('Space that one visit a year keeps in use', 10, 'm2', judged),

  // Converters of near misses
  'heat_pump.to_90': row(
    'Heat pump up to 90 °C',
    [400, 800, 1500],
    'EUR/kW',
    judgedFrom('Energy Informatics 4 (2021); Arpagaus et al. 2018'),
  ),
  'heat_pump.above_90': row(
    'High-temperature heat pump',
    [600, 1100, 2000],
    'EUR/kW',
    judgedFrom('Arpagaus et al., Energy 152 (2018)'),
  ),
  'heat_pump.quality_grade': row(
    'Share of the ideal COP that machines reach',
    [0.4, 0.45, 0.55],
    '1',
    judgedFrom('Arpagaus et al., Energy 152 (2018)'),
  ),

  // How far a quantity may be off: standard deviation over mean
  'precision.measured': single('What a measured quantity may be off by', 0.05, '1', judged),
  'precision.estimated': single('What an estimated quantity may be off by', 0.2, '1', judged),
  'precision.archetype': single('What a quantity guessed from the sector may be off by', 0.5, '1', judged),

  // Converters: `converters/table.ts`
  ...converterFactors,

  // Changes of near misses: what makes a supply fit. Performance from textbooks, money judged unless a source is named.
  'change.chiller': row('Compressor chiller', [150, 250, 450], 'EUR/kW', judged),
  'change.chiller_grade': row('Share of the ideal of Carnot that chillers reach', [0.4, 0.5, 0.6], '1', judged),
  'change.cooler': row('Cooling tower or dry cooler', [30, 60, 120], 'EUR/kW', judged),
  'change.superheater': row('Superheater of steam or duct burner in flue gas', [80, 150, 300], 'EUR/kW', judged),
  'change.climate_control': row(
    'Keeping stored or carried goods warmer or colder, per K',
    [0.03, 0.1, 0.3],
    'EUR/(t.K)',
    judged,
  ),
  'change.dedusting': row('Fabric or electric filter for flue gas, by its heat', [15, 30, 70], 'EUR/kW', judged),
  'change.upkeep': row(
    'Yearly upkeep of a plant for treating, share of its investment',
    [0.03, 0.05, 0.08],
    '1/a',
    judged,
  ),
  'disposal.concentrate': row('Being rid of concentrate or backwash water', [0.5, 1.5, 4], 'EUR/m3', judged),
  'change.neutralisation': row(
    'Acid or lye for what buffers the water, per pH step',
    [0.02, 0.05, 0.15],
    'EUR/m3',
    judged,
  ),
  'change.acid_or_lye': row('Acid or lye, per kmol of hydrogen or hydroxide ions', [5, 10, 20], 'EUR/kmol', judged),
  'change.water': row('Water to wet goods with', [0.5, 1.5, 4], 'EUR/m3', judged),
  'change.dosing_station': row('Dosing, mixing or bypass station with control', [8_000, 15_000, 40_000], 'EUR', judged),
  'change.gas_purification': row(
    'Pressure swing or membrane purification of a gas',
    [0.03, 0.08, 0.2],
    'EUR/m3',
    judged,
  ),
  'change.gas_recovery': row('Share of the gas that purification keeps', [0.8, 0.9, 0.95], '1', judged),
  'change.desulphurisation': row('Taking hydrogen sulphide out', [1, 3, 6], 'EUR/kg', judged),
  'change.gas_dryer': row('Dryer of compressed air', [20, 50, 120], 'EUR/(m3/h)', judged),
  'change.gas_dryer_power': row('Electricity of an adsorption dryer', [0.005, 0.012, 0.02], 'kWh/m3', judged),
  'change.gas_polishing': row('Beds and catalysts for traces in a gas', [0.01, 0.03, 0.08], 'EUR/m3', judged),
  'change.siloxane_removal': row('Activated carbon for siloxanes', [15, 40, 80], 'EUR/kg', judged),
  'change.gas_filter': row('Particle or coalescing filter, one stage', [1, 4, 10], 'EUR/(m3/h)', judged),
  'change.nitrogen': row('Nitrogen to thin a gas with', [0.05, 0.1, 0.2], 'EUR/m3', judged),
  'change.propane': row('Propane to enrich a gas with', [0.8, 1.3, 2], 'EUR/m3', judged),
  'change.dewatering': row('Press or centrifuge with its polymer, per t fed', [3, 7, 15], 'EUR/t', judged),
  'change.sorting': row('Sorting by machine, per t fed', [15, 35, 70], 'EUR/t', judged),
  'change.washing': row('Washing with water, its treatment included, per t fed', [5, 12, 25], 'EUR/t', judged),
  'change.refining': row('Melting, filtering or leaching, per t fed', [10, 30, 80], 'EUR/t', judged),
  'change.settling': row('Settling tank or centrifuge for liquids, per t fed', [3, 8, 20], 'EUR/t', judged),
  'change.carbon_removal': row(
    'Taking unburnt carbon out, electrostatic or thermal, per t fed',
    [8, 15, 30],
    'EUR/t',
    judged,
  ),
  'change.separation_efficiency': row(
    'Share of what is unwanted that a separation takes out',
    [0.9, 0.95, 0.98],
    '1',
    judged,
  ),
  'change.separation_carry': row('Good material lost with each unit taken out', [0.05, 0.15, 0.4], '1', judged),
  'change.tank_loss': row('Content that a heat or cold store loses in an hour', [0.0005, 0.002, 0.005], '1/h', judged),
  'change.gas_holder': row('Low-pressure gas holder', [50, 120, 300], 'EUR/m3', judged),
  'change.battery': row('Battery, ready for use', [200, 350, 600], 'EUR/kWh', judged),
  'change.battery_loss': row('Electricity lost over a battery', [0.1, 0.14, 0.2], '1', judged),
  'change.heap': row('Silo, bunker or paved heap', [20, 60, 200], 'EUR/t', judged),
  'change.heap_handling': row('Putting goods on a heap and loading them again', [3, 5, 10], 'EUR/t', judged),
  'change.heap_month': row('Room on a heap, for a month', [0.4, 1, 2.5], 'EUR/t', judged),
  'change.pond': row('Lined pond for water', [4, 10, 25], 'EUR/m3', judged),
  'change.pond_loss': row('Water that a pond loses over a season', [0.05, 0.1, 0.2], '1', judged),
  'change.other_hours': row('An hour of work at another time', [5, 15, 40], 'EUR/h', judged),
  'change.other_dates': row('Beginning a day earlier or ending a day later, once', [20, 50, 200], 'EUR/d', judged),
  'change.ageing': row('Watering and turning a heap for some months', [2, 4, 8], 'EUR/t', judged),
  'change.co_substrate': row('Straw or slurry mixed into the feed of a digester', [10, 50, 90], 'EUR/t', judged),
  'change.grid_connection': row('Stronger electrical connection', [100, 200, 400], 'EUR/kW', judged),
  'change.hall_climate': row('Heating or cooling a hall, per K', [0.5, 1.5, 4], 'EUR/(m2.K)', judged),
  'change.small_lot': row('Dealing with a lot below the minimum, at nothing of it', [200, 500, 2000], 'EUR/a', judged),
  'change.lot_margin': row('Margin forgone on what a lot lacks, share of its worth', [0.05, 0.1, 0.25], '1', judged),
  'change.transformer': row('Transformer with switchgear', [20, 45, 100], 'EUR/kW', judged),
  'change.transformer_bay': row('Bay and protection of a transformer', [15_000, 40_000, 120_000], 'EUR', judged),
  'change.transformer_loss': row('Electricity lost in a transformer', [0.005, 0.01, 0.015], '1', textbook),
  'price.guarantee_of_origin': row('Guarantee of origin', [0.5, 2, 7], 'EUR/MWh', judged),
  'change.faster_service': row('Being there at once, per hour of service', [10, 25, 60], 'EUR/h', judged),

  // CO2
  'co2.boiler_heat': row(
    'Heat or steam from a gas boiler, efficiency 0.90',
    times(naturalGasKgPerKwh, 1000 / boilerEfficiency),
    'kg/MWh',
    ukGhg,
  ),
  'co2.methane': row('Natural gas burnt, per normal m3', times(naturalGasKgPerKwh, methaneKwhPerM3), 'kg/m3', ukGhg),
  'co2.biogas': row(
    'Natural gas that raw biogas replaces (60 % methane)',
    times(naturalGasKgPerKwh, biogasMethaneShare * methaneKwhPerM3),
    'kg/m3',
    { ...ukGhg, confidence: 'J' },
  ),
  'co2.clinker': row(
    'Cement clinker',
    [693, 810, 861],
    'kg/t',
    read('European Commission benchmark update; Cembureau', 2021, 'EU'),
  ),
  'co2.gypsum': row('Gypsum, mined', [2, 5, 15], 'kg/t', judged),
  'co2.aggregate': single('Primary aggregates', 7.79, 'kg/t', ukGhg),
  'co2.metal': single('Scrap metal, primary less closed loop', 3473 - 1706, 'kg/t', ukGhg),
  'co2.plastics': single('Plastics, primary less closed loop', 3172 - 1575, 'kg/t', ukGhg),
  'co2.paper': single('Paper, primary less closed loop', 1345 - 1050, 'kg/t', ukGhg),
  'co2.water': single('Water supply', 0.1913, 'kg/m3', ukGhg),
  'co2.sewage': single('Sewage treatment', 0.1709, 'kg/m3', ukGhg),
  'co2.landfill_inert': single('Landfill of inert material', 1.263, 'kg/t', ukGhg),
  'co2.truck_full': single('Articulated truck above 33 t, full', 1.06921, 'kg/km', ukGhg),
  'co2.truck_empty': single('Articulated truck above 33 t, empty', 0.64734, 'kg/km', ukGhg),
  'co2.van': single('Van of a visit', 0.25, 'kg/km', judged),
  'kwh.own': single('Electricity replaced one to one', 1000, 'kWh/MWh', textbook),
  'kwh.heat_pump_heat': single('Electricity behind heat from a heat pump, COP 4.4', 1000 / 4.4, 'kWh/MWh', judged),
  'kwh.chiller_cold': single('Electricity behind cold from a chiller, EER 4.8', 1000 / 4.8, 'kWh/MWh', judged),
  'kwh.compressed_air': single('Electricity behind compressed air at 8 bar', 0.1144, 'kWh/m3', textbook),

  // Displacement: how much of the replaced thing really stays away
  'displaced.energy': row('Metered energy against a known boiler or grid', [0.95, 1, 1], '1', judged),
  'displaced.material': row('Material of equal specification', [0.8, 0.9, 1], '1', judged),
  'displaced.unknown': row('Market not known', [0.3, 0.5, 0.7], '1', judged),
  'displaced.clinker_by_fly_ash': single('Clinker that fly ash replaces (k of EN 206)', 0.4, '1', textbook),
  'displaced.clinker_by_slag': single('Clinker that ground slag replaces (k of EN 206)', 0.6, '1', textbook),

  // Electricity by the country it is used in
  'grid.DK': row('Grid electricity', [0.135, 0.152, 0.187], 'kg/kWh', ember('DK')),
  'grid.DE': row('Grid electricity', [0.363, 0.381, 0.43], 'kg/kWh', ember('DE')),
  'grid.FR': around('Grid electricity', 0.056, 0.2, 'kg/kWh', ember('FR')),
  'grid.SE': around('Grid electricity', 0.041, 0.2, 'kg/kWh', ember('SE')),
  'grid.FI': around('Grid electricity', 0.079, 0.2, 'kg/kWh', ember('FI')),
  'grid.AT': around('Grid electricity', 0.111, 0.2, 'kg/kWh', ember('AT')),
  'grid.BE': around('Grid electricity', 0.138, 0.2, 'kg/kWh', ember('BE')),
  'grid.PL': around('Grid electricity', 0.662, 0.1, 'kg/kWh', ember('PL')),
  'grid.CZ': around('Grid electricity', 0.45, 0.1, 'kg/kWh', ember('CZ')),
  'grid.EE': around('Grid electricity', 0.417, 0.1, 'kg/kWh', ember('EE')),
  'grid.BG': around('Grid electricity', 0.335, 0.1, 'kg/kWh', ember('BG')),
  'grid.GR': around('Grid electricity', 0.337, 0.1, 'kg/kWh', ember('GR')),
  'grid.IE': around('Grid electricity', 0.291, 0.1, 'kg/kWh', ember('IE')),
  'grid.HR': around('Grid electricity', 0.205, 0.1, 'kg/kWh', ember('HR')),
  'grid.HU': around('Grid electricity', 0.204, 0.1, 'kg/kWh', ember('HU')),
  'grid.GB': row('Grid electricity', [0.177, 0.196, 0.245], 'kg/kWh', ukGhg),
  'grid.EU27': row('Grid electricity, where the country has no figure of its own', [0.17, 0.21, 0.25], 'kg/kWh', {
    ...judged,
    year: 2023,
    geography: 'EU27',
  }),
} as const satisfies Readonly<Record<string, Factor>>;

export type FactorId = keyof typeof factors;

export function factor(id: FactorId): Factor {
  return factors[id];
}

/**
 * Of a country (ISO 3166-1 alpha-2): its own figure, or the mean of the European Union for a member without
 * one. null for every other country and where none is stated: nothing is known of its electricity.
 */
export function gridFactor(country: string | null): FactorId | null {
  if (country === null) return null;
  const own = `grid.${country}`;
  if (country !== 'EU27' && Object.hasOwn(factors, own)) return own as FactorId;
  return membersOfTheUnion.has(country) ? 'grid.EU27' : null;
}

// What an engineer of the trade may ask beyond the figures that every exchange of a type is judged by: data, by resource type.
import { parameter, type QualityParameter } from './quality-parameters.ts';

/** In the order in which they are asked; empty for most types. Asked only when a side states them. */
export function optionalFigures(typeId: string): readonly QualityParameter[] {
  return (byType[typeId] ?? []).map((figure) => ({ ...figure, optional: true as const }));
}

const atLeast = { kind: 'at_least' } as const;
const atMost = { kind: 'at_most' } as const;
const window = { kind: 'window' } as const;

const returnTo5K = parameter.returnTemperature({ ...atLeast, allowance: 5 });
const burner = [parameter.wobbe(window), parameter.dewPoint(atMost)];
const traceOfSulphide = parameter.hydrogenSulphide({ ...atMost, tolerance: 1 });
const engine = [parameter.siloxanes(atMost), parameter.oxygenShare(atMost), parameter.dewPoint(atMost)];
/** What beverage makers and fuel cells have certified. */
const traces = [
  parameter.waterTrace(atMost),
  parameter.oxygenTrace(atMost),
  parameter.carbonMonoxide(atMost),
  parameter.sulphurTrace(atMost),
];
const fuel = [parameter.heatingValueByMass(atLeast), parameter.chlorine(atMost)];
/** Of painted and treated wood, of dust and slag. */
const poisons = [parameter.lead(atMost), parameter.arsenic(atMost)];
const littleChloride = parameter.chloride({ ...atMost, tolerance: 200 });
const digester = [parameter.carbonToNitrogen(window), parameter.fat(atMost), parameter.plastic(atMost)];
const soil = [parameter.phosphorus(atLeast), parameter.lead({ ...atMost, tolerance: 50 })];
const nitrogen = parameter.nitrogen(atLeast);

/** Cooling towers, irrigation and concrete each have limits of their own; one water may be offered to all of them. */
const water = [
  parameter.hardness(atMost),
  parameter.chlorideInWater(atMost),
  parameter.sulphate(atMost),
  parameter.silica({ ...atMost, tolerance: 20 }),
  parameter.ammonia(atMost),
  parameter.phosphate(atMost),
  parameter.oil({ ...atMost, tolerance: 1 }),
  parameter.dissolvedOxygen({ ...atMost, tolerance: 1 }),
  parameter.turbidity(atMost),
  parameter.bod(atMost),
  parameter.boron(atMost),
  parameter.escherichia(atMost),
  parameter.legionella(atMost),
];
const boilerWater = [
  parameter.hardness({ ...atMost, tolerance: 0.005 }),
  parameter.silica({ ...atMost, tolerance: 1 }),
  parameter.dissolvedOxygen(atMost),
  parameter.oil(atMost),
  parameter.chlorideInWater(atMost),
  parameter.sulphate(atMost),
];

const byType: Readonly<Record<string, readonly QualityParameter[]>> = {
  'heat.hot_water': [returnTo5K],
  'heat.low_grade': [returnTo5K],
  // The source must not be cooled below the acid dew point of its gas.
  'heat.flue_gas': [parameter.returnTemperature({ ...atLeast, allowance: 20 })],
  'heat.steam': [parameter.dryness(atLeast)],
  'cooling.chilled_water': [parameter.returnTemperature({ ...atMost, allowance: 2, range: [-60, 60] })],

  'water.raw': water,
  'water.cooling': water,
  'water.process': [...boilerWater, ...water.filter((other) => !boilerWater.some(({ id }) => id === other.id))],
  'water.treated': water,
  'water.demineralised': [...boilerWater.filter(({ id }) => id !== 'silica_mg_l'), parameter.organicCarbon(atMost)],
  'water.wastewater': [
    parameter.bod({ ...atMost, tolerance: 100 }),
    parameter.ammonia({ ...atMost, tolerance: 10 }),
    parameter.phosphate({ ...atMost, tolerance: 2 }),
    parameter.oil({ ...atMost, tolerance: 10 }),
  ],
  'water.stormwater': water,

  'gas.fuel_gas': [...burner, parameter.dust(atMost)],
  'gas.natural_gas': [...burner, traceOfSulphide],
  // Offered to burners and engines alike, so both may ask.
  'gas.biogas': [parameter.heatingValue(window), parameter.pressure(atLeast), parameter.wobbe(window), ...engine],
  'gas.biomethane': [parameter.heatingValue(window), parameter.wobbe(window), traceOfSulphide, ...engine],
  'gas.co2': [...traces, parameter.hydrocarbons(atMost)],
  'gas.hydrogen': traces,
  'gas.nitrogen': [parameter.waterTrace(atMost), parameter.oxygenTrace(atMost)],
  'gas.oxygen': [parameter.waterTrace(atMost), parameter.hydrocarbons(atMost)],
  'gas.compressed_air': [parameter.particleClass(atMost), parameter.oilClass(atMost)],

  'material.fly_ash': [
    parameter.silicaShare(atLeast),
    parameter.calciumOxide(window),
    parameter.sulphurTrioxide(atMost),
    parameter.alkalis(atMost),
    parameter.freeLime(atMost),
    parameter.residueAbove45um(atMost),
    littleChloride,
  ],
  'material.bottom_ash': [parameter.grainSize(window), parameter.sulphurTrioxide(atMost), ...poisons],
  'material.gypsum': [parameter.ph(window), parameter.asbestos(atMost)],
  'material.slag': [
    parameter.calciumOxide(window),
    parameter.silicaShare(atLeast),
    parameter.magnesia(atMost),
    parameter.sulphurTrioxide(atMost),
    littleChloride,
    parameter.grainSize(window),
    ...poisons,
  ],
  'material.sulphur': [parameter.ash({ ...atMost, tolerance: 0.01 }), parameter.arsenic({ ...atMost, tolerance: 0.2 })],
  'material.metal_scrap': [parameter.contaminants(atMost), parameter.grainSize({ ...atMost, tolerance: 200 })],
  'material.plastics': [...fuel, parameter.grainSize(atMost)],
  'material.glass': [parameter.lead(atMost)],
  'material.wood': [...fuel, parameter.ash(atMost), parameter.grainSize(window), ...poisons],
  'material.mineral_rubble': [parameter.asbestos(atMost), parameter.sulphurTrioxide(atMost), ...poisons],
  'material.foundry_sand': [parameter.grainSize({ ...window, tolerance: 0.1 }), parameter.lead(atMost)],
  'material.lime': [parameter.calciumOxide(atLeast), parameter.ph(window), parameter.lead(atMost)],
  'material.solvent': fuel,
  'material.oil': [...fuel, parameter.sulphurShare(atMost), parameter.pcb(atMost)],
  'material.rubber': fuel,

  'organic.biomass_residue': [...digester, nitrogen, ...fuel],
  'organic.biosludge': [nitrogen, ...soil, parameter.heatingValueByMass(atLeast)],
  'organic.yeast_slurry': [parameter.protein(atLeast), parameter.carbonToNitrogen(window), nitrogen],
  'organic.sewage_sludge': [nitrogen, ...soil, parameter.heatingValueByMass(atLeast)],
  'organic.digestate': [...soil, parameter.plastic(atMost)],
  'organic.food_waste': [...digester, nitrogen],
  'organic.spent_grain': [parameter.protein(atLeast), parameter.carbonToNitrogen(window), nitrogen],
  'organic.manure': [parameter.phosphorus(atLeast), parameter.carbonToNitrogen(window)],
  'organic.fat': [parameter.contaminants(atMost), parameter.plastic(atMost)],

  'space.warehouse': [
    parameter.temperature({ ...window, range: [-40, 60] }),
    parameter.powerSupply(atLeast),
    parameter.sprinkler(atLeast),
  ],
  'space.yard': [parameter.powerSupply(atLeast)],
};

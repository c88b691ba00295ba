// The resource taxonomy: every kind of thing one company can give another, as data.
import { DomainError } from './errors.ts';
import { didYouMean, listed } from './nearest-spelling.ts';
import { optionalFigures } from './optional-figures.ts';
import { parameter, type QualityParameter } from './quality-parameters.ts';
import { type Measure, measures } from './units.ts';

export type { QualityParameter } from './quality-parameters.ts';

export const families = [
  { id: 'heat', label: 'Heat' },
  { id: 'steam', label: 'Steam' },
  { id: 'cooling', label: 'Cooling' },
  { id: 'electricity', label: 'Electricity' },
  { id: 'water', label: 'Water' },
  { id: 'gas', label: 'Gas' },
  { id: 'material', label: 'Material' },
  { id: 'organic', label: 'Organic' },
  { id: 'service', label: 'Service' },
  { id: 'logistics', label: 'Logistics' },
  { id: 'space', label: 'Space' },
] as const;

export type Family = (typeof families)[number]['id'];

/** How it travels from supply to demand: what the transport part of the economics is chosen by. */
export type TransportMode = 'pipe' | 'truck' | 'wire' | 'visit';

export interface ResourceType {
  readonly id: string;
  readonly family: Family;
  readonly label: string;
  readonly measure: Measure;
  /** The unit people of the trade state it in. */
  readonly unit: string;
  readonly rateUnit: string;
  readonly yearlyUnit: string;
  /** How far it is worth carrying when neither flow states a limit (km). */
  readonly reachKm: number;
  readonly transport: TransportMode;
  /** Those that are always asked, then the optional ones. */
  readonly parameters: readonly QualityParameter[];
  /** Types whose supplies may serve a demand of this type directly. */
  readonly accepts: readonly string[];
}

/** @throws DomainError unknown_resource_type, naming near ids */
export function resourceType(id: string): ResourceType {
  const type = byId.get(id);
  if (type !== undefined) return type;
  throw new DomainError('unknown_resource_type', {
    expected: 'a resource type of the taxonomy',
    got: `"${id.slice(0, 60)}"`,
    next: meantType(id),
  });
}

/** Ids that an unfinished one begins: `heat` begins its whole family, `water.cool` one type; fewer than three letters begin none. */
export function typesBegunBy(word: string): readonly string[] {
  const begun = word.trim().toLowerCase();
  return begun.length < 3 ? [] : [...byId.keys()].filter((id) => id.startsWith(begun));
}

function meantType(id: string): string {
  const begun = typesBegunBy(id);
  if (begun.length > 0) return `Did you mean ${listed(begun)}?`;
  return didYouMean(id, [...byId.keys()]) ?? 'List the known types with `crg taxonomy --json`.';
}

export function isResourceType(id: string): boolean {
  return byId.has(id);
}

/** Undefined when the type has no such parameter. */
export function qualityParameter(type: ResourceType, id: string): QualityParameter | undefined {
  return type.parameters.find((candidate) => candidate.id === id);
}

const {
  temperature,
  pressure,
  purity,
  moisture,
  dryMatter,
  concentration,
  contaminants,
  ph,
  conductivity,
  suspendedSolids,
} = parameter;

const atLeast = { kind: 'at_least' } as const;
const atMost = { kind: 'at_most' } as const;
const window = { kind: 'window' } as const;

/** Liquid water at any pressure a city pipe holds. */
const liquid = { range: [-5, 200] } as const;
/** What a water works, a boiler house and a cooling circuit ask for alike. */
const waterAnalysis = [ph(window), conductivity(atMost), suspendedSolids(atMost)];
/** What decides over a gas bottle or pipe of one pure gas. */
const pureGas = [purity({ ...atLeast, tolerance: 1 }), pressure(atLeast)];

/** Approach temperatures are those of docs/method.md#heat: 5 K to water, 20 K from flue gas, 2 K in a plate cooler. */
export const resourceTypes: readonly ResourceType[] = [
  ...family('heat', { measure: 'energy', unit: 'kW', reachKm: 5, transport: 'pipe' }, [
    {
      id: 'heat.hot_water',
      label: 'Hot water, thermal oil or other heat carrier',
      parameters: [temperature({ ...atLeast, allowance: 5 })],
      accepts: ['heat.steam', 'heat.low_grade'],
    },
    {
      id: 'heat.low_grade',
      label: 'Warm water or air below the heating network',
      parameters: [temperature({ ...atLeast, allowance: 5 })],
      accepts: ['heat.hot_water'],
    },
    {
      id: 'heat.flue_gas',
      label: 'Heat in flue gas or exhaust air',
      parameters: [temperature({ ...atLeast, allowance: 20, range: [-50, 2000] }), parameter.dust(atMost)],
    },
  ]),
  ...family('steam', { measure: 'energy', unit: 'kW', reachKm: 3, transport: 'pipe' }, [
    {
      id: 'heat.steam',
      label: 'Steam',
      // Steam itself changes hands: no approach, and the pressure at the receiver is what the contract signs.
      parameters: [temperature({ ...atLeast, range: [0, 700] }), pressure({ ...atLeast, range: [0.01, 350] })],
    },
  ]),
  ...family('cooling', { measure: 'energy', unit: 'kW', reachKm: 3, transport: 'pipe' }, [
    {
      id: 'cooling.chilled_water',
      label: 'Chilled water or brine',
      parameters: [temperature({ ...atMost, allowance: 2, range: [-60, 40] })],
    },
  ]),
  ...family('electricity', { measure: 'energy', unit: 'kW', reachKm: 20, transport: 'wire' }, [
    {
      id: 'electricity.power',
      label: 'Electricity',
      parameters: [parameter.renewable(atLeast), parameter.voltage(window)],
    },
  ]),
  ...family('water', { measure: 'volume', unit: 'm3/h', reachKm: 10, transport: 'pipe' }, [
    {
      id: 'water.raw',
      label: 'Surface or ground water, untreated',
      parameters: [temperature({ ...atMost, ...liquid }), ...waterAnalysis],
      accepts: ['water.stormwater'],
    },
    {
      id: 'water.cooling',
      label: 'Cooling water',
      parameters: [temperature({ ...atMost, allowance: 1, ...liquid }), ...waterAnalysis],
      accepts: ['water.raw', 'water.process', 'water.treated', 'water.stormwater'],
    },
    {
      id: 'water.process',
      label: 'Process or boiler make-up water',
      parameters: [temperature({ ...window, ...liquid }), ...waterAnalysis],
      accepts: ['water.raw', 'water.cooling', 'water.treated', 'water.demineralised'],
    },
    {
      id: 'water.treated',
      label: 'Treated waste water as technical water',
      parameters: [temperature({ ...window, ...liquid }), ...waterAnalysis],
      accepts: ['water.raw', 'water.cooling', 'water.process', 'water.stormwater'],
    },
    {
      id: 'water.demineralised',
      label: 'Demineralised water',
      parameters: [conductivity({ ...atMost, tolerance: 0.1 }), parameter.silica(atMost)],
    },
    {
      id: 'water.wastewater',
      label: 'Waste water for treatment',
      parameters: [
        temperature({ ...atMost, ...liquid }),
        ph(window),
        parameter.cod(atMost),
        suspendedSolids({ ...atMost, tolerance: 100 }),
      ],
      accepts: ['water.stormwater'],
    },
    { id: 'water.stormwater', label: 'Rain and drain water', parameters: waterAnalysis },
  ]),
  ...family('gas', { measure: 'volume', unit: 'm3/h', reachKm: 30, transport: 'pipe' }, [
    {
      id: 'gas.fuel_gas',
      label: 'Fuel gas from a process',
      // A burner is set for a band: too rich a gas is as wrong as too lean a one.
      parameters: [parameter.heatingValue(window), pressure(atLeast), parameter.hydrogenSulphide(atMost)],
      accepts: ['gas.natural_gas', 'gas.biogas', 'gas.biomethane'],
    },
    {
      id: 'gas.natural_gas',
      label: 'Natural gas',
      parameters: [parameter.heatingValue(window), pressure(atLeast)],
      accepts: ['gas.biomethane'],
    },
    {
      id: 'gas.biogas',
      label: 'Raw biogas, landfill or sewage gas',
      parameters: [parameter.methane(atLeast), parameter.hydrogenSulphide({ ...atMost, tolerance: 100 })],
    },
    {
      id: 'gas.biomethane',
      label: 'Biomethane of grid quality',
      parameters: [parameter.methane(atLeast), pressure(atLeast)],
    },
    { id: 'gas.co2', label: 'Carbon dioxide', parameters: pureGas },
    { id: 'gas.hydrogen', label: 'Hydrogen', parameters: pureGas },
    { id: 'gas.nitrogen', label: 'Nitrogen', parameters: pureGas },
    { id: 'gas.oxygen', label: 'Oxygen', parameters: pureGas },
    {
      id: 'gas.compressed_air',
      label: 'Compressed air',
      reachKm: 1,
      parameters: [pressure({ ...atLeast, tolerance: 1 }), parameter.dewPoint(atMost)],
    },
  ]),
  ...family('material', { measure: 'mass', unit: 't/a', reachKm: 150, transport: 'truck' }, [
    {
      id: 'material.fly_ash',
      label: 'Fly ash',
      parameters: [parameter.lossOnIgnition(atMost), moisture(atMost)],
    },
    {
      id: 'material.bottom_ash',
      label: 'Bottom ash or boiler slag',
      parameters: [parameter.lossOnIgnition(atMost), moisture(atMost)],
      accepts: ['material.slag', 'material.mineral_rubble'],
    },
    {
      id: 'material.gypsum',
      label: 'Gypsum',
      parameters: [purity(atLeast), moisture(atMost), parameter.chloride(atMost)],
    },
    { id: 'material.slag', label: 'Furnace slag', parameters: [parameter.glassy(atLeast), moisture(atMost)] },
    { id: 'material.sulphur', label: 'Sulphur', parameters: [purity({ ...atLeast, tolerance: 1 }), moisture(atMost)] },
    {
      id: 'material.ammonium_thiosulphate',
      label: 'Ammonium thiosulphate solution',
      parameters: [concentration(atLeast), ph(window)],
    },
    { id: 'material.metal_scrap', label: 'Metal scrap', parameters: [purity(atLeast), parameter.copper(atMost)] },
    { id: 'material.plastics', label: 'Plastics', parameters: [purity(atLeast), moisture(atMost)] },
    { id: 'material.glass', label: 'Glass cullet', parameters: [contaminants(atMost), parameter.grainSize(window)] },
    { id: 'material.paper', label: 'Paper and board', parameters: [moisture(atMost), contaminants(atMost)] },
    { id: 'material.wood', label: 'Wood', parameters: [moisture(atMost), contaminants(atMost)] },
    {
      id: 'material.mineral_rubble',
      label: 'Mineral rubble, aggregate or soil',
      parameters: [contaminants(atMost), parameter.grainSize(window)],
      accepts: ['material.bottom_ash', 'material.slag'],
    },
    {
      id: 'material.foundry_sand',
      label: 'Used foundry sand',
      parameters: [parameter.lossOnIgnition(atMost), moisture(atMost)],
    },
    { id: 'material.lime', label: 'Lime or carbonate sludge', parameters: [purity(atLeast), moisture(atMost)] },
    { id: 'material.solvent', label: 'Solvent', parameters: [purity(atLeast), parameter.water(atMost)] },
    { id: 'material.oil', label: 'Used mineral oil', parameters: [parameter.water(atMost), contaminants(atMost)] },
    { id: 'material.acid', label: 'Acid', parameters: [concentration(atLeast), contaminants(atMost)] },
    { id: 'material.textile', label: 'Textiles', parameters: [purity(atLeast), moisture(atMost)] },
    {
      id: 'material.rubber',
      label: 'Rubber and tyres',
      parameters: [contaminants(atMost), parameter.grainSize(atMost)],
    },
  ]),
  ...family('organic', { measure: 'mass', unit: 't/a', reachKm: 150, transport: 'truck' }, [
    {
      id: 'organic.biomass_residue',
      label: 'Biomass residue',
      parameters: [dryMatter(atLeast), contaminants(atMost)],
      accepts: ['organic.yeast_slurry', 'organic.spent_grain', 'organic.food_waste', 'organic.manure', 'organic.fat'],
    },
    {
      id: 'organic.biosludge',
      label: 'Biological sludge of a process',
      parameters: [dryMatter(window), parameter.cadmium(atMost)],
    },
    { id: 'organic.yeast_slurry', label: 'Yeast slurry', parameters: [dryMatter(atLeast), ph(window)] },
    {
      id: 'organic.sewage_sludge',
      label: 'Sewage sludge',
      parameters: [dryMatter(atLeast), parameter.cadmium(atMost)],
      accepts: ['organic.biosludge'],
    },
    {
      id: 'organic.digestate',
      label: 'Digestate of a biogas plant',
      parameters: [parameter.nitrogen(atLeast), parameter.cadmium(atMost)],
      accepts: ['organic.manure'],
    },
    {
      id: 'organic.food_waste',
      label: 'Food and kitchen waste',
      parameters: [dryMatter(atLeast), contaminants(atMost)],
    },
    { id: 'organic.spent_grain', label: 'Spent grain and draff', parameters: [dryMatter(atLeast)] },
    { id: 'organic.manure', label: 'Manure', parameters: [dryMatter(atLeast), parameter.nitrogen(atLeast)] },
    {
      id: 'organic.fat',
      label: 'Used fat and cooking oil',
      parameters: [parameter.freeFattyAcid(atMost), parameter.water(atMost)],
    },
  ]),
  ...family('service', { measure: 'time', unit: 'h/a', reachKm: 60, transport: 'visit' }, [
    { id: 'service.laboratory', label: 'Laboratory capacity', parameters: [parameter.turnaroundDays(atMost)] },
    { id: 'service.maintenance', label: 'Maintenance and workshop', parameters: [parameter.responseHours(atMost)] },
    { id: 'service.cleaning', label: 'Industrial cleaning', parameters: [parameter.responseHours(atMost)] },
  ]),
  ...family('logistics', { measure: 'mass', unit: 't/a', reachKm: 80, transport: 'visit' }, [
    {
      id: 'logistics.return_load',
      label: 'Room on a returning truck',
      parameters: [temperature({ ...window, range: [-40, 60] })],
    },
    {
      id: 'logistics.storage_pallets',
      label: 'Pallet storage (pallets put through)',
      measure: 'count',
      unit: 'pcs/a',
      transport: 'truck',
      parameters: [temperature({ ...window, range: [-40, 60] })],
    },
  ]),
  ...family('space', { measure: 'area', unit: 'm2', reachKm: 60, transport: 'visit' }, [
    {
      id: 'space.warehouse',
      label: 'Warehouse or production hall',
      parameters: [parameter.clearHeight(atLeast), parameter.floorLoad(atLeast)],
    },
    {
      id: 'space.yard',
      label: 'Yard or open storage',
      parameters: [parameter.floorLoad(atLeast)],
      accepts: ['space.warehouse'],
    },
    { id: 'space.office', label: 'Office and meeting space', parameters: [] },
  ]),
];

type Shared = Pick<ResourceType, 'measure' | 'unit' | 'reachKm' | 'transport'>;
type Row = Pick<ResourceType, 'id' | 'label' | 'parameters'> & Partial<Shared & Pick<ResourceType, 'accepts'>>;

function family(id: Family, shared: Shared, rows: readonly Row[]): readonly ResourceType[] {
  return rows.map((row) => {
    const { rateUnit, yearlyUnit } = measures[row.measure ?? shared.measure];
    const parameters = [...row.parameters, ...optionalFigures(row.id)];
    return { family: id, accepts: [], rateUnit, yearlyUnit, ...shared, ...row, parameters };
  });
}

const byId: ReadonlyMap<string, ResourceType> = new Map(resourceTypes.map((type) => [type.id, type]));

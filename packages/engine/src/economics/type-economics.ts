// Per resource type: what it replaces, what being rid of it costs, what making it usable costs. A type without a line has no sourced value.
import type { FactorId } from './factors.ts';

export interface TypeEconomics {
  /** What the receiver pays today for the alternative, where the demand states no price. */
  readonly purchase?: FactorId;
  /** What the supplier pays today to be rid of it, where the supply states no cost. */
  readonly disposal?: FactorId;
  /** What the receiver spends on each unit before it can be used. */
  readonly treatment?: FactorId;
  /** CO2 of what is replaced: kg per unit, or kWh of electricity per unit; and how much of it really stays away. */
  readonly replaced?: { readonly displaced: FactorId } & (
    | { readonly co2: FactorId }
    | { readonly electricity: FactorId }
  );
  /** CO2 of the disposal that no longer happens, kg per unit. */
  readonly disposalCo2?: FactorId;
}

export function economicsOf(typeId: string): TypeEconomics {
  return typeEconomics[typeId] ?? nothingSourced;
}

const nothingSourced: TypeEconomics = {};
const boiler = { co2: 'co2.boiler_heat', displaced: 'displaced.energy' } as const;
const freshWater = { co2: 'co2.water', displaced: 'displaced.material' } as const;
const gas = { co2: 'co2.methane', displaced: 'displaced.energy' } as const;
const aggregate = { co2: 'co2.aggregate', displaced: 'displaced.material' } as const;
const landfilled = { disposal: 'disposal.landfill', disposalCo2: 'co2.landfill_inert' } as const;

const typeEconomics: Readonly<Record<string, TypeEconomics>> = {
  'heat.hot_water': { purchase: 'price.boiler_heat', replaced: boiler },
  'heat.flue_gas': { purchase: 'price.boiler_heat', replaced: boiler },
  'heat.steam': { purchase: 'price.boiler_heat', replaced: boiler },
  'heat.low_grade': {
    purchase: 'price.heat_pump_heat',
    replaced: { electricity: 'kwh.heat_pump_heat', displaced: 'displaced.energy' },
  },
  'cooling.chilled_water': {
    purchase: 'price.chiller_cold',
    replaced: { electricity: 'kwh.chiller_cold', displaced: 'displaced.energy' },
  },
  'electricity.power': {
    purchase: 'price.electricity',
    replaced: { electricity: 'kwh.own', displaced: 'displaced.energy' },
  },
  'water.raw': { replaced: freshWater },
  'water.cooling': { treatment: 'treatment.screening', replaced: freshWater },
  'water.process': { treatment: 'treatment.filter_uv', replaced: freshWater },
  'water.treated': { replaced: freshWater },
  'water.demineralised': { replaced: freshWater },
  'water.wastewater': { disposalCo2: 'co2.sewage' },
  'gas.fuel_gas': { purchase: 'price.methane', replaced: gas },
  'gas.natural_gas': { purchase: 'price.methane', replaced: gas },
  'gas.biomethane': { purchase: 'price.methane', replaced: gas },
  'gas.biogas': { purchase: 'price.biogas', replaced: { co2: 'co2.biogas', displaced: 'displaced.energy' } },
  'gas.compressed_air': {
    purchase: 'price.compressed_air',
    replaced: { electricity: 'kwh.compressed_air', displaced: 'displaced.energy' },
  },
  'material.fly_ash': {
    purchase: 'price.fly_ash',
    ...landfilled,
    replaced: { co2: 'co2.clinker', displaced: 'displaced.clinker_by_fly_ash' },
  },
  'material.slag': {
    purchase: 'price.slag_granulate',
    ...landfilled,
    replaced: { co2: 'co2.clinker', displaced: 'displaced.clinker_by_slag' },
  },
  'material.bottom_ash': { purchase: 'price.aggregate', ...landfilled, replaced: aggregate },
  'material.mineral_rubble': { purchase: 'price.aggregate', ...landfilled, replaced: aggregate },
  'material.foundry_sand': landfilled,
  'material.lime': landfilled,
  'material.gypsum': {
    purchase: 'price.gypsum',
    ...landfilled,
    replaced: { co2: 'co2.gypsum', displaced: 'displaced.material' },
  },
  'material.metal_scrap': {
    purchase: 'price.steel_scrap',
    replaced: { co2: 'co2.metal', displaced: 'displaced.material' },
  },
  'material.plastics': {
    purchase: 'price.plastic_scrap',
    disposal: 'disposal.incineration',
    replaced: { co2: 'co2.plastics', displaced: 'displaced.unknown' },
  },
  'material.paper': { purchase: 'price.waste_paper', replaced: { co2: 'co2.paper', displaced: 'displaced.material' } },
  'material.glass': { purchase: 'price.glass_cullet' },
  'material.wood': { purchase: 'price.wood_residue', disposal: 'disposal.waste_wood' },
  'material.textile': { disposal: 'disposal.incineration' },
  'material.rubber': { disposal: 'disposal.incineration' },
  'organic.spent_grain': { purchase: 'price.spent_grain' },
  'organic.food_waste': { disposal: 'disposal.digestion' },
  'organic.biosludge': { disposal: 'disposal.sludge' },
  'organic.sewage_sludge': { disposal: 'disposal.sludge' },
};

// The exchanges of Kalundborg that the sources document, as pairs. They live in the tests only: the shipped city never pairs anybody.
import type { Interval } from '@crg/domain/flow';

export interface DocumentedExchange {
  readonly id: string;
  readonly supplyId: string;
  readonly demandId: string;
}

const exchange = (id: string, supplyId: string, demandId: string): DocumentedExchange => ({ id, supplyId, demandId });

/** In the order and with the numbers of the facts. */
export const documentedExchanges: readonly DocumentedExchange[] = [
  exchange('KAL-01', 'lake-tisso-water', 'refinery-lake-water'),
  exchange('KAL-02', 'refinery-fuel-gas', 'gyproc-fuel-gas'),
  exchange('KAL-03', 'lake-tisso-water', 'asnaes-lake-water'),
  exchange('KAL-04', 'novo-biosludge', 'farms-biosludge'),
  exchange('KAL-05', 'asnaes-fly-ash', 'aalborg-fly-ash'),
  exchange('KAL-06', 'asnaes-steam', 'district-heating-heat'),
  exchange('KAL-07', 'asnaes-cooling-water-heat', 'fish-farm-warmth'),
  exchange('KAL-08', 'asnaes-steam', 'novo-steam'),
  exchange('KAL-09', 'asnaes-steam', 'refinery-steam'),
  exchange('KAL-10', 'refinery-cooling-water', 'asnaes-make-up-water'),
  exchange('KAL-11', 'novo-yeast-slurry', 'pig-farms-feed'),
  exchange('KAL-12', 'refinery-sulphur', 'kemira-sulphur'),
  exchange('KAL-13', 'refinery-thiosulphate', 'fertiliser-thiosulphate'),
  exchange('KAL-14', 'refinery-technical-water', 'asnaes-technical-water'),
  exchange('KAL-15', 'asnaes-gypsum', 'gyproc-gypsum'),
  exchange('KAL-16', 'novo-waste-water', 'wwtp-inflow'),
  exchange('KAL-17', 'asnaes-drain-water', 'basin-inflow'),
  exchange('KAL-18', 'wwtp-sludge', 'soilrem-sludge'),
  exchange('KAL-19', 'wwtp-heat', 'district-heating-heat'),
  exchange('KAL-20', 'novo-biomass', 'bigadan-biomass'),
  exchange('KAL-21', 'bigadan-digestate', 'farms-digestate'),
  exchange('KAL-22', 'gyproc-process-heat', 'district-heating-heat'),
  exchange('KAL-23', 'asnaes-bottom-ash', 'road-builders-ash'),
];

/** Exchanges that the engine has to find near the top of their supply's list. */
export const expectedNearTheTop: readonly string[] = [
  ...['KAL-02', 'KAL-04', 'KAL-06', 'KAL-07', 'KAL-08', 'KAL-09', 'KAL-10', 'KAL-12'],
  ...['KAL-14', 'KAL-15', 'KAL-16', 'KAL-18', 'KAL-20', 'KAL-21', 'KAL-22'],
];

export function exchangeOf(id: string): DocumentedExchange {
  const found = documentedExchanges.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`expected a documented exchange, got ${id}`);
  return found;
}

/**
 * The amounts the facts state, and the flow each one describes. An amount of the receiver's own product (fish) describes no flow.
 * Where a supply has several receivers an amount belongs to the demand it was read for.
 */
export const statedAmounts: readonly {
  readonly exchangeId: string;
  readonly flowId: string;
  readonly amount: number;
  readonly unit: string;
  /** City amount per amount in the facts; other than 1 where the fact counts tonnes of steam. */
  readonly conversion: number;
}[] = [
  { exchangeId: 'KAL-05', flowId: 'asnaes-fly-ash', amount: 50, unit: 't/h', conversion: 1 },
  // 10 bar steam from feed water of 105 °C holds 0.6490 MWh a tonne (docs/method.md, steam).
  { exchangeId: 'KAL-08', flowId: 'novo-steam', amount: 139_535, unit: 'MWh/a', conversion: 0.649 },
  { exchangeId: 'KAL-10', flowId: 'refinery-cooling-water', amount: 700_000, unit: 'm3/a', conversion: 1 },
  { exchangeId: 'KAL-12', flowId: 'refinery-sulphur', amount: 3_000, unit: 't/a', conversion: 1 },
  { exchangeId: 'KAL-15', flowId: 'asnaes-gypsum', amount: 200_000, unit: 't/a', conversion: 1 },
  { exchangeId: 'KAL-16', flowId: 'wwtp-inflow', amount: 6_000_000, unit: 'm3/a', conversion: 1 },
  { exchangeId: 'KAL-19', flowId: 'wwtp-heat', amount: 80_000, unit: 'MWh/a', conversion: 1 },
  { exchangeId: 'KAL-20', flowId: 'novo-biomass', amount: 300_000, unit: 't/a', conversion: 1 },
];

/** The temperatures the facts state (°C). */
export const statedTemperatures: Readonly<Record<string, Interval>> = {
  'novo-waste-water': { min: 24, max: 25 },
  'wwtp-heat': { min: 24, max: 25 },
  'district-heating-heat': { min: 72, max: 87 },
};

/** Distances the parties of long exchanges are known to bridge (km), stated on the supply. */
export const statedLimits: Readonly<Record<string, number>> = {
  'lake-tisso-water': 20,
  'asnaes-fly-ash': 200,
  'wwtp-heat': 10,
};

/** Facility of the facts -> site of the city. */
export const siteOfFacility: Readonly<Record<string, string>> = {
  'Asnaes Power Station': 'asnaes-works',
  'Statoil refinery (now Kalundborg Refinery)': 'refinery-works',
  Gyproc: 'gyproc-works',
  'Novo Nordisk / Novozymes': 'novo-works',
  'Kalundborg Forsyning waste water treatment': 'wwtp',
  'Bigadan / Orsted biogas plant': 'bigadan-plant',
  'Kalundborg district heating': 'district-heating-centre',
  'Asnaes Power Station reuse basin': 'asnaes-basin',
  'Local pig farms': 'pig-farmland',
  'Liquid fertiliser producer': 'fertiliser-works',
  'Road building': 'road-works',
  'Bioteknisk Jordrens Soilrem (later RGS 90)': 'soilrem-works',
  'Fish farm': 'fish-ponds',
  'Local farms': 'farmland',
  'Lake Tisso (surface water)': 'lake-tisso-centre',
  'Aalborg Portland (cement industry)': 'aalborg-works',
  'Kemira (sulphuric acid, Fredericia)': 'kemira-works',
};

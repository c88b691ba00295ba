// One change of each kind with its cost worked by hand. An investment costs 0.14903 of it a year (8 %, 10 years) and its upkeep.
import { type Availability, always } from '@crg/domain/availability';
import type { Interval, ResourceFlow } from '@crg/domain/flow';
import type { NearMissChange } from '@crg/domain/match';
import { matchCity } from '@crg/engine/match-city';
import { describe, expect, test } from 'vitest';
import { flow, smallCity } from '../small-city.ts';

const annuity = 0.08 / (1 - 1.08 ** -10);
/** With 5 % of the investment for upkeep, where the plant has no figure of its own. */
const withUpkeep = annuity + 0.05;

const from = (min: number): Interval => ({ min, max: null });
const upTo = (max: number): Interval => ({ min: null, max });
const between = (min: number, max: number): Interval => ({ min, max });

interface Sides {
  readonly supply?: Partial<ResourceFlow>;
  readonly demand?: Partial<ResourceFlow>;
}

/** The changes of the only near miss of two neighbours that exchange `amount` all year. */
function changesOf(type: string, [amount, unit]: readonly [number, string], sides: Sides): readonly NearMissChange[] {
  const common = { type, quantity: { amount, unit, precision: 'measured' } } as const;
  const flows = [
    flow({ id: 's', siteId: 'west', direction: 'supply', ...common, ...sides.supply }),
    flow({ id: 'd', siteId: 'east', direction: 'demand', ...common, ...sides.demand }),
  ];
  const { nearMisses, matches } = matchCity(smallCity({ flows, distanceKm: 0 }), { k: 5 });
  expect(matches).toEqual([]);
  return nearMisses[0]?.changes ?? [];
}

const quality = (parameter: string, given: Interval, taken: Interval): Sides => ({
  supply: { quality: { [parameter]: given } },
  demand: { quality: { [parameter]: taken } },
});
const when = (availability: Partial<Availability>): Partial<ResourceFlow> => ({
  availability: { ...always, ...availability },
});
const mornings = always.hours.map((_, hour) => hour % 24 < 12);

/** 0.5 x 431.98 K / 25.3 K: steam boils at 133.53 °C under 3 bar and at 158.83 °C under 6 (IAPWS-IF97). */
const recompressionCop = (0.5 * (158.832_424 + 273.15)) / (158.832_424 - 133.525_358);

/** By hand: 42.65 m3 pass by with 1,000, of 58.65 there remain 43.99 with 30: (42,650 + 1,320)/86.64 = 500 (rounded). */
const osmosis = 500 / (500 + 0.75 * (500 - 30));
/** The same with an evaporator: 99.5 % of the salt leaves, 95 % of the water stays. */
const brine = 90_000 / (90_000 + 0.95 * (10_000 - 500));
/** Of the impurity, x: 0.1 (1 - x) of 1 - 0.115 x is 5 %. */
const sorted = 0.05 / (0.1 - 0.05 * 0.115);
/** Of one m3 that is upgraded 0.5556 m3 leave with 0.5445 of methane: 15 / (70 x 0.4444 - 55 x 0.01). */
const upgraded = 15 / (70 * (1 - (55 * 0.99) / 98) - 55 * 0.01);

interface Case {
  readonly what: string;
  readonly type: string;
  readonly amount: readonly [number, string];
  readonly sides: Sides;
  readonly change: Partial<NearMissChange>;
  readonly cost: number;
}

/** kWh to warm one m3 of water by 1 K. */
const water = (998 * 4.19) / 3600;
/** E3.1 with a ratio of 3: kWh per m3 in one stage, at 0.75. */
const air = (3.5 * 101.325 * (293.15 / 273.15) * (3 ** (0.4 / 1.4) - 1)) / 3600 / 0.75;
/** 4 °C against 20 °C, half of the ideal. */
const eer = (0.5 * 277.15) / 16;

const cases: readonly Case[] = [
  {
    what: '1,000 m3/h of air at 2 bar where 6 are wanted: compressed, 1,500 EUR/kW with 5 % upkeep and its electricity',
    type: 'gas.compressed_air',
    amount: [1000, 'm3/h'],
    sides: quality('pressure_bar', from(2), from(6)),
    change: { kind: 'compressor', judge: 'quality.pressure_bar', paidBy: 'receiver' },
    cost: 1000 * air * 1500 * withUpkeep + 8760 * air * 120,
  },
  {
    what: '1 MW of steam at 3 bar where 6 are wanted: recompressed by 25.3 K at half of the ideal, 400 EUR/kW with 4 % upkeep',
    type: 'heat.steam',
    amount: [1000, 'kW'],
    sides: quality('pressure_bar', from(3), from(6)),
    change: { kind: 'compressor', detail: 'vapour recompression from 3 to 6 bar, COP 8.53' },
    cost: 1000 * 400 * (annuity + 0.04) + (8760 / recompressionCop) * 120,
  },
  {
    what: '100 m3/h of water of pH 9 for a use of up to 8: one step of acid, 9 mol a thousand m3 beyond what is buffered, and a station',
    type: 'water.process',
    amount: [100, 'm3/h'],
    sides: quality('ph', between(9, 9.5), between(6, 8)),
    change: { kind: 'neutralisation', paidBy: 'supplier', detail: 'dose acid from pH 9 to pH 8' },
    cost: 876_000 * 0.05 + 876_000 * (1e-5 - 1e-6 + 1e-8 - 1e-9) * 10 + 15_000 * withUpkeep,
  },
  {
    what: '100 m3/h of water of 40 °C where 29 °C arrive with 1 K in between: a tower, 60 EUR/kW, a fortieth of the heat as electricity',
    type: 'water.cooling',
    amount: [100, 'm3/h'],
    sides: quality('temperature_c', upTo(40), upTo(30)),
    change: { kind: 'cooler', detail: 'cool by 11 K to 29 °C' },
    cost: 100 * 11 * water * 60 * withUpkeep + ((876_000 * 11 * water) / 40 / 1000) * 120,
  },
  {
    what: '500 kW of cold at 10 °C where 6 are wanted with 2 K in between: a chiller rejects into it, so 0.8965 of it is left',
    type: 'cooling.chilled_water',
    amount: [500, 'kW'],
    sides: quality('temperature_c', upTo(10), upTo(6)),
    change: { kind: 'chiller', detail: 'cool by 6 K to 4 °C, EER 8.66' },
    cost: 500 * (eer / (1 + eer)) * 250 * withUpkeep + ((4380 * (eer / (1 + eer))) / eer) * 120,
  },
  {
    what: '1 MW at 10 kV where 20 are wanted: a bay of 40,000 EUR, 45 EUR/kW, and 1 % lost',
    type: 'electricity.power',
    amount: [1000, 'kW'],
    sides: quality('voltage_kv', between(10, 10), between(20, 20)),
    change: { kind: 'transformer', detail: 'transform from 10 to 20 kV' },
    cost: (40_000 + 1000 * 45) * withUpkeep + 8760 * 0.01 * 120,
  },
  {
    what: '1 MW of which 20 % are renewable where 80 are wanted: certificates for 5,256 MWh at 2 EUR',
    type: 'electricity.power',
    amount: [1000, 'kW'],
    sides: quality('renewable_percent', from(20), from(80)),
    change: { kind: 'green_certificates' },
    cost: 5256 * 2,
  },
  {
    what: '500 m3/h of biogas with 1,000 mg of sulphide where 100 are allowed: 3,942 kg at 3 EUR',
    type: 'gas.biogas',
    amount: [500, 'm3/h'],
    sides: quality('h2s_mg_m3', upTo(1000), upTo(100)),
    change: { kind: 'desulphurisation' },
    cost: 3942 * 3,
  },
  {
    what: '500 m3/h of CO2 of 90 % where 99 are wanted: 0.9 x 90/99 of it is left, at 0.08 EUR per m3 fed',
    type: 'gas.co2',
    amount: [500, 'm3/h'],
    sides: quality('purity_percent', from(90), from(99)),
    change: { kind: 'purification', detail: 'purify from 90 to 99 %, 81.8 % of the gas is left' },
    cost: 4_380_000 * 0.08,
  },
  {
    what: '10,000 t of sludge of 5 % dry matter where 20 are wanted: pressed for 7 EUR/t, and 0.75 t of water each at 1.50 EUR',
    type: 'organic.sewage_sludge',
    amount: [10_000, 't/a'],
    sides: quality('dry_matter_percent', between(5, 5), from(20)),
    change: { kind: 'dewatering', paidBy: 'supplier' },
    cost: 10_000 * (7 + 0.75 * 1.5),
  },
  {
    what: '400 h of laboratory whose results take 10 days where 5 are wanted: half of 25 EUR/h',
    type: 'service.laboratory',
    amount: [400, 'h/a'],
    sides: quality('turnaround_d', upTo(10), upTo(5)),
    change: { kind: 'faster_service' },
    cost: 400 * 25 * 0.5,
  },
  {
    what: 'heat of 75 °C for a demand of 80/60 °C: half of it is preheated (E1.3), by an exchanger of 250 kW',
    type: 'heat.hot_water',
    amount: [500, 'kW'],
    sides: {
      supply: { quality: { temperature_c: from(75) } },
      demand: { quality: { temperature_c: from(80), return_temperature_c: between(60, 60) } },
    },
    change: { kind: 'preheat', detail: 'preheat 50 % of the demand, from 60 to 70 °C' },
    cost: 250 * 50 * (annuity + 0.02),
  },
  {
    what: 'a demand that brings its water back at 60 °C to a source that counts on 50: (90 - 65)/(90 - 50) is left',
    type: 'heat.hot_water',
    amount: [500, 'kW'],
    sides: {
      supply: { quality: { temperature_c: from(90), return_temperature_c: between(50, 50) } },
      demand: { quality: { temperature_c: from(70), return_temperature_c: between(60, 60) } },
    },
    change: { kind: 'smaller_take', paidBy: 'both' },
    cost: 15_000 * withUpkeep,
  },
  {
    what: '100 t of gypsum where nobody comes for less than 200: half of 500 EUR/a, and four trips of 150 EUR for the other loads',
    type: 'material.gypsum',
    amount: [100, 't/a'],
    sides: { demand: { limits: { maxDistanceKm: null, minYearlyAmount: 200 } } },
    change: { kind: 'quantity', judge: 'quantity', paidBy: 'receiver' },
    cost: 250 + 4 * 150,
  },
  {
    what: 'mornings and afternoons: one hour a day at another time, 365 h at 15 EUR',
    type: 'heat.hot_water',
    amount: [500, 'kW'],
    sides: { supply: when({ hours: mornings }), demand: when({ hours: mornings.map((runs) => !runs) }) },
    change: { kind: 'other_hours', judge: 'time', detail: 'the demand runs 1 h earlier' },
    cost: 365 * 15,
  },
  {
    what: 'a demand that begins ten days after the supply has ended: ten days of 50 EUR, once',
    type: 'heat.hot_water',
    amount: [500, 'kW'],
    sides: { supply: when({ validTo: '2023-06-20' }), demand: when({ validFrom: '2023-06-30' }) },
    change: { kind: 'other_dates', detail: 'the demand begins on 2023-06-20 instead of 2023-06-30' },
    cost: 10 * 50 * annuity,
  },
  {
    what: '100 m3/h of 1,000 uS/cm where 500 are wanted: 58.65 % through membranes that keep 3 % of the salt in 75 % of the water',
    type: 'water.process',
    amount: [100, 'm3/h'],
    sides: quality('conductivity_us_cm', upTo(1000), upTo(500)),
    change: { kind: 'water_treatment', paidBy: 'receiver' },
    // In front of the membranes 58.65 m3/h, 1,408 m3 a day at 1,200 EUR each; a quarter of it is concentrate at 1.50 EUR.
    cost: osmosis * 100 * 24 * 1200 * (annuity + 0.08) + 876_000 * osmosis * (1.1 * 0.12 + 0.25 * 1.5),
  },
  {
    what: '10 m3/h of salt water beyond the sea: an evaporator at its reference, 300,000 EUR per m3/h, 4 % upkeep',
    type: 'water.process',
    amount: [10 / brine, 'm3/h'],
    sides: {
      supply: { quality: { conductivity_us_cm: upTo(100_000) } },
      demand: {
        quality: { conductivity_us_cm: upTo(10_000) },
        quantity: { amount: 1000, unit: 'm3/h', precision: 'measured' },
      },
    },
    change: { kind: 'water_treatment' },
    // 10 m3/h through the plant, 30 kWh/m3, and 5 % of it concentrate at 120 EUR.
    cost: 10 * 300_000 * (annuity + 0.04) + 87_600 * (30 * 0.12 + 0.05 * 120),
  },
  {
    what: '8,760 t of gypsum of 20 % moisture where 10 are allowed: 1/9 t of water each, 0.6 MEUR per t/h, 0.93 MWh of heat and 85 kWh per t of it',
    type: 'material.gypsum',
    amount: [8760, 't/a'],
    sides: quality('moisture_percent', upTo(20), upTo(10)),
    change: { kind: 'dryer', paidBy: 'supplier' },
    cost: (1 / 9) * (600_000 * (annuity + 0.04) + 8760 * (0.93 * (40 / 0.9) + 0.085 * 120)),
  },
  {
    what: '10,000 t of plastics of 90 % where 95 are wanted: 0.5305 of what is not plastic leaves, and 15 % as much of what is',
    type: 'material.plastics',
    amount: [10_000, 't/a'],
    sides: quality('purity_percent', from(90), from(95)),
    change: { kind: 'sorting', paidBy: 'supplier' },
    // A machine takes out 95 %, so 0.5305 / 0.95 of it is sorted at 35 EUR/t; 110 EUR/t for what leaves.
    cost: 10_000 * ((sorted / 0.95) * 35 + sorted * 0.1 * 1.15 * 110),
  },
  {
    what: '100 m3/h of nitrogen with 100 ppm of oxygen where 10 are allowed: 0.9009 of it through a bed, at 0.03 EUR/m3',
    type: 'gas.nitrogen',
    amount: [100, 'm3/h'],
    sides: quality('oxygen_ppm', upTo(100), upTo(10)),
    change: { kind: 'purification', paidBy: 'receiver' },
    cost: 876_000 * (90 / 99.9) * 0.03,
  },
  {
    what: '8,760 t of solution of 30 % where 60 are wanted: half a t of water each, of a feed of 1/0.95 as much',
    type: 'material.ammonium_thiosulphate',
    amount: [8760, 't/a'],
    sides: quality('concentration_percent', from(30), from(60)),
    change: { kind: 'evaporator', paidBy: 'supplier' },
    // 0.5263 t/h of 10: 3 MEUR by the power of 0.6; 30 kWh per t fed; 4,380 t of condensate at 1.50 EUR.
    cost: 3_000_000 * (0.5 / 0.95 / 10) ** 0.6 * (annuity + 0.04) + 8760 * (0.5 / 0.95) * 30 * 0.12 + 8760 * 0.5 * 1.5,
  },
  {
    what: '200 m3/h of biogas of 55 % where 70 are wanted: a part of it is upgraded to 98 %, with 1 % of its methane lost',
    type: 'gas.biogas',
    amount: [200, 'm3/h'],
    sides: quality('methane_percent', from(55), from(70)),
    change: { kind: 'upgrading', paidBy: 'receiver' },
    cost: 200 * upgraded * 3000 * (annuity + 0.05) + 200 * 8760 * upgraded * 0.25 * 0.12,
  },
  {
    what: '8,760 t of gypsum of mornings for afternoons: a heap for half a day of it, 24 t at 60 EUR, with 5 % upkeep',
    type: 'material.gypsum',
    amount: [8760, 't/a'],
    sides: { supply: when({ hours: mornings }), demand: when({ hours: mornings.map((runs) => !runs) }) },
    change: { kind: 'buffer_store', judge: 'time', paidBy: 'both' },
    cost: 24 * 60 * withUpkeep,
  },
  {
    what: '1,000 t of sludge of 35 % dry matter where 25 are wanted at most: 0.4 t of water each at 1.50 EUR, and a mixer',
    type: 'organic.biosludge',
    amount: [1000, 't/a'],
    sides: {
      ...quality('dry_matter_percent', between(35, 36), between(20, 25)),
      demand: {
        quality: { dry_matter_percent: between(20, 25) },
        quantity: { amount: 1400, unit: 't/a', precision: 'measured' },
      },
    },
    change: { kind: 'blending', paidBy: 'receiver' },
    cost: 1000 * 0.4 * 1.5 + 15_000 * withUpkeep,
  },
];

describe('what a change costs a year', () => {
  test.each(cases)('$what', ({ type, amount, sides, change, cost }) => {
    const changes = changesOf(type, amount, sides);
    expect(changes).toMatchObject([change]);
    expect(changes[0]?.costEurPerYear).toBeCloseTo(cost, 2);
  });
});

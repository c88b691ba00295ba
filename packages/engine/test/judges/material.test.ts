// By-products as the works chemist of the receiver signs them: composition by oxides, moisture, sizes, poisons, hazard.
import { expect, test } from 'vitest';
import { judged, type Side } from './trade.ts';

const most = (limits: Record<string, number>): Side['quality'] & object =>
  Object.fromEntries(Object.entries(limits).map(([id, limit]) => [id, [null, limit] as const]));

const concrete: Side = {
  quality: {
    ...most({ loss_on_ignition_percent: 5, moisture_percent: 1, so3_percent: 3, free_lime_percent: 1.5 }),
    ...most({ alkali_percent: 5, chloride_mg_kg: 1000, residue_45um_percent: 40 }),
    sio2_percent: [25, null],
  },
};
const flyAsh = (changes: Side['quality'] & object): Side => ({
  quality: {
    ...most({ loss_on_ignition_percent: 4.2, moisture_percent: 0.5, so3_percent: 0.8, free_lime_percent: 0.6 }),
    ...most({ alkali_percent: 2.9, chloride_mg_kg: 40, residue_45um_percent: 28 }),
    sio2_percent: [48, 55],
    ...changes,
  },
});

test('fly ash of category A after EN 450-1 goes into concrete: 4.2 % unburnt of 5, 0.8 % SO3 of 3, 28 % on the sieve of 40', () => {
  const failed = (changes: Side['quality'] & object) =>
    judged({ type: 'material.fly_ash', supply: flyAsh(changes), demand: concrete }).failed;
  expect(failed({})).toEqual([]);
  // Low-NOx burners leave carbon; co-burnt straw brings alkalis and chloride.
  expect(failed(most({ loss_on_ignition_percent: 7.5 }))).toEqual(['quality.loss_on_ignition_percent']);
  expect(failed(most({ alkali_percent: 6, chloride_mg_kg: 1500 }))).toEqual([
    'quality.alkali_percent',
    'quality.chloride_mg_kg',
  ]);
});

test('an ash whose free lime nobody measured may still go, and the pair says so', () => {
  const { free_lime_percent: _, ...measured } = flyAsh({}).quality ?? {};
  const answer = judged({ type: 'material.fly_ash', supply: { quality: measured }, demand: concrete });
  expect(answer.failed).toEqual([]);
  expect(answer.open).toContain('quality.free_lime_percent');
  expect(answer.verdict('quality.free_lime_percent')?.text).toContain('The supply does not state');
});

test('granulated slag of 95 % glass and 12 % moisture feeds a mill that dries it; 41 % CaO lies in its window', () => {
  // EN 15167-1: two thirds of glass at least, 18 % MgO, 2.5 % SO3 at most.
  const mill: Side = {
    quality: {
      glass_percent: [67, null],
      ...most({ moisture_percent: 12, mgo_percent: 18, so3_percent: 2.5 }),
      cao_percent: [35, 45],
      grain_size_mm: [0, 5],
    },
  };
  const slag = (glass: number, cao: number): Side => ({
    quality: {
      glass_percent: [glass, null],
      ...most({ moisture_percent: 12, mgo_percent: 9, so3_percent: 0.2 }),
      cao_percent: [cao - 1, cao + 1],
      grain_size_mm: [0, 4],
    },
  });
  const failed = (supply: Side) => judged({ type: 'material.slag', supply, demand: mill }).failed;
  expect(failed(slag(95, 41))).toEqual([]);
  expect(failed(slag(40, 41))).toEqual(['quality.glass_percent']);
  // Converter slag: too basic.
  expect(failed(slag(95, 50))).toEqual(['quality.cao_percent']);
});

test('plasterboard takes gypsum of 95 %, 10 % moisture, 100 mg/kg of chloride and pH 5 to 8', () => {
  const board: Side = {
    quality: { purity_percent: [95, null], ...most({ moisture_percent: 10, chloride_mg_kg: 100 }), ph: [5, 8] },
  };
  const gypsum = (chloride: number): Side => ({
    quality: { purity_percent: [96, 98], ...most({ moisture_percent: 9, chloride_mg_kg: chloride }), ph: [6, 7.5] },
  });
  expect(judged({ type: 'material.gypsum', supply: gypsum(80), demand: board }).failed).toEqual([]);
  const salty = judged({ type: 'material.gypsum', supply: gypsum(250), demand: board });
  expect(salty.failed).toEqual(['quality.chloride_mg_kg']);
  expect(salty.verdict('quality.chloride_mg_kg')).toMatchObject({ value: 250, limit: 100, unit: 'mg/kg' });
});

test('a road builder takes rubble of 0 to 32 mm without asbestos: 100 mg/kg is his limit', () => {
  const road: Side = {
    quality: {
      contaminant_percent: [null, 1],
      grain_size_mm: [0, 32],
      ...most({ asbestos_mg_kg: 100, so3_percent: 1 }),
    },
  };
  const rubble = (asbestos: number, from: number): Side => ({
    quality: {
      contaminant_percent: [null, 0.5],
      grain_size_mm: [from, 63],
      ...most({ asbestos_mg_kg: asbestos, so3_percent: 0.6 }),
    },
  });
  const failed = (supply: Side) => judged({ type: 'material.mineral_rubble', supply, demand: road }).failed;
  expect(failed(rubble(0, 0))).toEqual([]);
  expect(failed(rubble(1000, 0))).toEqual(['quality.asbestos_mg_kg']);
  expect(failed(rubble(0, 40))).toEqual(['quality.grain_size_mm']);
});

test('a boiler takes wood chips of 35 % moisture and 11 MJ/kg; painted wood brings lead and chlorine', () => {
  const boiler: Side = {
    quality: {
      ...most({ moisture_percent: 40, contaminant_percent: 1, chlorine_percent: 0.1, lead_mg_kg: 50, ash_percent: 3 }),
      heating_value_mj_kg: [10, null],
      grain_size_mm: [3, 63],
    },
  };
  const chips = (lead: number, heatingValue: number): Side => ({
    quality: {
      ...most({
        moisture_percent: 35,
        contaminant_percent: 0.2,
        chlorine_percent: 0.05,
        lead_mg_kg: lead,
        ash_percent: 1,
      }),
      heating_value_mj_kg: [heatingValue, null],
      grain_size_mm: [8, 45],
    },
  });
  const failed = (supply: Side) => judged({ type: 'material.wood', supply, demand: boiler }).failed;
  expect(failed(chips(5, 11))).toEqual([]);
  expect(failed(chips(400, 11))).toEqual(['quality.lead_mg_kg']);
  expect(failed(chips(5, 7))).toEqual(['quality.heating_value_mj_kg']);
});

test('used oil with 50 mg/kg of PCB or more is destroyed, not refined', () => {
  const refinery: Side = {
    quality: most({ water_percent: 5, contaminant_percent: 1, pcb_mg_kg: 50, chlorine_percent: 0.3 }),
  };
  const oil = (pcb: number): Side => ({
    quality: most({ water_percent: 3, contaminant_percent: 0.5, pcb_mg_kg: pcb, chlorine_percent: 0.1 }),
  });
  expect(judged({ type: 'material.oil', supply: oil(2), demand: refinery }).failed).toEqual([]);
  expect(judged({ type: 'material.oil', supply: oil(120), demand: refinery }).failed).toEqual(['quality.pcb_mg_kg']);
});

test('a receiver that takes ash of code 10 01 02 does not take oil ash of 10 01 04, which is hazardous', () => {
  const cement: Side = { ewc: ['100102', '100117'] };
  const ash = (code: string, demand: Side) => judged({ type: 'material.fly_ash', supply: { ewc: [code] }, demand });
  expect(ash('100102', cement).failed).toEqual([]);
  expect(ash('100104', cement).failed).toEqual(['type']);
  expect(ash('100104', cement).verdict('type')?.text).toContain('100104');
  // Who states no code is asked by the permit rules instead: never to a farm or a food plant.
  expect(ash('100104', { nace: ['01.11'] }).failed).toEqual(['permit']);
  expect(ash('100104', { nace: ['10.51'] }).failed).toEqual(['permit']);
  expect(ash('100104', { nace: ['23.51'] }).failed).toEqual([]);
});

test('600 t a year are enough for a lot of 500 and not for 25 trucks a month; both sides may set the lot', () => {
  const lots = (ofSupply: number | null, ofDemand: number | null) =>
    judged({
      type: 'material.gypsum',
      supply: { amount: 600, limits: { minYearlyAmount: ofSupply } },
      demand: { amount: 900, limits: { minYearlyAmount: ofDemand } },
    });
  expect(lots(100, 500).failed).toEqual([]);
  // 25 trucks of 25 t in each of 12 months are 7,500 t.
  expect(lots(null, 7500).failed).toEqual(['quantity']);
  expect(lots(700, 500).failed).toEqual(['quantity']);
  expect(lots(700, 500).verdict('quantity')).toMatchObject({ value: 600, limit: 700, unit: 't/a' });
});

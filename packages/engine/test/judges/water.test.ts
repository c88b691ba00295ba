// Water as a water chemist signs it: the limits of cooling towers, boilers, irrigation and concrete.
import { expect, test } from 'vitest';
import { judged, type Side } from './trade.ts';

const most = (limits: Record<string, number>): Side['quality'] & object =>
  Object.fromEntries(Object.entries(limits).map(([id, limit]) => [id, [null, limit] as const]));

test('treated waste water makes up a cooling tower: salts, scale and corrosion within limits, ammonia not', () => {
  const tower: Side = {
    quality: {
      ...most({ temperature_c: 30, conductivity_us_cm: 1500, suspended_solids_mg_l: 20, chloride_mg_l: 200 }),
      ...most({ hardness_mmol_l: 3.5, phosphate_mg_l: 2, ammonia_mg_l: 1, silica_mg_l: 40, legionella_cfu_l: 1000 }),
      ph: [6.8, 9],
    },
  };
  const effluent = (ammonia: number): Side => ({
    quality: {
      ...most({ temperature_c: 22, conductivity_us_cm: 1200, suspended_solids_mg_l: 10, chloride_mg_l: 180 }),
      ...most({
        hardness_mmol_l: 3,
        phosphate_mg_l: 1.5,
        ammonia_mg_l: ammonia,
        silica_mg_l: 15,
        legionella_cfu_l: 100,
      }),
      ph: [7.2, 7.8],
    },
  });
  const pair = (ammonia: number) =>
    judged({ type: 'water.treated', wanted: 'water.cooling', supply: effluent(ammonia), demand: tower });
  expect(pair(0.8).failed).toEqual([]);
  expect(pair(0.8).open.filter((judge) => judge.startsWith('quality'))).toEqual([]);
  const eatsCopper = pair(4);
  expect(eatsCopper.failed).toEqual(['quality.ammonia_mg_l']);
  expect(eatsCopper.verdict('quality.ammonia_mg_l')?.text).toBe(
    'Ammonia nitrogen: the supply guarantees 4 mg/L; the demand takes at most 1 mg/L.',
  );
});

test('boiler make-up takes 0.02 mmol/l of hardness and 1 mg/l of oil: softened water passes, tap water does not', () => {
  const boiler: Side = { quality: { ...most({ hardness_mmol_l: 0.02, oil_mg_l: 1, oxygen_mg_l: 0.1 }), ph: [8, 9.5] } };
  const make = (hardness: number, oxygen: number) =>
    judged({
      type: 'water.process',
      supply: {
        quality: { ...most({ hardness_mmol_l: hardness, oil_mg_l: 0.1, oxygen_mg_l: oxygen }), ph: [7.5, 8.5] },
      },
      demand: boiler,
    }).failed;
  expect(make(0.01, 0.05)).toEqual([]);
  // 14 German degrees: 14 x 0.1783 = 2.5 mmol/l, and as much oxygen as air gives.
  expect(make(2.5, 8)).toEqual(['quality.hardness_mmol_l', 'quality.oxygen_mg_l']);
});

test('irrigation of class B takes 100 E. coli per 100 ml, class A takes 10 and is strict on solids and turbidity', () => {
  const effluent: Side = {
    quality: most({ e_coli_cfu_100ml: 60, bod5_mg_l: 8, suspended_solids_mg_l: 9, turbidity_ntu: 4 }),
  };
  const classA: Side = {
    quality: most({ e_coli_cfu_100ml: 10, bod5_mg_l: 10, suspended_solids_mg_l: 10, turbidity_ntu: 5 }),
  };
  const classB: Side = { quality: most({ e_coli_cfu_100ml: 100 }) };
  const failed = (demand: Side) => judged({ type: 'water.treated', supply: effluent, demand }).failed;
  expect(failed(classB)).toEqual([]);
  expect(failed(classA)).toEqual(['quality.e_coli_cfu_100ml']);
});

test('concrete is mixed with 1,000 mg/l of chloride and 2,000 of sulphate at most (EN 1008, reinforced)', () => {
  const mixer: Side = { quality: { ...most({ chloride_mg_l: 1000, sulphate_mg_l: 2000 }), ph: [4, null] } };
  const washed = (chloride: number): Side => ({
    quality: { ...most({ chloride_mg_l: chloride, sulphate_mg_l: 600 }), ph: [11, 12.5] },
  });
  expect(judged({ type: 'water.process', supply: washed(300), demand: mixer }).failed).toEqual([]);
  expect(judged({ type: 'water.process', supply: washed(1500), demand: mixer }).failed).toEqual([
    'quality.chloride_mg_l',
  ]);
});

test('pH windows meet at a point and part by a tenth', () => {
  const meets = (from: number) =>
    judged({
      type: 'water.wastewater',
      supply: { quality: { ph: [from, 12] } },
      demand: { quality: { ph: [6.5, 9] } },
    });
  expect(meets(9).failed).toEqual([]);
  expect(meets(9.1).failed).toEqual(['quality.ph']);
  expect(meets(9.1).verdict('quality.ph')).toMatchObject({ value: 9.1, limit: 9 });
});

test('cooling water of 18 °C serves a demand of 19 °C through an exchanger of 1 K, and travels 10 km', () => {
  const cool = (asked: number, distanceKm: number) =>
    judged({
      type: 'water.cooling',
      distanceKm,
      supply: { quality: most({ temperature_c: 18 }) },
      demand: { quality: most({ temperature_c: asked }) },
    }).failed;
  expect(cool(19, 0)).toEqual([]);
  // Water itself changes hands in a pipe as cold as the ground: it is not warmed on its way.
  expect(cool(19, 9.9)).toEqual([]);
  expect(cool(18.9, 0)).toEqual(['quality.temperature_c']);
  expect(cool(19, 10.1)).toEqual(['distance']);
});

test('demineralised water feeds a turbine at 0.2 µS/cm, and what nobody measured stays open', () => {
  const turbine: Side = { quality: most({ conductivity_us_cm: 0.2, silica_mg_l: 0.02, toc_mg_l: 0.2 }) };
  const polished = judged({
    type: 'water.demineralised',
    supply: { quality: most({ conductivity_us_cm: 0.1, silica_mg_l: 0.01 }) },
    demand: turbine,
  });
  expect(polished.failed).toEqual([]);
  expect(polished.open).toContain('quality.toc_mg_l');
  expect(polished.verdict('quality.oxygen_mg_l')).toBeUndefined();
});

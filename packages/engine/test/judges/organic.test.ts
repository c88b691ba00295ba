// Organic residues as the operator of a digester, a farmer and a feed maker sign them.
import { expect, test } from 'vitest';
import { judged, months, type Side } from './trade.ts';

const most = (limits: Record<string, number>): Side['quality'] & object =>
  Object.fromEntries(Object.entries(limits).map(([id, limit]) => [id, [null, limit] as const]));

test('a digester takes food waste of 22 % dry matter, C/N 15 to 30, 30 % fat and 1 % plastics at most', () => {
  const digester: Side = {
    quality: {
      dry_matter_percent: [15, null],
      ...most({ contaminant_percent: 3, plastic_percent: 1, fat_percent: 30 }),
      c_n_ratio: [15, 30],
    },
  };
  const waste = (cn: number, plastic: number, fat = 20): Side => ({
    quality: {
      dry_matter_percent: [22, 28],
      ...most({ contaminant_percent: 2, plastic_percent: plastic, fat_percent: fat }),
      c_n_ratio: [cn, cn + 3],
    },
  });
  const failed = (supply: Side) => judged({ type: 'organic.food_waste', supply, demand: digester }).failed;
  expect(failed(waste(16, 0.4))).toEqual([]);
  // The window meets at 12 + 3 = 15, and no lower.
  expect(failed(waste(12, 0.4))).toEqual([]);
  expect(failed(waste(11, 0.4))).toEqual(['quality.c_n_ratio']);
  expect(failed(waste(16, 2.5))).toEqual(['quality.plastic_percent']);
  expect(failed(waste(16, 0.4, 45))).toEqual(['quality.fat_percent']);
});

test('spent grain of 22 % dry matter and 24 % protein feeds cows: 20 % is what the farm asks', () => {
  const feed: Side = { quality: { dry_matter_percent: [20, null], protein_percent: [20, null] } };
  const grain = (protein: number | null): Side => ({
    quality: {
      dry_matter_percent: [22, null],
      ...(protein === null ? {} : { protein_percent: [protein, null] as const }),
    },
  });
  expect(judged({ type: 'organic.spent_grain', supply: grain(24), demand: feed }).failed).toEqual([]);
  expect(judged({ type: 'organic.spent_grain', supply: grain(16), demand: feed }).failed).toEqual([
    'quality.protein_percent',
  ]);
  expect(judged({ type: 'organic.spent_grain', supply: grain(null), demand: feed }).open).toContain(
    'quality.protein_percent',
  );
});

test('sludge of 1.1 mg Cd per kg passes what a works asks (2) and fails what Danish law lets on land (0.8)', () => {
  const sludge = (cadmium: number): Side => ({
    quality: { dry_matter_percent: [22, 26], ...most({ cadmium_mg_kg: cadmium }) },
  });
  const works: Side = { quality: { dry_matter_percent: [20, null], ...most({ cadmium_mg_kg: 2 }) } };
  expect(judged({ type: 'organic.sewage_sludge', supply: sludge(1.1), demand: works }).failed).toEqual([]);
  expect(judged({ type: 'organic.sewage_sludge', supply: sludge(2.1), demand: works }).failed).toEqual([
    'quality.cadmium_mg_kg',
  ]);
  // The year of the city is 2023; the order of 2018 is in force. A farm on Danish land is judged by it.
  const farm: Side = { nace: ['01.11'] };
  expect(judged({ type: 'organic.sewage_sludge', supply: sludge(1.1), demand: farm }).failed).toEqual(['permit']);
  expect(judged({ type: 'organic.sewage_sludge', supply: sludge(0.7), demand: farm }).failed).toEqual([]);
});

test('a kiln burns dried sludge of 12 MJ/kg, not wet sludge of 1', () => {
  const kiln: Side = { quality: { dry_matter_percent: [90, null], heating_value_mj_kg: [8, null] } };
  const failed = (dryMatter: number, heatingValue: number) =>
    judged({
      type: 'organic.sewage_sludge',
      supply: { quality: { dry_matter_percent: [dryMatter, null], heating_value_mj_kg: [heatingValue, null] } },
      demand: kiln,
    }).failed;
  expect(failed(92, 12)).toEqual([]);
  expect(failed(25, 1)).toEqual(['quality.dry_matter_percent', 'quality.heating_value_mj_kg']);
});

test('digestate of 4.5 kg N and 0.8 kg P per t is spread from February to September; stored until then it is a fertiliser', () => {
  const farm = (from: readonly number[]): Side => ({
    quality: { nitrogen_kg_t: [3, null], phosphorus_kg_t: [0.5, null], ...most({ plastic_percent: 0.3 }) },
    availability: { months: months(...from) },
  });
  const digestate: Side = {
    quality: { nitrogen_kg_t: [4.5, null], phosphorus_kg_t: [0.8, null], ...most({ plastic_percent: 0.1 }) },
    availability: { months: months(10, 11, 12, 1) },
  };
  expect(
    judged({ type: 'organic.digestate', supply: digestate, demand: farm([2, 3, 4, 5, 6, 7, 8, 9]) }).failed,
  ).toEqual(['time']);
  expect(judged({ type: 'organic.digestate', supply: digestate, demand: farm([1, 2, 3]) }).failed).toEqual([]);
});

test('yeast slurry, spent grain and manure all go into a biomass plant, sludge does not', () => {
  const plant = (type: string) =>
    judged({
      type,
      wanted: 'organic.biomass_residue',
      supply: { quality: { dry_matter_percent: [12, null] } },
      demand: { quality: { dry_matter_percent: [8, null] } },
    }).failed;
  for (const type of ['organic.yeast_slurry', 'organic.spent_grain', 'organic.manure', 'organic.food_waste'])
    expect(plant(type), type).toEqual([]);
  expect(plant('organic.sewage_sludge')).toEqual(['type']);
});

test('a biodiesel plant takes used cooking oil of 3 % free fatty acids and 1 % water', () => {
  const biodiesel: Side = { quality: most({ free_fatty_acid_percent: 5, water_percent: 1, contaminant_percent: 1 }) };
  const failed = (acids: number) =>
    judged({
      type: 'organic.fat',
      supply: { quality: most({ free_fatty_acid_percent: acids, water_percent: 1, contaminant_percent: 0.5 }) },
      demand: biodiesel,
    }).failed;
  expect(failed(3)).toEqual([]);
  expect(failed(15)).toEqual(['quality.free_fatty_acid_percent']);
});

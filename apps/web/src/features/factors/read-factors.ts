// What the factor page reads while the server renders it.
import type { Factor, FactorList } from '@crg/api-contract/factor';
import { readApi } from '../../api/read-city.ts';

export interface FactorGroup {
  readonly id: string;
  readonly title: string;
  readonly factors: readonly Factor[];
}

export interface FactorPage {
  readonly groups: readonly FactorGroup[];
  /** Of the whole table, whatever is looked for. */
  readonly all: number;
  readonly own: number;
}

/** @param looked every word must stand in a factor's id, name, source or geography */
export async function readFactorPage(looked: string, onlyOwn: boolean): Promise<FactorPage> {
  const { data } = await readApi<FactorList>('/api/v1/factors');
  const words = looked.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = data.filter((factor) => (!onlyOwn || factor.overridden) && holds(factor, words));
  return {
    groups: grouped(placed(shown, data)),
    all: data.length,
    own: data.filter(({ overridden }) => overridden).length,
  };
}

function holds({ id, label, source, geography }: Factor, words: readonly string[]): boolean {
  const text = `${id} ${label} ${source} ${geography}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/** Rows that are called alike say where they hold: `Grid electricity, DK`. */
function placed(shown: readonly Factor[], all: readonly Factor[]): readonly Factor[] {
  const rows = Map.groupBy(all, ({ label }) => label);
  return shown.map((factor) =>
    (rows.get(factor.label)?.length ?? 0) > 1 ? { ...factor, label: `${factor.label}, ${placeOf(factor)}` } : factor,
  );
}

/** Of an overridden row the place is in whatever words the city chose, so the id tells. */
function placeOf({ id, geography, overridden }: Factor): string {
  return overridden ? (id.split('.').at(-1) ?? id) : geography;
}

/** By the first part of the id, in the order of the table. */
function grouped(factors: readonly Factor[]): readonly FactorGroup[] {
  const groups = new Map<string, Factor[]>();
  for (const factor of factors) {
    const id = factor.id.split('.')[0] ?? factor.id;
    groups.set(id, [...(groups.get(id) ?? []), factor]);
  }
  return [...groups].map(([id, inGroup]) => ({ id, title: titles[id] ?? id.replaceAll('_', ' '), factors: inGroup }));
}

const titles: Readonly<Record<string, string>> = {
  finance: 'Rate and years',
  price: 'Prices',
  co2: 'CO₂',
  grid: 'CO₂ of the grid',
  displaced: 'What is displaced',
  disposal: 'Disposal',
  pipe: 'Pipes',
  road: 'Roads',
  truck: 'Trucks',
  wire: 'Cables',
  visit: 'Visits',
  heat: 'Heat',
  heat_pump: 'Heat pumps',
  kwh: 'Electricity that things take',
  electricity: 'Electricity',
  treatment: 'Treatment',
  converter: 'Converters',
  change: 'Changes of near misses',
  precision: 'What a precision means',
};

import { readCity } from '@crg/city-format/city-file';
import { expect, test } from 'vitest';
import { crg } from './crg.ts';

interface Taxonomy {
  types: {
    id: string;
    family: string;
    unit: string;
    reach_km: number;
    parameters: {
      id: string;
      unit: string;
      kind: string;
      allowance: number;
      range: [number, number];
      optional?: true;
    }[];
    accepts: string[];
  }[];
}

test('crg taxonomy --json lists each type with unit, reach, parameters and what it accepts', async () => {
  const { types } = await taxonomy();
  expect(types.find(({ id }) => id === 'heat.hot_water')).toMatchObject({
    family: 'heat',
    unit: 'kW',
    reach_km: 5,
    parameters: [
      { id: 'temperature_c', unit: 'Cel', kind: 'at_least', allowance: 5, range: [-50, 1200] },
      { id: 'return_temperature_c', kind: 'at_least', allowance: 5, optional: true },
    ],
    accepts: expect.arrayContaining(['heat.steam']) as string[],
  });
  const ids = types.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(types.map(({ family }) => family))).toEqual(
    new Set([
      'heat',
      'steam',
      'cooling',
      'electricity',
      'water',
      'gas',
      'material',
      'organic',
      'service',
      'logistics',
      'space',
    ]),
  );
  for (const { accepts, parameters, reach_km } of types) {
    expect(reach_km).toBeGreaterThan(0);
    for (const other of accepts) expect(ids).toContain(other);
    // What is always asked comes first, and says nothing about being optional.
    const asked = parameters.filter((parameter) => !('optional' in parameter));
    expect(parameters.slice(0, asked.length)).toEqual(asked);
    for (const { kind, range } of parameters) {
      expect(['window', 'at_least', 'at_most']).toContain(kind);
      expect(range[0]).toBeLessThan(range[1]);
    }
  }
});

test('every unit of the taxonomy is accepted for its type, and every end of a range for its parameter', async () => {
  const { types } = await taxonomy();
  const flows = types.map(({ id, unit, parameters }) => ({
    id,
    site_id: 's',
    direction: 'supply',
    type: id,
    quantity: { amount: 1, unit },
    quality: Object.fromEntries(parameters.map(({ id: parameter, range: [min, max] }) => [parameter, { min, max }])),
  }));
  const site = { id: 's', organization_id: 'o', longitude: 0, latitude: 0 };
  const city = { format: 'crg-city/1', year: 2024, organizations: [{ id: 'o' }], sites: [site], flows };
  expect(readCity(JSON.stringify(city)).city.flows).toHaveLength(types.length);
});

test('crg taxonomy is a table for people', async () => {
  const { out } = await crg(['taxonomy']);
  expect(out).toMatch(/^type +unit +reach +quality +what it is\n/);
  expect(out).toMatch(/heat\.hot_water +kW +5 km +temperature_c at_least/);
});

async function taxonomy(): Promise<Taxonomy> {
  const { code, out } = await crg(['taxonomy', '--json']);
  expect(code).toBe(0);
  return JSON.parse(out) as Taxonomy;
}

import type { City } from '@crg/domain/flow';
import type { CityMetadata, PutCity } from '@crg/stores/ports/city-store';
import { expect, test } from 'vitest';
import { seedCity } from '../src/seed-city.ts';

const seed = JSON.stringify({
  format: 'crg-city/1',
  name: 'Seedville',
  year: 2018,
  organizations: [{ id: 'o' }],
  sites: [{ id: 's', organization_id: 'o' }],
  flows: [],
});

function store(present: CityMetadata | null) {
  const put: { city: City; sources: readonly string[] }[] = [];
  return {
    put,
    metadata: async () => present,
    putCity: async (city: City, sources: readonly string[]): Promise<PutCity> => {
      put.push({ city, sources });
      return { created: 2, replaced: 0, unchanged: 0, change: '7-2' };
    },
  };
}

test('an empty store gets the city that ships, with its sources', async () => {
  const city = store(null);
  const seeded = await seedCity({ city }, { readSeed: async () => seed, sources: ['Facts'] });
  expect(seeded).toMatchObject({
    outcome: 'seeded',
    name: 'Seedville',
    organizations: 1,
    sites: 1,
    flows: 0,
    created: 2,
  });
  expect(city.put).toMatchObject([{ city: { name: 'Seedville', year: 2018 }, sources: ['Facts'] }]);
});

test('a store that has a city keeps it, and the seed is not even read', async () => {
  const city = store({ name: 'Mine', year: 2020, currency: 'EUR', sources: [], factors: [] });
  const readSeed = async () => {
    throw new Error('must not be read');
  };
  expect(await seedCity({ city }, { readSeed, sources: [] })).toEqual({ outcome: 'kept', name: 'Mine' });
  expect(city.put).toEqual([]);
});

test('a factor that the table does not have refuses the file and names the nearest', async () => {
  const city = store(null);
  const factor = {
    ...{ id: 'price.boiler_haet', unit: 'EUR/MWh', low: 1, mid: 2, high: 3 },
    ...{ source: 'Contract', year: 2024, geography: 'DK' },
  };
  const readSeed = async () => JSON.stringify({ ...JSON.parse(seed), factors: [factor] });
  await expect(seedCity({ city }, { readSeed, sources: [] })).rejects.toMatchObject({
    code: 'unknown_code',
    evidence: {
      field: 'factors[0].id',
      got: '"price.boiler_haet"',
      next: expect.stringContaining('price.boiler_heat'),
    },
  });
  expect(city.put).toEqual([]);
});

test('a damaged seed is refused as a whole, naming the field', async () => {
  const city = store(null);
  const readSeed = async () => seed.replace('"organization_id":"o"', '"organization_id":"x"');
  await expect(seedCity({ city }, { readSeed, sources: [] })).rejects.toThrow(/sites\[0\]\.organization_id/);
  expect(city.put).toEqual([]);
});

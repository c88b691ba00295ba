import type { City } from '@crg/domain/flow';
import type { ChangePosition } from '@crg/stores/ports/change-log';
import { expect, test } from 'vitest';
import { awaitChange } from '../src/await-change.ts';
import { currentCity } from '../src/current-city.ts';

const city: City = { name: 'Town', year: 2024, currency: 'EUR', organizations: [], sites: [], flows: [] };

test('the city is read once, by whoever asks first, and again only after a change', async () => {
  let latest: ChangePosition = '5-1';
  let readings = 0;
  const current = currentCity({
    city: {
      snapshot: async () => {
        readings++;
        return { city, reflects: latest };
      },
    },
    changes: { latest: async () => latest },
  });
  await Promise.all([current(), current(), current()]);
  await current();
  expect(readings).toBe(1);
  latest = '6-2';
  expect((await current())?.reflects).toBe('6-2');
  expect(readings).toBe(2);
});

test('a reading that failed is tried again by the next who asks', async () => {
  let broken = true;
  const current = currentCity({
    city: { snapshot: async () => ({ city, reflects: '5-1' as const }) },
    changes: {
      latest: async () => {
        if (broken) throw new Error('database away');
        return '5-1' as const;
      },
    },
  });
  await expect(current()).rejects.toThrow('database away');
  broken = false;
  expect((await current())?.city.name).toBe('Town');
});

const runAt = (basedOn: ChangePosition) => ({
  engine: '1.0.0',
  k: 20,
  basedOn,
  storedAt: '',
  matches: 0,
  nearMisses: 0,
  notices: [],
});

test('waiting for a change ends when the matching has reached it, and after the patience otherwise', async () => {
  let slept = 0;
  const sleep = async (milliseconds: number) => {
    slept += milliseconds;
  };
  const matches = { currentRun: async () => (slept >= 200 ? runAt('7-3') : null) };
  const question = { milliseconds: 1000, sleep };
  expect(await awaitChange({ matches }, { ...question, change: '7-3' })).toBe(true);
  expect(slept).toBe(200);
  expect(await awaitChange({ matches }, { ...question, change: '7-4' })).toBe(false);
  expect(slept).toBe(1200);
});

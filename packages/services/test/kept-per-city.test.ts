// What is made of a whole city: made once at a time, never older than asked for unless somebody is in a hurry.
import type { City } from '@crg/domain/flow';
import type { ChangePosition } from '@crg/stores/ports/change-log';
import type { CitySnapshot } from '@crg/stores/ports/city-store';
import { expect, test } from 'vitest';
import { keptPerCity } from '../src/kept-per-city.ts';

/** A city that is called by the number of its last change, and a maker that is slow on purpose. */
function changing() {
  let change = 0;
  const waiting: (() => void)[] = [];
  const made: string[] = [];
  return {
    made,
    edit: () => {
      change++;
    },
    current: async (): Promise<CitySnapshot | null> =>
      change === 0 ? null : { city: { name: String(change) } as City, reflects: `${change}-0` as ChangePosition },
    make: async ({ name }: City) => {
      made.push(name);
      await new Promise<void>((resolve) => waiting.push(resolve));
      return `made of ${name}`;
    },
    finish: async () => {
      await settled();
      waiting.shift()?.();
      await settled();
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('nothing is made before there is a city, and one making serves all who ask meanwhile', async () => {
  const city = changing();
  const kept = keptPerCity(city.current, city.make);
  expect(await kept()).toBeNull();
  city.edit();
  const asked = [kept(), kept(), kept()];
  await city.finish();
  expect(await Promise.all(asked)).toEqual(['made of 1', 'made of 1', 'made of 1']);
  expect(await kept()).toBe('made of 1');
  expect(city.made).toEqual(['1']);
});

test('who asks after a change is never given what was made before it', async () => {
  const city = changing();
  const kept = keptPerCity(city.current, city.make);
  city.edit();
  const before = kept();
  await settled();
  city.edit();
  const after = kept();
  await city.finish();
  await city.finish();
  expect(await before).toBe('made of 1');
  expect(await after).toBe('made of 2');
});

test('ten changes while it is being made cost one more making, not ten', async () => {
  const city = changing();
  const kept = keptPerCity(city.current, city.make);
  city.edit();
  const asked = [kept()];
  await settled();
  for (let edit = 0; edit < 10; edit++) {
    city.edit();
    asked.push(kept());
    await settled();
  }
  await city.finish();
  await city.finish();
  expect((await Promise.all(asked)).at(-1)).toBe('made of 11');
  expect(city.made).toEqual(['1', '11']);
});

test('who is in a hurry gets what was made before, and the newest is made meanwhile', async () => {
  const city = changing();
  let hurry = () => {};
  const sleep = () =>
    new Promise<void>((resolve) => {
      hurry = resolve;
    });
  const kept = keptPerCity(city.current, city.make, { milliseconds: 300, sleep });
  city.edit();
  const first = kept();
  await city.finish();
  expect(await first).toBe('made of 1');
  city.edit();
  const second = kept();
  await settled();
  hurry();
  expect(await second).toBe('made of 1');
  await city.finish();
  const third = kept();
  await settled();
  hurry();
  expect(await third).toBe('made of 2');
});

test('a making that fails is told to who waits for it, and tried again by the next', async () => {
  const city = changing();
  let isBroken = true;
  const kept = keptPerCity(city.current, async ({ name }) => {
    if (isBroken) throw new Error('no room');
    return name;
  });
  city.edit();
  await expect(kept()).rejects.toThrow('no room');
  isBroken = false;
  expect(await kept()).toBe('1');
});

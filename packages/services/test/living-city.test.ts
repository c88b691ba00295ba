// The city in memory follows its change log, whatever happens while it is read.
import { listsOfCity } from '@crg/engine/pair-lists';
import { expect, test } from 'vitest';
import { explainedMatch } from '../src/explained-pairs.ts';
import { type CityNow, LivingCity } from '../src/living-city.ts';
import { heat, organization, site, type Town, threeWorks } from './town.ts';

/** What can be seen of a city: its lists, and the pairs that the engine finds in it. */
function seen({ records }: CityNow) {
  return { city: records.city(), lists: [...listsOfCity(records.index, 20)], notices: records.index.notices() };
}

async function readAnew(town: Town) {
  const now = await new LivingCity(town.stores()).now();
  if (now === null) throw new Error('expected a city');
  return seen(now);
}

async function now(living: LivingCity): Promise<CityNow> {
  const city = await living.now();
  if (city === null) throw new Error('expected a city');
  return city;
}

const steps: [string, (town: Town) => void][] = [
  [
    'a flow that grows',
    (town) =>
      town.put('flow', heat('a-heat', 'a-site', { quantity: { amount: 9, unit: 'kW', precision: 'measured' } })),
  ],
  ['a new flow', (town) => town.put('flow', heat('a-more', 'a-site'))],
  ['a flow that goes', (town) => town.remove('flow', 'b-need')],
  ['a flow that changes sides', (town) => town.put('flow', heat('c-need', 'c-site'))],
  ['a flow that moves to another site', (town) => town.put('flow', heat('a-heat', 'c-site'))],
  ['a site that moves out of reach', (town) => town.put('site', site('b-site', 'b', 14))],
  ['a site whose place is lost', (town) => town.put('site', { ...site('b-site', 'b', 14), point: null })],
  ['a site that is sold to the receiver', (town) => town.put('site', site('a-site', 'b', 11))],
  [
    'an organization with another sector',
    (town) => town.put('organization', { ...organization('b', 'Farm'), nace: ['01.13'] }),
  ],
  [
    'a new firm with a site and a flow',
    (town) => {
      town.put('organization', organization('d'));
      town.put('site', site('d-site', 'd', 11.001));
      town.put('flow', heat('d-heat', 'd-site'));
    },
  ],
  [
    'a firm that goes',
    (town) => {
      town.remove('flow', 'c-need');
      town.remove('site', 'c-site');
      town.remove('organization', 'c');
    },
  ],
];

test.each(steps)('%s is in the city as if it had been read anew', async (_, step) => {
  const town = threeWorks();
  const living = new LivingCity(town.stores());
  await living.now();
  const pages = town.pages;
  step(town);
  const after = seen(await now(living));
  expect(town.pages).toBe(pages);
  expect(after).toEqual(await readAnew(town));
});

test('what happens while the city is read is in it afterwards', async () => {
  for (const [, step] of steps) {
    for (const page of [1, 4, 7, 8]) {
      const town = threeWorks();
      town.meanwhile = () => {
        if (town.pages === page) step(town);
      };
      const living = new LivingCity(town.stores());
      const after = seen(await now(living));
      town.meanwhile = () => {};
      expect(after).toEqual(await readAnew(town));
    }
  }
});

test('a caller sees what was written before it asked, also while another is being answered', async () => {
  const town = threeWorks();
  const living = new LivingCity(town.stores());
  const first = living.now();
  await first;
  const early = living.now();
  town.put('flow', heat('a-more', 'a-site'));
  const late = await now(living);
  await early;
  expect(late.records.flow('a-more')).not.toBeNull();
});

test('a list that was given out does not change, and stays the same until the city does', async () => {
  const town = threeWorks();
  const living = new LivingCity(town.stores());
  const before = await living.snapshot();
  expect(await living.snapshot()).toBe(before);
  town.put('flow', heat('a-more', 'a-site'));
  const after = await living.snapshot();
  expect(before?.city.flows).toHaveLength(3);
  expect(after?.city.flows.map(({ id }) => id)).toEqual(['a-heat', 'a-more', 'b-need', 'c-need']);
});

test('a large import is read aside: the old city answers until the new one is whole', async () => {
  const town = threeWorks();
  const living = new LivingCity(town.stores());
  await living.now();
  for (let index = 0; index < 300; index++) town.put('flow', heat(`more-${index}`, 'a-site'));
  expect((await now(living)).records.city().flows).toHaveLength(3);
  expect((await living.newest())?.records.city().flows).toHaveLength(303);
  expect((await living.newest())?.reflects).toBe(town.latest);
});

test('a factor that the city knows better is in its figures once it has been read aside', async () => {
  const town = threeWorks();
  const living = new LivingCity(town.stores());
  const margin = ({ records }: CityNow) =>
    explainedMatch(records, { supplyId: 'a-heat', demandId: 'b-need' }, 1)?.match.economics.marginEurPerYear ?? 0;
  const before = margin(await now(living));
  const dear = {
    ...{ id: 'price.boiler_heat', unit: 'EUR/MWh', low: 80, mid: 90, high: 100 },
    ...{ source: 'Contract', year: 2024, geography: 'Town' },
  };
  town.state([dear]);
  const after = await living.newest();
  if (after === null) throw new Error('expected a city');
  expect(margin(after)).toBeGreaterThan(before);
  expect(after.records.city().factors).toEqual([dear]);
  expect(explainedMatch(after.records, { supplyId: 'a-heat', demandId: 'b-need' }, 1)?.factors).toContainEqual(
    expect.objectContaining({ id: 'price.boiler_heat', mid: 90, source: 'Contract', overridden: true }),
  );
  town.state([]);
  expect(margin((await living.newest()) ?? after)).toBe(before);
});

test('a reading that failed is tried again by the next who asks', async () => {
  const town = threeWorks();
  const stores = town.stores();
  let broken = true;
  const living = new LivingCity({
    ...stores,
    changes: {
      ...stores.changes,
      latest: async () => {
        if (broken) throw new Error('database away');
        return town.latest;
      },
    },
  });
  await expect(living.now()).rejects.toThrow('database away');
  broken = false;
  expect((await now(living)).records.city().name).toBe('Town');
});

test('what changes touch is told once, with the position from which it counts', async () => {
  const town = threeWorks();
  const living = new LivingCity(town.stores());
  const first = await living.takeTouched();
  expect(first?.touched.size).toBe(0);
  town.put(
    'flow',
    heat('b-need', 'b-site', { direction: 'demand', quality: { temperature_c: { min: 70, max: null } } }),
  );
  const second = await living.takeTouched();
  expect(second?.from).toBe(first?.reflects);
  expect(second?.touched.supplies().present.map(({ flow }) => flow.id)).toEqual(['a-heat']);
  expect((await living.takeTouched())?.touched.size).toBe(0);
});

// One matching as a job, against hand-made stores and a real thread.

import { always } from '@crg/domain/availability';
import type { City, Organization, ResourceFlow, Site } from '@crg/domain/flow';
import type { PairLists } from '@crg/domain/pair-columns';
import { indexOfCity } from '@crg/engine/city-index';
import { listsOfCity } from '@crg/engine/pair-lists';
import { LivingCity, type LivingCityStores } from '@crg/services/living-city';
import type { MatchCity } from '@crg/services/run-matching';
import { type Change, type ChangePosition, compareChangePositions } from '@crg/stores/ports/change-log';
import type { GraphStore } from '@crg/stores/ports/graph-store';
import type { Job, JobStore, Kept } from '@crg/stores/ports/job-store';
import type { MatchStore, RunHead, RunPatch, RunSummary } from '@crg/stores/ports/match-store';
import { expect, test } from 'vitest';
import { matchAsJob } from '../src/match-as-job.ts';
import { matchInThread } from '../src/match-in-thread.ts';

const flow = (id: string, siteId: string, direction: 'supply' | 'demand', temperature: number) => ({
  id,
  siteId,
  direction,
  type: 'heat.hot_water',
  name: id,
  quantity: { amount: 500, unit: 'kW', precision: 'measured' as const },
  availability: always,
  quality: { temperature_c: { min: temperature, max: null } },
  qualityPrecision: null,
  codes: { ewc: [], cpa: null, hs: null },
  price: null,
  disposalCost: null,
  limits: { maxDistanceKm: null, minYearlyAmount: null },
  source: null,
});
const site = (id: string, organizationId: string, longitude: number) => ({
  id,
  organizationId,
  name: id,
  point: { longitude, latitude: 55.66 },
  country: 'DK',
  source: null,
});
const city: City = {
  name: 'Two works',
  year: 2024,
  currency: 'EUR',
  organizations: [
    { id: 'a', name: 'A', nace: [] },
    { id: 'b', name: 'B', nace: [] },
  ],
  sites: [site('sa', 'a', 11.09), site('sb', 'b', 11.1)],
  flows: [flow('hot', 'sa', 'supply', 90), flow('warm', 'sb', 'demand', 50)],
};

const job: Job = {
  id: 'job-1',
  kind: 'matching',
  input: {},
  state: 'running',
  progress: { done: 0, total: null, text: '' },
  result: null,
  error: null,
  attempts: 1,
  createdAt: '',
  endedAt: null,
};

const page = <T>(items: readonly T[]) => ({ items: items.map((value) => ({ value, version: 1 })), nextCursor: null });

/** A town that the test can change, as the stores of a city answer for it. */
function town() {
  const state = { city, latest: '7-1' as ChangePosition, changes: [] as Change[] };
  const find = <T extends { id: string }>(list: readonly T[], id: string) => list.find((record) => record.id === id);
  const stores: LivingCityStores = {
    city: {
      metadata: async () => ({ name: city.name, year: city.year, currency: city.currency, sources: [], factors: [] }),
    },
    organizations: { page: async () => page<Organization>(state.city.organizations), get: async () => null },
    sites: { page: async () => page<Site>(state.city.sites), get: async () => null },
    flows: {
      page: async () => page<ResourceFlow>(state.city.flows),
      getPlaced: async (ids) =>
        new Map(
          ids.flatMap((id) => {
            const flow = find(state.city.flows, id);
            const site = find(state.city.sites, flow?.siteId ?? '');
            const organization = find(state.city.organizations, site?.organizationId ?? '');
            return flow && site && organization ? [[id, { flow, site, organization, version: 1 }]] : [];
          }),
        ),
    },
    changes: {
      latest: async () => state.latest,
      since: async (position) =>
        state.changes.filter((change) => compareChangePositions(change.position, position) > 0),
    },
  };
  return { state, living: new LivingCity(stores) };
}

/** Stores that keep what was written to them; the parts that a matching does not use are not there to be called. */
function stores() {
  const ended: string[] = [];
  const written: { run: RunHead; lists: readonly PairLists[] }[] = [];
  const patched: { change: RunPatch; lists: PairLists }[] = [];
  const end = (how: string) => async (): Promise<Kept> => {
    ended.push(how);
    return 'kept';
  };
  const jobs = {
    enqueue: async () => job,
    claim: async () => ({ job, claim: { jobId: job.id, token: 't', leaseMilliseconds: 1000 } }),
    progress: async (): Promise<Kept> => 'kept',
    finish: end('finished'),
    fail: async (_claim: unknown, error: string): Promise<Kept> => {
      ended.push(`failed: ${error}`);
      return 'kept';
    },
    release: end('released'),
  } as Partial<JobStore> as JobStore;
  let shown: RunSummary | null = null;
  const show = (run: RunHead, patches: number): void => {
    shown = { ...run, patches, notices: [], storedAt: '', matches: 0, chains: 0, nearMisses: 0 };
  };
  const { state, living } = town();
  const parts = {
    jobs,
    city: living,
    matches: {
      currentRun: async () => shown,
      replace: async (run: RunHead, lists: AsyncIterable<PairLists>) => {
        written.push({ run, lists: await allOf(lists) });
        show(run, 0);
        return 'replaced';
      },
      patch: async (change: RunPatch, lists: PairLists) => {
        patched.push({ change, lists });
        show(change, 1);
        return 'patched';
      },
    } as Partial<MatchStore> as MatchStore,
    graph: { matchesChanged: async () => undefined } as Partial<GraphStore> as GraphStore,
  };
  return { state, parts, ended, written, patched };
}

async function allOf<T>(lists: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const list of lists) all.push(list);
  return all;
}

const log = { info: () => undefined };
const options = { change: '7-1' as const, k: 20, log };

test('the run of the thread is stored, and is what the engine answers here', async () => {
  const { parts, ended, written } = stores();
  const outcome = await matchAsJob(parts, {
    ...options,
    matchCity: matchInThread,
    signal: new AbortController().signal,
  });
  expect([outcome, ended]).toEqual(['done', ['finished']]);
  expect(written[0]?.run.basedOn).toBe('7-1');
  expect(written[0]?.lists).toEqual([...listsOfCity(indexOfCity(city), 20)]);
  expect(written[0]?.lists[0]?.matches.score).toHaveLength(1);
});

test('the thread works with the factors of the city, not with those of the table', async () => {
  const dear = {
    ...{ id: 'finance.discount_rate', unit: '1', low: 0.1, mid: 0.15, high: 0.2 },
    ...{ source: 'The bank', year: 2024, geography: 'DK' },
  };
  const own: City = { ...city, factors: [dear] };
  const lists = [];
  for await (const list of matchInThread(own, { k: 20 }, new AbortController().signal).lists) lists.push(list);
  expect(lists).toEqual([...listsOfCity(indexOfCity(own), 20)]);
  expect(lists).not.toEqual([...listsOfCity(indexOfCity(city), 20)]);
});

test('after an edit only what it touches is matched, and laid over the run', async () => {
  const { state, parts, written, patched } = stores();
  const match = () => matchAsJob(parts, { ...options, matchCity: matchInThread, signal: new AbortController().signal });
  await match();
  const hotter = {
    ...flow('hot', 'sa', 'supply', 90),
    quantity: { amount: 800, unit: 'kW', precision: 'measured' as const },
  };
  state.city = { ...city, flows: [hotter, flow('warm', 'sb', 'demand', 50)] };
  state.latest = '8-2';
  state.changes = [{ position: '8-2', subject: 'flow', id: 'hot', action: 'replaced' }];
  await match();
  expect(written).toHaveLength(1);
  expect(patched[0]?.change).toMatchObject({ from: '7-1', basedOn: '8-2' });
  expect(patched[0]?.lists).toEqual([...listsOfCity(indexOfCity(state.city), 20)][0]);
});

test('shutting down ends the thread and puts the job back into the queue', async () => {
  const { parts, ended, written } = stores();
  const stop = new AbortController();
  const matching = matchAsJob(parts, { ...options, matchCity: matchInThread, signal: stop.signal });
  stop.abort(new Error('shutting down'));
  await expect(matching).rejects.toThrow('shutting down');
  expect([ended, written]).toEqual([['released'], []]);
});

test('an engine that fails is written on the job in words', async () => {
  const { parts, ended } = stores();
  const broken: MatchCity = () => ({
    lists: (async function* () {
      throw new Error('Expected a site, got none.');
      // biome-ignore lint/correctness/noUnreachable: a generator that never gets so far
      yield* [];
    })(),
    notices: () => [],
  });
  const matching = matchAsJob(parts, { ...options, matchCity: broken, signal: new AbortController().signal });
  await expect(matching).rejects.toThrow('Expected a site');
  expect(ended).toEqual(['failed: The matching failed: Expected a site, got none.']);
});

test('a city that the engine refuses in its thread fails with its sentence', async () => {
  const orphan: City = { ...city, sites: [] };
  const { lists } = matchInThread(orphan, { k: 20 }, new AbortController().signal);
  await expect(allOf(lists)).rejects.toThrow(/sa/);
});

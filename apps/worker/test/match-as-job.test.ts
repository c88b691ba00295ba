// One matching as a job, against hand-made stores and a real thread.

import { always } from '@crg/domain/availability';
import type { City } from '@crg/domain/flow';
import type { MatchRun } from '@crg/domain/match';
import { matchCity } from '@crg/engine/match-city';
import type { CityStore } from '@crg/stores/ports/city-store';
import type { GraphStore } from '@crg/stores/ports/graph-store';
import type { Job, JobStore, Kept } from '@crg/stores/ports/job-store';
import type { MatchStore, SuggestionRun } from '@crg/stores/ports/match-store';
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

/** Stores that keep what was written to them; the parts that a matching does not use are not there to be called. */
function stores() {
  const ended: string[] = [];
  const written: SuggestionRun[] = [];
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
  const parts = {
    jobs,
    city: { snapshot: async () => ({ city, reflects: '7-1' }) } as Partial<CityStore> as CityStore,
    matches: {
      replace: async (run: SuggestionRun) => {
        written.push(run);
        return 'replaced';
      },
    } as Partial<MatchStore> as MatchStore,
    graph: { rebuild: async () => ({ organizations: 2, edges: 1 }) } as Partial<GraphStore> as GraphStore,
  };
  return { parts, ended, written };
}

const log = { info: () => undefined };
const options = { change: '7-1' as const, k: 20, log };

test('the run of the thread is stored with family and type, and is what the engine answers here', async () => {
  const { parts, ended, written } = stores();
  const outcome = await matchAsJob(parts, {
    ...options,
    matchCity: matchInThread,
    signal: new AbortController().signal,
  });
  expect([outcome, ended]).toEqual(['done', ['finished']]);
  expect(written[0]?.basedOn).toBe('7-1');
  expect(written[0]?.matches).toEqual([
    { match: matchCity(city, { k: 20 }).matches[0], family: 'heat', type: 'heat.hot_water' },
  ]);
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
  const broken = async (): Promise<MatchRun> => {
    throw new Error('Expected a site, got none.');
  };
  const matching = matchAsJob(parts, { ...options, matchCity: broken, signal: new AbortController().signal });
  await expect(matching).rejects.toThrow('Expected a site');
  expect(ended).toEqual(['failed: The matching failed: Expected a site, got none.']);
});

test('a city that the engine refuses in its thread fails with its sentence', async () => {
  const orphan: City = { ...city, sites: [] };
  await expect(matchInThread(orphan, { k: 20 }, new AbortController().signal)).rejects.toThrow(/sa/);
});

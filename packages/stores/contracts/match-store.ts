import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ChainFilter, MatchFilter, MatchSort, RunEnd, RunHead } from '../src/ports/match-store.ts';
import type { Stores } from '../src/ports/stores.ts';
import {
  always,
  cityOfTwo,
  type ExampleChain,
  type ExampleMatch,
  type ExampleNearMiss,
  emptyTheCity,
  flow,
  listsOf,
  shownAs,
  site,
  suggestion,
  versionOf,
} from './example-records.ts';

export function matchStoreContract(open: () => Promise<Stores>): void {
  describe('matches', () => {
    let stores: Stores;
    beforeAll(async () => {
      stores = await open();
      await emptyTheCity(stores);
      await stores.city.putCity(cityOfTwo('match', { supplies: ['s1', 's2', 's3'], demands: ['d1', 'd2', 'd3'] }), []);
    });
    beforeEach(() => put({}));

    interface ExampleRun extends RunHead, RunEnd {
      readonly matches: readonly ExampleMatch[];
      readonly chains: readonly ExampleChain[];
      readonly nearMisses: readonly ExampleNearMiss[];
    }
    async function put(change: Partial<ExampleRun>): Promise<'replaced' | 'outdated'> {
      const { engine = '1.0.0', k = 20, matches = [], chains = [], nearMisses = [], notices = [] } = change;
      const basedOn = change.basedOn ?? (await stores.changes.latest());
      const lists = async function* () {
        // One list at a time, as a run over a whole city hands them on.
        const supplies = new Set([...matches, ...chains, ...nearMisses].map(({ supplyId }) => supplyId));
        for (const id of supplies) yield listsOf(of(id, matches), of(id, nearMisses), [], of(id, chains));
      };
      return stores.matches.replace({ engine, k, basedOn }, lists(), () => ({ notices }));
    }
    const of = <P extends { supplyId: string }>(id: string, pairs: readonly P[]) =>
      pairs.filter(({ supplyId }) => supplyId === id);
    async function pairs(filter: MatchFilter, sort: MatchSort = 'id'): Promise<string> {
      const { items } = await stores.matches.page(filter, sort, { cursor: null, limit: 100 });
      return items.map(({ supplyId, demandId }) => `${supplyId}${demandId}`).join(' ');
    }

    async function chains(filter: ChainFilter, sort: MatchSort = 'id', limit = 100): Promise<string> {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await stores.matches.chains(filter, sort, { cursor, limit });
        seen.push(...page.items.map(({ supplyId, converterId, demandId }) => `${supplyId}>${converterId}>${demandId}`));
        cursor = page.nextCursor;
      } while (cursor !== null);
      return seen.join(' ');
    }
    const chain = (
      supplyId: string,
      converterId: string,
      demandId: string,
      figures: Parameters<typeof suggestion>[2] = {},
    ) => ({
      ...suggestion(supplyId, demandId, figures),
      converterId,
    });

    test('a match comes back with every number that the engine gave it', async () => {
      const given = suggestion('s1', 'd1', { score: 0.1 + 0.2, value: -1e-9 });
      await put({ matches: [given] });
      expect(await stores.matches.get({ supplyId: 's1', demandId: 'd1' })).toEqual(shownAs(given, 'match'));
      expect(await stores.matches.get({ supplyId: 'd1', demandId: 's1' })).toBeNull();
    });

    test('a run replaces the one before as a whole and is described', async () => {
      await put({ matches: [suggestion('s1', 'd1'), suggestion('s1', 'd2')] });
      const basedOn = await stores.changes.latest();
      const notices = [{ code: 'no_place', flowId: 's3', text: 'It has no place.' }];
      await put({
        engine: '1.0.1',
        k: 5,
        matches: [suggestion('s1', 'd2', { value: 7 }), suggestion('s2', 'd1')],
        notices,
      });
      expect(await pairs({})).toBe('s1d2 s2d1');
      expect((await stores.matches.get({ supplyId: 's1', demandId: 'd2' }))?.marginEurPerYear).toBe(7);
      expect(await stores.matches.currentRun()).toEqual({
        engine: '1.0.1',
        k: 5,
        basedOn,
        storedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        patches: 0,
        matches: 2,
        chains: 0,
        nearMisses: 0,
        notices,
      });
    });

    test('a run over an older state of the city comes too late', async () => {
      await put({ matches: [suggestion('s1', 'd1')] });
      expect(await put({ basedOn: '1-1', matches: [suggestion('s2', 'd2')] })).toBe('outdated');
      expect(await pairs({})).toBe('s1d1');
    });

    test('a run that fails in the middle leaves the one before', async () => {
      await put({ matches: [suggestion('s1', 'd1')] });
      const basedOn = await stores.changes.latest();
      const broken = async function* () {
        yield listsOf([suggestion('s2', 'd2')]);
        throw new Error('no memory');
      };
      const run = { engine: '1.0.0', k: 20, basedOn };
      await expect(stores.matches.replace(run, broken(), () => ({ notices: [] }))).rejects.toThrow('no memory');
      expect(await pairs({})).toBe('s1d1');
    });

    test('a run that is being written shows nothing of itself, and one that another overtakes is not shown', async () => {
      await put({ matches: [suggestion('s1', 'd1')] });
      const basedOn = await stores.changes.latest();
      const slow = async function* () {
        yield listsOf([suggestion('s2', 'd2')]);
        expect(await pairs({})).toBe('s1d1');
        await put({ matches: [suggestion('s3', 'd3')] });
        yield listsOf([suggestion('s3', 'd1')]);
      };
      const run = { engine: '1.0.0', k: 20, basedOn };
      expect(await stores.matches.replace(run, slow(), () => ({ notices: [] }))).toBe('outdated');
      expect(await pairs({})).toBe('s3d3');
    });

    test('a pair whose flow has gone is left out', async () => {
      await put({ matches: [suggestion('s1', 'gone'), suggestion('gone', 'd1'), suggestion('s1', 'd1')] });
      expect(await pairs({})).toBe('s1d1');
    });

    test('a patch replaces the lists of its supplies and leaves the others', async () => {
      await put({ matches: [suggestion('s1', 'd1'), suggestion('s2', 'd1'), suggestion('s3', 'd1')] });
      const from = await stores.changes.latest();
      const version = versionOf(await stores.flows.create(flow('s4', 'match-supplier-site')));
      const basedOn = await stores.changes.latest();
      const notices = [{ code: 'no_place', flowId: 's3', text: 'It has no place.' }];
      const change = { engine: '1.0.0', k: 20, from, basedOn, notices };
      const lists = listsOf(
        [suggestion('s4', 'd2', { value: 7 }), suggestion('s2', 'd3', { value: 9 })],
        [{ supplyId: 's2', demandId: 'd1', cost: 4 }],
        ['s3'],
      );
      expect(await stores.matches.patch(change, lists)).toBe('patched');
      expect(await pairs({})).toBe('s1d1 s2d3 s4d2');
      expect(await pairs({}, 'value')).toBe('s1d1 s2d3 s4d2');
      expect(await pairs({ flowId: 'd3' })).toBe('s2d3');
      expect(await pairs({ flowId: 'd1' })).toBe('s1d1');
      expect(await stores.matches.getNearMiss({ supplyId: 's2', demandId: 'd1' })).not.toBeNull();
      expect(await stores.matches.currentRun()).toMatchObject({
        basedOn,
        patches: 1,
        matches: 3,
        nearMisses: 1,
        notices,
      });

      expect(await stores.matches.patch(change, lists), 'the same patch once more').toBe('outdated');
      const other = { ...change, from: basedOn, k: 5 };
      expect(await stores.matches.patch(other, lists), 'a run of other rules').toBe('outdated');

      await stores.flows.remove('s4', version);
      const later = { ...change, from: basedOn, basedOn: await stores.changes.latest() };
      expect(await stores.matches.patch(later, listsOf([], [], ['s4']))).toBe('patched');
      expect(await pairs({})).toBe('s1d1 s2d3');
    });

    test('a transaction that is taken back takes its run with it', async () => {
      await put({ matches: [suggestion('s1', 'd1')] });
      const basedOn = await stores.changes.latest();
      const attempt = stores.transactions.inTransaction(async ({ matches }) => {
        const lists = (async function* () {
          yield listsOf([suggestion('s2', 'd2')]);
        })();
        await matches.replace({ engine: '1.0.0', k: 20, basedOn }, lists, () => ({ notices: [] }));
        expect(await matches.count({ flowId: 's2' })).toBe(1);
        throw new Error('changed my mind');
      });
      await expect(attempt).rejects.toThrow('changed my mind');
      expect(await pairs({})).toBe('s1d1');
    });

    test('value and score list the greatest first, equal ones by supply, then demand', async () => {
      await put({
        matches: [
          suggestion('s2', 'd1', { value: 5, score: 0.9 }),
          suggestion('s1', 'd2', { value: 5, score: 0.2 }),
          suggestion('s1', 'd1', { value: 5, score: 0.9 }),
          suggestion('s3', 'd3', { value: -7, score: 0.95 }),
          suggestion('s3', 'd1', { value: 12, score: 0.1 }),
        ],
      });
      expect(await pairs({}, 'value')).toBe('s3d1 s1d1 s1d2 s2d1 s3d3');
      expect(await pairs({}, 'score')).toBe('s3d3 s1d1 s2d1 s1d2 s3d1');
      expect(await pairs({}, 'id')).toBe('s1d1 s1d2 s2d1 s3d1 s3d3');
    });

    test.each<MatchSort>(['value', 'score', 'id'])('pages by %s, one at a time, equal the whole list', async (sort) => {
      const ids = ['1', '2', '3'];
      const matches = ids.flatMap((s) =>
        ids.map((d) => suggestion(`s${s}`, `d${d}`, { value: Number(d) / 3, score: Number(s) / 7 })),
      );
      await put({ matches });
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await stores.matches.page({}, sort, { cursor, limit: 1 });
        seen.push(...page.items.map(({ supplyId, demandId }) => `${supplyId}${demandId}`));
        cursor = page.nextCursor;
        // A pair that was seen goes, as a new run may have it: the places of the others do not move.
        await put({ matches: matches.filter(({ supplyId, demandId }) => `${supplyId}${demandId}` !== seen[0]) });
      } while (cursor !== null);
      await put({ matches });
      expect(seen.join(' ')).toBe(await pairs({}, sort));
    });

    test('a cursor of one order does not fit another', async () => {
      await put({ matches: [suggestion('s1', 'd1'), suggestion('s1', 'd2')] });
      const { nextCursor } = await stores.matches.page({}, 'value', { cursor: null, limit: 1 });
      await expect(stores.matches.page({}, 'score', { cursor: nextCursor, limit: 1 })).rejects.toMatchObject({
        code: 'invalid_cursor',
      });
    });

    test('filters hold together: family, type, score, value, organization, site, flow', async () => {
      await stores.flows.create(flow('s-steam', 'match-supplier-site', { type: 'heat.steam' }));
      await put({
        matches: [
          suggestion('s1', 'd1', { score: 0.5, value: 10 }),
          suggestion('s1', 'd2', { score: 0.6, value: 5 }),
          suggestion('s-steam', 'd1', { score: 0.4, value: 1 }),
        ],
      });
      expect(await pairs({ families: ['steam'] })).toBe('s-steamd1');
      expect(await pairs({ type: 'heat.steam' })).toBe('s-steamd1');
      expect(await pairs({ type: 'heat.hot_water' })).toBe('s-steamd1 s1d1 s1d2');
      expect(await pairs({ minScore: 0.5 })).toBe('s1d1 s1d2');
      expect(await pairs({ minValueEurPerYear: 5, minScore: 0.51 })).toBe('s1d2');
      expect(await pairs({ organizationId: 'match-receiver', flowId: 's1' })).toBe('s1d1 s1d2');
      expect(await pairs({ siteId: 'match-supplier-site', flowId: 'd1', families: ['heat', 'space'] })).toBe('s1d1');
      expect(await pairs({ organizationId: 'match-nobody' })).toBe('');
    });

    test('filters hold at both ends of a range: score, value, distance; and by precision and place', async () => {
      await stores.sites.create(site('match-far', 'match-receiver', { point: { longitude: 12, latitude: 56 } }));
      const guess = { quantity: { amount: 1, unit: 'kW', precision: 'archetype' as const } };
      await stores.flows.create(flow('d-far', 'match-far', { direction: 'demand', ...guess }));
      const near = { west: 11.097, south: 55.6, east: 11.2, north: 55.654 };
      const far = { west: 11.9, south: 55.9, east: 12, north: 56 };
      await put({
        matches: [
          suggestion('s1', 'd1', { score: 0.5, value: 10 }),
          suggestion('s1', 'd2', { score: 0.6, value: 5, km: 2 }),
          suggestion('s2', 'd-far', { score: 0.7, value: 1, km: 80 }),
        ],
      });
      expect(await pairs({ minScore: 0.5, maxScore: 0.6 })).toBe('s1d1 s1d2');
      expect(await pairs({ maxValueEurPerYear: 5 })).toBe('s1d2 s2d-far');
      expect(await pairs({ maxDistanceKm: 2 })).toBe('s1d1 s1d2');
      expect(await pairs({ precisions: ['archetype'] })).toBe('s2d-far');
      expect(await pairs({ precisions: ['measured', 'estimated'] })).toBe('s1d1 s1d2');
      expect(await pairs({ precisions: [] })).toBe('');
      expect(await pairs({ families: [] })).toBe('');
      expect(await pairs({ within: near })).toBe('s1d1 s1d2 s2d-far');
      expect(await pairs({ within: far })).toBe('s2d-far');
      expect(await pairs({ within: { ...far, east: 11.99 } })).toBe('');
      expect(await stores.matches.count({})).toBe(3);
      expect(await stores.matches.count({ within: far })).toBe(1);
    });

    test('facets count what the filter leaves: by family, by twentieth of the score, by value', async () => {
      await put({
        matches: [
          suggestion('s1', 'd1', { score: 0.05, value: -1 }),
          suggestion('s1', 'd2', { score: 1, value: 0 }),
          suggestion('s2', 'd2', { score: 0.99, value: 100 }),
          suggestion('s3', 'd3', { score: 0.5, value: 7 }),
        ],
      });
      const facets = await stores.matches.facets({ flowId: 'd2' }, [0, 100]);
      expect(facets).toMatchObject({ matches: 2, values: [0, 1, 1] });
      expect(facets.scores).toEqual([...Array(19).fill(0), 2]);
      expect(facets.families).toEqual(await stores.matches.totals({ flowId: 'd2' }));
      const all = await stores.matches.facets({}, [0, 100]);
      expect(all.values).toEqual([1, 2, 1]);
      expect([all.scores[0], all.scores[1], all.scores[10]]).toEqual([0, 1, 1]);
    });

    test('month and hour of the week find the pairs of which both flows run then', async () => {
      const only = (length: number, ...at: number[]) => Array.from({ length }, (_, i) => at.includes(i));
      const running = (hours: number[], months: number[]) => ({
        availability: { ...always, hours: only(168, ...hours), months: only(12, ...months) },
      });
      await stores.flows.create(flow('s-time', 'match-supplier-site', running([0, 100], [0, 11])));
      await stores.flows.create(
        flow('d-time', 'match-receiver-site', { direction: 'demand', ...running([100, 167], [11]) }),
      );
      await put({ matches: [suggestion('s-time', 'd-time')] });
      expect(await pairs({ hourOfWeek: 100 })).toBe('s-timed-time');
      expect(await pairs({ month: 12 })).toBe('s-timed-time');
      expect(await pairs({ hourOfWeek: 0 })).toBe('');
      expect(await pairs({ hourOfWeek: 167 })).toBe('');
      expect(await pairs({ month: 1 })).toBe('');
      const { months, hours, precisions } = await stores.matches.facets({ flowId: 's-time' }, []);
      expect(months).toEqual([...Array(11).fill(0), 1]);
      expect(hours.flatMap((matches, hour) => (matches > 0 ? [hour] : []))).toEqual([100]);
      expect(Object.values(precisions).reduce((sum, matches) => sum + matches, 0)).toBe(1);
    });

    test('totals add up by family under the same filters', async () => {
      await stores.flows.create(flow('s-steam', 'match-supplier-site', { type: 'heat.steam' }));
      const steam = suggestion('s-steam', 'd1', { value: 3 });
      await put({ matches: [suggestion('s1', 'd1', { value: 10 }), suggestion('s1', 'd2', { value: -4 }), steam] });
      expect(await stores.matches.totals({})).toEqual([
        { family: 'heat', matches: 2, marginEurPerYear: 6, co2TonnesPerYear: 20 },
        { family: 'steam', matches: 1, marginEurPerYear: 3, co2TonnesPerYear: 10 },
      ]);
      expect(await stores.matches.totals({ minValueEurPerYear: 5 })).toEqual([
        { family: 'heat', matches: 1, marginEurPerYear: 10, co2TonnesPerYear: 10 },
      ]);
    });

    test('near misses list the cheapest change of a supply first and those without a cost last, page by page', async () => {
      const nearMisses = [
        { supplyId: 's2', demandId: 'd1', cost: 1 },
        { supplyId: 's1', demandId: 'd2', cost: 20 },
        { supplyId: 's1', demandId: 'd3', cost: Number.POSITIVE_INFINITY },
        { supplyId: 's1', demandId: 'd1', cost: 30 },
      ];
      await put({ nearMisses });
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await stores.matches.nearMisses({ organizationId: 'match-supplier' }, { cursor, limit: 1 });
        seen.push(...page.items.map(({ supplyId, demandId }) => `${supplyId}${demandId}`));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(seen.join(' ')).toBe('s1d2 s1d1 s1d3 s2d1');
      expect(await stores.matches.getNearMiss({ supplyId: 's1', demandId: 'd2' })).toEqual({
        supplyId: 's1',
        demandId: 'd2',
        family: 'heat',
        type: 'heat.hot_water',
        costEurPerYear: 20,
      });
      expect((await stores.matches.getNearMiss({ supplyId: 's1', demandId: 'd3' }))?.costEurPerYear).toBeNull();
      expect(await stores.matches.getNearMiss({ supplyId: 's2', demandId: 'd2' })).toBeNull();
    });

    test('a chain comes back with its converter and every number, beside a match of the same pair', async () => {
      const given = chain('s1', 'heat_pump', 'd1', { score: 0.1 + 0.2, value: -1e-9 });
      await put({ matches: [suggestion('s1', 'd1')], chains: [given] });
      const { converterId: _, ...pair } = given;
      const ids = { supplyId: 's1', converterId: 'heat_pump', demandId: 'd1' };
      expect(await stores.matches.getChain(ids)).toEqual({ ...shownAs(pair, 'match'), converterId: 'heat_pump' });
      expect(await stores.matches.getChain({ ...ids, converterId: 'dryer' })).toBeNull();
      expect(await stores.matches.getChain({ ...ids, demandId: 'nobody' })).toBeNull();
      expect(await stores.matches.count({})).toBe(1);
      expect(await stores.matches.currentRun()).toMatchObject({ matches: 1, chains: 1, nearMisses: 0 });
    });

    test('chains list the greatest first, equal ones by supply, demand and converter, page by page', async () => {
      await put({
        chains: [
          chain('s2', 'orc', 'd1', { value: 5, score: 0.9 }),
          chain('s1', 'orc', 'd2', { value: 5, score: 0.2 }),
          chain('s1', 'orc', 'd1', { value: 5, score: 0.9 }),
          chain('s1', 'heat_pump', 'd1', { value: 5, score: 0.9 }),
          chain('s3', 'dryer', 'd3', { value: -7, score: 0.95 }),
        ],
      });
      const byIds = 's1>heat_pump>d1 s1>orc>d1 s1>orc>d2 s2>orc>d1 s3>dryer>d3';
      expect(await chains({})).toBe(byIds);
      expect(await chains({}, 'value')).toBe(byIds);
      expect(await chains({}, 'score')).toBe('s3>dryer>d3 s1>heat_pump>d1 s1>orc>d1 s2>orc>d1 s1>orc>d2');
      for (const sort of ['value', 'score', 'id'] as const) {
        expect(await chains({}, sort, 1), sort).toBe(await chains({}, sort));
      }
      const { nextCursor } = await stores.matches.chains({}, 'value', { cursor: null, limit: 1 });
      await expect(stores.matches.page({}, 'value', { cursor: nextCursor, limit: 1 })).rejects.toMatchObject({
        code: 'invalid_cursor',
      });
    });

    test('chains take the filters of matches, and their converter', async () => {
      await put({
        chains: [chain('s1', 'orc', 'd2', { value: 9 }), chain('s1', 'heat_pump', 'd1'), chain('s2', 'orc', 'd1')],
      });
      expect(await chains({ converterId: 'orc' })).toBe('s1>orc>d2 s2>orc>d1');
      expect(await chains({ converterId: 'orc', flowId: 's1' })).toBe('s1>orc>d2');
      expect(await chains({ maxValueEurPerYear: 9 })).toBe('s1>orc>d2');
      expect(await chains({ organizationId: 'match-receiver', families: ['heat'] })).toBe(await chains({}));
      expect(await chains({ converterId: 'dryer' })).toBe('');
      expect(await chains({ organizationId: 'match-nobody' })).toBe('');
    });

    test('a patch replaces the chains of its supplies, whatever numbers their converters have', async () => {
      await put({ chains: [chain('s1', 'orc', 'd1'), chain('s2', 'dryer', 'd1'), chain('s3', 'membrane', 'd1')] });
      const from = await stores.changes.latest();
      const lists = listsOf([], [], ['s3'], [chain('s2', 'orc', 'd2'), chain('s2', 'crusher', 'd1')]);
      const change = { engine: '1.0.0', k: 20, from, basedOn: from, notices: [] };
      expect(await stores.matches.patch(change, lists)).toBe('patched');
      expect(await chains({})).toBe('s1>orc>d1 s2>crusher>d1 s2>orc>d2');
      expect(await chains({ converterId: 'orc' })).toBe('s1>orc>d1 s2>orc>d2');
    });

    test('disjoint pairs use each flow once, the most valuable first, and leave out what costs money', async () => {
      await put({
        matches: [
          suggestion('s1', 'd1', { value: 100 }),
          suggestion('s1', 'd2', { value: 90 }),
          suggestion('s2', 'd2', { value: 60 }),
          suggestion('s3', 'd3', { value: -1 }),
        ],
      });
      const { families, disjoint } = await stores.matches.overview();
      expect(families).toEqual([{ family: 'heat', matches: 4, nearMisses: 0 }]);
      expect(disjoint).toEqual([
        { family: 'heat', precision: 'measured', pairs: 2, marginEurPerYear: 160, co2TonnesPerYear: 20 },
      ]);
    });
  });
}

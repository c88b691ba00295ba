import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { MatchFilter, MatchSort, SuggestionRun } from '../src/ports/match-store.ts';
import type { Stores } from '../src/ports/stores.ts';
import {
  always,
  cityOfTwo,
  emptyTheCity,
  flow,
  nearMiss,
  shownOf,
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

    async function put(change: Partial<SuggestionRun>): Promise<'replaced' | 'outdated'> {
      const basedOn = await stores.changes.latest();
      return stores.matches.replace({
        engine: '1.0.0',
        k: 20,
        basedOn,
        matches: [],
        nearMisses: [],
        notices: [],
        ...change,
      });
    }
    async function pairs(filter: MatchFilter, sort: MatchSort = 'id'): Promise<string> {
      const { items } = await stores.matches.page(filter, sort, { cursor: null, limit: 100 });
      return items.map(({ match }) => `${match.supplyId}${match.demandId}`).join(' ');
    }

    test('a match comes back with every number that the engine gave it', async () => {
      const given = suggestion('s1', 'd1', { score: 0.1 + 0.2, value: -1e-9 });
      await put({ matches: [given] });
      expect(await stores.matches.get({ supplyId: 's1', demandId: 'd1' })).toEqual({
        ...given,
        ...shownOf(given.match, 'match'),
        supplyId: 's1',
        demandId: 'd1',
      });
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
      expect((await stores.matches.get({ supplyId: 's1', demandId: 'd2' }))?.match.economics.marginEurPerYear).toBe(7);
      expect(await stores.matches.currentRun()).toEqual({
        engine: '1.0.1',
        k: 5,
        basedOn,
        storedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        matches: 2,
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
      await expect(put({ matches: [suggestion('s2', 'd2'), suggestion('s2', 'd2')] })).rejects.toThrow();
      expect(await pairs({})).toBe('s1d1');
    });

    test('a pair whose flow has gone is left out, and goes when its flow goes', async () => {
      const version = versionOf(await stores.flows.create(flow('s9', 'match-supplier-site')));
      await put({ matches: [suggestion('s9', 'd1'), suggestion('s1', 'gone'), suggestion('s1', 'd1')] });
      expect(await pairs({})).toBe('s1d1 s9d1');
      await stores.flows.remove('s9', version);
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
        seen.push(...page.items.map(({ match }) => `${match.supplyId}${match.demandId}`));
        cursor = page.nextCursor;
        // A pair that was seen goes, as a new run may have it: the places of the others do not move.
        await put({ matches: matches.filter(({ match }) => `${match.supplyId}${match.demandId}` !== seen[0]) });
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
          { ...suggestion('s-steam', 'd1', { score: 0.4, value: 1 }), family: 'steam' },
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
      const steam = { ...suggestion('s2', 'd1', { value: 3 }), family: 'steam' };
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
        nearMiss('s2', 'd1', [1]),
        nearMiss('s1', 'd2', [900, 20]),
        nearMiss('s1', 'd3', []),
        nearMiss('s1', 'd1', [30]),
      ].map((miss) => ({ nearMiss: miss, family: 'heat', type: 'heat.hot_water' }));
      await put({ nearMisses });
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await stores.matches.nearMisses({ organizationId: 'match-supplier' }, { cursor, limit: 1 });
        seen.push(...page.items.map((item) => `${item.nearMiss.supplyId}${item.nearMiss.demandId}`));
        expect(page.items[0]).toEqual(
          nearMisses.find(
            (item) =>
              item.nearMiss.demandId === page.items[0]?.nearMiss.demandId &&
              item.nearMiss.supplyId === page.items[0]?.nearMiss.supplyId,
          ),
        );
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(seen.join(' ')).toBe('s1d2 s1d1 s1d3 s2d1');
      expect(await stores.matches.getNearMiss({ supplyId: 's1', demandId: 'd2' })).toEqual(nearMisses[1]);
      expect(await stores.matches.getNearMiss({ supplyId: 's2', demandId: 'd2' })).toBeNull();
    });
  });
}

import { beforeAll, describe, expect, test } from 'vitest';
import type { Stores } from '../src/ports/stores.ts';
import { city, emptyTheCity, flow, listsOf, organization, site, suggestion } from './example-records.ts';

export function graphStoreContract(open: () => Promise<Stores>): void {
  describe('the graph of exchanges', () => {
    let stores: Stores;
    // a -> b (two matches), b -> c, c -> a, d -> e, and f alone. Each has one supply and one demand.
    beforeAll(async () => {
      stores = await open();
      await emptyTheCity(stores);
      const names = ['a', 'b', 'c', 'd', 'e', 'f'];
      await stores.city.putCity(
        city({
          organizations: names.map((name) => organization(name)),
          sites: names.map((name) => site(`${name}-site`, name)),
          flows: names.flatMap((name) => [
            flow(`${name}-supply`, `${name}-site`),
            flow(`${name}-supply-2`, `${name}-site`),
            flow(`${name}-demand`, `${name}-site`, { direction: 'demand' }),
          ]),
        }),
        [],
      );
      await put([
        suggestion('a-supply', 'b-demand', { score: 0.4, value: 10 }),
        suggestion('a-supply-2', 'b-demand', { score: 0.6, value: 5 }),
        suggestion('b-supply', 'c-demand'),
        suggestion('c-supply', 'a-demand'),
        suggestion('d-supply', 'e-demand'),
      ]);
    });

    async function put(matches: ReturnType<typeof suggestion>[]): Promise<void> {
      const basedOn = await stores.changes.latest();
      await stores.matches.replace(
        { engine: '1.0.0', k: 20, basedOn },
        (async function* () {
          yield listsOf(matches);
        })(),
        () => ({ notices: [] }),
      );
      await stores.graph.matchesChanged();
    }

    test('all matches between two organizations are one edge', async () => {
      const around = await stores.graph.neighbourhood('b', 1);
      expect(around?.edges.find(({ supplierId }) => supplierId === 'a')).toEqual({
        supplierId: 'a',
        receiverId: 'b',
        matches: 2,
        bestScore: 0.6,
        marginEurPerYear: 15,
      });
    });

    test('a neighbourhood reaches against the direction too, ordered by steps, then id', async () => {
      const around = await stores.graph.neighbourhood('b', 1);
      expect(around?.nodes).toEqual([
        { organizationId: 'b', steps: 0 },
        { organizationId: 'a', steps: 1 },
        { organizationId: 'c', steps: 1 },
      ]);
      expect(around?.edges.map(({ supplierId, receiverId }) => `${supplierId}${receiverId}`)).toEqual([
        'ab',
        'bc',
        'ca',
      ]);
    });

    test('an organization without matches stands alone, one that is not there does not stand', async () => {
      expect(await stores.graph.neighbourhood('f', 3)).toEqual({
        nodes: [{ organizationId: 'f', steps: 0 }],
        edges: [],
      });
      expect(await stores.graph.neighbourhood('nobody', 3)).toBeNull();
    });

    test('components come largest first, ties by smallest id', async () => {
      expect(await stores.graph.components()).toEqual([['a', 'b', 'c'], ['d', 'e'], ['f']]);
    });

    test('answers follow the matches once they are said to have changed', async () => {
      await put([suggestion('f-supply', 'e-demand')]);
      expect(await stores.graph.components()).toEqual([['e', 'f'], ['a'], ['b'], ['c'], ['d']]);
    });
  });
}

// The totals of a city, small enough to add up by hand.
import { always } from '@crg/domain/availability';
import type { City, ResourceFlow } from '@crg/domain/flow';
import type { Match } from '@crg/domain/match';
import type { Precision } from '@crg/domain/quantity';
import type { MatchStore, Suggestion } from '@crg/stores/ports/match-store';
import { expect, test } from 'vitest';
import { cityOverview } from '../src/city-overview.ts';

const flow = (id: string, direction: 'supply' | 'demand', precision: Precision): ResourceFlow => ({
  id,
  siteId: 'site',
  direction,
  type: 'material.wood',
  name: id,
  quantity: { amount: 1, unit: 't/a', precision },
  availability: always,
  quality: {},
  qualityPrecision: null,
  codes: { ewc: [], cpa: null, hs: null },
  price: null,
  disposalCost: null,
  limits: { maxDistanceKm: null, minYearlyAmount: null },
  source: null,
});

const city: City = {
  name: 'Woodham',
  year: 2024,
  currency: 'EUR',
  organizations: [],
  sites: [],
  flows: [
    flow('s1', 'supply', 'measured'),
    flow('s2', 'supply', 'measured'),
    flow('s3', 'supply', 'estimated'),
    flow('d1', 'demand', 'measured'),
    flow('d2', 'demand', 'archetype'),
  ],
};

function suggestion(supplyId: string, demandId: string, eur: number, tonnes: number): Suggestion {
  const economics = { marginEurPerYear: eur, co2TonnesPerYear: tonnes } as Match['economics'];
  return {
    match: { supplyId, demandId, economics } as Match,
    family: 'material',
    type: 'material.wood',
  } as Partial<Suggestion> as Suggestion;
}

/** A store that pages one by one, most valuable first, as the port promises. */
function store(suggestions: readonly Suggestion[]): Pick<MatchStore, 'page' | 'nearMisses'> {
  return {
    page: async (_filter, _sort, { cursor }) => {
      const at = Number(cursor ?? 0);
      return { items: suggestions.slice(at, at + 1), nextCursor: at + 1 < suggestions.length ? String(at + 1) : null };
    },
    nearMisses: async () => ({ items: [], nextCursor: null }),
  };
}

test('s1 with d1 at 100 and s2 with d2 at 60 make 160 EUR: the pairs between them would use a flow twice', async () => {
  const overview = await cityOverview(
    { matches: store([suggestion('s1', 'd1', 100, 5), suggestion('s1', 'd2', 90, 9), suggestion('s2', 'd2', 60, 3)]) },
    city,
  );
  expect(overview).toMatchObject({ pairs: 2, potentialEurPerYear: 160, co2TonnesPerYear: 8 });
  expect(overview.families).toEqual([
    {
      family: 'material',
      supplies: 3,
      demands: 2,
      matches: 3,
      nearMisses: 0,
      potentialEurPerYear: 160,
      co2TonnesPerYear: 8,
    },
  ]);
});

test('a pair is known as well as its weaker flow: 100 of 160 EUR are measured, 60 are archetype', async () => {
  const overview = await cityOverview(
    { matches: store([suggestion('s1', 'd1', 100, 0), suggestion('s2', 'd2', 60, 0)]) },
    city,
  );
  expect(overview.potentialShares).toEqual({ measured: 0.625, estimated: 0, archetype: 0.375 });
  expect(overview.flowShares).toEqual({ measured: 0.6, estimated: 0.2, archetype: 0.2 });
});

test('a pair that costs money is counted and not summed', async () => {
  const overview = await cityOverview({ matches: store([suggestion('s1', 'd1', -5, 7)]) }, city);
  expect(overview).toMatchObject({ pairs: 0, potentialEurPerYear: 0, co2TonnesPerYear: 0 });
  expect(overview.families[0]?.matches).toBe(1);
  expect(overview.potentialShares).toEqual({ measured: 0, estimated: 0, archetype: 0 });
});

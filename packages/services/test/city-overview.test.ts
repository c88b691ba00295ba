// The totals of a city, small enough to add up by hand.
import { always } from '@crg/domain/availability';
import type { City, ResourceFlow } from '@crg/domain/flow';
import type { Precision } from '@crg/domain/quantity';
import type { SuggestionOverview } from '@crg/stores/ports/match-store';
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

const stored = (overview: Partial<SuggestionOverview>) => ({
  matches: { overview: async () => ({ families: [], disjoint: [], ...overview }) },
});
const disjoint = (precision: Precision, marginEurPerYear: number, co2TonnesPerYear: number) => ({
  family: 'material',
  precision,
  pairs: 1,
  marginEurPerYear,
  co2TonnesPerYear,
});

test('what the pairs of each family come to is added up, beside what the city has of it', async () => {
  const overview = await cityOverview(
    stored({
      families: [{ family: 'material', matches: 3, nearMisses: 4 }],
      disjoint: [disjoint('measured', 100, 5), disjoint('archetype', 60, 3)],
    }),
    city,
  );
  expect(overview).toMatchObject({ pairs: 2, potentialEurPerYear: 160, co2TonnesPerYear: 8 });
  expect(overview.families).toEqual([
    {
      family: 'material',
      supplies: 3,
      demands: 2,
      matches: 3,
      nearMisses: 4,
      potentialEurPerYear: 160,
      co2TonnesPerYear: 8,
    },
  ]);
});

test('shares follow the precision of pairs and of flows: 100 of 160 EUR are measured, 60 are archetype', async () => {
  const overview = await cityOverview(
    stored({ disjoint: [disjoint('measured', 100, 0), disjoint('archetype', 60, 0)] }),
    city,
  );
  expect(overview.potentialShares).toEqual({ measured: 0.625, estimated: 0, archetype: 0.375 });
  expect(overview.flowShares).toEqual({ measured: 0.6, estimated: 0.2, archetype: 0.2 });
});

test('a city without suggestions has families and no potential', async () => {
  const overview = await cityOverview(stored({}), city);
  expect(overview).toMatchObject({ pairs: 0, potentialEurPerYear: 0, co2TonnesPerYear: 0 });
  expect(overview.families[0]).toMatchObject({ family: 'material', matches: 0, supplies: 3 });
  expect(overview.potentialShares).toEqual({ measured: 0, estimated: 0, archetype: 0 });
});

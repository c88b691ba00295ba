// The main job on cities of a few flows: who is paired, who is left out and why, what a what-if answers.
import { always, commonHours, hourPatterns } from '@crg/domain/availability';
import type { City, ResourceFlow } from '@crg/domain/flow';
import { matchCity } from '@crg/engine/match-city';
import { matchFlow } from '@crg/engine/match-flow';
import { engineVersion } from '@crg/engine/version';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Calendar } from '../src/calendar.ts';
import { failuresOf, judgePair } from '../src/judges/judge-pair.ts';
import { PermitDesk } from '../src/permit/permit-desk.ts';
import { byId, TopK } from '../src/top-k.ts';
import { flow, heatDemand, onlyPair, smallCity, wasteHeat } from './small-city.ts';

describe('a city', () => {
  test('one supply and one demand that fit are one match of rank 1, and the run names its engine', () => {
    const run = matchCity(smallCity(), { k: 20 });
    expect(run).toMatchObject({ engine: engineVersion, k: 20, nearMisses: [], notices: [] });
    expect(run.matches).toHaveLength(1);
    expect(run.matches[0]).toMatchObject({
      supplyId: 'supply',
      demandId: 'demand',
      rank: 1,
      commonQuantity: { amount: 4380, unit: 'MWh/a' },
    });
  });

  test('two flows of one organization are never paired', () => {
    expect(matchCity(smallCity({ east: { organizationId: 'west works' } }), { k: 20 }).matches).toEqual([]);
  });

  test('equal demands rank by id in code-unit order: Z before a before ä', () => {
    const demands = ['ä', 'a', 'Z'].map((id) => ({ ...heatDemand, id }));
    const { matches } = matchCity(smallCity({ flows: [wasteHeat, ...demands] }), { k: 20 });
    expect(matches.map(({ demandId, rank }) => [demandId, rank])).toEqual([
      ['Z', 1],
      ['a', 2],
      ['ä', 3],
    ]);
  });

  test('the list for a smaller k is the beginning of the list for a larger one', () => {
    const demands = Array.from({ length: 9 }, (_, index) => ({
      ...heatDemand,
      id: `d${index}`,
      quantity: { ...heatDemand.quantity, amount: 50 * (index + 1) },
    }));
    const city = smallCity({ flows: [wasteHeat, ...demands] });
    const all = matchCity(city, { k: 20 }).matches;
    expect(all.map(({ demandId }) => demandId)).toEqual(['d8', 'd7', 'd6', 'd5', 'd4', 'd3', 'd2', 'd1', 'd0']);
    expect(matchCity(city, { k: 3 }).matches).toEqual(all.slice(0, 3));
  });

  test('a demand that states 12 km is found by a supply that states nothing, beyond the reach', () => {
    const far = { ...heatDemand, limits: { maxDistanceKm: 12, minYearlyAmount: null } };
    const hot = { ...wasteHeat, quality: { temperature_c: { min: 110, max: 120 } } };
    expect(matchCity(smallCity({ flows: [hot, far], distanceKm: 11 }), { k: 20 }).matches).toHaveLength(1);
    expect(matchCity(smallCity({ flows: [hot, heatDemand], distanceKm: 11 }), { k: 20 }).matches).toEqual([]);
  });

  test('sites on both sides of the date line are neighbours', () => {
    const points = {
      west: { point: { longitude: 179.995, latitude: 0 } },
      east: { point: { longitude: -179.995, latitude: 0 } },
    };
    expect(matchCity(smallCity(points), { k: 20 }).matches[0]?.distanceKm).toBeCloseTo(1.113, 3);
  });

  test('without explanations every number stays the same', () => {
    const [explained] = matchCity(smallCity(), { k: 20 }).matches;
    const [bare] = matchCity(smallCity(), { k: 20, explain: false }).matches;
    expect(bare).toEqual({
      ...explained,
      verdicts: explained?.verdicts.map((verdict) => ({ ...verdict, text: '' })),
      economics: { ...explained?.economics, money: [], co2: [], parties: [], corridor: null, co2Attributional: null },
    });
  });
});

describe('notices', () => {
  const codesOf = (city: City) => matchCity(city, { k: 20 }).notices.map(({ code, flowId }) => [code, flowId]);

  test('a site without a place', () =>
    expect(codesOf(smallCity({ east: { point: null } }))).toEqual([['no_place', 'demand']]));

  test.each([
    ['not_valid_in_year', { availability: { ...always, validTo: '2022-12-31' } }],
    ['never_available', { availability: { ...always, months: always.months.map(() => false) } }],
    ['no_quantity', { quantity: { ...heatDemand.quantity, amount: 0 } }],
    ['no_exchange_rate', { price: { amount: 50, currency: 'XAU', per: 'MWh' } }],
  ])('%s', (code, changes: Partial<ResourceFlow>) => {
    expect(codesOf(smallCity({ flows: [wasteHeat, { ...heatDemand, ...changes }] }))).toEqual([[code, 'demand']]);
  });

  test('a price that a supply wants in a currency without a rate', () => {
    const wanted = { ...wasteHeat, price: { amount: 50, currency: 'XAU', per: 'MWh' } };
    expect(codesOf(smallCity({ flows: [wanted, heatDemand] }))).toEqual([['no_exchange_rate', 'supply']]);
  });

  test.each([
    ['NO', 'NO, for which there is no grid factor'],
    [null, 'is not stated'],
  ])('a receiver in %s, of whose electricity nothing is known: the flow and the field are named', (country, why) => {
    const { notices } = matchCity(smallCity({ east: { country } }), { k: 20 });
    expect(notices).toMatchObject([{ code: 'no_grid_factor', flowId: 'demand' }]);
    expect(notices[0]?.text).toContain('sites.country');
    expect(notices[0]?.text).toContain(why);
  });

  test('a supplier in Norway whose flow a converter can take, because that stands at its site; not one whose flow none takes', () => {
    const { notices } = matchCity(smallCity({ west: { country: 'NO' } }), { k: 20 });
    expect(notices).toMatchObject([{ code: 'no_grid_factor', flowId: 'supply' }]);
    expect(notices[0]?.text).toContain('electricity of converters at its site');
    const hours = { type: 'service.laboratory', quantity: { amount: 9, unit: 'h/a', precision: 'measured' } } as const;
    const flows = [
      { ...wasteHeat, ...hours, quality: {} },
      { ...heatDemand, ...hours, quality: {} },
    ];
    expect(codesOf(smallCity({ flows, west: { country: 'NO' } }))).toEqual([]);
  });

  test('a receiver in Italy, which the mean of the Union stands in for, or in a trade that needs no electricity', () => {
    expect(codesOf(smallCity({ east: { country: 'IT' } }))).toEqual([]);
    const ash = { type: 'material.fly_ash', quantity: { amount: 1, unit: 't/a', precision: 'measured' } } as const;
    const flows = [
      { ...wasteHeat, ...ash, quality: {} },
      { ...heatDemand, ...ash, quality: {} },
    ];
    expect(codesOf(smallCity({ flows, east: { country: null } }))).toEqual([]);
  });

  test('a flow at a site that the city does not have is an error that names both', () => {
    expect(() =>
      matchCity(smallCity({ flows: [flow({ id: 'x', siteId: 'nowhere', direction: 'supply' })] }), { k: 1 }),
    ).toThrow(/flow x.*nowhere/);
  });
});

describe('a what-if flow', () => {
  const city = smallCity({
    flows: [wasteHeat, { ...wasteHeat, id: 'second', quantity: { ...wasteHeat.quantity, amount: 50 } }, heatDemand],
  });

  test('as a supply finds the demands that the city run would find for it', () => {
    const { matches } = matchFlow(city, wasteHeat, { k: 20 });
    expect(matches).toEqual(matchCity(city, { k: 20 }).matches.filter(({ supplyId }) => supplyId === 'supply'));
  });

  test('as a demand ranks its supplies by the same scores that the city run gives the pairs, best first', () => {
    const asked = matchFlow(city, heatDemand, { k: 20 }).matches;
    const scores = matchCity(city, { k: 20 }).matches.map(({ supplyId, score }) => [supplyId, score] as const);
    const bestFirst = scores
      .toSorted(([, a], [, b]) => b - a)
      .map(([supplyId, score], index) => [supplyId, score, index + 1]);
    expect(asked.map(({ supplyId, score, rank }) => [supplyId, score, rank])).toEqual(bestFirst);
    expect(asked).toHaveLength(2);
  });

  test('replaces the flow of the same id, and tells notices of that flow only', () => {
    const dearer: ResourceFlow = { ...heatDemand, quality: { temperature_c: { min: 90, max: null } } };
    expect(matchFlow(city, dearer, { k: 20 })).toMatchObject({ matches: [], notices: [] });
    expect(matchFlow(city, dearer, { k: 20 }).nearMisses).toHaveLength(2);
    const nowhen = matchFlow(city, { ...dearer, availability: { ...always, validTo: '1999-12-31' } }, { k: 20 });
    expect(nowhen.notices).toMatchObject([{ code: 'not_valid_in_year', flowId: 'demand' }]);
  });
});

test('the quick judges reject exactly what the full verdicts reject', () => {
  const degrees = fc.option(fc.integer({ min: 30, max: 90 }), { nil: null });
  const limit = fc.option(fc.integer({ min: 0, max: 12 }), { nil: null });
  const hours = fc.constantFrom(...Object.values(hourPatterns));
  const lot = fc.option(fc.integer({ min: 0, max: 6000 }), { nil: null });
  const codes = fc.constantFrom([], ['100102'], ['170904']);
  const stated = fc.record({ min: degrees, maxDistanceKm: limit, hours, minYearlyAmount: lot, ewc: codes });
  fc.assert(
    fc.property(stated, stated, fc.integer({ min: 0, max: 9 }), (ofSupply, ofDemand, distanceKm) => {
      const flows = [statedAs(wasteHeat, ofSupply), statedAs(heatDemand, ofDemand)];
      const pair = onlyPair({ flows, distanceKm });
      const desk = new PermitDesk('2024-12-31');
      const rejecting = judgePair(pair, desk.assess(pair)).filter(({ result }) => result === 'fail');
      expect(failuresOf(pair, desk)).toEqual(rejecting.map(({ judge }) => judge));
    }),
  );
});

interface Stated {
  readonly min: number | null;
  readonly maxDistanceKm: number | null;
  readonly hours: readonly boolean[];
  readonly minYearlyAmount: number | null;
  readonly ewc: readonly string[];
}

function statedAs(flowBefore: ResourceFlow, { min, maxDistanceKm, hours, minYearlyAmount, ewc }: Stated): ResourceFlow {
  return {
    ...flowBefore,
    quality: { temperature_c: { min, max: null } },
    availability: { ...always, hours },
    limits: { maxDistanceKm, minYearlyAmount },
    codes: { ewc, cpa: null, hs: null },
  };
}

test('common hours are those of the domain, to the last bit', () => {
  const week = fc.array(fc.boolean(), { minLength: 168, maxLength: 168 });
  const months = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 });
  const stated = fc.record({ hours: week, months, validFrom: fc.constant(null), validTo: fc.constant(null) });
  fc.assert(
    fc.property(stated, stated, fc.integer({ min: 2000, max: 2030 }), (a, b, year) => {
      const calendar = new Calendar(year);
      expect(calendar.commonHours(calendar.runTimes(a), calendar.runTimes(b))).toBe(commonHours(a, b, year));
    }),
  );
});

test('the k best do not depend on the order in which they are offered', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string()), fc.integer({ min: 1, max: 8 }), (words, k) => {
      const kept = (offered: readonly string[]) => {
        const best = new TopK<string>(k, byId);
        for (const word of offered) best.offer(word);
        return best.items();
      };
      expect(kept(words)).toEqual(words.toSorted(byId).slice(0, k));
      expect(kept(words.toReversed())).toEqual(kept(words));
    }),
  );
});

// Exactly at a limit, just beyond it, and from the other side: where a judge would first be wrong.
import { always, hourPatterns } from '@crg/domain/availability';
import type { Interval } from '@crg/domain/flow';
import { resourceType } from '@crg/domain/taxonomy';
import { describe, expect, test } from 'vitest';
import { indexOfCity } from '../../src/city-index.ts';
import { judgeDistance } from '../../src/judges/distance.ts';
import { failuresOf } from '../../src/judges/judge-pair.ts';
import { judgePermit } from '../../src/judges/permit.ts';
import { judgeQuality } from '../../src/judges/quality.ts';
import { judgeQuantity } from '../../src/judges/quantity.ts';
import { judgeTime } from '../../src/judges/time.ts';
import { matchCity } from '../../src/match-city.ts';
import { pairOf } from '../../src/pair.ts';
import { PermitDesk } from '../../src/permit/permit-desk.ts';
import { flow, heatDemand, onlyPair, smallCity, wasteHeat } from '../small-city.ts';

const atLeast = (min: number): Interval => ({ min, max: null });
const atMost = (max: number): Interval => ({ min: null, max });
const between = (min: number, max: number): Interval => ({ min, max });

/** A pair of one type over one metre, with one quality on each side. */
function pairWith(type: string, unit: string, parameter: string, given: Interval, taken: Interval, distanceKm = 0.001) {
  const quantity = { amount: 100, unit, precision: 'measured' } as const;
  const side = (id: string, siteId: string, direction: 'supply' | 'demand', interval: Interval) =>
    flow({ id, siteId, direction, type, quantity, quality: { [parameter]: interval } });
  return onlyPair({
    flows: [side('s', 'west', 'supply', given), side('d', 'east', 'demand', taken)],
    distanceKm,
  });
}

function verdictOn(pair: ReturnType<typeof onlyPair>, parameter: string) {
  return judgeQuality(
    pair,
    pair.demand.type.parameters.findIndex(({ id }) => id === parameter),
  );
}

describe('distance', () => {
  const { distanceKm } = onlyPair();
  const upTo = (maxDistanceKm: number) => ({ limits: { maxDistanceKm, minYearlyAmount: null } });

  test('a receiver exactly as far away as the limit says is near enough', () => {
    const at = (limit: number) => judgeDistance(onlyPair({ flows: [{ ...wasteHeat, ...upTo(limit) }, heatDemand] }));
    expect(at(distanceKm).result).toBe('pass');
    expect(at(distanceKm - 1e-9).result).toBe('fail');
  });

  test('a limit that the receiver alone states is a limit the flows state', () => {
    expect(judgeDistance(onlyPair({ flows: [wasteHeat, { ...heatDemand, ...upTo(3) }] })).text).toContain(
      'the limit the flows state (3 km)',
    );
    expect(judgeDistance(onlyPair()).text).toContain('the reach of');
  });
});

describe('quality', () => {
  test('cold water of 6 °C with 2 K in between cools what needs 8 °C, and not what needs 7.9 °C', () => {
    const cold = (asked: number) =>
      verdictOn(pairWith('cooling.chilled_water', 'kW', 'temperature_c', atMost(6), atMost(asked)), 'temperature_c');
    const allowance = allowanceOf('cooling.chilled_water', 'temperature_c');
    expect(allowance).toBe(2);
    expect(cold(6 + allowance + 0.1).result).toBe('pass');
    expect(cold(6 + allowance - 0.1).result).toBe('fail');
    expect(cold(6).result).toBe('fail');
  });

  test('cold water warms on the way: it arrives above 6 °C, and the more so the farther', () => {
    const arriving = (km: number) =>
      verdictOn(pairWith('cooling.chilled_water', 'kW', 'temperature_c', atMost(6), atMost(12), km), 'temperature_c')
        .value ?? 0;
    expect(arriving(1)).toBeGreaterThan(6);
    expect(arriving(2)).toBeGreaterThan(arriving(1));
    // Towards the 10 °C of the ground, never beyond.
    expect(arriving(2)).toBeLessThan(10);
  });

  test('wet gypsum of 12 % is too wet for 11.9 % and dry enough for 12 %', () => {
    const wet = (taken: number) =>
      verdictOn(pairWith('material.gypsum', 't/a', 'moisture_percent', atMost(12), atMost(taken)), 'moisture_percent');
    expect(wet(12)).toMatchObject({ result: 'pass', value: 12, limit: 12 });
    expect(wet(11.9).result).toBe('fail');
  });

  test('water of pH 9 to 10 is too alkaline for 6 to 8, and of 4 to 5 too sour; of 8 to 9 it just meets', () => {
    const ph = (given: Interval) => verdictOn(pairWith('water.process', 'm3/h', 'ph', given, between(6, 8)), 'ph');
    expect(ph(between(9, 10))).toMatchObject({ result: 'fail', value: 9, limit: 8 });
    expect(ph(between(4, 5))).toMatchObject({ result: 'fail', value: 5, limit: 6 });
    expect(ph(between(8, 9)).result).toBe('pass');
    expect(ph(between(5, 6)).result).toBe('pass');
  });
});

test('a pair exactly at a limit that nothing mends is still found in the city, and just beyond it is not', () => {
  const slag = (given: number, taken: number) => {
    const { supply, demand } = pairWith('material.slag', 't/a', 'glass_percent', atLeast(given), atLeast(taken));
    return matchCity(smallCity({ flows: [supply.flow, demand.flow], distanceKm: 0.001 }), { k: 5 });
  };
  expect(slag(90, 90).matches).toHaveLength(1);
  expect(slag(90, 90.1).matches).toEqual([]);
  expect(slag(90, 90.1).nearMisses).toEqual([]);
});

describe('time and quantity', () => {
  test('where both sides state a lot, 4,380 MWh/a have to do for the larger one', () => {
    const lots = (ofSupply: number, ofDemand: number) =>
      judgeQuantity(
        onlyPair({
          flows: [
            { ...wasteHeat, limits: { maxDistanceKm: null, minYearlyAmount: ofSupply } },
            { ...heatDemand, limits: { maxDistanceKm: null, minYearlyAmount: ofDemand } },
          ],
        }),
      );
    expect(lots(4000, 4380)).toMatchObject({ result: 'pass', limit: 4380 });
    expect(lots(4000, 5000)).toMatchObject({ result: 'fail', limit: 5000 });
    expect(lots(5000, 4000)).toMatchObject({ result: 'fail', limit: 5000 });
  });

  test('a supply that ends on the day on which the demand begins shares that day', () => {
    const until = { ...wasteHeat, availability: { ...always, validTo: '2023-06-30' } };
    const from = (validFrom: string) => ({ ...heatDemand, availability: { ...always, validFrom } });
    expect(judgeTime(onlyPair({ flows: [until, from('2023-06-30')] })).result).toBe('pass');
    expect(judgeTime(onlyPair({ flows: [until, from('2023-07-01')] })).result).toBe('fail');
  });

  test('500 kW all year and 800 kW on weekdays 08-17 have 500 kW in 45 x 365 / 7 h in common: 1,173.2 MWh/a', () => {
    const officeHours = { ...always, hours: hourPatterns.weekdays_08_17 };
    const day = { ...heatDemand, quantity: { ...heatDemand.quantity, amount: 800 }, availability: officeHours };
    expect(judgeQuantity(onlyPair({ flows: [wasteHeat, day] })).value).toBeCloseTo((0.5 * 45 * 365) / 7, 6);
  });
});

describe('permit', () => {
  /** One for every city: it knows flows by the numbers that the city gives to those that look alike. */
  const newDesk = () => new PermitDesk('2023-12-31');
  const poison = (ewc: string) => ({
    type: 'material.fly_ash',
    quantity: { amount: 1000, unit: 't/a', precision: 'measured' } as const,
    codes: { ewc: [ewc], cpa: null, hs: null },
  });
  const toFarm = (ewc: string) =>
    onlyPair({
      flows: [
        flow({ id: 's', siteId: 'west', direction: 'supply', ...poison(ewc) }),
        flow({ id: 'd', siteId: 'east', direction: 'demand', ...poison(ewc) }),
      ],
      eastNace: ['01.11'],
    });

  test('hazardous ash (10 01 04*) is not brought to a farm: the permit alone rejects the pair', () => {
    const pair = toFarm('100104');
    expect(judgePermit(newDesk().assess(pair))).toMatchObject({ result: 'fail', permit: 'prohibited' });
    expect(failuresOf(pair, newDesk())).toEqual(['permit']);
  });

  test('ash whose papers nobody has stated is not decided: it stays, and is not passed', () => {
    const pair = toFarm('100102');
    expect(judgePermit(newDesk().assess(pair))).toMatchObject({ result: 'unknown', permit: 'unknown' });
    expect(failuresOf(pair, newDesk())).toEqual([]);
  });

  test('two pairs of the same kinds of flows are told apart by their sites: one needs no right of way', () => {
    const index = indexOfCity(
      smallCity({ flows: [wasteHeat, heatDemand, { ...heatDemand, id: 'next door', siteId: 'west' }] }),
    );
    const [supply, beyond, within] = ['supply', 'demand', 'next door'].map((id) => index.get(id));
    if (!supply || !beyond || !within) throw new Error('expected three flows that take part');
    const desk = newDesk();
    const heatRule = (demand: typeof beyond) =>
      desk.assess(pairOf(supply, demand, index)).rulings.find(({ rule }) => rule === 'HE-1')?.outcome;
    expect([heatRule(within), heatRule(beyond), heatRule(within)]).toEqual(['allowed', 'needs_permit', 'allowed']);
  });
});

function allowanceOf(type: string, id: string): number {
  const { parameters } = resourceType(type);
  return parameters.find((parameter) => parameter.id === id)?.allowance ?? Number.NaN;
}

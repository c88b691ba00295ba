// One worked example per judge, and the rules that hold for all of them.
import { always, hourPatterns } from '@crg/domain/availability';
import { describe, expect, test } from 'vitest';
import { judgeDistance } from '../../src/judges/distance.ts';
import { judgePair } from '../../src/judges/judge-pair.ts';
import { judgePermit } from '../../src/judges/permit.ts';
import { judgeQuality } from '../../src/judges/quality.ts';
import { judgeQuantity } from '../../src/judges/quantity.ts';
import { judgeTime } from '../../src/judges/time.ts';
import { judgeType } from '../../src/judges/type.ts';
import { PermitDesk } from '../../src/permit/permit-desk.ts';
import { flow, heatDemand, onlyPair, wasteHeat } from '../small-city.ts';

describe('type', () => {
  test('hot water serves a demand for hot water', () => {
    expect(judgeType(onlyPair())).toMatchObject({ judge: 'type', result: 'pass' });
  });

  test('steam serves a demand for hot water directly, hot water does not serve a demand for steam', () => {
    const steam = { ...wasteHeat, type: 'heat.steam' };
    expect(judgeType(onlyPair({ flows: [steam, heatDemand] })).result).toBe('pass');
    const wanted = { ...heatDemand, type: 'heat.steam' };
    expect(judgeType(onlyPair({ flows: [wasteHeat, wanted] })).result).toBe('fail');
  });

  test.each([
    [['100102'], ['100102', '100101'], 'pass'],
    [['100102'], ['170904'], 'fail'],
    [['100102'], [], 'pass'],
    [[], ['170904'], 'pass'],
  ])('ash of code %j offered to a taker of %j: %s', (given, taken, result) => {
    const ash = { type: 'material.fly_ash', quantity: { amount: 1000, unit: 't/a', precision: 'measured' } } as const;
    const supply = flow({
      id: 's',
      siteId: 'west',
      direction: 'supply',
      ...ash,
      codes: { ewc: given, cpa: null, hs: null },
    });
    const demand = flow({
      id: 'd',
      siteId: 'east',
      direction: 'demand',
      ...ash,
      codes: { ewc: taken, cpa: null, hs: null },
    });
    expect(judgeType(onlyPair({ flows: [supply, demand] })).result).toBe(result);
  });
});

describe('distance', () => {
  test('1 km is within the 5 km reach of hot water, 6 km is beyond it', () => {
    expect(judgeDistance(onlyPair())).toMatchObject({ result: 'pass', limit: 5, unit: 'km' });
    expect(judgeDistance(onlyPair()).value).toBeCloseTo(1, 6);
    expect(judgeDistance(onlyPair({ distanceKm: 6 })).result).toBe('fail');
  });

  test('a stated limit replaces the reach, also a larger one; of two the smaller counts', () => {
    const limited = (stated: typeof wasteHeat, maxDistanceKm: number) => ({
      ...stated,
      limits: { ...stated.limits, maxDistanceKm },
    });
    expect(judgeDistance(onlyPair({ flows: [limited(wasteHeat, 10), heatDemand], distanceKm: 6 })).result).toBe('pass');
    const both = onlyPair({ flows: [limited(wasteHeat, 10), limited(heatDemand, 5.9)], distanceKm: 6 });
    expect(judgeDistance(both)).toMatchObject({ result: 'fail', limit: 5.9 });
  });

  test('where neither states a limit, the smaller reach of both types counts: 3 km for steam into hot water', () => {
    expect(judgeDistance(onlyPair({ flows: [{ ...wasteHeat, type: 'heat.steam' }, heatDemand] })).limit).toBe(3);
  });
});

describe('quality', () => {
  const temperatures = (min: number, wanted: number) =>
    onlyPair({
      flows: [
        { ...wasteHeat, quality: { temperature_c: { min, max: null } } },
        { ...heatDemand, quality: { temperature_c: { min: wanted, max: null } } },
      ],
      distanceKm: 0,
    });

  test('75 °C serves 70 °C with 5 K approach exactly, and 70.1 °C no more', () => {
    expect(judgeQuality(temperatures(75, 70), 0)).toMatchObject({
      judge: 'quality.temperature_c',
      result: 'pass',
      value: 75,
      limit: 75,
      unit: 'Cel',
    });
    expect(judgeQuality(temperatures(75, 70.1), 0).result).toBe('fail');
  });

  test('the loss of a kilometre of pipe counts: 75 °C that would just do at the gate no longer does', () => {
    const flows = [wasteHeat, { ...heatDemand, quality: { temperature_c: { min: 70, max: null } } }];
    const verdict = judgeQuality(onlyPair({ flows, distanceKm: 1 }), 0);
    // 500 kW at 30 K are 3.978 kg/s in DN 80 (0.216 W/mK): 65 K x (1 - exp(-0.216 x 1270 / (3.978 x 4190))) = 1.06 K.
    expect(verdict.result).toBe('fail');
    expect(verdict.value).toBeCloseTo(75 - 1.06, 2);
    expect(verdict.text).toContain('lost on the way');
  });

  test('a temperature that only one side states is unknown and rejects nothing', () => {
    const verdict = judgeQuality(onlyPair({ flows: [{ ...wasteHeat, quality: {} }, heatDemand] }), 0);
    expect(verdict).toMatchObject({ result: 'unknown', value: null, limit: 60 });
  });

  test.each([
    [{ min: 6, max: 7 }, { min: 7, max: 9 }, 'pass'],
    [{ min: 6, max: 6.9 }, { min: 7, max: 9 }, 'fail'],
    [{ min: 6, max: null }, { min: 7, max: 9 }, 'pass'],
    [{ min: null, max: null }, { min: 7, max: 9 }, 'unknown'],
  ])('a pH of %j offered where %j is taken: %s', (offered, taken, result) => {
    const water = { type: 'water.process', quantity: { amount: 10, unit: 'm3/h', precision: 'measured' } } as const;
    const supply = flow({ id: 's', siteId: 'west', direction: 'supply', ...water, quality: { ph: offered } });
    const demand = flow({ id: 'd', siteId: 'east', direction: 'demand', ...water, quality: { ph: taken } });
    const pair = onlyPair({ flows: [supply, demand] });
    const index = pair.demand.type.parameters.findIndex(({ id }) => id === 'ph');
    expect(judgeQuality(pair, index).result).toBe(result);
  });
});

describe('time', () => {
  const during = (stated: typeof wasteHeat, changes: Partial<typeof always>) => ({
    ...stated,
    availability: { ...always, ...changes },
  });

  test('weekdays 06-22 and weekdays 08-17 meet in 45 hours a week: 45 x 365 / 7 = 2,346 h/a', () => {
    const flows = [
      during(wasteHeat, { hours: hourPatterns.weekdays_06_22 }),
      during(heatDemand, { hours: hourPatterns.weekdays_08_17 }),
    ];
    const verdict = judgeTime(onlyPair({ flows }));
    expect(verdict).toMatchObject({ result: 'pass', limit: 0, unit: 'h/a' });
    expect(verdict.value).toBeCloseTo(2346.43, 2);
  });

  test('E8.1: 50 common hours a week from October to March are 1,300 hours', () => {
    const winter = [0, 1, 2, 9, 10, 11];
    const daily = (from: number, to: number) =>
      always.hours.map((_, hour) => hour < 120 && hour % 24 >= from && hour % 24 < to);
    const months = always.months.map((_, month) => winter.includes(month));
    const flows = [during(wasteHeat, { hours: daily(6, 22) }), during(heatDemand, { hours: daily(8, 18), months })];
    const pair = onlyPair({ flows });
    expect(judgeTime(pair).value).toBeCloseTo(1300, 9);
    expect(judgeQuantity(pair).value).toBeCloseTo(650, 9);
  });

  test('nights and office hours never meet', () => {
    const flows = [
      during(wasteHeat, { hours: hourPatterns.nights_22_06 }),
      during(heatDemand, { hours: hourPatterns.weekdays_08_17 }),
    ];
    expect(judgeTime(onlyPair({ flows }))).toMatchObject({ result: 'fail', value: 0 });
  });

  test('a supply that ends in June and a demand that starts in July share no day', () => {
    const flows = [during(wasteHeat, { validTo: '2023-06-30' }), during(heatDemand, { validFrom: '2023-07-01' })];
    expect(judgeTime(onlyPair({ flows })).result).toBe('fail');
  });
});

describe('quantity', () => {
  test('500 kW all year are 4,380 MWh/a: enough for a lot of 4,380, not for 4,381', () => {
    const lot = (minYearlyAmount: number) =>
      onlyPair({ flows: [wasteHeat, { ...heatDemand, limits: { maxDistanceKm: null, minYearlyAmount } }] });
    expect(judgeQuantity(lot(4380))).toMatchObject({ result: 'pass', value: 4380, limit: 4380, unit: 'MWh/a' });
    expect(judgeQuantity(lot(4381)).result).toBe('fail');
  });

  test('a yearly amount that is taken whole meets a minimum lot of the same size, whatever rounding its rate needs', () => {
    for (const amount of [1000, 1234.5, 7777.7]) {
      const quantity = { amount, unit: 't/a', precision: 'measured' } as const;
      const limits = { maxDistanceKm: null, minYearlyAmount: amount };
      const supply = flow({ id: 's', siteId: 'west', direction: 'supply', type: 'material.gypsum', quantity });
      const demand = flow({
        id: 'd',
        siteId: 'east',
        direction: 'demand',
        type: 'material.gypsum',
        quantity: { ...quantity, amount: amount * 2 },
        limits,
      });
      expect(judgeQuantity(onlyPair({ flows: [supply, demand] })).result).toBe('pass');
    }
  });
});

test('permit: a heat pipe between two sites needs a permit, which passes', () => {
  const verdict = judgePermit(new PermitDesk('2024-12-31').assess(onlyPair()));
  expect(verdict).toMatchObject({ judge: 'permit', result: 'pass', permit: 'needs_permit' });
  expect(verdict.rules?.[0]).toMatchObject({ rule: 'HE-1', version: 4 });
});

test('every pair is judged in the fixed order, visibility last', () => {
  const pair = onlyPair();
  const order = judgePair(pair, new PermitDesk('2024-12-31').assess(pair)).map(({ judge }) => judge);
  expect(order).toEqual(['type', 'distance', 'quality.temperature_c', 'time', 'quantity', 'permit', 'visibility']);
});

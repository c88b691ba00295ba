// Near misses: what is proposed, what it costs, and that it really makes the pair fit.
import { always } from '@crg/domain/availability';
import type { ResourceFlow } from '@crg/domain/flow';
import { matchCity } from '@crg/engine/match-city';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coefficientOfPerformance } from '../../src/formulas/heat-pump.ts';
import { storeWeek } from '../../src/formulas/time.ts';
import { heatDemand, smallCity, wasteHeat } from '../small-city.ts';

const wanting = (min: number): ResourceFlow => ({ ...heatDemand, quality: { temperature_c: { min, max: null } } });
const offering = (min: number): ResourceFlow => ({ ...wasteHeat, quality: { temperature_c: { min, max: null } } });

const nearMissesOf = (flows: readonly ResourceFlow[], distanceKm = 1) =>
  matchCity(smallCity({ flows, distanceKm }), { k: 5 }).nearMisses;

describe('heat pump', () => {
  test('E1.11: source 40 to 30 °C, sink 60 to 80 °C: COP 4.420', () => {
    expect(coefficientOfPerformance({ sourceC: 40, outletC: 80, grade: 0.45 })).toBeCloseTo(4.42, 3);
  });

  test('40 °C for a demand of 75 °C over no distance is lifted by 40 K, and costs electricity and an annuity', () => {
    const [miss] = nearMissesOf([offering(40), wanting(75)], 0);
    expect(miss).toMatchObject({ supplyId: 'supply', demandId: 'demand', failed: ['quality.temperature_c'] });
    expect(miss?.changes).toHaveLength(1);
    expect(miss?.changes[0]).toMatchObject({ kind: 'heat_pump', detail: 'lift 40 K to 80 °C, COP 4.42' });
    // 4,380 MWh/a / 4.420 x 120 EUR/MWh + 500 kW x 800 EUR/kW x 0.14903.
    const cost =
      (4380 / coefficientOfPerformance({ sourceC: 40, outletC: 80, grade: 0.45 })) * 120 + 500 * 800 * 0.149_029_5;
    expect(miss?.changes[0]?.costEurPerYear).toBeCloseTo(cost, 0);
  });

  test('no pump lifts by more than 95 K or above 160 °C', () => {
    expect(nearMissesOf([offering(5), wanting(96)], 0)).toEqual([]);
    expect(nearMissesOf([offering(100), wanting(156)], 0)).toEqual([]);
    expect(nearMissesOf([offering(100), wanting(155)], 0)).toHaveLength(1);
  });

  test('a demand that is too hot and too far needs both: a longer way and a pump that covers its loss; a third fault is too many', () => {
    const [miss] = nearMissesOf([offering(40), wanting(75)], 5.98);
    expect(miss?.failed).toEqual(['distance', 'quality.temperature_c']);
    expect(miss?.changes.map(({ kind }) => kind)).toEqual(['distance', 'heat_pump']);
    const inWinter = { ...wanting(75).availability, months: always.months.map((_, month) => month < 3) };
    const inSummer = { ...wanting(75).availability, months: always.months.map((_, month) => month > 5) };
    const apart = [
      { ...offering(40), availability: inWinter },
      { ...wanting(75), availability: inSummer },
    ];
    expect(nearMissesOf(apart, 5.98)).toEqual([]);
  });
});

describe('distance', () => {
  test('6 km of 5 km: both sides would have to accept 6 km; at 11 km nobody is told anything', () => {
    const [miss] = nearMissesOf([wasteHeat, heatDemand], 5.98);
    expect(miss?.failed).toEqual(['distance']);
    expect(miss?.changes[0]).toMatchObject({ kind: 'distance', detail: 'both sides accept 6 km instead of 5 km' });
    expect(miss?.changes[0]?.costEurPerYear).toBeGreaterThan(0);
    expect(nearMissesOf([wasteHeat, heatDemand], 11)).toEqual([]);
  });
});

test('a supply of the first half of the year and a demand of the second meet when one of them runs a month earlier', () => {
  const months = (runs: (month: number) => boolean) => ({
    ...always,
    months: always.months.map((_, month) => runs(month)),
  });
  const [miss] = nearMissesOf([
    { ...wasteHeat, availability: months((month) => month < 6) },
    { ...heatDemand, availability: months((month) => month >= 6) },
  ]);
  expect(miss?.failed).toEqual(['time']);
  // From July to December to June to November: 720 h of June at 15 EUR/h. The supply would have to work in July, 744 h.
  expect(miss?.changes).toMatchObject([
    { kind: 'other_hours', detail: 'the demand runs 1 month earlier', judge: 'time', paidBy: 'receiver' },
  ]);
  expect(miss?.changes[0]?.costEurPerYear).toBeCloseTo(720 * 15, 6);
});

test('heat of the mornings for the afternoons goes through a tank that holds half a day, and one a little smaller would overflow', () => {
  const daily = (runs: (hour: number) => boolean) => ({ ...always, hours: always.hours.map((_, at) => runs(at % 24)) });
  const quantity = { amount: 100, unit: 'kW', precision: 'measured' } as const;
  const flows = [
    { ...wasteHeat, quantity, availability: daily((hour) => hour < 12) },
    { ...heatDemand, quantity, availability: daily((hour) => hour >= 12) },
  ];
  const [miss] = nearMissesOf(flows, 0);
  // 100 kW x 12 h = 1,200 kWh; a m3 holds 975 kg x 4.19 kJ/kg K x 30 K / 3600 = 34.04 kWh: 35.249 m3.
  expect(miss?.changes).toMatchObject([{ kind: 'buffer_store', judge: 'time', paidBy: 'both' }]);
  expect(miss?.changes[0]?.detail).toContain('a tank of 35.2 m3');
  // 100 m3 cost 600 EUR/m3, smaller tanks more by the power of 0.7; annuity 0.14903 and 1 % of upkeep.
  expect(miss?.changes[0]?.costEurPerYear).toBeCloseTo(60_000 * 0.352_488 ** 0.7 * 0.159_03, -1);
  const week = (runs: (hour: number) => boolean) => always.hours.map((_, at) => (runs(at % 24) ? 100 : 0));
  const store = {
    surplusKwh: week((hour) => hour < 12),
    deficitKwh: week((hour) => hour >= 12),
    lossPerHour: 0,
  };
  expect(storeWeek({ ...store, capacityKwh: 1200 })).toMatchObject({ spilledKwh: 0, unservedKwh: 0 });
  expect(storeWeek({ ...store, capacityKwh: 1188 }).spilledKwh).toBeCloseTo(7 * 12, 6);
});

test('at most five per supply, the cheapest first, then by demand id', () => {
  const demands = Array.from({ length: 8 }, (_, index) => ({ ...wanting(index < 4 ? 80 : 90), id: `d${7 - index}` }));
  const misses = nearMissesOf([offering(40), ...demands], 0);
  expect(misses.map(({ demandId }) => demandId)).toEqual(['d4', 'd5', 'd6', 'd7', 'd0']);
});

test('making the change that a near miss names makes the pair a match', () => {
  const degrees = fc.integer({ min: -2000, max: 17_000 }).map((hundredths) => hundredths / 100);
  const rate = fc.integer({ min: 1, max: 30_000 });
  fc.assert(
    fc.property(
      degrees,
      degrees,
      rate,
      fc.integer({ min: 0, max: 10_000 }).map((metres) => metres / 1000),
      (offered, wanted, amount, distanceKm) => {
        const quantity = { amount, unit: 'kW', precision: 'measured' } as const;
        const flows = [
          { ...offering(offered), quantity },
          { ...wanting(wanted), quantity },
        ];
        for (const { failed, changes } of nearMissesOf(flows, distanceKm)) {
          expect(failed).toHaveLength(changes.length);
          const changed = flows.map((stated) => changes.reduce(applied, stated));
          expect(matchCity(smallCity({ flows: changed, distanceKm }), { k: 1 }).matches).toHaveLength(1);
        }
      },
    ),
    { numRuns: 300 },
  );
});

/** Does what the sentence says, by its words alone. */
function applied(stated: ResourceFlow, change: { kind: string; detail: string }): ResourceFlow {
  if (change.kind === 'distance') {
    const maxDistanceKm = Number(/accept ([\d.]+) km/.exec(change.detail)?.[1]);
    return { ...stated, limits: { ...stated.limits, maxDistanceKm } };
  }
  if (stated.direction === 'demand') return stated;
  const min = Number(/to (-?[\d.]+) °C/.exec(change.detail)?.[1]);
  return { ...stated, quality: { temperature_c: { min, max: null } } };
}

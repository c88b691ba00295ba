// The second judge against numbers worked by hand, so that two implementations cannot agree on the same mistake.
import { describe, expect, test } from 'vitest';
import type { StatedCity, StatedFlow, StatedSite } from './random-city.ts';
import { secondOpinion, separationKm } from './second-judge.ts';

const always = { hours: '1'.repeat(168), months: '1'.repeat(12), validFrom: null, validTo: null };
const office = '000000001111111111000000';
const shift = '000000111111111111111100';

function site(id: string, longitude: number, latitude: number): StatedSite {
  return { id, organizationId: `owner of ${id}`, longitude, latitude };
}

function flow(direction: 'supply' | 'demand', changes: Partial<StatedFlow>): StatedFlow {
  return {
    ...always,
    id: direction,
    siteId: direction === 'supply' ? 'here' : 'there',
    direction,
    type: 'heat.hot_water',
    amount: 500,
    unit: 'kW',
    precision: 'measured',
    quality: {},
    ewc: [],
    skills: [],
    price: null,
    maxDistanceKm: null,
    minYearlyAmount: null,
    ...changes,
  };
}

function opinion(supply: Partial<StatedFlow>, demand: Partial<StatedFlow>, kilometresApart = 0.5) {
  const flows = [flow('supply', supply), flow('demand', demand)] as const;
  const sites = [site('here', 11, 0), site('there', 11 + kilometresApart / 111.3195, 0)];
  const city: StatedCity = { year: 2018, organizations: [], sites, flows };
  return secondOpinion(city, flows[0], flows[1]);
}

describe('The second judge', () => {
  test('measures 93.087 km from Kalundborg to Copenhagen and 3,359.52 m across Kalundborg', () => {
    const town = site('town', 11.0886, 55.6814);
    expect(separationKm(town, site('capital', 12.5683, 55.6761))).toBeCloseTo(93.087, 3);
    expect(separationKm(town, site('field', 11.1286, 55.7014))).toBeCloseTo(3.35952, 5);
  });

  test('sees no edge of the map: 180° west is 180° east, and every longitude meets at the pole', () => {
    expect(separationKm(site('a', 180, 10), site('b', -180, 10))).toBeCloseTo(0, 9);
    expect(separationKm(site('a', 20, 90), site('b', -160, 90))).toBeCloseTo(0, 9);
  });

  test('counts 1,300 hours between two shifts from October to March, and 650 MWh at 500 kW', () => {
    const weekdays = (day: string) => day.repeat(5) + '0'.repeat(48);
    const season = { months: '111000000111' };
    const both = opinion({ hours: weekdays(shift) }, { hours: weekdays(office), ...season, amount: 1, unit: 'MW' });
    expect(both.commonHours).toBeCloseTo(1300, 9);
    expect(both.commonAmount).toBeCloseTo(650, 9);
  });

  test('spreads 1,300 t a year over the 1,300 hours it runs in', () => {
    const season = { months: '111000000111', hours: office.repeat(5) + '0'.repeat(48) };
    const ash = { type: 'material.fly_ash', unit: 't/a', amount: 1300 };
    expect(opinion({ ...ash, ...season }, { ...ash, unit: 't/h', amount: 0.25 }).commonAmount).toBeCloseTo(325, 9);
  });

  test('refuses 75 °C minus 5 K for 71 °C and accepts it for 70 °C next door', () => {
    const supply = { quality: { temperature_c: { min: 75, max: 80 } } };
    const asks = (min: number) => opinion(supply, { quality: { temperature_c: { min, max: null } } }, 0).feasible;
    expect([asks(71), asks(70)]).toEqual(['no', 'yes']);
  });

  test('holds the smaller stated limit against the reach of both types', () => {
    expect(opinion({}, {}, 5.1).failed).toEqual(['distance']);
    expect(opinion({ maxDistanceKm: 6 }, {}, 5.1).failed).toEqual([]);
    expect(opinion({ maxDistanceKm: 6 }, { maxDistanceKm: 5 }, 5.1).failed).toEqual(['distance']);
    expect(opinion({ type: 'heat.steam' }, {}, 3.1).failed).toEqual(['distance']);
  });

  test('asks of a workshop every skill that the work needs, and nothing of one that names none', () => {
    const work = { type: 'service.maintenance', amount: 100, unit: 'h/a' } as const;
    const answer = (has: string[], needs: string[]) =>
      opinion({ ...work, skills: has }, { ...work, skills: needs }, 5).failed;
    expect(answer(['atex', 'welding_en_iso_9606'], ['atex'])).toEqual([]);
    expect(answer(['atex'], ['atex', 'welding_en_iso_9606'])).toEqual(['skills']);
    expect([answer([], ['atex']), answer(['atex'], [])]).toEqual([[], []]);
  });

  test('refuses a source that counts on 60 °C back for a network that brings back 56 °C: 60 - 5 < 56', () => {
    const answer = (from: number, back: number) =>
      opinion(
        { quality: { return_temperature_c: { min: from, max: null } } },
        { quality: { return_temperature_c: { min: back, max: null } } },
      ).failed;
    expect(answer(60, 56)).toEqual(['quality.return_temperature_c']);
    expect(answer(60, 55)).toEqual([]);
  });

  test('leaves open what a pipe takes of the last tenth of a pressure: 6 bar surely serve 5.39 bar two kilometres away, and 6 next door', () => {
    const gas = { type: 'gas.co2', amount: 500, unit: 'm3/h' } as const;
    const answer = (asked: number, kilometres: number) =>
      opinion(
        { ...gas, quality: { pressure_bar: { min: 6, max: null } } },
        { ...gas, quality: { pressure_bar: { min: asked, max: null } } },
        kilometres,
      ).feasible;
    expect([answer(5.39, 2), answer(5.5, 2), answer(6.1, 2), answer(6, 0)]).toEqual(['yes', 'borderline', 'no', 'yes']);
  });

  test('lets a supply end on the day a demand begins, and no sooner', () => {
    const demand = { validFrom: '2018-07-01' };
    expect(opinion({ validTo: '2018-07-01' }, demand).failed).toEqual([]);
    expect(opinion({ validTo: '2018-06-30' }, demand).failed).toEqual(['time']);
  });
});

// Services and spare capacity as a maintenance planner signs them: who can do it, how soon, and in which hours.
import { expect, test } from 'vitest';
import { judged, type Side, week, weekdays } from './trade.ts';

const crew = (skills: readonly string[] | undefined, hours: number, side: Side = {}): Side => ({
  ...side,
  ...(skills === undefined ? {} : { skills }),
  quality: { response_h: [null, hours] },
  amount: 400,
});
const call = (supply: Side, demand: Side, distanceKm = 12) =>
  judged({ type: 'service.maintenance', distanceKm, supply, demand });

test('a crew must have every skill that the work needs, in any order, and may have more', () => {
  const work = crew(['welding_en_iso_9606', 'atex'], 8);
  expect(call(crew(['atex', 'scaffolding', 'welding_en_iso_9606'], 4), work).failed).toEqual([]);
  const lacking = call(crew(['atex', 'scaffolding'], 4), work);
  expect(lacking.failed).toEqual(['type']);
  expect(lacking.verdict('type')?.text).toBe(
    'Both sides are of the type Maintenance and workshop. The supply lacks welding en iso 9606 of what the demand needs.',
  );
});

test('a crew that names no skills is not turned away, and the verdict says that nobody knows', () => {
  const unknown = call(crew(undefined, 4), crew(['atex'], 8));
  expect(unknown.failed).toEqual([]);
  expect(unknown.verdict('type')?.text).toContain('The supply states no skills');
  expect(call(crew(['atex'], 4), crew(undefined, 8)).failed).toEqual([]);
});

test('four hours to be there serve a plant that asks for eight, not one that asks for two', () => {
  expect(call(crew(undefined, 4), crew(undefined, 8)).failed).toEqual([]);
  const late = call(crew(undefined, 4), crew(undefined, 2));
  expect(late.failed).toEqual(['quality.response_h']);
  expect(late.verdict('quality.response_h')).toMatchObject({ value: 4, limit: 2, unit: 'h' });
});

test('a night shift cannot use a workshop that is open from 7 to 16; the early shift shares 8 hours a day', () => {
  const open = { availability: { hours: week(weekdays, 7, 16) } };
  const shift = (from: number, to: number) => ({ availability: { hours: week(weekdays, from, to) } });
  expect(call({ ...open, amount: 400 }, { ...shift(0, 6), amount: 400 }).failed).toEqual(['time']);
  // 7 to 15 o'clock on five days: 40 h x 365 / 7 = 2,085.7 h.
  const early = call({ ...open, amount: 400 }, { ...shift(6, 15), amount: 400 });
  expect(early.verdict('time')?.value).toBeCloseTo(2085.714, 3);
});

test('a laboratory that answers in 3 days serves a limit of 5; accreditation is a skill', () => {
  const laboratory = (days: number, skills: readonly string[]): Side => ({
    quality: { turnaround_d: [null, days] },
    amount: 200,
    skills,
  });
  const asked: Side = { quality: { turnaround_d: [null, 5] }, amount: 150, skills: ['iso_17025'] };
  const failed = (supply: Side) => judged({ type: 'service.laboratory', supply, demand: asked }).failed;
  expect(failed(laboratory(3, ['iso_17025', 'icp_ms']))).toEqual([]);
  expect(failed(laboratory(7, ['iso_17025']))).toEqual(['quality.turnaround_d']);
  expect(failed(laboratory(3, ['icp_ms']))).toEqual(['type']);
});

test('400 hours a year spread over the week of a crew reach a plant that wants 100, and not one that wants 500 at least', () => {
  const wanting = (least: number) =>
    call(crew(undefined, 4), { ...crew(undefined, 8), amount: 600, limits: { minYearlyAmount: least } });
  expect(wanting(100).failed).toEqual([]);
  expect(wanting(500).failed).toEqual(['quantity']);
});

test('a crew drives 60 km and no farther, unless both sides say so', () => {
  expect(call(crew(undefined, 4), crew(undefined, 8), 59).failed).toEqual([]);
  expect(call(crew(undefined, 4), crew(undefined, 8), 61).failed).toEqual(['distance']);
  const wider = { limits: { maxDistanceKm: 80 } };
  expect(call(crew(undefined, 4, wider), crew(undefined, 8, wider), 61).failed).toEqual([]);
});

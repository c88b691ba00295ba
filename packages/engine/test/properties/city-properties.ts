// The properties as tests, so that the short and the long run make the same promises.
import { beforeAll, describe, expect, test } from 'vitest';
import { type Property, type Survey, surveyCities } from './city-survey.ts';

/** Registers the tests over `count` cities from seed `first`. */
export function describePropertiesOf(seeds: { readonly first: number; readonly count: number }): void {
  describe(`In ${seeds.count} random cities`, () => {
    let survey: Survey;
    beforeAll(() => {
      survey = surveyCities(seeds);
      const { broken, ...counts } = survey;
      console.info(`random cities: ${JSON.stringify(counts)}`);
    }, 1_800_000);

    const holds = (property: Property) => {
      // The first few are enough to find the cause; the number says how bad it is.
      expect({ count: survey.broken[property].length, first: survey.broken[property].slice(0, 5) }).toEqual({
        count: 0,
        first: [],
      });
    };

    test('enough was judged for the rest to mean something', () => {
      expect(survey.cities).toBe(seeds.count);
      expect(survey.pairsJudged).toBeGreaterThan(40 * seeds.count);
      expect(survey.feasible).toBeGreaterThan(3 * seeds.count);
      expect(survey.borderline).toBeLessThan(0.1 * survey.feasible);
      expect(survey.nearMisses).toBeGreaterThan(0);
      expect(survey.tightened).toBeGreaterThan(4 * seeds.count);
      expect(survey.pairsLostByTightening).toBeGreaterThan(seeds.count / 2);
      expect(Object.keys(survey.feasibleByFamily).length).toBe(11);
      for (const constraint of [
        'organization',
        'type',
        'skills',
        'distance',
        'time',
        'quantity',
        'quality.temperature_c',
        'permit',
      ])
        expect(survey.decidedBy[constraint], constraint).toBeGreaterThan(seeds.count / 100);
    });

    test('no match violates a constraint', () => holds('sound'));
    test('no pair that fits is left out of a list that is not full', () => holds('complete'));
    test('distance, common hours and common quantity are those of the second judge', () => holds('numbers'));
    test('the order of organizations, sites and flows changes nothing', () => holds('shuffled'));
    test('a tighter limit never adds a pair', () => holds('tighter'));
    test('a shorter list is the beginning of a longer one', () => holds('prefix'));
    test('lists are ordered by supply, then score, and ties by demand', () => holds('ordered'));
    test('every flow without a place gets its notice, and no other flow does', () => holds('placed'));
    test('no organization is matched with itself', () => holds('apart'));
    test('a near miss fails every constraint it must fail', () => holds('near_miss'));
  });
}

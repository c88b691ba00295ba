// How many pairs that nearly fit carry a verified change: counted, with what is missing and why.
//
// The goal is 9 of 10, and it is not reached. What is missing most, in both kinds of city: flows far too small for a partner's
// minimum lot whose price nobody knows (only several suppliers together could fill it, and a change is made to one pair), then
// heat, gas, cleaned water and harvests of another season, then what nothing mends (metals, heights and loads of halls,
// permits). Here stands what is reached, so that it is noticed when it falls; the lines that it prints say what is missing.
import { expect, test } from 'vitest';
import { kalundborg } from '../golden/kalundborg.ts';
import { cityOf, randomCity } from '../properties/random-city.ts';
import { randomTown } from './random-town.ts';
import { type NearMissSurvey, shareMended, surveyInWords, surveyNearMisses } from './survey.ts';

test.each([
  { seed: 1, reached: 0.74 },
  { seed: 2, reached: 0.8 },
  { seed: 3, reached: 0.75 },
])('about three in four of the near pairs of town $seed carry a verified change', ({ seed, reached }) => {
  const survey = surveyNearMisses([cityOf(randomTown(seed))]);
  console.info(surveyInWords(`town ${seed}`, survey));
  expect(survey.near).toBeGreaterThan(500);
  expect(survey.twofold).toBeGreaterThan(100);
  expect(survey.kinds.size).toBeGreaterThan(20);
  expect(shareMended(survey)).toBeGreaterThanOrEqual(reached);
  expect(missingIn(survey)).toBe(survey.near - survey.mended);
});

test('of a hundred random cities, whose figures are drawn from all that is possible, it is seven in ten', () => {
  const survey = surveyNearMisses(Array.from({ length: 100 }, (_, seed) => cityOf(randomCity(seed + 1))));
  console.info(surveyInWords('random cities 1 to 100', survey));
  expect(survey.near).toBeGreaterThan(500);
  expect(shareMended(survey)).toBeGreaterThanOrEqual(0.7);
  expect(missingIn(survey)).toBe(survey.near - survey.mended);
});

test('what Kalundborg nearly exchanges is told whole', () => {
  const survey = surveyNearMisses([kalundborg()]);
  console.info(surveyInWords('Kalundborg', survey));
  expect(survey.near).toBeGreaterThan(0);
  expect(missingIn(survey)).toBe(survey.near - survey.mended);
});

function missingIn({ missing }: NearMissSurvey): number {
  return [...missing.values()].flatMap((reasons) => [...reasons.values()]).reduce((sum, times) => sum + times, 0);
}

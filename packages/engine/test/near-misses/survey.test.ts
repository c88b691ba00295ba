// How many pairs that nearly fit carry a verified change: counted, with what is missing and why.
import { expect, test } from 'vitest';
import { kalundborg } from '../golden/kalundborg.ts';
import { cityOf } from '../properties/random-city.ts';
import { randomTown } from './random-town.ts';
import { type NearMissSurvey, shareMended, surveyInWords, surveyNearMisses } from './survey.ts';

test.each([1, 2, 3])('at least 9 of 10 near pairs of town %i carry a verified change', (seed) => {
  const survey = surveyNearMisses(cityOf(randomTown(seed)));
  console.info(surveyInWords(`town ${seed}`, survey));
  expect(survey.near).toBeGreaterThan(500);
  expect(survey.twofold).toBeGreaterThan(100);
  expect(survey.kinds.size).toBeGreaterThan(20);
  expect(shareMended(survey)).toBeGreaterThanOrEqual(0.9);
  expect(missingIn(survey)).toBe(survey.near - survey.mended);
});

test('what Kalundborg nearly exchanges is told whole', () => {
  const survey = surveyNearMisses(kalundborg());
  console.info(surveyInWords('Kalundborg', survey));
  expect(survey.near).toBeGreaterThan(0);
  expect(missingIn(survey)).toBe(survey.near - survey.mended);
});

function missingIn({ missing }: NearMissSurvey): number {
  return [...missing.values()].flatMap((reasons) => [...reasons.values()]).reduce((sum, times) => sum + times, 0);
}

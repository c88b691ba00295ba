import { expect, test } from 'vitest';
import { nameLikeness } from '../../src/check/similar-names.ts';

test.each([
  ['Kalundborg Raffinaderi A/S', 'KALUNDBORG RAFFINADERI', 1],
  ['Gyproc A/S', 'Gyproc', 1],
  ['Müller GmbH', 'Muller', 1],
  ['night', 'nacht', 0.25],
  ['Brewery', 'Refinery', 0.46],
  ['', 'x', 0],
])('%s and %s are %s alike', (one, other, likeness) => {
  expect(nameLikeness(one, other)).toBeCloseTo(likeness, 2);
  expect(nameLikeness(other, one)).toBeCloseTo(likeness, 2);
});

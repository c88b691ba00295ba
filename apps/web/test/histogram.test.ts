import { expect, test } from 'vitest';
import { stopIndex } from '../src/model/histogram.ts';

test('a bound between two stops of a slider keeps every value that it lets pass in sight', () => {
  expect(stopIndex([0, 10, 20], 12, 'from')).toBe(1);
  expect(stopIndex([0, 10, 20], 12, 'to')).toBe(2);
  expect(stopIndex([null, 0, 1_000, null], 500, 'from')).toBe(1);
  expect(stopIndex([null, 0, 1_000, null], 5_000, 'to')).toBe(3);
  expect(stopIndex([null, 0, 1_000, null], null, 'from')).toBe(0);
});

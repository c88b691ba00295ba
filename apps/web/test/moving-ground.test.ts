import { expect, test } from 'vitest';
import { movingShare } from '../src/map/moving-ground.ts';

test('a background that is drawn in time keeps every pixel while the map moves', () => {
  expect(movingShare(0)).toBe(1);
  expect(movingShare(16)).toBe(1);
  expect(movingShare(24)).toBe(1);
});

test('a background four times too slow gives up three of four pixels while the map moves', () => {
  expect(movingShare(64)).toBe(0.5);
});

test('a background is never drawn so coarsely that no coast can be made out', () => {
  expect(movingShare(820)).toBe(0.25);
});

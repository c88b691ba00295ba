// Draws that repeat, spread evenly, and know nothing of each other.
import { expect, test } from 'vitest';
import { hashOf, scoresOf } from '../../../src/economics/uncertainty/random.ts';

const scores = (seed: number, name: string, samples = 2000) => scoresOf({ seed, name, samples });
const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
const correlation = (a: Float64Array, b: Float64Array) =>
  mean(a.map((value, index) => value * (b[index] as number))) /
  Math.sqrt(mean(a.map((v) => v * v)) * mean(b.map((v) => v * v)));

test('the same seed, name and sample give the same score, whatever was drawn before', () => {
  const alone = scores(7, 'price.electricity');
  scores(8, 'price.electricity');
  scores(7, 'grid.DK');
  expect(scores(7, 'price.electricity')).toEqual(alone);
});

test('another seed or another name gives another order', () => {
  expect(scores(8, 'price.electricity')).not.toEqual(scores(7, 'price.electricity'));
  expect(scores(7, 'price.methane')).not.toEqual(scores(7, 'price.electricity'));
});

test.each([1, 2, 3, 100, 1999, 2000, 2048, 2049])('each of %i slices is hit once', (samples) => {
  const sorted = scores(1, 'price.electricity', samples).sort();
  expect(new Set(sorted).size).toBe(samples);
  expect(mean(sorted)).toBeCloseTo(0, 6);
  expect(sorted.filter((score) => score < 0).length).toBe(Math.floor(samples / 2));
});

test('two inputs are as good as independent: over 300 pairs correlations stay as small as chance makes them', () => {
  // 1/sqrt(2000) = 0.0224 is what two random orders have.
  const found = Array.from({ length: 300 }, (_, seed) => correlation(scores(seed, 'one'), scores(seed, 'other')));
  const spread = Math.sqrt(mean(found.map((value) => value ** 2)));
  expect(spread).toBeGreaterThan(0.018);
  expect(spread).toBeLessThan(0.027);
  expect(Math.abs(mean(found))).toBeLessThan(0.005);
});

test('an order is no ramp: neighbours and the number of the sample say nothing about the score', () => {
  const found = Array.from({ length: 100 }, (_, seed) => {
    const drawn = scores(seed, 'quantity');
    return [
      correlation(drawn.slice(1), drawn.slice(0, -1)),
      correlation(
        drawn,
        drawn.map((_, index) => index - 999.5),
      ),
    ];
  });
  for (const which of [0, 1]) {
    const spread = Math.sqrt(mean(found.map((pair) => (pair[which] as number) ** 2)));
    expect(spread).toBeGreaterThan(0.015);
    expect(spread).toBeLessThan(0.03);
  }
});

test('a hash is the same on every machine and changes with one letter', () => {
  expect(hashOf('')).toBe(hashOf(''));
  expect(hashOf('a~b')).not.toBe(hashOf('a~c'));
  expect(new Set(Array.from({ length: 10_000 }, (_, index) => hashOf(`flow-${index}`))).size).toBe(10_000);
  expect(hashOf('supply~demand')).toBeLessThan(2 ** 32);
});

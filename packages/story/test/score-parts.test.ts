import { scoreParts } from '@crg/story/score-parts';
import { expect, test } from 'vitest';

test('the terms of a score add up to it: .25 + .20 + .15 + .071 + .215 - .055 - .05 = .781', () => {
  const parts = scoreParts({
    quality: 1,
    temporal: 1,
    quantity: 1,
    trust: 0.475,
    economic: 0.86,
    transport: 0.547,
    regulatory: 0.5,
  });
  expect(parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(0.7815, 3);
  expect(parts.at(-1)).toMatchObject({ label: 'Permit', points: -0.05 });
});

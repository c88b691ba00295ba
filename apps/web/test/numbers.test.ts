import { euros, figure, hourName, kilometres, quantityText, score, years } from '@crg/story/format';
import { scoreParts } from '@crg/story/score-parts';
import { expect, test } from 'vitest';
import { stopIndex } from '../src/model/histogram.ts';

test('money has three significant digits and a true minus', () => {
  expect([491_234, 3_416_000, -12_400, 0, 870, 10_802_553, 999_600].map(euros)).toEqual([
    '€491k',
    '€3.42 M',
    '−€12.4k',
    '€0',
    '€870',
    '€10.8 M',
    '€1 M',
  ]);
});

test('quantities keep the unit people of the trade use', () => {
  expect(figure({ amount: 139_535, unit: 'MWh/a' })).toEqual({ value: '140', unit: 'GWh/yr' });
  expect(quantityText({ amount: 300_000, unit: 't/a' })).toBe('300,000 t/yr');
  expect(quantityText({ amount: 4_380_000, unit: 'm3/a' })).toBe('4.38 Mm³/yr');
  expect(quantityText(null)).toBe('not stated');
  expect([kilometres(0.24), kilometres(170.4), score(0.84), years(null), hourName(30)]).toEqual([
    '0.2 km',
    '170 km',
    '.84',
    'never',
    'Tuesday 06:00',
  ]);
});

test('a bound between two stops of a slider keeps every value that it lets pass in sight', () => {
  expect(stopIndex([0, 10, 20], 12, 'from')).toBe(1);
  expect(stopIndex([0, 10, 20], 12, 'to')).toBe(2);
  expect(stopIndex([null, 0, 1_000, null], 500, 'from')).toBe(1);
  expect(stopIndex([null, 0, 1_000, null], 5_000, 'to')).toBe(3);
  expect(stopIndex([null, 0, 1_000, null], null, 'from')).toBe(0);
});

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

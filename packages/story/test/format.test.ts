import { euros, figure, hourName, kilometres, quantityText, score, years } from '@crg/story/format';
import { expect, test } from 'vitest';

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

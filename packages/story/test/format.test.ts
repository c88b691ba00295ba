import {
  euros,
  eurosRough,
  figure,
  hourName,
  kilometres,
  percent,
  quantityText,
  score,
  unitPrice,
  years,
} from '@crg/story/format';
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

test('a sampled number has two digits, a price its cents', () => {
  expect([491_234, -12_400, 996_000, 0].map(eurosRough)).toEqual(['€490k', '−€12k', '€1 M', '€0']);
  expect([6.9731, -0.63, 0.001, -0.001, 1234.5].map((price) => unitPrice(price, 'EUR/m3'))).toEqual([
    '€6.97/m³',
    '−€0.63/m³',
    '€0.00/m³',
    '€0.00/m³',
    '€1,235/m³',
  ]);
  expect([years(0), years(4.81), percent(-0.01871)]).toEqual(['at once', '4.8 years', '−1.87 %']);
});

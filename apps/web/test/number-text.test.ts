import { expect, test } from 'vitest';
import { numberText, readNumber } from '../src/features/entry/number-text.ts';
import { readPlace } from '../src/features/entry/place-text.ts';

test.each([
  ['2.5', 2.5],
  ['2,5', 2.5],
  ['0,25', 0.25],
  ['0.125', 0.125],
  ['-3', -3],
  ['−3', -3],
  ['3 000', 3000],
  ['1.234,5', 1234.5],
  ['1,250.5', 1250.5],
  ['1,250,000', 1_250_000],
  ['1250', 1250],
])('%s is %d, whatever the language of the browser', (text, value) => {
  expect(readNumber(text)).toEqual({ kind: 'number', value });
});

test.each(['1e3', '12 kW', '1,2,3', '1.2.3', '--1', ',5x', 'Infinity'])('%s is no number', (text) => {
  expect(readNumber(text)).toMatchObject({ kind: 'wrong', got: text });
});

test('1,250 could be a thousand or one and a quarter, so it is asked back', () => {
  expect(readNumber('1,250')).toEqual({
    kind: 'wrong',
    expected: 'a number that reads one way only, 1250 or 1.25',
    got: '1,250',
  });
});

test('nothing typed is nothing stated', () => {
  expect(readNumber('  ')).toEqual({ kind: 'empty' });
});

test('a place is read with decimal commas when a semicolon stands between', () => {
  expect(readPlace('55,67; 11,09')).toEqual({ kind: 'place', latitude: 55.67, longitude: 11.09 });
  expect(readPlace('55.67, 11.09')).toEqual({ kind: 'place', latitude: 55.67, longitude: 11.09 });
});

test.each([0, 2.5, 1.234, 3000, -12.345, 400.5, 1e12, 0.000001])(
  '%d stands in a field so that it reads back the same',
  (value) => {
    expect(readNumber(numberText(value))).toEqual({ kind: 'number', value });
  },
);

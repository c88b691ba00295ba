import { slug } from '@crg/imports/map/slug';
import { expect, test } from 'vitest';

test('a name becomes small letters and digits of its script, joined by hyphens', () => {
  expect(slug('Kalundborg  Raffinaderi ')).toBe('kalundborg-raffinaderi');
  expect(slug('Ølstykke Kraftværk №2')).toBe('ølstykke-kraftværk-no2');
  expect(slug('A\u030alborg')).toBe(slug('Ålborg'));
});

test.each([
  ['C', 'C++'],
  ['Mill A/S', 'Mill A S'],
  ['Mill-A', 'Mill A'],
  ['Ålborg', 'Alborg'],
  ['मिल', 'मील'],
  ['a'.repeat(90), 'a'.repeat(91)],
])('%s and %s are two ids, each the same every time', (one, other) => {
  expect(slug(one)).not.toBe(slug(other));
  expect([slug(one), slug(other)]).toEqual([slug(` ${one.toUpperCase()}`), slug(` ${other}`)]);
});

test('two names without a letter or digit are two ids, each the same every time', () => {
  expect(slug('🏭')).toMatch(/^[0-9a-z]+$/);
  expect(slug('🏭')).not.toBe(slug('🚗'));
  expect(slug(' 🏭 ')).toBe(slug('🏭'));
  expect(slug('  ')).toBe('');
});

import { slug } from '@crg/imports/map/slug';
import { expect, test } from 'vitest';

test('a name becomes small letters and digits of its script, joined by hyphens', () => {
  expect(slug('Kalundborg Raffinaderi A/S')).toBe('kalundborg-raffinaderi-a-s');
  expect(slug('Ølstykke Kraftværk №2')).toBe('ølstykke-kraftværk-no2');
});

test('two names without a letter or digit are two ids, each the same every time', () => {
  expect(slug('🏭')).toMatch(/^[0-9a-z]+$/);
  expect(slug('🏭')).not.toBe(slug('🚗'));
  expect(slug(' 🏭 ')).toBe(slug('🏭'));
  expect(slug('  ')).toBe('');
});

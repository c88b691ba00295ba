// A city that states a factor itself: what is refused, and that every figure of the built-in table would be taken.
import type { FactorOverride } from '@crg/domain/flow';
import { describe, expect, test } from 'vitest';
import { checkFactorOverride, checkFactorOverrides } from '../../src/economics/check-factors.ts';
import { builtInFactors } from '../../src/economics/factor-table.ts';

const grid: FactorOverride = {
  id: 'grid.DK',
  unit: 'kg/kWh',
  low: 0.1,
  mid: 0.11,
  high: 0.12,
  source: 'Environmental declaration of the grid operator',
  year: 2024,
  geography: 'DK',
};
const findings = (changes: Partial<FactorOverride>) =>
  checkFactorOverride({ ...grid, ...changes }).map(({ code, field }) => `${field}: ${code}`);

describe('an override of a factor', () => {
  test('that states every field sensibly is taken', () => {
    expect(checkFactorOverride(grid)).toEqual([]);
  });

  test('of every row of the built-in table by its own figures is taken', () => {
    for (const { id, unit, low, mid, high, source, year, geography } of builtInFactors.all())
      expect(checkFactorOverride({ id, unit, low, mid, high, source, year, geography }), id).toEqual([]);
  });

  test.each<[string, Partial<FactorOverride>, readonly string[]]>([
    ['of an id that is no factor', { id: 'grid.DC' }, ['id: unknown_code']],
    ['of a name that every object has', { id: 'toString' }, ['id: unknown_code']],
    ['in another unit', { unit: 'g/kWh' }, ['unit: unknown_unit']],
    ['that is no number', { mid: Number.NaN }, ['mid: invalid_input']],
    ['that is infinite', { high: Number.POSITIVE_INFINITY }, ['high: invalid_input']],
    ['with a low above its mid', { low: 0.115 }, ['mid: invalid_input']],
    ['with a mid above its high', { mid: 0.13 }, ['mid: invalid_input']],
    ['with negative emissions of the grid', { low: -0.1 }, ['low: out_of_range']],
    ['without a source', { source: ' ' }, ['source: invalid_input']],
    ['of no year', { year: 0 }, ['year: invalid_input']],
    ['of no place', { geography: '' }, ['geography: invalid_input']],
  ])('%s is refused', (_, changes, expected) => {
    expect(findings(changes)).toEqual(expected);
  });

  const like = (id: string, low: number, mid: number, high: number) => {
    const { unit } = builtInFactors.all().find((row) => row.id === id) ?? { unit: '' };
    return findings({ id, unit, low, mid, high });
  };

  test('may turn a price or a gate fee round, but not what a pipe costs', () => {
    expect(like('disposal.digestion', -30, -10, 0)).toEqual([]);
    expect(like('price.gypsum', -5, -2, 0)).toEqual([]);
    expect(like('pipe.gas', -60, 110, 200)).toEqual(['low: out_of_range']);
  });

  test('keeps shares between 0 and 1, detours at 1 or more, and divisors above 0', () => {
    expect(like('pipe.pump_efficiency', 0.5, 0.6, 1.1)).toEqual(['high: out_of_range']);
    expect(like('pipe.pump_efficiency', 0, 0.6, 0.7)).toEqual(['low: out_of_range']);
    expect(like('displaced.unknown', 0, 0.5, 1)).toEqual([]);
    expect(like('pipe.detour', 0.9, 1.2, 1.4)).toEqual(['low: out_of_range']);
    expect(like('truck.load', 0, 25, 25)).toEqual(['low: out_of_range']);
    expect(like('finance.discount_rate', 0, 0.05, 0.1)).toEqual([]);
    expect(like('finance.years', 9.5, 10, 15)).toEqual(['low: out_of_range']);
  });

  test('names id, expected, got and the next step', () => {
    const [wrong] = checkFactorOverride({ ...grid, id: 'grid.DC' });
    expect(wrong).toMatchObject({ expected: 'a factor of the table', got: '"grid.DC"' });
    expect(wrong?.next).toMatch(/^Did you mean grid\./);
  });

  test('stands once in a city, and findings say at which place', () => {
    expect(checkFactorOverrides([grid, grid, { ...grid, id: 'grid.SE', mid: 1 }]).map(({ field }) => field)).toEqual([
      'factors[1].id',
      'factors[2].mid',
    ]);
  });
});

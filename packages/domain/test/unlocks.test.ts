import { describe, expect, test } from 'vitest';
import { resourceType, resourceTypes } from '../src/taxonomy.ts';
import { explainUnlocks } from '../src/unlocks.ts';

const fields = (type: string, direction: 'supply' | 'demand', stated: readonly string[] = []) =>
  explainUnlocks(resourceType(type), direction, new Set(stated)).map(({ field }) => field);

describe('what one more field is good for', () => {
  test('a place first, then the figures of the type, then money and time', () => {
    expect(fields('heat.hot_water', 'supply')).toEqual([
      'site.point',
      'quality.temperature_c',
      'disposal_cost',
      'availability.hours',
    ]);
    expect(fields('material.fly_ash', 'demand')).toEqual([
      'site.point',
      'quality.loss_on_ignition_percent',
      'quality.moisture_percent',
      'price',
      'availability.hours',
      'codes.ewc',
    ]);
  });

  test('not asked again once it is stated', () => {
    expect(fields('heat.hot_water', 'supply', ['site.point', 'quality.temperature_c'])).toEqual([
      'disposal_cost',
      'availability.hours',
    ]);
  });

  test('says who can judge by it', () => {
    const [, temperature] = explainUnlocks(resourceType('heat.steam'), 'supply', new Set());
    expect(temperature?.unlocks).toBe(
      'Users of hot water, thermal oil or other heat carrier or steam can be judged by temperature instead of being listed as unknown.',
    );
  });

  test('speaks of every figure that is always asked, and of none that is asked only when somebody states it', () => {
    for (const type of resourceTypes) {
      const told = explainUnlocks(type, 'supply', new Set()).map(({ field }) => field);
      for (const { id, optional } of type.parameters) expect(told.includes(`quality.${id}`)).toBe(optional !== true);
    }
  });
});

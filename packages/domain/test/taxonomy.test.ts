import { ucum } from '@atomic-ehr/ucum';
import { describe, expect, test } from 'vitest';
import { rateOf } from '../src/quantity.ts';
import { families, isResourceType, qualityParameter, resourceType, resourceTypes } from '../src/taxonomy.ts';
import { measures } from '../src/units.ts';

describe('the taxonomy', () => {
  test('has the eleven families of the product and at least one type in each', () => {
    const used = new Set(resourceTypes.map(({ family }) => family));
    expect(families.map(({ id }) => id)).toEqual([
      ...['heat', 'steam', 'cooling', 'electricity', 'water', 'gas'],
      ...['material', 'organic', 'service', 'logistics', 'space'],
    ]);
    expect([...used].sort()).toEqual(families.map(({ id }) => id).sort());
  });

  test('gives every type an id of its own', () => {
    const ids = resourceTypes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+\.[a-z0-9_]+$/);
  });

  test('substitutes only types that exist, never a type for itself, and only what is counted alike', () => {
    for (const type of resourceTypes)
      for (const other of type.accepts) {
        expect(isResourceType(other), `${type.id} accepts ${other}`).toBe(true);
        expect(other).not.toBe(type.id);
        expect(resourceType(other).measure).toBe(type.measure);
        expect(resourceType(other).transport).toBe(type.transport);
      }
  });

  test('accepts every unit that it names', () => {
    for (const type of resourceTypes)
      for (const unit of [type.unit, type.rateUnit, type.yearlyUnit])
        expect(rateOf({ amount: 1, unit, precision: 'measured' }, type, 8760), `${type.id} in ${unit}`).toBeGreaterThan(
          0,
        );
  });

  test('carries everything further than nowhere, by the reaches of the engine', () => {
    const reach = (id: string) => resourceType(id).reachKm;
    expect(['heat.hot_water', 'heat.steam', 'cooling.chilled_water', 'gas.compressed_air'].map(reach)).toEqual([
      5, 3, 3, 1,
    ]);
    expect(['water.raw', 'electricity.power', 'gas.co2', 'service.cleaning'].map(reach)).toEqual([10, 20, 30, 60]);
    expect(['logistics.return_load', 'material.fly_ash', 'organic.manure', 'space.yard'].map(reach)).toEqual([
      80, 150, 150, 60,
    ]);
  });

  test('shows hot water as the city format prints it', () => {
    const hotWater = resourceType('heat.hot_water');
    expect(hotWater).toMatchObject({ family: 'heat', unit: 'kW', reachKm: 5 });
    expect(hotWater.accepts).toContain('heat.steam');
    expect(qualityParameter(hotWater, 'temperature_c')).toMatchObject({
      unit: 'Cel',
      kind: 'at_least',
      allowance: 5,
      range: [-50, 1200],
    });
  });

  test('lets every water that serves another state what the other may ask', () => {
    const ids = (type: string) => resourceType(type).parameters.map(({ id }) => id);
    for (const demand of ['water.cooling', 'water.process', 'water.treated', 'water.raw'])
      for (const supply of resourceType(demand).accepts.filter((id) => id !== 'water.demineralised'))
        for (const asked of ids(demand).filter((id) => id !== 'temperature_c'))
          expect(ids(supply), `${supply} for ${demand}`).toContain(asked);
  });

  test('asks the optional figures last', () => {
    for (const { id, parameters } of resourceTypes) {
      const first = parameters.findIndex(({ optional }) => optional === true);
      const rest = first === -1 ? [] : parameters.slice(first);
      expect(
        rest.every(({ optional }) => optional === true),
        id,
      ).toBe(true);
    }
  });

  test('names near types when one is unknown', () => {
    expect(() => resourceType('heat.hotwater')).toThrow('Did you mean heat.hot_water');
  });

  test('names the types of a family, or those that an unfinished id begins', () => {
    expect(() => resourceType('heat')).toThrow(
      'Did you mean heat.hot_water, heat.low_grade, heat.flue_gas or heat.steam?',
    );
    expect(() => resourceType('Water.cool')).toThrow(/Did you mean water\.\w+\?$/);
  });

  test('names nothing for a word that has not one letter in common with any', () => {
    expect(() => resourceType('XX')).toThrow('List the known types');
  });
});

describe.each(resourceTypes.filter(({ parameters }) => parameters.length > 0))('$id', ({ parameters }) => {
  test('has quality parameters in UCUM units, with sane ranges, allowances and tolerances', () => {
    expect(new Set(parameters.map(({ id }) => id)).size).toBe(parameters.length);
    for (const { id, unit, range, allowance, tolerance } of parameters) {
      const [lowest, highest] = range;
      expect(ucum.validate(unit).valid, `${id} in ${unit}`).toBe(true);
      expect(lowest).toBeLessThan(highest);
      expect(allowance).toBeGreaterThanOrEqual(0);
      expect(allowance).toBeLessThan(highest - lowest);
      expect(tolerance).toBeGreaterThan(0);
      expect(tolerance).toBeLessThan(highest - lowest);
    }
  });
});

test('measures name their own units among their spellings', () => {
  for (const { rateUnit, yearlyUnit, amountUnit, spellings } of Object.values(measures)) {
    expect(spellings.rate).toContain(rateUnit);
    expect(spellings.per_year).toContain(yearlyUnit);
    expect(spellings.amount).toContain(amountUnit);
  }
});

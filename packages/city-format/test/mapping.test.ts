import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMapping } from '../src/mapping-schema.ts';
import { InvalidInput } from '../src/problems.ts';

const good = {
  format: 'crg-mapping/1',
  name: 'my-park',
  title: 'My park',
  recognised_by: ['Firma', 'Menge'],
  id_space: 'my-park',
  organization: { name: { first_of: [{ column: 'Firma' }, { joined: [{ column: 'Ort' }, { value: 'Nord' }] }] } },
  site: { latitude: { column: 'Breite' } },
  flows: [
    {
      when: { column: 'Menge', above: 0 },
      fields: {
        'quantity.amount': { column: 'Menge', times: 0.001, because: 'kg to t' },
        direction: { column: 'Art', words: { gibt: 'supply', braucht: 'demand' } },
        'quality.temperature_c.min': { value: 80 },
      },
    },
  ],
};

/** Field and next step of each problem. */
function problemsOf(change: (mapping: typeof good) => object): readonly (readonly [string, string, string])[] {
  try {
    readMapping(JSON.stringify(change(structuredClone(good))));
  } catch (error) {
    if (error instanceof InvalidInput) return error.problems.map(({ field, got, next }) => [field, got, next] as const);
    throw error;
  }
  return [];
}

describe('a mapping that somebody wrote', () => {
  test('is read as it stands', () => {
    expect(readMapping(JSON.stringify(good))).toEqual(good);
  });

  test('with a field misspelt is refused, and the field it may be is named', () => {
    expect(problemsOf((mapping) => ({ ...mapping, site: { latitud: { column: 'x' } } }))).toEqual([
      ['site.latitud', '"latitud"', 'Did you mean latitude or longitude?'],
    ]);
    const [problem] = problemsOf((mapping) => ({
      ...mapping,
      flows: [{ fields: { 'quality.temperatur_c.min': { value: 1 } } }],
    }));
    expect(problem?.[0]).toBe('flows[0].fields["quality.temperatur_c.min"]');
    expect(problem?.[2]).toMatch(/^Did you mean quality\.temperature_c\.min/);
  });

  test('with an expression that says nothing is refused', () => {
    expect(problemsOf((mapping) => ({ ...mapping, organization: { name: { colum: 'Firma' } } }))).toEqual([
      ['organization.name', 'an object with colum', 'Did you mean column or value?'],
    ]);
    expect(problemsOf((mapping) => ({ ...mapping, organization: { name: 'Firma' } }))).toEqual([
      ['organization.name', '"Firma"', 'Say where the field comes from.'],
    ]);
    expect(problemsOf((mapping) => ({ ...mapping, organization: { name: { first_of: [] } } }))).toEqual([
      ['organization.name.first_of', 'an empty list', 'Name at least one value or column.'],
    ]);
  });

  test('with something unknown inside an expression is refused at its place', () => {
    const nested = { first_of: [{ column: 'a' }, { joined: [{ column: 'b', time: 2 }] }] };
    expect(problemsOf((mapping) => ({ ...mapping, site: { name: nested } })).map(([field]) => field)).toEqual([
      'site.name.first_of[1].joined[0].time',
    ]);
    const deeper = { first_of: [{ first_of: [{ column: 'a' }] }] };
    expect(problemsOf((mapping) => ({ ...mapping, site: { name: deeper } })).map(([field]) => field)).toEqual([
      'site.name.first_of[0]',
    ]);
  });

  test('with the frame wrong is refused field by field', () => {
    const fields = problemsOf(({ title, ...mapping }) => ({
      ...mapping,
      titel: title,
      id_space: 'My Park',
      flows: {},
    })).map(([field]) => field);
    expect(fields).toEqual(['title', 'id_space', 'flows', 'titel']);
  });

  test('that is no JSON is refused with line and column', () => {
    expect(() => readMapping('{ "format": ')).toThrow(/line 1, column 13/);
  });
});

test('any JSON at all is a mapping or is refused with a field and a next step', () => {
  const part = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom({ value: 'x' }, { column: 'y' }, { first_of: [{ value: 1 }] }, { joined: [] }),
  );
  const spoilt = fc
    .tuple(fc.constantFrom(...Object.keys(good)), part)
    .map(([key, value]) => ({ ...good, [key]: value }));
  fc.assert(
    fc.property(fc.oneof(spoilt, fc.jsonValue()), (value) => {
      try {
        expect(readMapping(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
      } catch (error) {
        if (!(error instanceof InvalidInput)) throw error;
        expect(error.problems.length).toBeGreaterThan(0);
        for (const { expected, got, next } of error.problems)
          for (const text of [expected, got, next]) expect(text).not.toBe('');
      }
    }),
    { numRuns: 500 },
  );
});

// The table of converters: complete, consistent with taxonomy and factors, and shown in the docs as it is used.
import { readFileSync } from 'node:fs';
import { resourceType, resourceTypes } from '@crg/domain/taxonomy';
import { expect, test } from 'vitest';
import { converters, convertersOf } from '../../src/converters/table.ts';
import { factors } from '../../src/economics/factors.ts';
import { converterPage } from '../converter-table.ts';

test('docs/method/converters.md shows every converter as it is used (npm run converter-table -w packages/engine makes it anew)', () => {
  expect(readFileSync(new URL('../../../../docs/method/converters.md', import.meta.url), 'utf8')).toBe(converterPage());
});

test('every converter names figures that are factors, and types and parameters that the taxonomy has', () => {
  const known = new Set(Object.keys(factors));
  for (const { id, inputs, output, figures, capex, opex, takes, gives } of converters) {
    for (const factorId of [capex, opex, ...Object.values(figures)]) expect(known, id).toContain(factorId);
    const taken = inputs.flatMap((input) => resourceType(input).parameters.map((parameter) => parameter.id));
    for (const { parameter } of takes) expect(taken, id).toContain(parameter);
    const asked = (output === 'same' ? inputs : [output]).flatMap(typesServedBy);
    const made = asked.flatMap((type) => type.parameters.map((parameter) => parameter.id));
    for (const parameter of Object.keys(gives)) expect(made, id).toContain(parameter);
  }
});

test('every figure of a converter in the factor table is used by one', () => {
  const used = new Set(converters.flatMap(({ figures, capex, opex }) => [capex, opex, ...Object.values(figures)]));
  const stated = Object.keys(factors).filter((id) => id.startsWith('converter.'));
  expect(stated.filter((id) => !used.has(id as keyof typeof factors))).toEqual([]);
});

test('there are at least fifteen, each found by every type it takes', () => {
  expect(converters.length).toBeGreaterThanOrEqual(15);
  for (const converter of converters)
    for (const input of converter.inputs) expect(convertersOf(input)).toContain(converter);
});

/** The type itself, and those whose demands accept it. */
function typesServedBy(id: string) {
  return resourceTypes.filter((type) => type.id === id || type.accepts.includes(id));
}

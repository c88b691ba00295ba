// Values of several kinds: each is judged by the kind it is meant to be, so that the message names what is wrong with it.

import Type, { type TSchema } from 'typebox';
import { expect, test } from 'vitest';
import { checkShape } from '../src/check-shape.ts';
import { Problems } from '../src/problems.ts';

function problemsOf(schema: TSchema, value: unknown) {
  const problems = new Problems();
  const fits = checkShape(schema, value, '', problems);
  expect(fits).toBe(problems.count === 0);
  return problems.kept.map(({ field, expected, got }) => `${field}: expected ${expected}, got ${got}`);
}

const closed = { additionalProperties: false };
const text = Type.String({ description: 'a text' });
const row = Type.Integer({ description: 'a row' });
const correction = Type.Union([
  Type.Object({ kind: Type.Literal('set'), row, to: text }, closed),
  Type.Object({ kind: Type.Literal('leave_out'), row }, closed),
]);

test.each([
  { kind: 'set', row: 3, to: 'kW' },
  { kind: 'leave_out', row: 3 },
])('%j is a correction', (value) => {
  expect(problemsOf(correction, value)).toEqual([]);
});

test('a field that names the kind decides by which kind the others are judged', () => {
  expect(problemsOf(correction, { kind: 'leave_out', row: 'three' })).toEqual(['row: expected a row, got "three"']);
  expect(problemsOf(correction, { kind: 'leave_out', row: 3, to: 'kW' })).toEqual([
    'to: expected a known field (kind, row), got "to"',
  ]);
});

test.each([
  [{ kind: 'leave_in', row: 3 }, '"leave_in"'],
  [{ row: 3 }, 'nothing'],
])('%j names no kind that there is', (value, got) => {
  expect(problemsOf(correction, value)).toEqual([`kind: expected one of set, leave_out, got ${got}`]);
});

test('without such a field the kind that knows most of the fields is meant', () => {
  const expression = Type.Union([
    Type.Object({ value: text }, closed),
    Type.Object({ column: text, after: text }, closed),
  ]);
  expect(problemsOf(expression, { value: 'DK' })).toEqual([]);
  expect(problemsOf(expression, { column: 'Name', after: 3 })).toEqual(['after: expected a text, got 3']);
});

test('one of several words is as good as another', () => {
  const choice = Type.Union([Type.Literal('stop'), Type.Literal('skip'), Type.Null()]);
  for (const word of ['stop', 'skip', null]) expect(problemsOf(choice, word)).toEqual([]);
  expect(problemsOf(choice, 'halt')).toEqual([': expected one of stop, skip, got "halt"']);
});

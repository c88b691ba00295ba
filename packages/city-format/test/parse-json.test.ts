import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from '../src/parse-json.ts';

describe('JSON with a slip of the pen', () => {
  test.each([
    ['', 1, 1, 'a JSON value', 'the end of the file'],
    ['{', 1, 2, 'a field in double quotes', 'the end of the file'],
    ['{\n  "a": 1,\n  "b": }', 3, 8, 'a JSON value', '"}"'],
    ['{"a":1 "b":2}', 1, 8, 'a comma or }', '"\\"b\\":2}"'],
    ['[1 2]', 1, 4, 'a comma or ]', '"2]"'],
    ['{"a":1,}', 1, 8, 'a field in double quotes', '"}"'],
    ["{'a':1}", 1, 2, 'a field in double quotes', `"'a':1}"`],
    ['{"a":01}', 1, 6, 'a JSON value', '"01}"'],
    ['{"a":NaN}', 1, 6, 'a JSON value', '"NaN}"'],
    ['{"a":"x\ny"}', 1, 6, 'a text closed by a double quote', '"\\"x\\ny\\"}"'],
    ['{} {}', 1, 4, 'the end of the file', '"{}"'],
  ])('%j is refused at line %i, column %i', (text, line, column, expected, got) => {
    const parsed = parseJson(text);
    if (parsed.ok) throw new Error('accepted');
    expect(parsed.faults).toHaveLength(1);
    expect(parsed.faults[0]).toMatchObject({ line, column, got });
    expect(parsed.faults[0]?.expected).toContain(expected);
  });

  test('a million brackets are refused without overflowing anything', () => {
    expect(parseJson('['.repeat(1e6))).toMatchObject({ ok: false, faults: [{ column: 201 }] });
  });

  test('a text of ten million escaped characters is read', () => {
    expect(parseJson(`["${'\\n'.repeat(5e6)}"]`).ok).toBe(true);
  });

  test('any text is accepted exactly where JSON.parse accepts it', () => {
    const pieces = fc.constantFrom(
      ...'{}[],:"\\ \n-+.eE0123456789truefalsn',
      '"a"',
      '"b":',
      'null',
      '\\u00e9',
      '\u0001',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (list) => {
        const text = list.join('');
        const parsed = parseJson(text);
        const isOnlyRepeated =
          !parsed.ok && parsed.faults.every(({ expected }) => expected.startsWith('each field once'));
        expect(parsed.ok || isOnlyRepeated).toBe(accepts(text));
      }),
      { numRuns: 5000 },
    );
  });
});

describe('keys written twice', () => {
  test('are found where they stand, escapes undone', () => {
    const parsed = parseJson('{"flows":[{"id":1,\n"\\u0069d":2}],"flows":3}');
    expect(parsed).toMatchObject({
      ok: false,
      faults: [
        { path: 'flows[0].id', line: 2, column: 1 },
        { path: 'flows', line: 2, column: 15 },
      ],
    });
  });

  test('do not matter in fields that nobody reads', () => {
    expect(parseJson('{"x_mine":{"a":1,"a":2},"x_b":1,"x_b":2}').ok).toBe(true);
  });

  test('in two objects are no repetition', () => {
    expect(parseJson('[{"a":{"b":1}},{"a":{"b":1}}]').ok).toBe(true);
  });
});

function accepts(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

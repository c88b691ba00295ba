// The mutation run on a small repository of its own: one formula, one test.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mutants } from '../mutants/catalogue.ts';
import { type Mutant, mutated } from '../mutants/mutant.ts';
import { type MutantResult, runMutants } from '../mutants/run-mutants.ts';

const repository = join(import.meta.dirname, '..', '..');
const file = 'packages/city/src/heat.ts';
const source = `export const heat = (kg: number, kelvin: number): number => kg * 4.19 * kelvin;
export const isHot = (celsius: number): boolean => celsius > 110;
`;
const testFile = `import { expect, test } from 'vitest';
import { heat, isHot } from '../src/heat.ts';
test('5 kg/s over 30 K are 628.5 kW', () => expect(heat(5, 30)).toBeCloseTo(628.5, 6));
test('200 °C is hot', () => expect(isHot(200)).toBe(true));
`;
const mutant = (id: string, find: string, replace: string): Mutant => ({
  id,
  file,
  find,
  replace,
  tests: ['packages/city/test/heat.test.ts'],
});
const noHeat = mutant('heat.forgets-the-water', 'kg * 4.19 * kelvin', 'kg * kelvin');
/** The only test of it asks about 200 °C. */
const limitIncluded = mutant('hot.limit-included', 'celsius > 110', 'celsius >= 110');

describe('a mistake in a file', () => {
  test('stands where the text stood, also with a dollar in it', () => {
    expect(mutated(source, noHeat)).toContain('kg * kelvin;');
    expect(mutated(source, { ...noHeat, replace: '`$&`.length' })).toContain('`$&`.length;');
  });

  test.each([
    ['twice', 'number', /found it 4 times/],
    ['nowhere', 'kg * 4.2', /found it 0 times/],
  ])('is refused when its text stands there %s', (_, find, message) => {
    expect(() => mutated(source, mutant('m', find, 'x'))).toThrow(message);
  });

  test('is refused when it changes nothing, or leaves no program behind', () => {
    expect(() => mutated(source, mutant('m', '4.19', '4.19'))).toThrow(/puts the same text back/);
    expect(() => mutated(source, mutant('m', '* kelvin;', '* ;'))).toThrow(/leave a program behind/);
  });
});

describe('a run over a small repository', () => {
  let root: string;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'crg-mutants-test-'));
    write(file, source);
    write('packages/city/test/heat.test.ts', testFile);
    symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const run = (list: readonly Mutant[], seen: MutantResult[] = []) =>
    runMutants(list, { root, atOnce: 1, secondsAtMost: 60, progress: (result) => seen.push(result) });

  test('names the test that noticed, reports what no test notices, and leaves the files alone', async () => {
    const seen: MutantResult[] = [];
    const results = await run([noHeat, limitIncluded], seen);
    expect(results).toEqual([
      {
        id: 'heat.forgets-the-water',
        file,
        killed: true,
        by: 'packages/city/test/heat.test.ts: 5 kg/s over 30 K are 628.5 kW',
      },
      { id: 'hot.limit-included', file, killed: false, by: '' },
    ]);
    expect(seen).toEqual(results);
    expect(readFileSync(join(root, file), 'utf8')).toBe(source);
  });

  test('does not count what failed under an earlier mutant in a file that is none of this one’s tests', async () => {
    const hot = 'packages/city/test/hot.test.ts';
    write(
      hot,
      `import { expect, test } from 'vitest';\nimport { isHot } from '../src/heat.ts';\ntest('hot', () => expect(isHot(200)).toBe(true));\n`,
    );
    const results = await run([noHeat, { ...limitIncluded, tests: [hot] }]);
    expect(results.map(({ killed }) => killed)).toEqual([true, false]);
  });

  test('begins with nothing when a mutant does not fit or an id comes twice', async () => {
    await expect(run([noHeat, mutant('m', 'number', 'x')])).rejects.toThrow(/found it 4 times/);
    await expect(run([noHeat, noHeat])).rejects.toThrow(/got heat.forgets-the-water twice/);
  });

  test('says so when a test fails with nothing broken, or never loads the broken file', async () => {
    write(
      'packages/city/test/other.test.ts',
      `import { expect, test } from 'vitest';\ntest('one', () => expect(1).toBe(1));\n`,
    );
    write(
      'packages/city/test/red.test.ts',
      `import { expect, test } from 'vitest';\ntest('two', () => expect(1).toBe(2));\n`,
    );
    await expect(run([{ ...noHeat, tests: ['packages/city/test/red.test.ts'] }])).rejects.toThrow(
      /this one fails: .*two/,
    );
    await expect(run([{ ...noHeat, tests: ['packages/city/test/other.test.ts'] }])).rejects.toThrow(/they never do/);
  });
}, 120_000);

describe('the catalogue', () => {
  test('each mutant fits its file as it is today and has an id of its own', () => {
    for (const entry of mutants) {
      const text = readFileSync(join(repository, entry.file), 'utf8');
      expect(() => mutated(text, entry), entry.id).not.toThrow();
    }
    expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length);
  });
});

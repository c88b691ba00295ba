// expected.json is what expected.py says today: figures that somebody wrote in by hand would be found here.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { textOf } from './case-city.ts';

test('the separate script comes to the committed figures', () => {
  const script = fileURLToPath(new URL('expected.py', import.meta.url));
  const { error, status, stdout, stderr } = spawnSync('python3', ['-B', script, '--print'], { encoding: 'utf8' });
  if (error !== undefined)
    throw new Error(
      `Expected python3 on the path to work out the whole cases apart from the engine, got: ${error.message}. Install Python 3.8 or later; it needs no packages.`,
    );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const [now, committed] = [leaves(JSON.parse(stdout)), leaves(JSON.parse(textOf('expected.json')))];
  expect([...now.keys()]).toEqual([...committed.keys()]);
  const apart = [...now].filter(([path, value]) => !alike(value, committed.get(path)));
  expect(apart.map(([path, value]) => `${path}: ${value}, committed ${committed.get(path)}`)).toEqual([]);
});

/** Every number and word with the path to it. */
function leaves(value: unknown, path = ''): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null) return new Map([[path, value]]);
  return new Map(Object.entries(value).flatMap(([key, each]) => [...leaves(each, `${path}.${key}`)]));
}

/** The last bits of a power or a logarithm may differ from one mathematics library to the next. */
function alike(one: unknown, other: unknown): boolean {
  if (typeof one !== 'number' || typeof other !== 'number') return one === other;
  return Math.abs(one - other) <= Math.max(1e-8, Math.abs(one) * 1e-12);
}

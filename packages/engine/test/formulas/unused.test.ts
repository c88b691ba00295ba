// Formulas that are there with their worked examples but that no run calls yet: the method names them, and no others.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const source = fileURLToPath(new URL('../../src/', import.meta.url));
const texts = globSync('**/*.ts', { cwd: source }).map((path) => ({
  path,
  // Without comments: a formula that is only spoken of is not called.
  text: readFileSync(source + path, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''),
}));

test('docs/method.md names exactly the formulas that nothing in the product calls', () => {
  const uncalled = texts
    .filter(({ path }) => path.startsWith('formulas'))
    .flatMap(({ text }) => [...text.matchAll(/export function (\w+)/g)].map(([, name]) => name as string))
    .filter((name) => texts.reduce((calls, { text }) => calls + timesCalled(name, text), 0) === 0);
  const method = readFileSync(new URL('../../../../docs/method.md', import.meta.url), 'utf8');
  const [, named = ''] = /No run calls these yet: ([^.]*)\./.exec(method) ?? [];
  expect([...named.matchAll(/`(\w+)`/g)].map(([, name]) => name).toSorted()).toEqual(uncalled.toSorted());
});

/** Called, or handed on by its name, other than where it is defined or imported. */
function timesCalled(name: string, text: string): number {
  const body = text.replaceAll(/import [^;]*;/g, '');
  return [...body.matchAll(new RegExp(`(?<!function )\\b${name}\\(|\\(${name}\\)`, 'g'))].length;
}

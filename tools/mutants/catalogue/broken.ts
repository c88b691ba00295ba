// How the catalogue writes its mutants down: by file, each with the tests of that file.
import type { Mutant } from '../mutant.ts';

/** A mutant's id, the text that stands once in the file, and what is put in its place. */
export type Mistake = readonly [id: string, find: string, replace: string];

/** @param tests paths of test files, or one */
export function broken(
  file: string,
  tests: string | readonly string[],
  mistakes: readonly Mistake[],
): readonly Mutant[] {
  const asked = typeof tests === 'string' ? [tests] : tests;
  return mistakes.map(([id, find, replace]) => ({ id, file, find, replace, tests: asked }));
}

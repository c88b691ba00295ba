// Breaks one thing after the other and sees whether the tests notice.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Mutant, mutated } from './mutant.ts';
import { openTestBench, type TestBench } from './test-bench.ts';

export interface MutantResult {
  readonly id: string;
  readonly file: string;
  readonly killed: boolean;
  /** The test file and the name of the test that failed first; empty for a survivor. */
  readonly by: string;
}

export interface MutantRunOptions {
  /** The repository. */
  readonly root: string;
  readonly atOnce: number;
  /** For one mutant; tests that take longer have noticed it. */
  readonly secondsAtMost: number;
  /** Told after each mutant. */
  readonly progress: (result: MutantResult, done: number, of: number) => void;
}

/**
 * In the order of the mutants.
 * @throws Error before anything is broken when a mutant does not fit its file or a test fails without any mutant, and later
 *   when the tests of a mutant never load its file: then they cannot notice it
 */
export async function runMutants(
  mutants: readonly Mutant[],
  { root, atOnce, secondsAtMost, progress }: MutantRunOptions,
): Promise<readonly MutantResult[]> {
  checkMutants(mutants, root);
  const benches = Array.from({ length: atOnce }, () => openTestBench({ root, secondsAtMost }));
  try {
    const tests = [...new Set(mutants.flatMap((mutant) => mutant.tests))];
    await shared(tests, benches, checkUnbroken);
    let done = 0;
    return await shared(mutants, benches, async (mutant, bench) => {
      const result = await resultOf(mutant, bench);
      progress(result, ++done, mutants.length);
      return result;
    });
  } finally {
    for (const bench of benches) bench.close();
  }
}

function checkMutants(mutants: readonly Mutant[], root: string): void {
  const ids = new Set<string>();
  for (const mutant of mutants) {
    if (ids.has(mutant.id)) throw new Error(`Expected every mutant to have an id of its own, got ${mutant.id} twice`);
    ids.add(mutant.id);
    if (mutant.tests.length === 0) throw new Error(`Expected mutant ${mutant.id} to name a test file, got none`);
    mutated(readFileSync(join(root, mutant.file), 'utf8'), mutant);
  }
}

/** Every item once, by whichever bench is free; the answers in the order of the items. */
async function shared<T, R>(
  items: readonly T[],
  benches: readonly TestBench[],
  answer: (item: T, bench: TestBench) => Promise<R>,
): Promise<readonly R[]> {
  const answers: R[] = [];
  let next = 0;
  const work = async (bench: TestBench): Promise<void> => {
    for (let mine = next++; mine < items.length; mine = next++) answers[mine] = await answer(items[mine] as T, bench);
  };
  await Promise.all(benches.map(work));
  return answers;
}

async function checkUnbroken(test: string, bench: TestBench): Promise<void> {
  const { firstFailure } = await bench.run({ tests: [test], mutant: null });
  if (firstFailure !== null)
    throw new Error(`Expected all tests to pass while nothing is broken, but this one fails: ${firstFailure}`);
}

async function resultOf(mutant: Mutant, bench: TestBench): Promise<MutantResult> {
  const { firstFailure, met } = await bench.run({ tests: mutant.tests, mutant });
  if (!met)
    throw new Error(
      `Expected the tests of mutant ${mutant.id} to load ${mutant.file}, but they never do: ${mutant.tests.join(', ')}`,
    );
  return { id: mutant.id, file: mutant.file, killed: firstFailure !== null, by: firstFailure ?? '' };
}

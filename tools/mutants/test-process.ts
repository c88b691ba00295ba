// The process behind a test bench: one vitest that runs jobs as they come. The mistake of a mutant is put into its file while
// the tests load it; nothing on the disk changes.
import { realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createVitest, type TestRunResult, type Vitest } from 'vitest/node';
import { type Mutant, mutated } from './mutant.ts';
import type { TestAnswer, TestJob } from './test-bench.ts';

const root = realpathSync(process.argv[2] ?? '.');
let current: Mutant | null = null;
let met = false;

const pathOf = (mutant: Mutant): string => join(root, mutant.file);

const vitest = await startVitest();
process.on('message', (job: TestJob) => {
  void answerTo(job).then((answer) => process.send?.(answer));
});
// Who asked is gone, whatever ended it: nobody waits for the answer.
process.on('disconnect', () => process.exit());

async function startVitest(): Promise<Vitest> {
  const started = await createVitest(
    {
      root,
      config: false,
      watch: false,
      include: ['**/test/**/*.test.ts'],
      exclude: ['**/node_modules/**'],
      pool: 'threads',
      maxWorkers: 1,
      testTimeout: 60_000,
      hookTimeout: 60_000,
      // What was kept of an unbroken file would be run in place of the broken one.
      fsModuleCache: false,
      reporters: [{}],
    },
    {
      plugins: [
        {
          name: 'mutation',
          enforce: 'pre',
          transform(code, id) {
            if (current === null || id.split('?')[0] !== pathOf(current)) return null;
            met = true;
            return { code: mutated(code, current), map: null };
          },
        },
      ],
    },
  );
  await started.standalone();
  return started;
}

async function answerTo({ tests, mutant }: TestJob): Promise<TestAnswer> {
  current = mutant;
  met = false;
  if (mutant !== null) vitest.invalidateFile(pathOf(mutant));
  try {
    const project = vitest.getRootProject();
    const result = await vitest.runTestSpecifications(
      tests.map((test) => project.createSpecification(join(root, test))),
    );
    return { firstFailure: failureIn(result, tests), met };
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  } finally {
    if (mutant !== null) vitest.invalidateFile(pathOf(mutant));
    current = null;
  }
}

/** Of these tests alone: vitest hands on the modules of every job so far, and a failure of an earlier mutant is none of this one. */
function failureIn({ testModules, unhandledErrors }: TestRunResult, tests: readonly string[]): string | null {
  let passed = 0;
  for (const module of testModules) {
    const file = relative(root, module.moduleId);
    if (!tests.includes(file)) continue;
    for (const test of module.children.allTests()) {
      if (test.result().state === 'failed') return `${file}: ${test.fullName}`;
      if (test.result().state === 'passed') passed += 1;
    }
    const [error] = module.errors();
    if (error !== undefined) return `${file}: does not load: ${error.message.split('\n')[0]}`;
  }
  if (unhandledErrors.length > 0)
    throw new Error(`Expected no error outside of a test, got ${String(unhandledErrors[0])}`);
  if (passed === 0) throw new Error('Expected tests to run, got none');
  return null;
}

// A process that runs test files on demand, with or without a mutant. It stays, because starting one costs more than most tests.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Mutant } from './mutant.ts';

export interface TestJob {
  /** Paths in the repository. */
  readonly tests: readonly string[];
  readonly mutant: Mutant | null;
}

export interface TestRun {
  /** `file: name of the test`; null when all passed. */
  readonly firstFailure: string | null;
  /** Whether the tests loaded the file of the mutant. */
  readonly met: boolean;
}

/** What the process answers: a run, or why there was none. */
export type TestAnswer = TestRun | { readonly fault: string };

export interface TestBench {
  /** One job at a time. @throws Error when no test could be run */
  run(job: TestJob): Promise<TestRun>;
  close(): void;
}

/** @param root the repository; `secondsAtMost` for one job: tests that take longer, twice, have noticed the mutant */
export function openTestBench({ root, secondsAtMost }: { root: string; secondsAtMost: number }): TestBench {
  let child: ChildProcess | null = null;
  const close = () => {
    child?.kill('SIGKILL');
    child = null;
  };
  const start = () => fork(program, [root], { cwd: root, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const tryOnce = async (job: TestJob): Promise<TestAnswer | 'late'> => {
    child ??= start();
    const answer = await answerTo(child, job, secondsAtMost);
    if (answer === 'late') close();
    return answer;
  };
  return {
    close,
    run: async (job) => {
      // A second time in a fresh process: the first one may have been slow for reasons of its own.
      let answer = await tryOnce(job);
      if (answer === 'late') answer = await tryOnce(job);
      if (answer === 'late')
        return { firstFailure: `${job.tests.join(', ')}: no end after ${secondsAtMost} s`, met: true };
      if ('fault' in answer) throw new Error(answer.fault);
      return answer;
    },
  };
}

async function answerTo(child: ChildProcess, job: TestJob, secondsAtMost: number): Promise<TestAnswer | 'late'> {
  const over = new AbortController();
  const { signal } = over;
  let clock: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    clock = setTimeout(() => resolve('late'), secondsAtMost * 1000);
  });
  try {
    child.send(job);
    return await Promise.race([
      once(child, 'message', { signal }).then(([answer]) => answer as TestAnswer),
      once(child, 'exit', { signal }).then(() => ({ fault: `The tests ended their process: ${job.tests.join(', ')}` })),
      late,
    ]);
  } finally {
    clearTimeout(clock);
    over.abort();
  }
}

const program = join(import.meta.dirname, 'test-process.ts');

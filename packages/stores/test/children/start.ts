// Starts a script of this folder as its own process, and reads what it says line by line.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Child {
  readonly pid: number;
  readonly lines: readonly string[];
  /** Resolves with the first line, said or still to come, for which `test` holds; rejects if the process ends without one. */
  line(test: (line: string) => boolean): Promise<string>;
  /** Resolves when it is gone. */
  readonly ended: Promise<unknown>;
  /** Ends it without warning and waits until it is gone. */
  kill(): Promise<void>;
}

const running = new Set<ChildProcess>();

/** For the end of a test file: a failed test leaves its processes behind. */
export function killAllChildren(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** `largestFile`: in kB, files may not grow beyond it, as on a disk that is full. */
export function startChild(
  script: string,
  args: readonly string[],
  { largestFile }: { largestFile?: number } = {},
): Child {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const stdio: ['ignore', 'pipe', 'inherit'] = ['ignore', 'pipe', 'inherit'];
  const child: ChildProcess =
    largestFile === undefined
      ? spawn(process.execPath, ['--expose-gc', file, ...args], { stdio })
      : spawn('bash', ['-c', `ulimit -f ${largestFile}; exec "$@"`, 'bash', process.execPath, file, ...args], {
          stdio,
        });
  if (child.stdout === null || child.pid === undefined) throw new Error(`Expected ${script} to start.`);
  running.add(child);
  child.once('exit', () => running.delete(child));
  const lines: string[] = [];
  const reader = createInterface(child.stdout);
  const ended = once(child, 'close');
  reader.on('line', (line) => lines.push(line));
  return {
    pid: child.pid,
    lines,
    ended,
    line: async (test) => {
      for (;;) {
        const found = lines.find(test);
        if (found !== undefined) return found;
        const next = once(reader, 'line');
        const over = await Promise.race([next.then(() => false), ended.then(() => true)]);
        if (over && !lines.some(test)) throw new Error(`${script} ended; it said: ${lines.slice(-3).join(' / ')}`);
      }
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

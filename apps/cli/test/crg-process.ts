// `crg` as a process of its own, as people run it: started, listened to, stopped by its id.
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../bin/crg.mjs', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Lines on standard error. */
  readonly told: readonly string[];
}

export class CrgProcess {
  readonly #child: ChildProcess;
  readonly told: string[] = [];
  /** Standard output so far. */
  out = '';
  readonly ended: Promise<Ended>;
  readonly #waiting = new Set<() => void>();

  /** @param shell commands that run in the same shell before `crg` takes its place, e.g. `ulimit -f 100` */
  constructor(args: readonly string[], { shell = ':' }: { shell?: string } = {}) {
    this.#child = spawn('/bin/sh', ['-c', `${shell}; exec "$0" "$@"`, process.execPath, bin, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.out += text;
    });
    let rest = '';
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      this.told.push(...lines);
      for (const look of this.#waiting) look();
    });
    this.ended = new Promise((resolve) => {
      this.#child.on('close', (code, signal) => {
        resolve({ code, signal, told: this.told });
        for (const look of this.#waiting) look();
      });
    });
  }

  get pid(): number {
    if (this.#child.pid === undefined) throw new Error('crg did not start');
    return this.#child.pid;
  }

  /** Resolves with the first line that fits; rejects when the process ends before it says one. */
  line(pattern: RegExp): Promise<string> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = this.told.find((line) => pattern.test(line));
        if (found === undefined && this.#child.exitCode === null && this.#child.signalCode === null) return;
        this.#waiting.delete(look);
        if (found !== undefined) resolve(found);
        else reject(new Error(`crg ended without ${pattern}:\n${this.told.join('\n')}`));
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** The address, once the port is open. */
  async address(): Promise<string> {
    const line = await this.line(/listening on/);
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (address === undefined) throw new Error(`no address in: ${line}`);
    return address;
  }

  async stop(signal: NodeJS.Signals): Promise<Ended> {
    this.#child.kill(signal);
    return this.ended;
  }
}

/** Runs one command to its end. */
export function crgEnded(args: readonly string[], options: { shell?: string } = {}): Promise<Ended> {
  return new CrgProcess(args, options).ended;
}

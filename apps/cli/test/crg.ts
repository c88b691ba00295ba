// Runs `crg` inside the test's own process: fast, and everything that it says is caught.
import { readFileSync } from 'node:fs';
import { runCrg } from '../src/run-crg.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  /** Lines on standard error. */
  readonly told: readonly string[];
}

export async function crg(args: readonly string[], { input = '' }: { input?: string | Uint8Array } = {}): Promise<Ran> {
  let out = '';
  const told: string[] = [];
  async function* given() {
    if (input.length > 0) yield input;
  }
  const code = await runCrg(
    args,
    {},
    {
      input: given(),
      write: async (text) => {
        out += text;
      },
      tell: (line) => told.push(...line.split('\n')),
      progress: () => undefined,
    },
  );
  return { code, out, told };
}

export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

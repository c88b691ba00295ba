// Runs one of the installed command line tools in a repository and collects what it said.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface ToolResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** `name` is a command in node_modules/.bin; a missing one is an error, not a pass. */
export function runTool(root: string, name: string, args: readonly string[]): Promise<ToolResult> {
  const bin = join(root, 'node_modules', '.bin');
  const command = join(bin, name);
  if (!existsSync(command)) throw new Error(`Expected the tool ${name} in node_modules/.bin. Run npm ci.`);
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code: code ?? 1, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    );
  });
}

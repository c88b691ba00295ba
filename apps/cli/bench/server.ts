// `crg start` as a process of its own on a free port, watched from outside.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const crg = fileURLToPath(new URL('../bin/crg.mjs', import.meta.url));

export interface Server {
  readonly port: number;
  /** Megabytes now and at most so far; null where the system does not tell. */
  memory(): { now: number; most: number } | null;
  /** Processor time used so far, in milliseconds (to the next 10); null where the system does not tell. */
  processorTime(): number | null;
  /** Milliseconds of the last `city matched` in its log, which covers matching and storing. */
  matchedIn(): number | null;
  stop(): Promise<void>;
}

/** Resolves when `/ready` says so. */
export async function startServer(data: string): Promise<Server> {
  const port = await freePort();
  const child = spawn(process.execPath, [crg, 'start', '--port', String(port), '--data', data], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CRG_LOG_LEVEL: 'info' },
  });
  let log = '';
  let told = '';
  let matched: number | null = null;
  child.stdout?.on('data', (piece: Buffer) => {
    log += piece.toString();
    const lines = log.split('\n');
    log = lines.pop() ?? '';
    for (const line of lines) {
      const said = line.includes('city matched') ? (JSON.parse(line) as { milliseconds: number }) : null;
      if (said !== null) matched = said.milliseconds;
    }
  });
  child.stderr?.on('data', (piece: Buffer) => {
    told = (told + piece.toString()).slice(-2000);
  });
  while (!(await isReady(port))) {
    if (child.exitCode !== null) throw new Error(`Expected a server, got exit code ${child.exitCode}: ${told}`);
    await sleep(200);
  }
  return {
    port,
    memory: () => memoryOf(child),
    processorTime: () => processorTimeOf(child),
    matchedIn: () => matched,
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

/** Runs `crg import` on the files; answers its JSON summary. */
export async function importFiles(files: readonly string[], data: string): Promise<unknown> {
  const child = spawn(process.execPath, [crg, 'import', ...files, '--data', data, '--on-error', 'skip', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout?.on('data', (piece: Buffer) => {
    output += piece.toString();
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`Expected crg import to end with 0, got ${code}.`);
  return JSON.parse(output.trim().split('\n').at(-1) ?? 'null');
}

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/ready`)).ok;
  } catch {
    return false; // not listening yet
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await once(probe.listen(0, '127.0.0.1'), 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('Expected a port, got none.');
  return address.port;
}

function memoryOf({ pid }: ChildProcess): { now: number; most: number } | null {
  if (process.platform !== 'linux' || pid === undefined) return null;
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (field: string) => Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1000);
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
}

function processorTimeOf({ pid }: ChildProcess): number | null {
  if (process.platform !== 'linux' || pid === undefined) return null;
  // After the name in brackets: user and system time are the 12th and 13th fields, in hundredths of a second.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

// The real product for a test in a browser: own process, own port, own data folder, ended by its process id.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const root = resolve(fileURLToPath(import.meta.url), '../../../..');
const startsWithin = 90_000;

export interface Product {
  readonly address: string;
  readonly browser: Browser;
  stop(): Promise<void>;
}

/** @param folder data that are there already and stay; without it the product starts on a new folder that goes with it */
export async function startProduct(folder?: string): Promise<Product> {
  const port = await freePort();
  const data = folder ?? (await mkdtemp(join(tmpdir(), 'crg-e2e-')));
  const clear = async () => {
    if (folder === undefined) await rm(data, { recursive: true, force: true });
  };
  const server = spawn(
    process.execPath,
    [join(root, 'apps/cli/bin/crg.mjs'), 'start', '--port', String(port), '--data', data],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (chunk) => (said += chunk));
  const address = `http://127.0.0.1:${port}`;
  try {
    await untilReady(address, server, () => said);
    const browser = await openBrowser();
    const stop = async () => {
      await browser.close();
      await end(server);
      await clear();
    };
    return { address, browser, stop };
  } catch (error) {
    await end(server);
    await clear();
    throw error;
  }
}

export interface Watched {
  readonly page: Page;
  /** Console errors, page errors and requests to another host; a healthy page has none. */
  readonly faults: string[];
}

export async function openPage({ address, browser }: Product, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`page: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== address) faults.push(`foreign host: ${request.url()}`);
  });
  return { page, faults };
}

async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CRG_CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    throw new Error(
      `Expected Chromium at ${executablePath}, found none. Install it (Debian: apt-get install chromium) or set CRG_CHROMIUM.`,
    );
  }
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--ignore-gpu-blocklist',
    ],
  });
}

async function untilReady(address: string, server: ChildProcess, said: () => string): Promise<void> {
  const until = Date.now() + startsWithin;
  while (Date.now() < until) {
    if (server.exitCode !== null)
      throw new Error(`Expected the product to start, it ended with ${server.exitCode}:\n${said()}`);
    const ready = await fetch(`${address}/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await new Promise((wake) => setTimeout(wake, 200));
  }
  throw new Error(`Expected the product to be ready within ${startsWithin / 1000} s, it said:\n${said()}`);
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise((done) => server.once('exit', done));
  server.kill('SIGINT');
  const late = setTimeout(() => server.kill('SIGKILL'), 15_000);
  await ended;
  clearTimeout(late);
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? found(address.port) : failed(new Error('no port'))));
    });
  });
}

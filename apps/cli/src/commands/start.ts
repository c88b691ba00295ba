// `crg start`: the whole product in one process and on one port, for this machine only.
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { composeApi } from '@crg/api/compose';
import type { LogLevel } from '@crg/api/config';
import { loopbackHost, startApi } from '@crg/api/start-api';
import { DomainError } from '@crg/domain/errors';
import { LivingCity } from '@crg/services/living-city';
import { seedCity } from '@crg/services/seed-city';
import { openStores } from '@crg/stores/open-stores';
import type { Stores } from '@crg/stores/ports/stores';
import { prepareWeb, type Web } from '@crg/web/handler';
import { composeWorker } from '@crg/worker/compose';
import { listenForStop } from '../stop-signals.ts';
import type { Terminal } from '../terminal.ts';

export interface StartOptions {
  readonly port: number;
  readonly data: string;
  readonly version: string;
  readonly logLevel: LogLevel;
  readonly uploadBytes: number;
}

/**
 * Serves until Ctrl-C, SIGTERM or a fault; resolves when everything is closed.
 *
 * @throws DomainError when it cannot start (folder, port, pages) or the database gives up while it runs
 */
export async function start(options: StartOptions, terminal: Terminal): Promise<void> {
  const tell = (line: string) => terminal.tell(`crg start: ${line}`);
  const stop = listenForStop((name) => {
    tell(`${name} again: ended at once. What was acknowledged is stored.`);
    process.exit(1);
  });
  const closing: Closing = [];
  try {
    const { stores } = await serve(options, { tell, closing, signal: stop.signal });
    await untilStopped(stores, stop.signal);
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  } finally {
    if (stop.signal.aborted) tell('stopping; once more ends it at once ...');
    await close(closing, tell);
    stop.release();
  }
  tell('stopped.');
}

/** What has been opened, in that order; closed the other way round. */
type Closing = { readonly what: string; readonly close: () => Promise<void> }[];

interface Progress {
  readonly tell: (line: string) => void;
  readonly closing: Closing;
  readonly signal: AbortSignal;
}

/**
 * Opens everything and resolves when the city can be asked. The port opens early, so that `/health` and `/ready` say how far
 * the start is.
 */
async function serve(options: StartOptions, { tell, closing, signal }: Progress): Promise<{ stores: Stores }> {
  const began = performance.now();
  await probePort(options.port);
  tell(`opening the data folder ${options.data} ...`);
  const stores = await openStores({ kind: 'embedded', directory: options.data, log: tell });
  closing.push({ what: 'stores', close: () => stores.close() });
  signal.throwIfAborted();

  let web: Web | null = null;
  const { version, logLevel, uploadBytes } = options;
  const living = new LivingCity(stores);
  const api = await composeApi({
    stores,
    living,
    version,
    logLevel,
    uploadBytes,
    missing: () => (web === null ? ['The pages are still loading.'] : []),
    web: (request, response) => (web === null ? stillStarting(request, response) : web.handle(request, response)),
  });
  const worker = composeWorker({ stores, living, log: api.log });
  // Intake stops first (the API says "not ready" meanwhile), then the matching, then the pages, the stores last.
  closing.push({ what: 'pages', close: async () => web?.close() });
  closing.push({ what: 'matching', close: () => worker.stop() });
  closing.push({ what: 'API', close: () => api.close() });
  const address = await startApi(api, { port: options.port }).catch((error: unknown) => {
    throw portFault(error, options.port);
  });
  tell(`listening on ${address}. Sign-in does not exist yet: nothing but this machine is served.`);
  signal.throwIfAborted();

  web = await prepareWeb({ api: { host: loopbackHost, port: Number(new URL(address).port) } }).catch(pagesFault);
  signal.throwIfAborted();
  await seed(stores, tell);
  signal.throwIfAborted();
  worker.start();
  if ((await stores.matches.currentRun()) === null) tell('matching the city for the first time ...');
  await untilReady(() => api.inject('/ready'), signal);
  const { flows } = await stores.city.counts();
  const run = await stores.matches.currentRun();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  tell(`ready at ${address} in ${seconds} s: ${flows} flows, ${run?.matches ?? 0} matches. Ctrl-C ends it.`);
  return { stores };
}

async function seed({ city }: Stores, tell: Progress['tell']): Promise<void> {
  const file = new URL('../../../../cities/kalundborg/city.json', import.meta.url);
  const seeded = await seedCity(
    { city },
    {
      readSeed: () => readFile(file, 'utf8'),
      sources: ['Documented facts and labelled estimates; cities/kalundborg/README.md names the source of each.'],
    },
  );
  if (seeded.outcome === 'seeded') tell(`new folder: put ${seeded.name} into it, ${seeded.flows} flows.`);
  else tell(`the city is ${seeded.name}.`);
}

async function untilReady(ask: () => Promise<{ statusCode: number }>, signal: AbortSignal): Promise<void> {
  while ((await ask()).statusCode !== 200) await sleep(readinessPollMilliseconds, undefined, { signal });
}

const readinessPollMilliseconds = 100;

/** Resolves on the first signal, rejects when the database has given up: serving on would only look healthy. */
async function untilStopped(stores: Pick<Stores, 'check'>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await stores.check().catch((error: unknown) => {
      if (error instanceof DomainError && error.cause instanceof DomainError) throw error.cause;
    });
    await sleep(checkMilliseconds, undefined, { signal }).catch(() => undefined);
  }
}

const checkMilliseconds = 1000;

/** Closes all, the last opened first; one that fails is told and does not keep the others open. */
async function close(closing: Closing, tell: Progress['tell']): Promise<void> {
  const late = setTimeout(() => {
    tell(`still open after ${longestClose / 1000} s, ended at once. What was acknowledged is stored.`);
    process.exit(1);
  }, longestClose);
  for (const { what, close } of closing.reverse()) {
    await close().catch((error: unknown) => {
      tell(`expected the ${what} to close, got: ${error instanceof Error ? error.message : String(error)}`);
    });
  }
  clearTimeout(late);
}

const longestClose = 20_000;

async function stillStarting(_request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1' });
  response.end('City Resource Graph is starting. Try again in a few seconds.\n');
}

/** A port that is taken is said before a data folder is made for nothing; listening itself checks again. */
async function probePort(port: number): Promise<void> {
  const probe = createServer();
  try {
    await once(probe.listen({ port, host: loopbackHost }), 'listening');
  } catch (error) {
    throw portFault(error, port);
  }
  probe.close();
  await once(probe, 'close');
}

function portFault(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const got =
    code === 'EADDRINUSE'
      ? 'one that another program uses'
      : code === 'EACCES'
        ? 'one that only an administrator may use'
        : null;
  if (got === null) return error;
  return new DomainError(
    'invalid_input',
    {
      field: '--port',
      expected: 'a free port',
      got: `${port}, ${got}`,
      next: 'Stop that program, or choose another one with --port.',
    },
    { cause: error },
  );
}

function pagesFault(error: unknown): never {
  throw new DomainError(
    'not_ready',
    {
      expected: 'built pages',
      got: error instanceof Error ? `"${error.message}"` : String(error),
      next: 'Run `npm run build` in the checkout, then start again.',
    },
    { cause: error },
  );
}

// The other side of pglite-worker.ts: starts the thread, connects to it, and notices its end.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DomainError } from '@crg/domain/errors';
import { sql } from 'kysely';
import { connect, type Sql } from '../sql/connect.ts';
import { unusable } from './unusable.ts';

export interface WorkerInput {
  readonly databaseFolder: string;
  /** Gzipped tar to start from; null opens the folder or makes an empty database. */
  readonly template: Uint8Array | null;
}
export type FromWorker =
  | { readonly kind: 'opened' }
  | { readonly kind: 'listening' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'dumped'; readonly bytes: Uint8Array }
  | { readonly kind: 'closed' };
export type ToWorker =
  | { readonly kind: 'listen'; readonly socket: string }
  | { readonly kind: 'dump' }
  | { readonly kind: 'close' };

export interface PgliteThread {
  readonly db: Sql;
  /** The whole database folder as gzipped tar. */
  dump(): Promise<Uint8Array>;
  /** Ends the connection after the work that it has begun, then the database. */
  close(): Promise<void>;
}

export interface PgliteThreadOptions {
  /** Data folder as the user named it, for error messages. */
  readonly directory: string;
  readonly databaseFolder: string;
  readonly template: Uint8Array | null;
  readonly waitMilliseconds: number;
  /** Called once if the database ends by itself; every call fails from then on. */
  readonly onEnd: (reason: Error) => void;
}

/** @throws DomainError data_folder_unusable if the database does not open */
export async function startPglite(options: PgliteThreadOptions): Promise<PgliteThread> {
  const input: WorkerInput = { databaseFolder: options.databaseFolder, template: options.template };
  const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), { workerData: input });
  const thread = watch(worker, options.directory);
  const tell = (message: ToWorker) => worker.postMessage(message);
  let folder: string | null = null;
  try {
    await thread.next('opened');
    folder = await privateSocketFolder();
    tell({ kind: 'listen', socket: join(folder, socketName) });
    await thread.next('listening');
    const { db, close } = connect({
      host: folder,
      port: socketPort,
      user: 'postgres',
      database: 'postgres',
      // The database is one session: a second connection would only mix its statements into the first one's.
      connections: 1,
      waitMilliseconds: options.waitMilliseconds,
      lost: (cause) => thread.ended() ?? unusable(options.directory, cause),
    });
    // The one connection stays open from here on, so the socket needs no name any more: nobody else gets in, and a killed
    // process leaves nothing behind.
    await sql`select 1`.execute(db);
    await rm(folder, { recursive: true, force: true });
    thread.onEnd(options.onEnd);
    return {
      db,
      dump: async () => {
        tell({ kind: 'dump' });
        const { bytes } = await thread.next('dumped');
        return bytes;
      },
      close: async () => {
        await close();
        if (thread.ended() === null) {
          tell({ kind: 'close' });
          await thread.next('closed');
        }
        await worker.terminate();
      },
    };
  } catch (error) {
    await worker.terminate();
    if (folder !== null) await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

type Said<Kind extends FromWorker['kind']> = Extract<FromWorker, { kind: Kind }>;

/** Turns the worker's messages, errors and exit into awaited answers and one final reason. */
function watch(worker: Worker, directory: string) {
  let end: DomainError | null = null;
  let closed = false;
  let tellEnd: (reason: Error) => void = () => {};
  let waiting: { kind: FromWorker['kind']; resolve: (said: FromWorker) => void; reject: (reason: Error) => void }[] =
    [];
  const finish = (reason: string) => {
    if (end !== null || closed) return;
    end = unusable(directory, new Error(reason));
    for (const { reject } of waiting) reject(end);
    waiting = [];
    tellEnd(end);
    // Ends the connection too, so that whoever waits for an answer on it gets an error.
    void worker.terminate();
  };
  worker.on('message', (said: FromWorker) => {
    if (said.kind === 'failed') return finish(said.reason);
    if (said.kind === 'closed') closed = true;
    for (const { kind, resolve } of waiting) if (kind === said.kind) resolve(said);
    waiting = waiting.filter(({ kind }) => kind !== said.kind);
  });
  worker.on('error', (error) => finish(error.message));
  worker.on('exit', (code) => finish(`the database thread ended with code ${code}`));
  return {
    ended: () => end,
    onEnd: (tell: (reason: Error) => void) => {
      tellEnd = tell;
    },
    next: <Kind extends FromWorker['kind']>(kind: Kind) =>
      new Promise<Said<Kind>>((resolve, reject) => {
        if (end !== null) reject(end);
        else waiting.push({ kind, resolve: (said) => resolve(said as Said<Kind>), reject });
      }),
  };
}

/** `pg` looks for a socket of this name in the folder it is given as host. */
const socketPort = 5432;
const socketName = `.s.PGSQL.${socketPort}`;
/** The kernel cuts longer socket paths off. */
const longestSocketPath = 107;

async function privateSocketFolder(): Promise<string> {
  const example = join(tmpdir(), 'crg-XXXXXX', socketName);
  const parent = Buffer.byteLength(example) <= longestSocketPath ? tmpdir() : '/tmp';
  // mkdtemp makes the folder with mode 0700.
  return mkdtemp(join(parent, 'crg-'));
}

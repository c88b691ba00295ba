// Runs in its own thread: PGlite blocks the thread that it runs in. Serves one connection on a unix socket.
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import type { FromWorker, ToWorker, WorkerInput } from './pglite-thread.ts';
import { withSingleReady } from './single-ready.ts';

const { databaseFolder, template } = workerData as WorkerInput;
const port = parentPort;
if (port === null) throw new Error('Expected to run as a worker thread.');
const say = (message: FromWorker) => port.postMessage(message);

try {
  const database = await PGlite.create({
    dataDir: databaseFolder,
    extensions: { postgis },
    // Files of the log beyond this are removed at a checkpoint, not kept for later.
    startParams: [...PGlite.defaultStartParams, '-c', 'max_wal_size=128MB'],
    ...(template === null ? {} : { loadDataDir: new Blob([template]) }),
  });
  serveSafely(database);
  let server: PGLiteSocketServer | null = null;
  port.on('message', async (message: ToWorker) => {
    switch (message.kind) {
      case 'listen':
        server = new PGLiteSocketServer({ db: database, path: message.socket });
        await server.start();
        return say({ kind: 'listening' });
      case 'dump': {
        const dump = await database.dumpDataDir('gzip');
        return say({ kind: 'dumped', bytes: new Uint8Array(await dump.arrayBuffer()) });
      }
      case 'close':
        await server?.stop();
        await database.close();
        say({ kind: 'closed' });
        return port.close();
    }
  });
  say({ kind: 'opened' });
} catch (error) {
  say({ kind: 'failed', reason: reasonOf(error) });
  port.close();
}

/** A database that has panicked answers nobody any more, and the socket server would let its callers wait for ever. */
function serveSafely(database: PGlite): void {
  const run = withSingleReady(database.execProtocolRawStream.bind(database));
  database.execProtocolRawStream = async (...args) => {
    try {
      return await run(...args);
    } catch (error) {
      say({ kind: 'failed', reason: reasonOf(error) });
      throw error;
    }
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${(error as { code?: string }).code ?? ''} ${error.message}`.trim() : String(error);
}

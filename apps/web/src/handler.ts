// The web application as one request handler, for the process that serves API and pages on one port.

import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import next from 'next';
import { announceApi } from './api/api-origin.ts';

export interface Web {
  /** Answers every request that is not the API's. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  close(): Promise<void>;
}

/**
 * Loads the built pages (never builds them) and tells them where the API of this process listens.
 *
 * @param api address of the API that pages read while they are rendered; the browser itself only uses relative addresses
 * @throws Error when `npm run build -w apps/web` has not run
 */
export async function prepareWeb({ api }: { api: { host: string; port: number } }): Promise<Web> {
  const dir = resolve(dirname(fileURLToPath(import.meta.url)), '..');
  if (!existsSync(join(dir, '.next/BUILD_ID'))) {
    throw new Error(`Expected built pages in ${join(dir, '.next')}, found none. Run: npm run build -w apps/web`);
  }
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  announceApi(`http://${api.host}:${api.port}`);
  const app = next({ dev: false, dir, hostname: api.host, port: api.port });
  await app.prepare();
  const handle = app.getRequestHandler();
  return { handle: (request, response) => handle(request, response), close: () => app.close() };
}

// Kills a serving `crg` while it writes, again and again on one folder, and asks each time for what it had acknowledged.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { CrgProcess } from './crg-process.ts';

/** What the folder must hold: by id, the name that was acknowledged last and the one that was on its way at the kill. */
type Promised = Map<string, { acknowledged: string; underway: string | null }>;

/**
 * @param data a data folder that exists
 * @param kills how often; the moment is drawn anew each time, 0 to 1.5 s into the writing
 * @returns how many writes were acknowledged in all
 */
export async function killAtRandomMoments(data: string, kills: number): Promise<number> {
  const promised: Promised = new Map();
  let acknowledged = 0;
  for (let kill = 1; kill <= kills; kill++) {
    const crg = new CrgProcess(['start', '--port', '0', '--data', data]);
    try {
      const address = await crg.address();
      await expectAllThere(address, promised);
      const moment = Math.random() * 1500;
      const writing = Promise.all([1, 2, 3].map((writer) => write(address, `k${kill}-w${writer}`, promised)));
      await sleep(moment);
      await crg.stop('SIGKILL');
      acknowledged += (await writing).reduce((sum, count) => sum + count, 0);
    } finally {
      await crg.stop('SIGKILL');
    }
  }
  const crg = new CrgProcess(['start', '--port', '0', '--data', data]);
  try {
    await expectAllThere(await crg.address(), promised);
    await crg.line(/ready at/);
    expect((await crg.stop('SIGTERM')).code).toBe(0);
  } finally {
    await crg.stop('SIGKILL');
  }
  return acknowledged;
}

/** Registers organizations and renames each once, until the server is gone; answers how many writes it acknowledged. */
async function write(address: string, writer: string, promised: Promised): Promise<number> {
  let acknowledged = 0;
  try {
    for (let number = 1; ; number++) {
      const id = `${writer}-${number}`;
      const made = await send('POST', `${address}/api/v1/organizations`, { id, name: 'first' });
      expect(made.status).toBe(201);
      const record = { acknowledged: 'first', underway: 'second' as string | null };
      promised.set(id, record);
      acknowledged++;
      const etag = made.headers.get('etag') ?? '';
      const url = `${address}/api/v1/organizations/${id}`;
      const renamed = await send('PUT', url, { id, name: 'second' }, { 'if-match': etag });
      expect(renamed.status).toBe(200);
      promised.set(id, { acknowledged: 'second', underway: null });
      acknowledged++;
    }
  } catch (error) {
    if (error instanceof TypeError) return acknowledged; // fetch: the connection is gone
    throw error;
  }
}

function send(method: string, url: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

async function expectAllThere(address: string, promised: Promised): Promise<void> {
  const found = new Map<string, string>();
  let cursor: string | null = null;
  do {
    const query = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await fetch(`${address}/api/v1/organizations?limit=200${query}`);
    const { data, next_cursor } = (await page.json()) as {
      data: { id: string; name: string }[];
      next_cursor: string | null;
    };
    for (const { id, name } of data) found.set(id, name);
    cursor = next_cursor;
  } while (cursor !== null);
  for (const [id, { acknowledged, underway }] of promised) {
    expect([acknowledged, underway], `the name of ${id} after the kill`).toContain(found.get(id));
  }
}

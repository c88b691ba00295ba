// Imports of a serving `crg` that is killed in the middle: the next start takes each step up again, and it happens once.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { CrgProcess } from './crg-process.ts';
import { plantRows, plantTable } from './import-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'crg-kill-served-'));
const data = join(folder, 'data');
afterAll(() => rmSync(folder, { recursive: true }));

const rows = 3000;
const rounds = 2;

test(`kill -9 while a check, a write and an undo are under way, ${rounds} times each`, async () => {
  const before = await serving(sitesOf);
  for (let round = 0; round < rounds; round++) {
    const id = await serving(async (address) => {
      const opened = await upload(address, plantTable(plantRows(`r${round}`, rows)));
      await post(`${address}/api/v1/imports/${opened}/check`);
      await someTime();
      return opened;
    });
    await serving(async (address) => {
      expect(await until(address, id, 'checked')).toMatchObject({ rows, rejected: 0, created: { sites: rows } });
      await post(`${address}/api/v1/imports/${id}/write`);
      await someTime();
    });
    await serving(async (address) => {
      expect(await until(address, id, 'imported')).toMatchObject({ created: { sites: rows } });
      await expect.poll(() => sitesOf(address), patience).toBe(before + rows);
      void post(`${address}/api/v1/imports/${id}/undo`).catch(() => undefined); // its answer may not come any more
      await someTime();
    });
    await serving(async (address) => {
      const { state } = await read(address, id);
      // Killed before it was asked for, or taken up again: nothing in between.
      if (state === 'imported') await post(`${address}/api/v1/imports/${id}/undo`);
      expect(await until(address, id, 'undone')).toMatchObject({ undone: { removed: { sites: rows } } });
      await expect.poll(() => sitesOf(address), patience).toBe(before);
    });
  }
});

/** A process that is killed as soon as the work has ended. */
async function serving<T>(work: (address: string) => Promise<T>): Promise<T> {
  const crg = new CrgProcess(['start', '--port', '0', '--data', data]);
  try {
    const address = await crg.address();
    await crg.line(/the city is|new folder/);
    return await work(address);
  } catch (error) {
    throw new Error(`${String(error)}; it had said:\n${crg.told.join('\n')}`, { cause: error });
  } finally {
    await crg.stop('SIGKILL');
  }
}

/** The city in memory follows the log of changes. */
const patience = { timeout: 60_000, interval: 100 };

const someTime = () => sleep(Math.random() * 2000);

async function upload(address: string, text: string): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([text]), 'plants.csv');
  const answer = await fetch(`${address}/api/v1/imports`, { method: 'POST', body: form });
  expect(answer.status, await answer.clone().text()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

async function post(url: string): Promise<void> {
  const answer = await fetch(url, { method: 'POST' });
  expect(answer.status, await answer.text()).toBe(202);
}

async function read(address: string, id: string): Promise<{ state: string; error: string | null }> {
  // A connection of its own: one that is kept may be closed by the server in the moment in which it is used again.
  const answer = await fetch(`${address}/api/v1/imports/${id}`, { headers: { connection: 'close' } });
  return (await answer.json()) as { state: string; error: string | null };
}

async function until(address: string, id: string, state: string) {
  for (;;) {
    const found = await read(address, id);
    if (found.state === state) return found;
    expect(found.state, String(found.error)).not.toBe('failed');
    await sleep(100);
  }
}

async function sitesOf(address: string): Promise<number> {
  const answer = await fetch(`${address}/api/v1/city`);
  return ((await answer.json()) as { counts: { sites: number } }).counts.sites;
}

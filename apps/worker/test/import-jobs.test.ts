// Imports as jobs on a real store: what a person sees of them, and what is left when a process stops, dies or is told to.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cancelImport } from '@crg/services/imports/cancel-import';
import { configureImport, type WantedSettings } from '@crg/services/imports/configure-import';
import { describeImport } from '@crg/services/imports/describe-import';
import { openImport } from '@crg/services/imports/open-import';
import { rejectedRows } from '@crg/services/imports/rejected-rows';
import { jobKindOf, requestImportWork } from '@crg/services/imports/request-import-work';
import { openStores } from '@crg/stores/open-stores';
import type { ImportState } from '@crg/stores/ports/import-store';
import type { Stores } from '@crg/stores/ports/stores';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { runImportJobs } from '../src/run-import-jobs.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'crg-import-jobs-'));
let stores: Stores;
beforeAll(async () => {
  stores = await openStores({ kind: 'embedded', directory: join(folder, 'data'), log: () => undefined });
});
afterAll(async () => {
  await stores.close();
  rmSync(folder, { recursive: true });
});

let stopping = new AbortController();
let running: Promise<void> = Promise.resolve();
const log = { info: () => undefined, error: () => undefined };

function start(): void {
  stopping = new AbortController();
  running = runImportJobs(stores, { log, signal: stopping.signal });
}

async function stop(): Promise<void> {
  stopping.abort();
  await running;
}
afterEach(stop);

const header = 'wwtp_id,name,country,nuts3,lat,lon,load_entering_pe,capacity_pe,treatment,nace2_inferred';
/** Treatment plants on a line through Jutland; each is an organization, a site and the supply of its effluent. */
const plants = (space: string, count: number) =>
  Array.from(
    { length: count },
    (_, n) => `${space}-${n},Plant ${space} ${n},DK,DK041,${55 + n / 1e5},9.2,1000,,secondary,37.00`,
  );
const table = (rows: readonly string[]) => [header, ...rows].join('\n');
const city = (id: string, more: object = {}) =>
  JSON.stringify({
    format: 'crg-city/1',
    name: 'Two neighbours',
    year: 2025,
    organizations: [{ id }],
    sites: [{ id: `${id}-site`, organization_id: id }],
    flows: [],
    ...more,
  });

async function opened(files: Record<string, string>, onError: 'stop' | 'skip' = 'stop'): Promise<string> {
  const given = Object.entries(files).map(([name, text]) => ({
    name,
    origin: `Test file ${name}`,
    bytes: bytesOf(text),
  }));
  const signal = new AbortController().signal;
  return (await openImport(stores, { files: given, onError, kept: [], signal })).id;
}

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}

async function ask(importId: string, step: 'check' | 'write' | 'undo'): Promise<void> {
  await requestImportWork(stores, { importId, step });
}

async function until(importId: string, ...states: readonly ImportState[]) {
  for (;;) {
    const found = await describeImport(stores, importId);
    if (states.includes(found.state)) return found;
    if (found.state === 'failed' && !states.includes('failed')) throw new Error(`failed: ${found.error}`);
    await sleep(20);
  }
}

async function imported(importId: string) {
  await ask(importId, 'check');
  await until(importId, 'checked');
  await ask(importId, 'write');
  return until(importId, 'imported');
}

const none = { organizations: 0, sites: 0, flows: 0 };
const each = (count: number) => ({ organizations: count, sites: count, flows: count });

test('a register is in the city once it is written, not while it is checked, and gone again once it is undone', async () => {
  start();
  const before = await stores.city.counts();
  const id = await opened({ 'plants.csv': table(plants('a', 3)) });
  await ask(id, 'check');
  const checked = await until(id, 'checked');
  expect(checked).toMatchObject({ rows: 3, rejected: 0, change: { created: each(3), updated: none, unchanged: none } });
  expect(await stores.city.counts()).toEqual(before);
  await ask(id, 'write');
  expect(await until(id, 'imported')).toMatchObject({ change: { created: each(3) } });
  expect((await stores.city.counts()).sites).toBe(before.sites + 3);

  const again = await opened({ 'plants.csv': table(plants('a', 3)) });
  expect(await imported(again)).toMatchObject({ change: { created: none, updated: none, unchanged: each(3) } });

  await ask(id, 'undo');
  expect(await until(id, 'undone')).toMatchObject({ undone: { removed: each(3), restored: none, kept: none } });
  expect(await stores.city.counts()).toEqual(before);
});

test('a cancelled check ends within a batch, and the next import gets its turn', async () => {
  start();
  const rows = 20_000;
  const id = await opened({ 'plants.csv': table(plants('b', rows)) });
  await ask(id, 'check');
  const { jobId } = await underway(id);
  await cancelImport(stores, id);
  expect(await describeImport(stores, id)).toMatchObject({ state: 'cancelled', rows: 0, change: null });
  const next = await opened({ 'next.csv': table(plants('c', 1)) });
  await ask(next, 'check');
  await until(next, 'checked');
  const job = await stores.jobs.get(jobId);
  expect(job?.state).toBe('cancelled');
  expect(Number.parseInt(job?.progress.text.replace(',', '') ?? '', 10)).toBeLessThan(rows);
});

test('a check that is stopped by a shutdown waits for the next start and begins anew', async () => {
  start();
  const id = await opened({ 'plants.csv': table(plants('d', 3000)) });
  await ask(id, 'check');
  const { jobId } = await underway(id);
  await stop();
  expect((await stores.jobs.get(jobId))?.state).toBe('queued');
  expect((await describeImport(stores, id)).state).toBe('checking');
  start();
  expect(await until(id, 'checked')).toMatchObject({ rows: 3000, change: { created: each(3000) } });
});

test('a check whose process has died starts again from an empty stage', async () => {
  const id = await opened({ 'plants.csv': table(plants('e', 2)) });
  await ask(id, 'check');
  await stores.jobs.claim({ kinds: [jobKindOf.check], leaseMilliseconds: 1 });
  const lost = { id: 'left-over', name: 'Of the dead process', nace: [] };
  await stores.importStage.stage(id, {
    organizations: [{ value: lost, file: 0, row: 9 }],
    sites: [],
    flows: [],
    problems: [],
  });
  start();
  expect(await until(id, 'checked')).toMatchObject({ rows: 2, change: { created: each(2) } });
});

test('writing and undoing are taken up again by the next process, and happen once', async () => {
  start();
  const before = await stores.city.counts();
  const id = await opened({ 'plants.csv': table(plants('f', 2)) });
  await ask(id, 'check');
  await until(id, 'checked');
  await stop();
  await ask(id, 'write');
  await stores.jobs.claim({ kinds: [jobKindOf.write], leaseMilliseconds: 1 });
  start();
  await until(id, 'imported');
  expect((await stores.city.counts()).flows).toBe(before.flows + 2);
  await stop();
  await ask(id, 'undo');
  await stores.jobs.claim({ kinds: [jobKindOf.undo], leaseMilliseconds: 1 });
  start();
  await until(id, 'undone');
  expect(await stores.city.counts()).toEqual(before);
});

test('work without a job has lost its process: the import says that nothing was written, and can be checked again', async () => {
  const id = await opened({ 'plants.csv': table(plants('g', 1)) });
  await stores.imports.move(id, 'checking');
  start();
  const { error } = await until(id, 'failed');
  expect(error).toBe(
    'The process that worked on it has ended. Nothing was written. Check it again, or import the file anew.',
  );
  await ask(id, 'check');
  await until(id, 'checked');
});

test('an interrupted undo leaves the import in the city', async () => {
  start();
  const id = await opened({ 'plants.csv': table(plants('h', 1)) });
  await imported(id);
  await stop();
  await stores.imports.move(id, 'undoing');
  start();
  const { error } = await until(id, 'imported');
  expect(error).toMatch(/Nothing was undone\. Undo it once more\.$/);
});

test('one bad row keeps all out, or is left out when that is wished, or is corrected', async () => {
  start();
  const [good = '', bad = ''] = plants('i', 2);
  const id = await opened({ 'plants.csv': table([good, bad.replace('9.2', 'east')]) });
  await ask(id, 'check');
  expect(await until(id, 'checked')).toMatchObject({ rows: 2, rejected: 1, change: { created: each(1) } });
  await expect(ask(id, 'write')).rejects.toThrow(/got 1 rejected row/);

  const rejected = [];
  for await (const row of rejectedRows(stores, id)) rejected.push(row);
  expect(rejected).toMatchObject([{ file: 0, row: 3, errors: [{ column: 'lon', got: '"east"' }] }]);
  expect(rejected[0]?.columns[5]).toBe('lon');
  expect(rejected[0]?.cells[5]).toBe('east');

  await configured(id, { onError: 'skip' });
  expect(await imported(id)).toMatchObject({ rejected: 1, change: { created: each(1) } });

  const corrected = await opened({ 'plants.csv': table([good, bad.replace('9.2', 'east')]) });
  await configured(corrected, { fixes: [{ kind: 'replace', file: 0, column: 'lon', from: 'east', to: '9.2' }] });
  expect(await imported(corrected)).toMatchObject({ rejected: 0, change: { created: each(1), unchanged: each(1) } });
});

test('city files and tables are one import: a mistake in one of them keeps all out, whatever is skipped', async () => {
  start();
  const bad = city('quarry', { sites: [{ id: 'quarry-site', organization_id: 'quary' }] });
  const id = await opened({ 'plants.csv': table(plants('j', 1)), 'city.json': bad }, 'skip');
  await ask(id, 'check');
  expect(await until(id, 'checked')).toMatchObject({ rows: 1 });
  const { items } = await stores.importStage.problems(id, {}, { cursor: null, limit: 10 });
  expect(items).toMatchObject([
    { file: 1, row: null, column: 'sites[0].organization_id', next: 'Did you mean "quarry"?' },
  ]);
  await expect(ask(id, 'write')).rejects.toThrow(/got "city\.json", of which nothing can be taken/);

  const good = await opened({ 'plants.csv': table(plants('j', 1)), 'city.json': city('quarry') });
  expect(await imported(good)).toMatchObject({
    rows: 3,
    change: { created: { organizations: 2, sites: 2, flows: 1 } },
  });
});

test('a site that stands in the city under another id is doubted, one that comes again is not', async () => {
  start();
  await imported(await opened({ 'plants.csv': table(plants('m', 1)) }));
  const again = await opened({
    'plants.csv': table([...plants('m', 1), ...plants('m', 1).map((row) => `new-${row}`)]),
  });
  await ask(again, 'check');
  expect(await until(again, 'checked')).toMatchObject({
    rejected: 0,
    change: { created: each(1), unchanged: each(1) },
  });
  const { items } = await stores.importStage.problems(again, { code: 'near_duplicate' }, { cursor: null, limit: 10 });
  expect(items).toMatchObject([{ severity: 'warning', row: 3, got: expect.stringContaining('(the city)') }]);
});

test('two files that give the same record are told, never merged', async () => {
  start();
  const id = await opened({ 'one.json': city('bakery'), 'two.json': city('bakery', { name: 'Elsewhere' }) }, 'skip');
  await ask(id, 'check');
  await until(id, 'checked');
  const { items } = await stores.importStage.problems(id, {}, { cursor: null, limit: 10 });
  expect(items).toMatchObject([
    { code: 'duplicate_id', file: 1, got: '"bakery", which stands in one.json too' },
    { code: 'duplicate_id', file: 1, got: '"bakery-site", which stands in one.json too' },
  ]);
  await expect(ask(id, 'write')).rejects.toThrow(/got "two\.json", of which nothing can be taken/);
});

test('a city file names the city, a table does not, and the undo gives the city its name back', async () => {
  start();
  const head = async () => {
    const { name, year, currency } = (await stores.city.metadata()) ?? { name: '', year: 0, currency: '' };
    return [name, year, currency];
  };
  await stores.city.putCity({ name: 'Jutland', year: 2024, currency: 'DKK', organizations: [], sites: [], flows: [] }, [
    'K',
  ]);
  await imported(await opened({ 'plants.csv': table(plants('l', 1)) }));
  expect(await head()).toEqual(['Jutland', 2024, 'DKK']);
  const id = await opened({ 'city.json': city('mill') });
  await imported(id);
  expect(await head()).toEqual(['Two neighbours', 2025, 'EUR']);
  await ask(id, 'undo');
  await until(id, 'undone');
  expect(await head()).toEqual(['Jutland', 2024, 'DKK']);
});

test('an unknown mapping is refused with the names there are, and a mapping for another table says which column it lacks', async () => {
  start();
  const id = await opened({ 'plants.csv': table(plants('k', 1)) });
  await expect(configured(id, { mappings: ['eea-wwtpp'] })).rejects.toThrow(/Did you mean eea-wwtp/);
  await expect(configured(id, { mappings: [null, null] })).rejects.toThrow(/a file of this import, from 0 to 0, got 1/);
  await configured(id, { mappings: ['hotmaps-industry'] });
  await ask(id, 'check');
  expect(await until(id, 'checked')).toMatchObject({ rows: 0, rejected: 0 });
  await expect(ask(id, 'write')).rejects.toThrow(/of which nothing can be taken/);
  const groups = await stores.importStage.problemGroups(id);
  expect(groups.length).toBeGreaterThan(0);
});

async function configured(importId: string, wanted: WantedSettings): Promise<void> {
  await configureImport(stores, { importId, wanted, kept: [] });
}

/** Once its check has read some rows; fails if it was too fast to be caught. */
async function underway(importId: string): Promise<{ jobId: string }> {
  for (;;) {
    const { state, jobId } = (await stores.imports.get(importId)) ?? { state: 'failed', jobId: null };
    expect(state).toBe('checking');
    const job = jobId === null ? null : await stores.jobs.get(jobId);
    if (jobId !== null && (job?.progress.done ?? 0) > 0) return { jobId };
    await sleep(5);
  }
}

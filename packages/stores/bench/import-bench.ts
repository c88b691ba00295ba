// Stages, previews, writes and undoes a large import on the embedded store, and prints what each step takes.
// Arguments: organizations (as many sites), flows.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flow, organization, site } from '../contracts/example-records.ts';
import { openStores } from '../src/open-stores.ts';
import type { Staged, StagedBatch } from '../src/ports/import-stage.ts';

const [companies = 31_000, flowCount = 27_000] = process.argv.slice(2).map(Number);
const batchSize = 1000;
const defaults = { name: 'Bench', year: 2024, currency: 'EUR', sources: ['generated'] };
const directory = mkdtempSync(join(tmpdir(), 'crg-bench-'));
const stores = await openStores({ kind: 'embedded', directory, log: console.log });

console.log(`open: ${Math.round(process.memoryUsage.rss() / 1e6)} MB of memory`);
const id = await checked('first');
await timed('preview', () => stores.importStage.preview(id));
await written(id);
const again = await checked('same again');
await timed('preview of the same', () => stores.importStage.preview(again));
await written(again);
const changed = await checked('all changed', ' (renamed)');
await written(changed);
await undone(changed);
await undone(id);
await stores.close();
console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
rmSync(directory, { recursive: true });

async function checked(name: string, suffix = ''): Promise<string> {
  const { id } = await stores.imports.create({ files: [{ name }], settings: {} });
  await stores.imports.move(id, 'checking');
  await timed(`stage (${name})`, async () => {
    for (let start = 0; start < Math.max(companies, flowCount); start += batchSize) {
      await stores.importStage.stage(id, batch(start, suffix));
    }
  });
  await stores.imports.move(id, 'checked');
  return id;
}

async function written(id: string): Promise<void> {
  await stores.imports.move(id, 'writing');
  await timed('write', () => stores.importStage.write(id, defaults));
}

async function undone(id: string): Promise<void> {
  await stores.imports.move(id, 'undoing');
  await timed('undo', () => stores.importStage.undo(id, { keepChanged: false }));
}

function batch(start: number, suffix: string): StagedBatch {
  const numbers = (end: number) =>
    Array.from({ length: Math.max(0, Math.min(batchSize, end - start)) }, (_, i) => start + i);
  const staged = <T>(value: T, i: number): Staged<T> => ({ value, file: 0, row: i + 2 });
  const place = (i: number) => ({ longitude: -10 + (i % 400) / 10, latitude: 36 + (i % 309) / 10 });
  return {
    organizations: numbers(companies).map((i) =>
      staged(organization(`bench:o${i}`, { name: `Works ${i}${suffix}` }), i),
    ),
    sites: numbers(companies).map((i) =>
      staged(site(`bench:s${i}`, `bench:o${i}`, { point: place(i), name: `Works ${i}${suffix}` }), i),
    ),
    flows: numbers(flowCount).map((i) => staged(flow(`bench:f${i}`, `bench:s${i}`, { name: `Heat ${i}${suffix}` }), i)),
    problems: [],
  };
}

/** Prints processor time too: on a busy machine it says more than the clock. */
async function timed(title: string, work: () => Promise<unknown>): Promise<void> {
  const started = performance.now();
  const before = process.cpuUsage();
  const answer = await work();
  const { user, system } = process.cpuUsage(before);
  const figures = [
    `${((performance.now() - started) / 1000).toFixed(2)} s`,
    `${((user + system) / 1e6).toFixed(2)} s of processor`,
    `${Math.round(process.memoryUsage.rss() / 1e6)} MB of memory`,
    `folder ${Math.round(sizeOf(directory) / 1e6)} MB`,
  ];
  console.log(`${title}: ${figures.join(', ')}`, JSON.stringify(answer) ?? '');
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

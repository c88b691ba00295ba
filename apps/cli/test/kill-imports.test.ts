import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { CrgProcess } from './crg-process.ts';
import { plantRows, plantTable } from './import-files.ts';
import { killImportsAtRandomMoments } from './kill-imports.ts';

const folder = mkdtempSync(join(tmpdir(), 'crg-kill-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('after kill -9 at 2 random moments of an import and its undo the city is the old one or the new one', {
  timeout: 240_000,
}, async () => {
  const count = await killImportsAtRandomMoments(folder, { kills: 2, rows: 1500 });
  expect(count.old + count.new).toBe(2);
});

test('Ctrl-C ends an import in order, and nothing of it is left', { timeout: 120_000 }, async () => {
  const file = join(folder, 'many.csv');
  writeFileSync(file, plantTable(plantRows('many', 20_000)));
  const crg = new CrgProcess(['import', file, '--data', join(folder, 'data')]);
  await crg.line(/many|rows\/s/);
  const { code, told } = await crg.stop('SIGINT');
  expect([code, told.at(-1)]).toEqual([1, 'crg import: stopped; nothing was written.']);
});

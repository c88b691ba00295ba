// `crg import` with tables, as people and scripts call it: one data folder, one story.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { crg } from './crg.ts';
import { plantRows, plantTable, quarry } from './import-files.ts';

vi.setConfig({ testTimeout: 180_000 });

const folder = mkdtempSync(join(tmpdir(), 'crg-import-'));
const data = join(folder, 'data');
afterAll(() => rmSync(folder, { recursive: true }));

const good = file('plants.csv', plantTable(plantRows('a', 3)));
const bad = file('bad.csv', plantTable([...plantRows('a', 2), ...plantRows('b', 1), 'c-0,North,DK,,north,9.2,900,,,']));
const town = file('town.json', JSON.stringify(quarry));

test('a city file, a table and standard input go in as one import, and the last line sums it up', async () => {
  const input = plantTable(plantRows('in', 2)).replaceAll(',', ';');
  const { code, out, told } = await crg(['import', town, good, '-', '--data', data, '--json'], { input });
  expect(code, told.join('\n')).toBe(0);
  const summary = JSON.parse(out.trimEnd().split('\n').at(-1) ?? '');
  expect(summary).toMatchObject({
    rows: 7,
    created: { organizations: 6, sites: 6, flows: 5 },
    updated: 0,
    unchanged: 0,
    rejected: [],
    warnings: 0,
    dry_run: false,
  });
  expect(summary.seconds).toBeGreaterThan(0);
  expect(summary.peak_memory_mb).toBeGreaterThan(100);
  expect(told.at(-1)).toMatch(/Quarry town, .*plants\.csv, -: 17 new, 0 updated, 0 unchanged in .* peak memory \d+ MB/);
});

test('one bad row keeps all rows out, and is told with row, column, expected, got and the next step', async () => {
  const { code, out, told } = await crg(['import', bad, '--data', data, '--json']);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    rows: 4,
    created: { organizations: 0, sites: 0, flows: 0 },
    updated: 0,
    rejected: [{ file: bad, row: 5, column: 'lat', expected: expect.stringContaining('latitude'), got: '"north"' }],
    rejected_rows: 1,
    import_id: null,
  });
  expect(told[0]).toMatch(/bad\.csv, row 5, column "lat": expected a latitude .*, got "north"\. Write a number/);
  expect(told.at(-1)).toMatch(
    /expected rows without errors, got 1 rejected of 4\. Nothing was written\. Correct them, or leave them out with --on-error skip\.$/,
  );
});

test('a dry run says what would happen, and it does not happen', async () => {
  const { code, told } = await crg(['import', bad, '--data', data, '--dry-run', '--on-error', 'skip']);
  expect(code).toBe(0);
  expect(told.at(-1)).toMatch(/bad\.csv: would be 3 new, 0 updated, 6 unchanged \(.*\)\. Nothing was written\.$/);
});

test('skipping leaves the bad row out, takes the others, and leaves what is there already as it is', async () => {
  const { code, out } = await crg(['import', bad, '--data', data, '--on-error', 'skip', '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    created: { organizations: 1, sites: 1, flows: 1 },
    unchanged: 6,
    rejected: [{ row: 5 }],
  });
});

test('the list names what was imported, newest first, and an undo takes one of them out again', async () => {
  const { out } = await crg(['imports', '--data', data, '--json']);
  const [newest, oldest, ...others] = JSON.parse(out);
  expect(others).toEqual([]);
  expect([newest.state, newest.rejected, newest.files[0].name]).toEqual(['imported', 1, 'bad.csv']);
  expect(oldest.files.map(({ name }: { name: string }) => name)).toEqual(['town.json', 'plants.csv', 'standard input']);

  const undone = await crg(['import', '--undo', newest.id, '--data', data, '--json']);
  expect([undone.code, JSON.parse(undone.out)]).toMatchObject([
    0,
    { removed: { organizations: 1, sites: 1, flows: 1 }, restored: { flows: 0 }, kept: { flows: 0 } },
  ]);
  const { code, told } = await crg(['import', '--undo', newest.id, '--data', data]);
  expect([code, told]).toMatchObject([
    1,
    [expect.stringMatching(/expected an import ready to be undone, got one that has been undone/)],
  ]);
});

test('skills, papers and the city’s own factors go in with a city file, come out with an export, and go with an undo', async () => {
  const rubble = {
    ...{ id: 'rubble', site_id: 'pit', direction: 'supply', type: 'material.mineral_rubble' },
    quantity: { amount: 900, unit: 't/a' },
    skills: ['blasting'],
    papers: { contract_or_market: true },
  };
  const factor = {
    ...{ id: 'price.electricity', unit: 'EUR/MWh', low: 95, mid: 110, high: 140 },
    ...{ source: 'Tariff', year: 2024, geography: 'DK' },
  };
  const own = file('own.json', JSON.stringify({ ...quarry, flows: [rubble], factors: [factor] }));
  const wrong = file('wrong.json', JSON.stringify({ ...quarry, factors: [{ ...factor, id: 'price.electricty' }] }));
  const refused = await crg(['import', wrong, '--data', data]);
  expect(refused.code).toBe(1);
  expect(refused.told.join('\n')).toMatch(/factors\[0\]\.id.*"price\.electricty".*Did you mean price\.electricity/);

  const { code, out, told } = await crg(['import', own, '--data', data, '--json']);
  expect(code, told.join('\n')).toBe(0);
  const { import_id: id } = JSON.parse(out.trimEnd().split('\n').at(-1) ?? '');
  const ownFactors = async () =>
    JSON.parse((await crg(['factors', '--data', data, '--json'])).out).factors.filter(
      ({ overridden }: { overridden: boolean }) => overridden,
    );
  expect(await ownFactors()).toEqual([expect.objectContaining(factor)]);
  const exported = JSON.parse((await crg(['export', '--data', data])).out);
  expect(exported.factors).toEqual([factor]);
  const { skills, papers } = rubble;
  expect(exported.flows.find((flow: { id: string }) => flow.id === 'rubble')).toMatchObject({ skills, papers });

  expect((await crg(['import', '--undo', id, '--data', data])).code).toBe(0);
  expect(await ownFactors()).toEqual([]);
});

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

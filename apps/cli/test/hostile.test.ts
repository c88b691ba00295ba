// The way of an import from end to end with files that were made to hurt: the readers' own, and rows that only a mapping can judge.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import type { HostileFile, Refused } from '../../../packages/imports/test/hostile/hostile-file.ts';
import { hostileFiles } from '../../../packages/imports/test/hostile/hostile-files.ts';
import { standardError } from '../src/standard-error.ts';
import { crg } from './crg.ts';

vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'crg-hostile-'));
const data = join(folder, 'data');
afterAll(() => rmSync(folder, { recursive: true }));

/** Below this size, and with the limits everybody has: larger ones are read by the test of the readers, without writing them down. */
const mostBytes = 12_000_000;

type RefusedFile = HostileFile & { readonly expected: Refused };
const refused = hostileFiles.filter((file): file is RefusedFile => {
  return 'code' in file.expected && file.limits === undefined && file.make().size < mostBytes;
});
/** A good beginning: only the rows behind it are refused, when the import is checked. */
const lateOne = 'a bomb behind the first rows';

describe('a file that nothing can be made of ends in one line, before a data folder is made', () => {
  const nowhere = join(folder, 'nowhere');
  test.each(refused.filter(({ what }) => what !== lateOne))('$what', async (file) => {
    const path = await written(file);
    const { code, out, told } = await crg(['import', path, '--data', nowhere, '--json']);
    expect(told).toHaveLength(1);
    expect(told[0]?.startsWith(`crg import: ${path}: expected `)).toBe(true);
    expect(told[0]).toContain(file.expected.says);
    expect([code, out, existsSync(nowhere)]).toEqual([1, '', false]);
  });
});

const header = [
  'Organization',
  'Site',
  'Latitude',
  'Longitude',
  'Country',
  'Direction',
  'Type',
  'Flow',
  'Amount',
  'Unit',
  'Flow id',
];
const ordinary = [
  'Dairy',
  'North',
  '55.6',
  '11.1',
  'DK',
  'supply',
  'heat.hot_water',
  'Rinsing water',
  '10',
  'MWh/a',
  '',
];

interface HostileRow {
  readonly cells: Readonly<Record<string, string>>;
  /** The column that keeps it out; null: it goes in. */
  readonly wrong: string | null;
}

const good = (cells: HostileRow['cells']): HostileRow => ({ cells, wrong: null });
const bad = (wrong: string, cells: HostileRow['cells']): HostileRow => ({ cells, wrong });

const names = [
  "=cmd|' /C calc'!A0",
  'evil\u202efdp.exe',
  'مصنع الألبان',
  "Robert'); DROP TABLE site;--",
  '<script>alert(1)</script>',
  '__proto__',
  'Z̷̡̢'.repeat(30),
  '🏭',
  '🚗',
];

const rows: readonly HostileRow[] = [
  good({}),
  ...names.map((name) => good({ Organization: name })),
  good({ 'Flow id': '../../etc/passwd' }),
  good({ 'Flow id': 'a b/c?d#e' }),
  good({ 'Flow id': '__proto__' }),
  good({ Flow: 'almost nothing', Amount: '1e-320' }),
  bad('Organization', { Organization: 'x'.repeat(600) }),
  bad('Organization', { Organization: ' ' }),
  bad('Latitude', { Latitude: '91' }),
  bad('Latitude', { Latitude: '1e309' }),
  bad('Latitude', { Latitude: 'NaN' }),
  bad('Latitude', { Latitude: '0', Longitude: '0' }),
  bad('Amount', { Amount: '1e308' }),
  bad('Amount', { Amount: '-5' }),
  bad('Amount', { Amount: 'Infinity' }),
  bad('Amount', { Amount: '0x10' }),
  bad('Amount', { Amount: '9'.repeat(400) }),
  bad('Unit', { Unit: 'furlong/fortnight' }),
  bad('Unit', { Unit: 'constructor' }),
  bad('Unit', { Unit: '('.repeat(1000) }),
  bad('Type', { Type: 'toString' }),
  bad('Direction', { Direction: 'both' }),
  bad('Country', { Country: '__proto__' }),
  bad('Flow id', { 'Flow id': 'y'.repeat(5000) }),
  bad('Flow id', { 'Flow id': '../../etc/passwd', Amount: '11' }),
  bad('Flow id', { 'Flow id': 'bell\u0007' }),
];

describe('rows that were made to hurt', () => {
  const table = join(folder, 'rows.csv');
  writeFileSync(table, [header, ...rows.map(cellsOf)].map((cells) => cells.map(quotedCell).join(';')).join('\n'));
  const wrongRows = rows.flatMap(({ wrong }, at) => (wrong === null ? [] : [{ row: at + 2, column: wrong }]));
  const taken = rows.length - wrongRows.length;

  test('go in exactly as they stand or are named with row, column and what to do', async () => {
    const { code, out, told } = await crg(['import', table, '--data', data, '--on-error', 'skip', '--json']);
    expect(code, told.join('\n')).toBe(0);
    const { rows: read, created, rejected, rejected_rows } = JSON.parse(out);
    expect([read, created.flows, rejected_rows]).toEqual([rows.length, taken, wrongRows.length]);
    expect(rejected.map(({ row, column }: { row: number; column: string }) => ({ row, column }))).toEqual(wrongRows);
    for (const { expected, got, next } of rejected) {
      expect(expected).not.toBe('');
      expect(got.length).toBeLessThan(120);
      expect(next).toMatch(/[.?]$/);
    }
    const city = JSON.parse((await crg(['export', '--data', data, '--output', '-'])).out);
    const stored = city.organizations.map(({ name }: { name: string }) => name);
    expect(new Set(stored)).toEqual(new Set(['Dairy', ...names]));
    expect(city.flows.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining(['flows:../../etc/passwd', 'flows:a b/c?d#e', 'flows:__proto__']),
    );
  });

  test('beside a bomb none of them goes in', async () => {
    const bomb = refused.find(({ what }) => what === lateOne);
    const { code, out, told } = await crg([
      ...['import', table, await written(bomb as HostileFile), '--data', data, '--on-error', 'skip', '--json'],
    ]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ created: { organizations: 0, sites: 0, flows: 0 }, import_id: null });
    expect(told.join('\n')).toContain('bomb-behind.xlsx: expected parts that unpack to at most 250 times their size');
    expect(told.at(-1)).toContain('Nothing was written.');
  });
});

test('what a file says is told to a terminal without its escapes and disguises', () => {
  let screen = '';
  const { tell } = standardError({ write: (text) => (screen += text) }, () => 0);
  tell('crg import: got "\u001b[2Jred\u0007, evil\u202efdp.exe"\nsecond line');
  expect(screen).toBe('crg import: got "\\u001b[2Jred\\u0007, evil\\u202efdp.exe"\nsecond line\n');
});

async function written({ name, make }: HostileFile): Promise<string> {
  const path = join(folder, name);
  const parts: Uint8Array[] = [];
  for await (const part of make().read()) parts.push(part);
  writeFileSync(path, Buffer.concat(parts));
  return path;
}

function cellsOf({ cells }: HostileRow): readonly string[] {
  return header.map((column, at) => cells[column] ?? ordinary[at] ?? '');
}

function quotedCell(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

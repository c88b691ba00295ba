import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { crg } from './crg.ts';
import { plantRows, plantTable } from './import-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'crg-nonsense-'));
afterAll(() => rmSync(folder, { recursive: true }));

const city = { format: 'crg-city/1', year: 2024, organizations: [], sites: [], flows: [] };
const good = file('good.json', JSON.stringify(city));

describe('a call that cannot be understood ends with exit code 2 and one line that says how it is done', () => {
  test.each([
    [['frobnicate'], /unknown command 'frobnicate'/],
    [['mach'], /Did you mean match\?/],
    [['match'], /'--input <file>' not specified/],
    [['match', '--input', good], /'--output <file>' not specified/],
    [['match', '--input', good, '--output', '-', '--k', '0'], /whole number from 1 to 100/],
    [['match', '--input', good, '--output', '-', '--k', '101'], /whole number from 1 to 100/],
    [['match', '--input', good, '--output', '-', '--k', '2.5'], /whole number from 1 to 100/],
    [['match', '--input', good, '--output', '-', '--k', 'ten'], /'ten' is invalid/],
    [['match', '--input', good, '--output', '-', '--kk', '3'], /unknown option '--kk'/],
    [['match', good], /too many arguments|not specified/],
    [['explain', '--supply', 'a', '--demand', 'b'], /'--input <file>' not specified/],
    [['explain', '--input', good, '--demand', 'b'], /'--supply <id>' not specified/],
    [['explain', '--input', good, '--supply', 'a', '--demand', 'b', '--k', '3'], /unknown option '--k'/],
    [['factors', '--input', good, '--data', folder], /'--input <file>' cannot be used with option '--data <dir>'/],
    [['factor'], /Did you mean factors\?/],
    [['rules', 'BP-1'], /too many arguments/],
    [['converters', '--jsn'], /unknown option '--jsn'/],
    [['start', '--port', '99999'], /whole number from 0 to 65535/],
    [['start', '--port'], /argument missing/],
    [['start', '--host', '0.0.0.0'], /unknown option '--host'/],
    [['import'], /missing required argument 'file'/],
    [['import', good, '--on-error', 'ignore'], /'ignore' is invalid\. Allowed choices are stop, skip/],
    [['import', good, '--keep-changed'], /--keep-changed goes with --undo only/],
    [['import', good, '--undo', 'x'], /--undo takes no file/],
    [['import', '--undo', 'x', '--dry-run'], /'--undo <id>' cannot be used with option '--dry-run'/],
  ])('crg %s', async (args, line) => {
    const { code, out, told } = await crg(args);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(line);
    expect(told[0]).toMatch(/^crg.*: .*See `npx crg.* --help`\.$/);
    expect([code, out]).toEqual([2, '']);
  });

  test('crg alone prints its help', async () => {
    const { code, told } = await crg([]);
    expect(code).toBe(2);
    expect(told.join('\n')).toContain('Usage: crg');
  });
});

describe('a file that cannot be used ends with exit code 1 and one line: expected, got, next step', () => {
  const sub = join(folder, 'sub');
  mkdirSync(sub);
  test.each<[string, string, string, RegExp]>([
    [
      'no such input',
      join(folder, 'none.json'),
      '-',
      /none\.json: expected a file that can be read, got nothing at that path \(ENOENT\)\. Check the path\.$/,
    ],
    ['a folder as input', folder, '-', /got a folder \(EISDIR\)/],
    ['a path through a file', join(good, 'x'), '-', /got a file where a folder should be \(ENOTDIR\)/],
    [
      'an empty file',
      file('empty.json', ''),
      '-',
      /expected a JSON value.*got the end of the file at line 1, column 1/,
    ],
    ['a comma too many', file('comma.json', '{\n"format": "crg-city/1",\n}'), '-', /at line 3, column 1/],
    [
      'two cities in one file',
      file('two.json', `${JSON.stringify(city)}\n${JSON.stringify(city)}`),
      '-',
      /expected the end of the file/,
    ],
    [
      'a key twice',
      file('key.json', '{"format":"crg-city/1","year":1,"year":2}'),
      '-',
      /year: expected each field once/,
    ],
    ['Latin-1', file('latin.json', Uint8Array.of(0x22, 0xe6, 0x22)), '-', /expected text in UTF-8/],
    ['UTF-16', file('utf16.json', new Uint8Array(Buffer.from('\uFEFF{}', 'utf16le'))), '-', /expected text in UTF-8/],
    ['a list', file('list.json', '[]'), '-', /format: expected "crg-city\/1", got an empty list/],
    ['null', file('null.json', 'null'), '-', /format: expected "crg-city\/1", got null/],
    ['a matches file', file('matches.json', '{"format":"crg-matches/1"}'), '-', /got "crg-matches\/1"/],
    [
      'a misspelt field',
      file('typo.json', JSON.stringify({ ...city, sties: [] })),
      '-',
      /sties: expected a known field .*Did you mean sites/,
    ],
    [
      'bytes without sense',
      file(
        'noise.json',
        Uint8Array.from({ length: 64 }, (_, i) => (i * 37) % 128),
      ),
      '-',
      /expected a JSON value/,
    ],
    ['a folder as output', good, sub, /expected a file that can be written, got a folder/],
    [
      'an output in no folder',
      good,
      join(folder, 'nowhere', 'm.json'),
      /expected a file that can be written, got nothing at that path/,
    ],
    ['an output below a file', good, join(good, 'm.json'), /got a file where a folder should be/],
    ['a full disk', good, '/dev/full', /got a full disk \(ENOSPC\)\. Free some space/],
  ])('%s', async (_what, input, output, line) => {
    const { code, out, told } = await crg(['match', '--input', input, '--output', output]);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^crg match: .*expected .*, got .*\. .*\.$|\?.*$/);
    expect(told[0]).toMatch(line);
    expect([code, out]).toEqual([1, '']);
  });

  test('nothing is left behind, and what stood there before is still there', async () => {
    const output = file('before.json', 'old');
    const { code } = await crg(['match', '--input', file('bad.json', '{'), '--output', output]);
    expect(code).toBe(1);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(existsSync(output)).toBe(true);
  });

  test('many mistakes are one line each, at most a hundred, and the others are counted', async () => {
    const many = file('many.json', JSON.stringify({ ...city, flows: Array.from({ length: 150 }, () => 'heat') }));
    const { code, told } = await crg(['match', '--input', many, '--output', '-']);
    expect(code).toBe(1);
    expect(told).toHaveLength(102);
    expect(told[0]).toBe(
      'crg match: expected a file without problems, got 150; nothing was taken over. Correct these and run it again.',
    );
    expect(told[1]).toMatch(/^crg match: flows\[0\]: expected a flow \{.*got "heat"/);
    expect(told[101]).toBe('crg match: … and 50 more problems.');
  });

  test('export of a folder that is not there makes none', async () => {
    const data = join(folder, 'no-data');
    const { code, told } = await crg(['export', '--data', data]);
    expect([code, told.length, existsSync(data)]).toEqual([1, 1, false]);
    expect(told[0]).toMatch(/expected a data folder with a city, got nothing at that path/);
  });

  test('import of a bad file makes no data folder', async () => {
    const data = join(folder, 'no-data-either');
    const { code, told } = await crg(['import', file('bad2.json', '{}'), '--data', data]);
    expect([code, told.length, existsSync(data)]).toEqual([1, 1, false]);
  });

  const registered = file('plants.csv', plantTable(plantRows('n', 2)));
  test.each<[string, readonly string[], RegExp]>([
    [
      'no such file',
      [join(folder, 'none.csv')],
      /none\.csv: expected a file that can be read, got nothing at that path/,
    ],
    ['a folder', [folder], /got a folder \(EISDIR\)\. Name a file/],
    [
      'an empty file',
      [file('empty.csv', '')],
      /empty\.csv: expected CSV, XLSX, GeoJSON or a city file, got an empty file/,
    ],
    ['the same file twice', [registered, registered], /plants\.csv: expected each file once, got it twice/],
    ['standard input twice', ['-', '-'], /-: expected each file once, got it twice/],
    ['an unknown mapping', [registered, '--mapping', 'eea-wwpt'], /got "eea-wwpt"\. Did you mean eea-wwtp\?/],
    [
      'a mapping file that is missing',
      [registered, '--mapping', './no.json'],
      /\.\/no\.json: .*got nothing at that path/,
    ],
    [
      'a table that no mapping knows',
      [file('own.csv', 'Firma,Breite,Laenge\nStahl,47.1,15.0\n')],
      /got "Firma", "Breite", "Laenge"\. Choose one with --mapping .*--mapping suggested.*site\.latitude from "Breite"/,
    ],
  ])('import of %s makes no data folder', async (what, args, line) => {
    const data = join(folder, `not-made-${what.replaceAll(' ', '-')}`);
    const { code, told } = await crg(['import', ...args, '--data', data]);
    expect([code, told.length, existsSync(data)], told.join('\n')).toEqual([1, 1, false]);
    expect(told[0]).toMatch(line);
  });

  test.each([
    ['imports', []],
    ['factors', []],
    ['import', ['--undo', '5d95fcfc-a2bc-4c88-8127-663b507086d7']],
  ])('crg %s of a folder that is not there makes none', async (command, args) => {
    const data = join(folder, 'no-data');
    const { code, told } = await crg([command, ...args, '--data', data]);
    expect([code, told.length, existsSync(data)]).toEqual([1, 1, false]);
    expect(told[0]).toMatch(/expected a data folder with a city, got nothing at that path/);
  });

  test('a folder that holds other things is left alone', async () => {
    const data = join(folder, 'photos');
    mkdirSync(data);
    writeFileSync(join(data, 'holiday.jpg'), 'x');
    const { code, told } = await crg(['import', good, '--data', data]);
    expect([code, told.length, readdirSync(data)]).toEqual([1, 1, ['holiday.jpg']]);
    expect(told[0]).toMatch(/other files in it/);
  });
});

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  chmodSync(path, 0o600);
  return path;
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileOnDisk } from '@crg/imports/read/file-on-disk';
import { openTable } from '@crg/imports/read/open-table';
import { describe, expect, test } from 'vitest';
import { readAll, refusalOf } from './read-all.ts';

const plain = 'site,heat,note\nRefinery,12.5,"hot, all year"\nDairy,,\n';
const plainRows = [
  { row: 2, cells: ['Refinery', '12.5', 'hot, all year'] },
  { row: 3, cells: ['Dairy', null, null] },
];

function utf16(text: string, { bigEndian = false, mark = true } = {}): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

test('each cell is the text between the separators, an empty one is null, and rows are numbered by line', async () => {
  const { table, rows } = await readAll(plain);
  expect(table).toMatchObject({ format: 'csv', sheet: null, columns: ['site', 'heat', 'note'], units: null });
  expect(table.facts).toEqual(['UTF-8', 'separator ,', 'decimal point']);
  expect(table.remarks).toEqual([]);
  expect(rows).toEqual(plainRows);
});

describe('encodings', () => {
  const danish = 'anlæg;by\nKraftværk;Ølstykke\n';
  test.each([
    ['UTF-8', Buffer.from(danish)],
    ['UTF-8 with byte order mark', Buffer.from(`\ufeff${danish}`)],
    ['UTF-16 (little endian)', utf16(danish)],
    ['UTF-16 (big endian)', utf16(danish, { bigEndian: true })],
    ['UTF-16 (little endian, without byte order mark)', utf16(danish, { mark: false })],
    ['UTF-16 (big endian, without byte order mark)', utf16(danish, { bigEndian: true, mark: false })],
    ['Windows-1252 (the bytes are no UTF-8)', Buffer.from(danish, 'latin1')],
  ])('a file in %s gives the same letters', async (said, bytes) => {
    const { table, cells } = await readAll(bytes);
    expect(table.facts[0]).toBe(said);
    expect(table.columns).toEqual(['anlæg', 'by']);
    expect(cells).toEqual([['Kraftværk', 'Ølstykke']]);
  });

  test('the euro sign and curly quotes of Windows-1252 are read as such', async () => {
    const { cells } = await readAll(Buffer.from([0x61, 0x3b, 0x62, 0x0a, 0x80, 0x3b, 0x93, 0x78, 0x94, 0x0a]));
    expect(cells).toEqual([['€', '“x”']]);
  });

  test('UTF-8 with a broken character is refused with its place, not read as another encoding', async () => {
    const bytes = Buffer.from('navn;by\nÆble;Ærø\nØl;Ålborg\n');
    bytes[bytes.length - 8] = 0xff;
    const refusal = await refusalOf(bytes);
    expect(refusal.code).toBe('unreadable_file');
    expect(refusal.message).toContain('broken character');
  });
});

describe('separators and line ends', () => {
  test.each([
    [',', 'separator ,'],
    [';', 'separator ;'],
    ['\t', 'separator tab'],
    ['|', 'separator |'],
  ])('%j is found by itself', async (separator, said) => {
    const text = [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
      ['4', '5', '6'],
    ]
      .map((cells) => cells.join(separator))
      .join('\n');
    const { table, cells } = await readAll(text);
    expect(table.facts[1]).toBe(said);
    expect(cells).toEqual([
      ['1', '2', '3'],
      ['4', '5', '6'],
    ]);
  });

  test('a semicolon file full of decimal commas is separated by semicolons', async () => {
    const { table, cells } = await readAll('navn;varme;pris\nA;1,5;2,25\nB;0,5;1.234,5\n');
    expect(table.facts).toEqual(['UTF-8', 'separator ;', 'decimal comma']);
    expect(table.decimalMarks).toEqual([',', ',', ',']);
    expect(cells[1]).toEqual(['B', '0,5', '1.234,5']);
  });

  test('the line "sep=;" names the separator and is no row', async () => {
    const { table, rows } = await readAll('sep=;\na;b\n1,5;x\n');
    expect(table.columns).toEqual(['a', 'b']);
    expect(rows).toEqual([{ row: 3, cells: ['1,5', 'x'] }]);
  });

  test.each(['\n', '\r\n', '\r'])('lines may end in %j', async (end) => {
    const { rows } = await readAll(plain.replaceAll('\n', end));
    expect(rows).toEqual(plainRows);
  });

  test('line breaks inside quotes belong to the cell, and the next row knows its line', async () => {
    const { rows } = await readAll('a,b\r\n"one\r\ntwo\r\nthree",x\r\n\r\ny,z\r\n');
    expect(rows).toEqual([
      { row: 2, cells: ['one\r\ntwo\r\nthree', 'x'] },
      { row: 6, cells: ['y', 'z'] },
    ]);
  });
});

describe('decimal marks', () => {
  test('a column that proves nothing has a decimal comma where another one has, and thousands so concluded are said', async () => {
    const { table } = await readAll('a;b;c\n1,5;1.234;1,234\n2,5;2.345;2,345\n');
    expect(table.decimalMarks).toEqual([',', ',', ',']);
    expect(table.remarks).toEqual([
      'Numbers such as "1.234" in column "b" are read as thousands, because other columns have a decimal comma.',
    ]);
  });

  test('codes and coordinates with points prove nothing for another column', async () => {
    const { table } = await readAll('lat;nace;amount\n55.67;24.10;1,234\n');
    expect(table.decimalMarks).toEqual(['.', '.', null]);
    expect(table.remarks).toEqual([]);
  });

  test('between commas a quoted 1,234 is more than a thousand, and that is said', async () => {
    const { table } = await readAll('a,b\n"1,234",62.983\n');
    expect(table.decimalMarks).toEqual(['.', '.']);
    expect(table.remarks).toEqual([
      'Numbers such as "1,234" in column "a" are read as thousands, because commas separate the cells of this file.',
    ]);
  });

  test('columns that disagree keep their own, and one that shows both has none', async () => {
    const { table } = await readAll('a;nace;c\n1,5;24.10;1,5\n2,5;24.20;1.5\n');
    expect(table.decimalMarks).toEqual([',', '.', null]);
    expect(table.facts).toContain('decimal comma in some columns, decimal point in others');
  });

  test('groups of three twice over prove the other mark', async () => {
    const { table } = await readAll("a;b;c\n1.234.567;1,234,567;1'234'567\n");
    expect(table.decimalMarks).toEqual([',', '.', ',']);
  });

  test('a file of nothing but 1.234 behind semicolons is undecided', async () => {
    const { table } = await readAll('a;b\n1.234;5.678\n');
    expect(table.decimalMarks).toEqual([null, null]);
    expect(table.facts).toEqual(['UTF-8', 'separator ;']);
  });
});

describe('header', () => {
  test('titles above the header are passed over and said', async () => {
    const { table, rows } = await readAll('Energy survey 2024,,\n\nsite,heat,cold\nA,1,2\nB,3,4\n');
    expect(table.columns).toEqual(['site', 'heat', 'cold']);
    expect(table.remarks).toEqual(['Row 1 stands above the header and was passed over: "Energy survey 2024".']);
    expect(rows.map(({ row }) => row)).toEqual([4, 5]);
  });

  test('so are lines about the file that are much narrower than the table', async () => {
    const { table, rows } = await readAll(
      'Survey;\nDate:;2024-03-01\n\nsite;heat;cold;water;steam\nA;1;2;3;4\nB;1;2;3;4\n',
    );
    expect(table.columns).toEqual(['site', 'heat', 'cold', 'water', 'steam']);
    expect(table.remarks).toEqual([
      'Rows 1 to 2 stand above the header and were passed over: "Survey" and what follows.',
    ]);
    expect(rows).toHaveLength(2);
  });

  test('a header with few names is still the header where the row below it is data', async () => {
    const { table, rows } = await readAll('site;;;;\nA;1;2;3;4\nB;1;2;3;4\n');
    expect(table.columns).toEqual(['site', 'column 2', 'column 3', 'column 4', 'column 5']);
    expect(rows).toHaveLength(2);
  });

  test('a first row with one name is the header where the table below is no wider', async () => {
    const { table } = await readAll('name\nA\nB\n');
    expect(table.columns).toEqual(['name']);
  });

  test('repeated and empty names are made distinct and said', async () => {
    const { table } = await readAll('name,heat,,heat,heat (2)\nA,1,2,3,4\n');
    expect(table.columns).toEqual(['name', 'heat', 'column 3', 'heat (3)', 'heat (2)']);
    expect(table.remarks).toEqual([
      'Column 3 has no name; it is called "column 3".',
      'The name "heat" stands above several columns; column 4 is called "heat (3)".',
    ]);
  });

  test('empty columns at the right edge are no columns', async () => {
    const { table, cells } = await readAll('a,b,,,\n1,2,,,\n');
    expect(table.columns).toEqual(['a', 'b']);
    expect(cells).toEqual([['1', '2']]);
  });

  test('a row of units under the header is read as units', async () => {
    const { table, rows } = await readAll('site;heat;temperature;price\n;[MWh/a];°C;EUR/t\nA;1200;85;3,5\n');
    expect(table.units).toEqual([null, 'MWh/a', '°C', 'EUR/t']);
    expect(rows).toEqual([{ row: 3, cells: ['A', '1200', '85', '3,5'] }]);
  });

  test('a first row of data that happens to hold a unit is data', async () => {
    const { table, rows } = await readAll('material,amount,unit\nslag,12,t\nash,13,kg\n');
    expect(table.units).toBeNull();
    expect(rows).toHaveLength(2);
  });

  test('a column of units alone is no row of units', async () => {
    const { table } = await readAll('unit\nt\nkg\n');
    expect(table.units).toBeNull();
  });
});

describe('rows that do not fit', () => {
  test('cells missing at the end count as empty and are said', async () => {
    const { table, cells } = await readAll('a,b,c\n1,2,3\n4\n5,6\n');
    expect(cells).toEqual([
      ['1', '2', '3'],
      ['4', null, null],
      ['5', '6', null],
    ]);
    expect(table.remarks).toEqual(['Cells are missing at the end of rows 3 and 4; they count as empty.']);
  });

  test('a row with a cell too many carries an error, for its values may stand under the wrong names', async () => {
    const { rows } = await readAll('a,b\n1,2\nOslo, Norway,3\n');
    expect(rows[1]?.problems).toEqual([
      expect.objectContaining({ severity: 'error', code: 'invalid_input', row: 3, got: '3, the last "3"' }),
    ]);
  });

  test('reading again gives the same rows and says nothing twice', async () => {
    const { table, rows } = await readAll('a,b\n1\n');
    const again = [];
    for await (const row of table.rows()) again.push(row);
    expect(again).toEqual(rows);
    expect(table.remarks).toHaveLength(1);
  });

  test('a reader that has seen enough can leave in the middle', async () => {
    const { table } = await readAll(`a,b\n${'1,2\n'.repeat(50_000)}`);
    for await (const { row } of table.rows()) if (row === 10) break;
    let rows = 0;
    for await (const _ of table.rows()) rows++;
    expect(rows).toBe(50_000);
  });
});

test.each([
  ['a quote that is never closed', 'a,b\n"1\r\n2",2\r\n"3,4\n', 'got one behind line 3 that is never closed'],
  ['a quote inside a cell', 'a,b\n1,5" pipe\n', 'got one inside a cell in line 2'],
  ['text behind a closing quote', 'a,b\n1,2\n"3"x,4\n', 'got one inside a cell in line 3'],
])('%s is refused with its place and what to do', async (_, text, got) => {
  const refusal = await refusalOf(text);
  expect(refusal.code).toBe('unreadable_file');
  expect(refusal.message).toContain(got);
  expect(refusal.evidence.next).toMatch(/\.$/);
});

// Counted by hand in the registers; they are not part of the repository. Whoever names a folder wants all of them read.
const named = process.env.CRG_SHARED_DATA;
const folder = named ?? join(import.meta.dirname, '../../../../..', 'shared', 'data');
const registers = [
  { name: 'facilities_industry_europe_hotmaps.csv', columns: 21, rows: 4485 },
  { name: 'facilities_wwtp_europe_eea.csv', columns: 10, rows: 26_580 },
  { name: 'facilities_power_europe_ppm.csv', columns: 13, rows: 2017 },
].filter(({ name }) => named !== undefined || existsSync(join(folder, name)));

if (registers.length > 0) {
  test.each(registers)('$name has $columns columns and $rows rows', async ({ name, columns, rows }) => {
    const table = await openTable(await fileOnDisk(join(folder, name)));
    let count = 0;
    for await (const { cells, problems } of table.rows()) {
      expect(cells.length).toBe(columns);
      expect(problems).toBeUndefined();
      count++;
    }
    expect([table.columns.length, count]).toEqual([columns, rows]);
    expect(table.remarks).toEqual([]);
  });
}

import { DomainError } from '@crg/domain/errors';
import { describe, expect, test } from 'vitest';
import { makeXlsx, rowXml, sheetOf } from './make-xlsx.ts';
import { readAll, refusalOf } from './read-all.ts';

const header = rowXml(1, ['site', 'value']);
const oneSheet = (rows: string, after = '') => [{ name: 'Data', rows: header + rows, after }];

async function cellsOf(cell: string, book: Partial<Parameters<typeof makeXlsx>[0]> = {}) {
  const { cells } = await readAll(
    makeXlsx({ sheets: oneSheet(`<row r="2"><c r="A2" t="str"><v>x</v></c>${cell}</row>`), ...book }),
  );
  return cells[0]?.[1];
}

test('texts and numbers of a sheet come as texts and numbers, with the row numbers of the sheet', async () => {
  const bytes = makeXlsx({
    sheets: [
      sheetOf([
        ['site', 'heat'],
        ['Refinery', 12.5],
        [null, null],
        ['Dairy', null],
      ]),
    ],
  });
  const { table, rows } = await readAll(bytes);
  expect(table).toMatchObject({ format: 'xlsx', sheet: 'Data', columns: ['site', 'heat'], units: null });
  expect(table.facts).toEqual(['sheet Data']);
  expect(rows).toEqual([
    { row: 2, cells: ['Refinery', 12.5] },
    { row: 4, cells: ['Dairy', null] },
  ]);
});

describe('cells', () => {
  test('shared strings are looked up, rich text is joined, phonetic hints are left out', async () => {
    const sharedStrings = [
      '<si><t>plain</t></si>',
      '<si><r><t>waste </t></r><r><rPr><b/></rPr><t>heat</t></r><rPh sb="0" eb="1"><t>hint</t></rPh></si>',
    ];
    expect(await cellsOf('<c r="B2" t="s"><v>0</v></c>', { sharedStrings })).toBe('plain');
    expect(await cellsOf('<c r="B2" t="s"><v>1</v></c>', { sharedStrings })).toBe('waste heat');
  });

  test('entities and escaped control characters are the characters they stand for', async () => {
    expect(await cellsOf('<c r="B2" t="inlineStr"><is><t>A &amp; B_x000A_&#233;_x005F_x0041_</t></is></c>')).toBe(
      'A & B\né_x0041_',
    );
  });

  test('booleans are booleans', async () => {
    expect(await cellsOf('<c r="B2" t="b"><v>1</v></c>')).toBe(true);
    expect(await cellsOf('<c r="B2" t="b"><v>0</v></c>')).toBe(false);
  });

  test('the stored value of a formula is used', async () => {
    expect(await cellsOf('<c r="B2"><f>SUM(C2:C9)</f><v>41.5</v></c>')).toBe(41.5);
    expect(await cellsOf('<c r="B2" t="str"><f>A2&amp;"!"</f><v>x!</v></c>')).toBe('x!');
  });

  test('cells without a reference follow each other', async () => {
    const rows = '<row><c t="inlineStr"><is><t>x</t></is></c><c><v>7</v></c></row>';
    const { rows: read } = await readAll(makeXlsx({ sheets: oneSheet(rows) }));
    expect(read).toEqual([{ row: 2, cells: ['x', 7] }]);
  });

  test('cells of a row may stand in any order', async () => {
    const rows = '<row r="2"><c r="B2"><v>7</v></c><c r="A2" t="inlineStr"><is><t>x</t></is></c></row>';
    const { cells } = await readAll(makeXlsx({ sheets: oneSheet(rows) }));
    expect(cells).toEqual([['x', 7]]);
  });

  test('element names may carry a prefix', async () => {
    const sheet = `<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v>a</x:v></x:c><x:c r="B1" t="str"><x:v>b</x:v></x:c></x:row><x:row r="2"><x:c r="B2"><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const { table, cells } = await readAll(
      makeXlsx({ sheets: oneSheet(''), parts: { 'xl/worksheets/sheet1.xml': sheet } }),
    );
    expect(table.columns).toEqual(['a', 'b']);
    expect(cells).toEqual([[null, 3]]);
  });
});

describe('dates', () => {
  const dated = (serial: string | number, format: number | string, from1904 = false) =>
    cellsOf(`<c r="B2" s="1"><v>${serial}</v></c>`, { formats: [0, format], from1904 });

  test('a number that is shown as a date is given as date and number', async () => {
    expect(await dated(45352, 14)).toEqual({ date: '2024-03-01', serial: 45352 });
    expect(await dated(45352.75, 22)).toEqual({ date: '2024-03-01T18:00:00', serial: 45352.75 });
  });

  test.each(['yyyy-mm-dd', 'd. mmm', '[$-406]d. mmmm yyyy;@', 'hh:mm', '"Woche" dd'])(
    '%s is a date',
    async (format) => {
      expect(await dated(45352, format)).toEqual({ date: '2024-03-01', serial: 45352 });
    },
  );

  test.each([0, 1, 2, 9, 11, '0.00', '#,##0 "days"', '0.0\\d', '[Red]0', '[h]:mm', 'General'])(
    '%s is a number',
    async (format) => {
      expect(await dated(45352, format)).toBe(45352);
    },
  );

  test('days before March 1900 are the ones that the spreadsheet shows, the day that never was included', async () => {
    expect(await dated(1, 14)).toEqual({ date: '1900-01-01', serial: 1 });
    expect(await dated(59, 14)).toEqual({ date: '1900-02-28', serial: 59 });
    expect(await dated(60, 14)).toEqual({ date: '1900-02-28', serial: 60 });
    expect(await dated(61, 14)).toEqual({ date: '1900-03-01', serial: 61 });
  });

  test('a file that counts from 1904 is said to', async () => {
    expect(await dated(43890, 14, true)).toEqual({ date: '2024-03-01', serial: 43890 });
  });

  test.each([-1, 2_958_466, 1e300])('%s shows no date and stays a number', async (serial) => {
    expect(await dated(serial, 14)).toBe(serial);
  });

  test('a date written as text is a date', async () => {
    expect(await cellsOf('<c r="B2" t="d"><v>2024-03-01</v></c>')).toEqual({ date: '2024-03-01', serial: 45352 });
  });
});

describe('cells that are empty for a reason', () => {
  test.each([
    ['an error value', '<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', '#DIV/0!', 'shows an error in row 2'],
    [
      'a formula without a value',
      '<c r="B2"><f>SUM(C2:C9)</f></c>',
      'a formula that was never calculated',
      'holds a formula without a stored value in row 2',
    ],
    [
      'a number beyond all bounds',
      '<c r="B2"><v>1E+400</v></c>',
      '"1E+400"',
      'holds a number beyond all bounds in row 2',
    ],
  ])('%s is null, a warning of its row and a remark on the file', async (_, cell, got, remark) => {
    const row = `<row r="2"><c r="A2" t="str"><v>x</v></c>${cell}</row>`;
    const { table, rows } = await readAll(makeXlsx({ sheets: oneSheet(row) }));
    expect(rows[0]?.cells).toEqual(['x', null]);
    expect(rows[0]?.problems).toEqual([
      expect.objectContaining({ severity: 'warning', code: 'unused_value', row: 2, column: 'value', got }),
    ]);
    expect(table.remarks).toEqual([expect.stringContaining(remark)]);
  });

  test('notes beside the table are passed over and said', async () => {
    const rows = rowXml(2, ['A', 1, 'remember to check']) + rowXml(3, ['B', 2]);
    const { table, rows: read } = await readAll(makeXlsx({ sheets: oneSheet(rows) }));
    expect(read.map(({ cells }) => cells)).toEqual([
      ['A', 1],
      ['B', 2],
    ]);
    expect(table.remarks).toEqual(['Cells beside the table were passed over in row 2.']);
  });
});

describe('header', () => {
  test('a title, a header in two rows with merged groups, and a row of units', async () => {
    const rows =
      rowXml(1, ['Survey of the park']) +
      rowXml(3, ['Site', 'Heat', null, 'Note']) +
      rowXml(4, [null, 'Amount', 'Temperature']) +
      rowXml(5, [null, 'MWh/a', '°C']) +
      rowXml(6, ['Dairy', 1200, 65, 'ok']);
    const after =
      '<mergeCells count="3"><mergeCell ref="A3:A4"/><mergeCell ref="B3:C3"/><mergeCell ref="D3:D4"/></mergeCells>';
    const { table, rows: read } = await readAll(makeXlsx({ sheets: [{ name: 'Park', rows, after }] }));
    expect(table.columns).toEqual(['Site', 'Heat Amount', 'Heat Temperature', 'Note']);
    expect(table.units).toEqual([null, 'MWh/a', '°C', null]);
    expect(read).toEqual([{ row: 6, cells: ['Dairy', 1200, 65, 'ok'] }]);
    expect(table.remarks).toEqual([
      'Row 1 stands above the header and was passed over: "Survey of the park".',
      'The header has two rows, 3 and 4: group and column were joined into one name.',
      'Row 5 was read as units.',
    ]);
  });

  test('merged cells in the body change nothing', async () => {
    const rows = rowXml(2, ['A', 1]) + rowXml(3, ['B', 2]);
    const after = '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>';
    const { table } = await readAll(makeXlsx({ sheets: oneSheet(rows, after) }));
    expect(table.columns).toEqual(['site', 'value']);
  });
});

describe('sheets', () => {
  const notes = sheetOf([['Read this first'], ['Fill in the yellow cells']], 'Notes');
  const data = sheetOf(
    [
      ['site', 'heat'],
      ['A', 1],
    ],
    'Heat',
  );
  const cold = sheetOf(
    [
      ['site', 'cold'],
      ['B', 2],
    ],
    'Cold',
  );
  const secret = { ...cold, name: 'Secret', state: 'hidden' as const };
  const bytes = makeXlsx({ sheets: [{ ...secret, name: 'Lists', state: 'veryHidden' }, notes, data, cold, secret] });

  test('the first visible sheet with a table is read, the others are named', async () => {
    const { table } = await readAll(bytes);
    expect(table).toMatchObject({ sheet: 'Heat', columns: ['site', 'heat'] });
    expect(table.remarks).toEqual([
      'Other sheets were not read: "Notes", "Cold".',
      'Hidden sheets were not read: "Lists", "Secret".',
    ]);
  });

  test('a sheet can be chosen by name, a hidden one too', async () => {
    expect((await readAll(bytes, { sheet: 'Cold' })).cells).toEqual([['B', 2]]);
    const { table } = await readAll(bytes, { sheet: 'Secret' });
    expect(table.sheet).toBe('Secret');
    expect(table.remarks).toEqual(['The sheet "Secret" is hidden in the spreadsheet.']);
  });

  test('a name that is not there is refused with the names that are', async () => {
    const refusal = await refusalOf(bytes, { sheet: 'Warm' });
    expect(refusal).toBeInstanceOf(DomainError);
    expect(refusal.code).toBe('invalid_input');
    expect(refusal.message).toContain('expected one of "Lists", "Notes", "Heat", "Cold", "Secret", got "Warm"');
  });

  test('a sheet cannot be chosen in a text file', async () => {
    expect((await refusalOf('a,b\n1,2\n', { sheet: 'Heat' })).code).toBe('invalid_input');
  });

  test('a file with hidden sheets only says where the table should be', async () => {
    const refusal = await refusalOf(makeXlsx({ sheets: [secret] }));
    expect(refusal.message).toContain('expected a visible sheet with a header row and rows under it');
  });
});

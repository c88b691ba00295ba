import { expect, test } from 'vitest';
import { csvLine } from '../../src/check/csv-line.ts';
import { rejectedHeader, rejectedLine } from '../../src/check/rejected-rows.ts';
import { fileInMemory } from '../../src/read/file-in-memory.ts';
import { openTable } from '../../src/read/open-table.ts';
import type { RowProblem } from '../../src/row-problem.ts';
import { goodRow, mapGood, rowsOf } from '../map/row-reading.ts';

test('a rejected row stands as it was, with what is wrong behind it', () => {
  const changes = { Unit: 'MWh', Country: 'Denmrk' };
  const { problems } = mapGood(changes);
  const line = rejectedLine({ row: 2, cells: Object.values({ ...goodRow, ...changes }) }, problems);
  expect(line).toBe(
    'Refinery,19.20,Main works,55.654,11.097,Denmrk,supply,heat.hot_water,Cooling of column 3,500,MWh,2,Country / Unit,' +
      '"a country: two letters of ISO 3166-1 or its name / a unit of energy such as kW, MW, kWh/a or MWh/a",' +
      '"""Denmrk"" / ""MWh""",' +
      '"Did you mean Denmark (DK)? / Say per what time: MWh/a for a yearly amount, MWh/h or MWh/d for a rate."\r\n',
  );
});

test('the file of rejected rows can be read again, and its own columns are no part of it', async () => {
  const problem: RowProblem = {
    severity: 'error',
    code: 'invalid_input',
    row: 2,
    column: 'b',
    expected: 'x',
    got: 'y',
    next: 'z',
    fix: null,
  };
  const warning: RowProblem = { ...problem, severity: 'warning', next: 'not said' };
  const text =
    rejectedHeader(['a', 'b']) + rejectedLine({ row: 2, cells: [1, 'zwei, "drei"\nvier'] }, [warning, problem]);
  const table = await openTable(fileInMemory('rejected.csv', text));
  expect(table.columns).toEqual(['a', 'b', 'crg_row', 'crg_column', 'crg_expected', 'crg_got', 'crg_next']);
  const rows = await rowsOf(table);
  expect(rows.map(({ cells }) => cells)).toEqual([['1', 'zwei, "drei"\nvier', '2', 'b', 'x', 'y', 'z']]);
});

test.each([
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['+cmd|/C calc', "'+cmd|/C calc"],
  ['-5,2', '"-5,2"'],
  ['-5', '-5'],
  [' =A1', "' =A1"],
  ['a=b', 'a=b'],
])('%s is written as %s, so that no spreadsheet runs it', (cell, written) => {
  expect(csvLine([cell])).toBe(`${written}\r\n`);
});

import { expect, test } from 'vitest';
import { makeXlsx, sheetOf } from './make-xlsx.ts';
import { readAll } from './read-all.ts';

test('texts and numbers of a sheet come as texts and numbers, with the row numbers of the sheet', async () => {
  const { table, rows } = await readAll(
    makeXlsx({
      sheets: [
        sheetOf([
          ['site', 'heat'],
          ['Refinery', 12.5],
          ['Dairy', null],
        ]),
      ],
    }),
  );
  expect(table).toMatchObject({ format: 'xlsx', sheet: 'Data', columns: ['site', 'heat'], units: null });
  expect(rows).toEqual([
    { row: 2, cells: ['Refinery', 12.5] },
    { row: 3, cells: ['Dairy', null] },
  ]);
});

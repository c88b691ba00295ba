import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { rowChecks } from '../../src/check/row-checks.ts';
import { rowMapper } from '../../src/map/row-mapper.ts';
import { recogniseMapping } from '../../src/mappings/built-in.ts';
import { templateColumns } from '../../src/mappings/flows-template.ts';
import { fileInMemory } from '../../src/read/file-in-memory.ts';
import { openTable } from '../../src/read/open-table.ts';
import { templateCsv, templateXlsx } from '../../src/template/flows-template-file.ts';
import { columnLetters } from '../../src/template/workbook-writer.ts';
import { rowsOf } from '../map/row-reading.ts';

const files = [
  ['flows.xlsx', templateXlsx()],
  ['flows.csv', templateCsv()],
] as const;

test.each(files)(
  'the template %s imports as it is: two invented firms, a supply, a demand, and no doubt',
  async (name, content) => {
    const table = await openTable(fileInMemory(name, content));
    const mapping = recogniseMapping(table.columns);
    if (mapping === null) throw new Error('not recognised');
    expect(mapping.name).toBe('flows-template');
    const mapper = rowMapper({ table, mapping, currency: 'EUR' });
    expect(mapper.problems).toEqual([]);
    const checks = rowChecks({ files: [name] });
    const rows = (await rowsOf(table)).map((row) => checks.check(mapper.map(row), 0));
    expect([...rows.flatMap(({ problems }) => problems), ...checks.finish()]).toEqual([]);
    expect(rows.map(({ organizations }) => organizations[0]?.name)).toEqual([
      'Example Brickworks (invented)',
      'Example Greenhouses (invented)',
    ]);
    expect(rows.map(({ flows }) => flows[0])).toMatchObject([
      { direction: 'supply', type: 'heat.flue_gas', quantity: { amount: 4200, unit: 'MWh/a', precision: 'measured' } },
      {
        direction: 'demand',
        type: 'heat.hot_water',
        quantity: { amount: 900, unit: 'kW' },
        price: { amount: 38, per: 'MWh' },
      },
    ]);
  },
);

describe('the workbook', () => {
  const parts = unzipSync(templateXlsx());
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());

  test('is the same byte for byte each time', () => {
    expect(Buffer.from(templateXlsx()).equals(Buffer.from(templateXlsx()))).toBe(true);
  });

  test('offers direction, type, unit, precision and hours to choose from', () => {
    const flows = part('xl/worksheets/sheet1.xml');
    const lists = [...flows.matchAll(/sqref="([A-Z]+)2:\1\d+"><formula1>([^<]+)</g)].map(([, letters, source]) => [
      letters,
      source,
    ]);
    const letters = (header: string) =>
      columnLetters(templateColumns.filter(({ inTemplate }) => inTemplate).findIndex((one) => one.header === header));
    expect(lists).toEqual([
      [letters('Direction'), '&quot;supply,demand&quot;'],
      [letters('Type'), expect.stringMatching(/^Types!\$A\$2:\$A\$\d+$/)],
      [letters('Unit'), expect.stringMatching(/^Lists!\$A\$2:\$A\$\d+$/)],
      [letters('Precision'), '&quot;measured,estimated,archetype&quot;'],
      [letters('Hours'), '&quot;continuous,weekdays_06_22,weekdays_08_17,nights_22_06,weekend&quot;'],
    ]);
  });

  test('explains every column on its sheet Notes', () => {
    const notes = part('xl/worksheets/sheet2.xml');
    for (const { header, note } of templateColumns) {
      expect(notes).toContain(`>${header}<`);
      expect(notes).toContain(note.replaceAll('&', '&amp;').replaceAll('"', '&quot;'));
    }
  });

  test('names its columns as spreadsheets do', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});

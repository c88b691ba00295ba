import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { flowFields, organizationFields, readMapping, siteFields } from '@crg/city-format/mapping-schema';
import { describe, expect, test } from 'vitest';
import { farAtLeastKm, farTimes } from '../../src/check/far-sites.ts';
import { coastToleranceKm } from '../../src/check/judge-place.ts';
import { duplicateLikeness, duplicateWithinMetres, mostAtOnePoint } from '../../src/check/near-sites.ts';
import { rejectedColumns } from '../../src/check/rejected-rows.ts';
import { mostRecords } from '../../src/check/seen-records.ts';
import { builtInMappings } from '../../src/mappings/built-in.ts';
import { templateColumns } from '../../src/mappings/flows-template.ts';
import { readLimits } from '../../src/read/limits.ts';

const root = join(import.meta.dirname, '../../../..');
const guide = readFileSync(join(root, 'docs/imports.md'), 'utf8');

/** The part of the guide between two marks. */
const part = (name: string): string => guide.split(`<!-- ${name} -->\n`)[1]?.split(`<!-- end of ${name} -->`)[0] ?? '';

const table = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells, index) => `| ${cells.join(' | ')} |\n${index === 0 ? `|${' --- |'.repeat(cells.length)}\n` : ''}`)
    .join('');

describe('the user guide of imports', () => {
  test('lists every column of the template with what to write there', () => {
    const rows = templateColumns
      .filter(({ inTemplate }) => inTemplate)
      .map(({ header, required, note }) => [header, required ? 'needed' : '', note.replaceAll('|', '\\|')]);
    expect(part('template columns')).toBe(table([['column', '', 'what to write'], ...rows]));
  });

  test('names every field of a mapping beside its column', () => {
    const everyday = templateColumns.filter(({ field, kind }) => kind === 'flow' && !field.startsWith('quality.'));
    expect(part('fields')).toBe(
      table([
        ['field of a flow', 'column of the template'],
        ...everyday.map(({ field, header }) => [`\`${field}\``, header]),
      ]),
    );
    expect(everyday.map(({ field }) => field).sort()).toEqual([...flowFields].sort());
    for (const field of [...organizationFields, ...siteFields]) expect(guide).toContain(`\`${field}\``);
  });

  test('has an example of a mapping that can be read, and names every built-in one', () => {
    const [, example = ''] = /```json\n(.*?)```/s.exec(guide) ?? [];
    expect(readMapping(example).name).toBe('my-park');
    for (const { name } of builtInMappings) expect(guide).toContain(`\`${name}\``);
  });

  test('explains every code that a row can be told', () => {
    const told = new Set(
      sources('packages/imports/src').flatMap((text) =>
        [...text.matchAll(/code: '([a-z_]+)'/g)].map(([, code]) => code),
      ),
    );
    const explained = [...part('problems').matchAll(/^\| `([a-z_]+)`/gm)].map(([, code]) => code);
    expect([...told].filter((code) => !explained.includes(code))).toEqual([]);
    // What the domain finds in units and amounts passes through under its own codes.
    expect(explained).toEqual(
      expect.arrayContaining(['wrong_dimension', 'invalid_quantity', 'unreadable_file', 'file_too_large']),
    );
  });

  test('states the thresholds and limits of the code', () => {
    expect(part('problems')).toContain(
      `within ${duplicateWithinMetres} m has a name of which ${duplicateLikeness * 100} %`,
    );
    expect(part('problems')).toContain(`more than ${mostAtOnePoint} sites at exactly one place`);
    expect(part('problems')).toContain(`more than ${coastToleranceKm} km from any land`);
    expect(part('problems')).toContain(`at least ${farAtLeastKm} km and ${farTimes} times`);
    const counted = (count: number) => count.toLocaleString('en-GB');
    const mebibytes = (bytes: number) => `${counted(bytes / 1024 / 1024)} MiB`;
    expect(part('limits')).toBe(
      table([
        ['what', 'at most'],
        ['rows of a table', counted(readLimits.rows)],
        ['columns of a table', counted(readLimits.columns)],
        ['characters of a cell', counted(readLimits.cellCharacters)],
        ['text file', mebibytes(readLimits.textBytes)],
        ['GeoJSON file', mebibytes(readLimits.geojsonBytes)],
        ['XLSX file, packed', mebibytes(readLimits.xlsxBytes)],
        ['distinct organizations, sites or flows in one import, each', counted(mostRecords)],
      ]),
    );
    for (const column of rejectedColumns) expect(guide).toContain(`\`${column}\``);
  });
});

function sources(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));
}

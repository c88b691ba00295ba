import { checkedMapping, readMapping } from '@crg/city-format/mapping-schema';
import { expect, test } from 'vitest';
import { rowMapper } from '../../src/map/row-mapper.ts';
import { builtInMappings, recogniseMapping } from '../../src/mappings/built-in.ts';
import { fieldsWithoutColumn, templateColumns } from '../../src/mappings/flows-template.ts';
import { csvTable } from '../map/csv-table.ts';

test.each(builtInMappings.map((mapping) => [mapping.name, mapping] as const))(
  'the mapping %s is one that its own strict reader takes',
  (_, mapping) => {
    expect(checkedMapping(mapping)).toBe(mapping);
    expect(readMapping(JSON.stringify(mapping))).toEqual(mapping);
  },
);

test('the template has a column for every field that a mapping knows, each once', () => {
  expect(fieldsWithoutColumn()).toEqual([]);
  const headers = templateColumns.map(({ header }) => header);
  expect(new Set(headers).size).toBe(headers.length);
});

test('a kept mapping wins over a built-in one that asks for as many columns', () => {
  const [, eea] = builtInMappings;
  if (eea === undefined) throw new Error('no mapping');
  expect(recogniseMapping(eea.recognised_by, [{ ...eea, name: 'ours' }])?.name).toBe('ours');
});

test('a mapping made for another table is told so before any row is read', () => {
  const table = csvTable('Firma,Ort\nNovo,Kalundborg');
  const [, , powerplants] = builtInMappings;
  if (powerplants === undefined) throw new Error('no mapping');
  const { problems } = rowMapper({ table, mapping: powerplants, currency: 'EUR' });
  expect(problems[0]).toEqual({
    severity: 'error',
    code: 'invalid_input',
    row: null,
    column: 'plant_id',
    expected: 'the column "plant_id", which the mapping "powerplants" reads',
    got: 'a table with "Firma", "Ort"',
    next: 'Choose the column in the mapping, or take it out of the mapping.',
    fix: null,
  });
});

test('a plant without a company goes by its own name, with an id of its own', () => {
  const header =
    'site_id,company,site,country,lat,lon,excess_heat_100_200c_gwh,excess_heat_200_500c_gwh,excess_heat_over_500c_gwh';
  const table = csvTable(
    `${header}\nHM-1,,Kiln,Austria,47,15,1.5,0,0\nHM-2,,Kiln,Austria,48,15,0,0,2\nHM-3,Kiln AG,,Austria,48,15,0,0,0`,
  );
  const mapping = recogniseMapping(table.columns);
  if (mapping === null) throw new Error('not recognised');
  const mapper = rowMapper({ table, mapping, currency: 'EUR' });
  const [first, second, third] = table.rows.map((row) => mapper.map(row));
  expect(first?.organizations).toEqual([{ id: 'hotmaps:HM-1', name: 'Kiln', nace: [] }]);
  expect(second?.organizations[0]?.id).toBe('hotmaps:HM-2');
  expect(third?.organizations[0]?.id).toBe('hotmaps:kiln-ag.at');
  expect(third?.sites[0]?.name).toBe('HM-3');
  expect(first?.problems).toEqual([
    {
      severity: 'warning',
      code: 'name_missing',
      row: 2,
      column: 'company',
      expected: 'the name of an organization',
      got: 'nothing',
      next: 'It goes by "Kiln" until somebody fills the name in.',
      fix: null,
    },
  ]);
  expect(first?.flows.map(({ id }) => id)).toEqual(['hotmaps:HM-1/heat-100-200']);
  expect(second?.flows[0]?.quality).toEqual({ temperature_c: { min: 500, max: null } });
});

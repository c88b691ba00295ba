import { checkedMapping } from '@crg/city-format/mapping-schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowMapper } from '../../src/map/row-mapper.ts';
import { columnSynonyms } from '../../src/mappings/column-synonyms.ts';
import { templateColumns } from '../../src/mappings/flows-template.ts';
import { suggestMapping } from '../../src/mappings/suggest-mapping.ts';
import type { DecimalMark } from '../../src/table.ts';
import { csvTable } from '../map/csv-table.ts';

function suggest(text: string, mark: DecimalMark | null = null, fileName = 'firms.csv') {
  const table = csvTable(text, mark);
  const suggestion = suggestMapping({ table, samples: table.rows.map(({ cells }) => cells), fileName });
  const mapper = rowMapper({ table, mapping: suggestion.mapping, currency: 'EUR' });
  return { ...suggestion, mapped: table.rows.map((row) => mapper.map(row)) };
}

describe('a table nobody has seen before', () => {
  test('in Danish: every column is understood, and the page is told what was guessed', () => {
    const { mapping, guessed, unused, mapped } = suggest(
      `Virksomhed,Adresse,Breddegrad,Længdegrad,Retning,Ressource,Beskrivelse,Mængde [MWh/a],Temp (°C),EAK,Branchekode,Telefon
Novo A/S,Hallas Allé 1,"55,681","11,091",Afgiver,Damp,Overskud,"1.200,5",165,,21.10,12345678
Gyproc A/S,Hareskovvej 12,"55,662","11,103",Modtager,Damp,Tørring,500,150,,23.62,87654321`,
      ',',
    );
    expect(mapping.organization).toEqual({ name: { column: 'Virksomhed' }, nace: { column: 'Branchekode' } });
    expect(mapping.site).toEqual({
      name: { column: 'Adresse' },
      latitude: { column: 'Breddegrad' },
      longitude: { column: 'Længdegrad' },
    });
    expect(mapping.flows[0]?.fields).toEqual({
      direction: { column: 'Retning' },
      type: { column: 'Ressource' },
      name: { column: 'Beskrivelse' },
      'quantity.amount': { column: 'Mængde [MWh/a]' },
      'quality.temperature_c.min': { column: 'Temp (°C)' },
      'quality.temperature_c.max': { column: 'Temp (°C)' },
      'codes.ewc': { column: 'EAK' },
    });
    expect(guessed).toContain('organization.name');
    expect(guessed).toContain('flow.quantity.amount');
    expect(unused).toEqual(['Telefon']);
    expect(mapped.flatMap(({ problems }) => problems)).toEqual([]);
    expect(mapped[0]?.flows[0]).toMatchObject({
      direction: 'supply',
      type: 'heat.steam',
      quantity: { amount: 1200.5, unit: 'MWh/a' },
      quality: { temperature_c: { min: 165, max: 165 } },
    });
  });

  test('in German', () => {
    const { mapping, mapped } = suggest(
      `Unternehmen,Standort,Breitengrad,Längengrad,Angebot/Nachfrage,Ressourcenart,Jahresmenge,Einheit,Abfallschlüssel,Min Temperatur,Max Temperatur,Land
Ziegel GmbH,Werk Nord,48.1,11.6,Angebot,Rauchgas,900,MWh/Jahr,,160,190,Deutschland
Gärtnerei KG,Glashaus,48.2,11.7,Bedarf,Abwasser,50,m³/h,,,,Österreich`,
    );
    expect(mapping.flows[0]?.fields).toMatchObject({
      'quality.temperature_c.min': { column: 'Min Temperatur' },
      'quality.temperature_c.max': { column: 'Max Temperatur' },
      'codes.ewc': { column: 'Abfallschlüssel' },
    });
    expect(mapped.flatMap(({ problems }) => problems)).toEqual([]);
    expect(mapped.map(({ sites }) => sites[0]?.country)).toEqual(['DE', 'AT']);
    expect(mapped.map(({ flows }) => flows[0]?.quantity.unit)).toEqual(['MWh/a', 'm3/h']);
  });

  test('by its cells, where the names say nothing: degrees, waste codes, directions, units', () => {
    const { mapping } = suggest(
      `A,B,C,D,E,F,G
Novo,55.681,11.091,supply,t/a,100102,300
Gyproc,55.662,11.103,demand,t/a,101314,200`,
    );
    expect(mapping.site).toEqual({ latitude: { column: 'B' }, longitude: { column: 'C' } });
    expect(mapping.flows).toEqual([]);
    const named = suggest(
      `Firm,B,C,D,E,F,Amount
Novo,55.681,11.091,supply,t/a,100102,300
Gyproc,55.662,11.103,demand,t/a,101314,200`,
    );
    expect(named.mapping.flows[0]?.fields).toEqual({
      'quantity.amount': { column: 'Amount' },
      direction: { column: 'D' },
      'quantity.unit': { column: 'E' },
      'codes.ewc': { column: 'F' },
    });
  });

  test('with longitude before latitude, as geographers write', () => {
    const { mapping } = suggest('Firm,P,Q\nNovo,11.091,55.681\nGyproc,11.103,55.662');
    expect(mapping.site).toEqual({ longitude: { column: 'P' }, latitude: { column: 'Q' } });
  });

  test('with ids of its own gets a space of ids of its own', () => {
    const { mapping, mapped } = suggest('Plant id,Company\nP-1,Novo\nP-2,Gyproc', null, 'Mølle Park 2026.xlsx');
    expect(mapping).toMatchObject({ name: 'moelle-park-2026', id_space: 'moelle-park-2026' });
    expect(mapped.map(({ sites }) => sites[0]?.id)).toEqual(['moelle-park-2026:P-1', 'moelle-park-2026:P-2']);
  });

  test("with the template's own headers is sure of them", () => {
    const headers = templateColumns.map(({ header }) => header);
    const table = { columns: headers, units: null };
    const { guessed, unused, mapping } = suggestMapping({ table, samples: [], fileName: 'x.csv' });
    expect(guessed).toEqual([]);
    expect(unused).toEqual([]);
    expect(checkedMapping(mapping)).toEqual(mapping);
  });

  test('of which nothing can be made gives a mapping that a person can begin with', () => {
    const { mapping, unused } = suggest('foo,bar\n1,2', null, '???.csv');
    expect(mapping).toMatchObject({ name: 'table', organization: {}, site: {}, flows: [] });
    expect(unused).toEqual(['foo', 'bar']);
    expect(checkedMapping(mapping)).toEqual(mapping);
  });
});

test('whatever a table holds, the suggestion is a mapping that can be kept, and reads that table', () => {
  const words = columnSynonyms.flatMap((one) => one.words);
  const header = fc.oneof(
    fc.constantFrom(...words, ...templateColumns.map((one) => one.header), 'constructor', '__proto__', 'x'.repeat(400)),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
  );
  const cell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.double(),
    fc.constantFrom('55,68', '11.09', 'supply', '100102', 'MWh/a', null),
  );
  fc.assert(
    fc.property(
      fc.uniqueArray(header, { minLength: 1, maxLength: 12 }),
      fc.array(fc.array(cell, { minLength: 12, maxLength: 12 }), { maxLength: 3 }),
      fc.string(),
      (columns, samples, fileName) => {
        const { mapping, unused } = suggestMapping({ table: { columns, units: null }, samples, fileName });
        expect(checkedMapping(mapping)).toBe(mapping);
        expect(columns).toEqual(expect.arrayContaining([...unused]));
        const mapper = rowMapper({ table: { columns, units: null, decimalMarks: [] }, mapping, currency: 'EUR' });
        expect(mapper.problems).toEqual([]);
        for (const [index, cells] of samples.entries())
          mapper.map({ row: index + 2, cells: cells.slice(0, columns.length) });
      },
    ),
    { numRuns: 100 },
  );
});

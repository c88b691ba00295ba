// What holds for every file, run shortly with all tests and at length with the long ones.
import type { DomainError } from '@crg/domain/errors';
import { fileInMemory } from '@crg/imports/read/file-in-memory';
import { openTable } from '@crg/imports/read/open-table';
import fc from 'fast-check';
import { expect } from 'vitest';
import { makeXlsx, makeZip, xlsxParts } from './make-xlsx.ts';
import { readAll } from './read-all.ts';

/** Reads to the end or is refused in words; anything else is a fault of ours. */
async function answers(bytes: Uint8Array): Promise<void> {
  try {
    const table = await openTable(fileInMemory('fuzz', bytes));
    for await (const row of table.rows()) {
      expect(row.cells.length).toBe(table.columns.length);
      for (const cell of row.cells) {
        if (typeof cell === 'number') expect(Number.isFinite(cell)).toBe(true);
        if (typeof cell === 'string') expect([cell.isWellFormed(), cell.includes('\0')]).toEqual([true, false]);
      }
    }
    for (const column of table.columns) expect(column).toMatch(/^[^\p{Cc}\p{Cs}]+$/u);
    expect(new Set(table.columns).size).toBe(table.columns.length);
    expect(table.decimalMarks.length).toBe(table.columns.length);
  } catch (fault) {
    if (!(fault instanceof Error) || fault.name !== 'DomainError') throw fault;
    expect((fault as DomainError).code).toMatch(/^(?:unreadable_file|file_too_large)$/);
    expect((fault as DomainError).evidence.next).toMatch(/\.$/);
  }
}

/** Some bytes of a good file changed, doubled or cut out: close enough to be read a long way. */
function damaged(good: Uint8Array): fc.Arbitrary<Uint8Array> {
  const edit = fc.record({
    at: fc.nat(Math.max(0, good.length - 1)),
    remove: fc.nat(20),
    insert: fc.oneof(fc.uint8Array({ maxLength: 8 }), fc.constantFrom(...tokens.map((token) => Buffer.from(token)))),
  });
  return fc.array(edit, { minLength: 1, maxLength: 4 }).map((edits) =>
    edits.reduce<Uint8Array>((bytes, { at, remove, insert }) => {
      return Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at + remove)]);
    }, good),
  );
}

const tokens = [
  '"',
  ',',
  ';',
  '\t',
  '\r',
  '\n',
  '\0',
  '{',
  '}',
  '[',
  ']',
  '<',
  '>',
  '&',
  '1e999',
  '\ufeff',
  'PK\x03\x04',
  '</c>',
  '<row>',
  'r="A1"',
  't="s"',
  '"features":[',
];

const csv = Buffer.from('name;heat;note\n;MWh/a;\n"Dairy ""North""";1.234,5;"two\nlines"\nBrewery;0,5;\n');
const geojson = Buffer.from(
  JSON.stringify({
    type: 'FeatureCollection',
    crs: { type: 'name', properties: { name: 'EPSG:4326' } },
    features: [
      {
        type: 'Feature',
        id: 1,
        geometry: { type: 'Point', coordinates: [11, 55] },
        properties: { name: 'Dairy', a: { b: 1 } },
      },
      {
        type: 'Feature',
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [4, 0],
              [4, 4],
              [0, 0],
            ],
          ],
        },
        properties: null,
      },
    ],
  }),
);
const book = {
  sheets: [
    {
      name: 'Data',
      rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>heat</t></is></c></row><row r="2"><c r="A2" t="b"><v>1</v></c><c r="B2" s="1"><f>1+1</f><v>45352</v></c></row>',
      after: '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>',
    },
  ],
  sharedStrings: ['<si><r><t>na</t></r><r><t>me</t></r></si>'],
  formats: [0, 14],
};
const xlsx = makeXlsx(book);
const parts = xlsxParts(book);

/** One part of a spreadsheet damaged inside an archive that is whole. */
const damagedParts = fc.constantFrom(...Object.keys(parts)).chain((name) => {
  const good = parts[name] ?? '';
  return damaged(typeof good === 'string' ? Buffer.from(good) : good).map((part) =>
    makeZip({ ...parts, [name]: part }),
  );
});

const jsonFiles = fc
  .json({ maxDepth: 6 })
  .map((text) => Buffer.from(`{"type":"FeatureCollection","features":[${text}]}`));
const features = fc
  .array(fc.record({ geometry: fc.jsonValue({ maxDepth: 6 }), properties: fc.jsonValue({ maxDepth: 4 }) }), {
    maxLength: 5,
  })
  .map((list) => {
    return Buffer.from(
      JSON.stringify({ type: 'FeatureCollection', features: list.map((each) => ({ type: 'Feature', ...each })) }),
    );
  });

export interface Property {
  readonly what: string;
  /** Runs with all tests; ten are a moment of work. */
  readonly runs: number;
  check(runs: number): Promise<void>;
}

function always(what: string, runs: number, files: fc.Arbitrary<Uint8Array>): Property {
  return { what, runs, check: (numRuns) => fc.assert(fc.asyncProperty(files, answers), { numRuns }) };
}

/**
 * Text that a cell of a file can hold and give back: no NUL and no lone surrogates. In Latin-1 only letters that are no part of
 * UTF-8 by chance, for a file that is half UTF-8 is refused.
 */
function cellText(encoding: Encoding): fc.Arbitrary<string> {
  const latin = fc.oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.integer({ min: 0xc0, max: 0xff }));
  const unit =
    encoding === 'latin1'
      ? latin.map((code) => String.fromCharCode(code))
      : fc.string({ unit: 'binary', minLength: 1, maxLength: 1 });
  const pointed = fc.constantFrom('"', ',', ';', '\t', '|', '\r', '\n', '\r\n', 'é', ' ', '0');
  return fc
    .array(fc.oneof({ weight: 3, arbitrary: unit }, { weight: 2, arbitrary: pointed }), { maxLength: 8 })
    .map((units) => units.join(''))
    .filter((text) => text.isWellFormed() && !text.includes('\0'));
}

const encodings = ['utf8', 'utf8 with mark', 'utf16le', 'utf16be', 'latin1'] as const;
type Encoding = (typeof encodings)[number];

function encoded(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'latin1') return Buffer.from(text, 'latin1');
  if (encoding === 'utf8') return Buffer.from(text);
  if (encoding === 'utf8 with mark') return Buffer.from(`\ufeff${text}`);
  const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
  return encoding === 'utf16le' ? wide : wide.swap16();
}

const quotedCell = (text: string) => `"${text.replaceAll('"', '""')}"`;

const written = fc
  .record({
    encoding: fc.constantFrom(...encodings),
    separator: fc.constantFrom(',', ';', '\t', '|'),
    end: fc.constantFrom('\n', '\r\n', '\r'),
  })
  .chain(({ encoding, separator, end }) =>
    fc.record({
      encoding: fc.constant(encoding),
      separator: fc.constant(separator),
      end: fc.constant(end),
      rows: fc.array(fc.array(cellText(encoding), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
    }),
  );

/** An æ in the header keeps a Latin-1 file from being UTF-8 by chance; the letters around it are no words of a title or a unit. */
const header = ['Værk', 'Beløb', 'Ønske'];

const roundTrip: Property = {
  what: 'cells written as CSV come back as they were, in every encoding, with every separator and line end',
  runs: 300,
  check: (numRuns) =>
    fc.assert(
      fc.asyncProperty(written, async ({ encoding, separator, end, rows }) => {
        const text = [header, ...rows].map((cells) => cells.map(quotedCell).join(separator)).join(end);
        const { table, cells } = await readAll(encoded(text, encoding));
        const expected = rows
          .map((row) => row.map((cell) => (cell.trim() === '' ? null : cell)))
          .filter((row) => row.some((cell) => cell !== null));
        expect(table.columns).toEqual(header);
        if (table.units === null) expect(cells).toEqual(expected);
        else expect(cells).toEqual(expected.slice(1));
      }),
      { numRuns },
    ),
};

export const properties: readonly Property[] = [
  always('bytes of any kind are read or refused in words', 300, fc.uint8Array({ maxLength: 600 })),
  always(
    'text of any kind is read or refused in words',
    300,
    fc.string({ unit: 'binary', maxLength: 300 }).map((text) => Buffer.from(text)),
  ),
  always('a damaged CSV file is read or refused in words', 300, damaged(csv)),
  always('a damaged GeoJSON file is read or refused in words', 300, damaged(geojson)),
  always('JSON of any shape as a feature is read or refused in words', 200, jsonFiles),
  always('features of any shape are read or refused in words', 200, features),
  always('a damaged spreadsheet archive is read or refused in words', 200, damaged(xlsx)),
  always('a spreadsheet with one damaged part is read or refused in words', 200, damagedParts),
  roundTrip,
];

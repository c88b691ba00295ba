// Archives and the sheets in them.
import {
  cellXml,
  columnName,
  declaration,
  main,
  makeXlsx,
  makeZip,
  rowXml,
  sheetOf,
  sheetXml,
  xlsxParts,
} from '../read/make-xlsx.ts';
import { file, type HostileFile, latin, megabyte, noise, noiseText, tooLarge, unreadable } from './hostile-file.ts';
import { entryOf, type RawEntry, rawZip, repeatedEntry } from './raw-zip.ts';

const hundred = Array.from({ length: 100 }, (_, at) => at);
const sheetPart = 'xl/worksheets/sheet1.xml';
const good = () =>
  makeXlsx({
    sheets: [
      sheetOf([
        ['site', 'heat'],
        ['Dairy', 5],
      ]),
    ],
  });
const withSheet = (xml: string) => makeXlsx({ sheets: [sheetOf([])], parts: { [sheetPart]: xml } });
const withRows = (rows: string) => makeXlsx({ sheets: [{ name: 'Data', rows: rowXml(1, ['site', 'heat']) + rows }] });

/** A workbook whose only sheet, or another part, is given as it stands in the archive. */
function bookWith(entry: RawEntry, ...more: RawEntry[]): Uint8Array {
  const parts = {
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}"><sheets><sheet name="Data" sheetId="1" id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${declaration}<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    [sheetPart]: sheetXml({ rows: rowXml(1, ['site', 'heat']) + rowXml(2, ['Dairy', 5]) }),
  };
  const usual = Object.entries(parts)
    .filter(([name]) => name !== entry.name)
    .map(([name, xml]) => entryOf(name, xml));
  return rawZip([...usual, entry, ...more]);
}

const filler = `<a>${' '.repeat(993)}</a>`.repeat(4000);
const bomb = (times: number, rows = '', name = sheetPart): RawEntry =>
  repeatedEntry(name, {
    before: `<worksheet><sheetData>${rowXml(1, ['site', 'heat'])}${rows}`,
    block: filler,
    times,
    after: '</sheetData></worksheet>',
  });

function manyBombs(): Uint8Array {
  const sheets = Array.from({ length: 500 }, (_, at) => sheetOf([], `S${at}`));
  const one = bomb(1);
  return rawZip([
    ...Object.entries(xlsxParts({ sheets }))
      .filter(([name]) => !name.startsWith('xl/worksheets/'))
      .map(([name, xml]) => entryOf(name, xml)),
    ...sheets.map((_, at) => ({ ...one, name: `xl/worksheets/sheet${at + 1}.xml` })),
  ]);
}

export const archives: readonly HostileFile[] = [
  file(
    'a bomb: 40 kB that unpack to 40 MB',
    'bomb.xlsx',
    () => bookWith(bomb(10)),
    tooLarge('at most 250 times their size'),
  ),
  {
    ...file(
      'a sheet that is nothing for as long as anybody looks',
      'nothing.xlsx',
      () => bookWith(bomb(3)),
      tooLarge('a header and its first rows within the first 8 MiB of the sheets, got none'),
    ),
    limits: { sampleBytes: 8 * 1024 * 1024 },
  },
  file(
    'a bomb behind the first rows',
    'bomb-behind.xlsx',
    () => bookWith(bomb(10, Array.from({ length: 250 }, (_, at) => rowXml(at + 2, ['Dairy', at])).join(''))),
    tooLarge('at most 250 times their size'),
  ),
  {
    ...file(
      '500 small bombs that share their bytes',
      'bombs.xlsx',
      () => manyBombs(),
      tooLarge('within the first 16 MiB of the sheets'),
    ),
    limits: { sampleBytes: 16 * 1024 * 1024 },
  },
  file(
    'a bomb that declares a small size',
    'liar.xlsx',
    () => bookWith({ ...bomb(100), size: 5000 }),
    unreadable('a damaged one'),
  ),
  file(
    'a part with a declared length of 2 GB',
    'declared.xlsx',
    () => bookWith({ ...bomb(1), size: 2 ** 31 }),
    tooLarge('got 2,048 MiB or more'),
  ),
  file(
    'a part with a declared length of 4 GB',
    'declared4.xlsx',
    () => bookWith({ ...bomb(1), size: 2 ** 32 - 2 }),
    tooLarge('got 4,096 MiB or more'),
  ),
  file(
    'archives inside archives',
    'nested.zip',
    () => makeZip({ 'a.zip': makeZip({ 'b.zip': makeZip({ 'c.csv': 'a,b' }) }) }),
    unreadable('a zip archive'),
  ),
  file(
    'a name that leaves the folder',
    'slip.xlsx',
    () => bookWith(entryOf('../../etc/passwd', 'x')),
    unreadable('a damaged one (invalid relative path'),
  ),
  file(
    'a name that starts at the root',
    'root.xlsx',
    () => bookWith(entryOf('/etc/passwd', 'x')),
    unreadable('a damaged one (absolute path'),
  ),
  file(
    'the same part twice',
    'twice.xlsx',
    () => bookWith(entryOf('xl/styles.xml', '<a/>'), entryOf('xl/styles.xml', '<b/>')),
    unreadable('two parts with the name'),
  ),
  file(
    '5,001 parts',
    'parts.xlsx',
    () => rawZip(Array.from({ length: 5001 }, (_, at) => entryOf(`p${at}`, ''))),
    tooLarge('at most 5,000 parts, got 5,001'),
  ),
  file('a file cut in half', 'half.xlsx', () => good().subarray(0, good().length / 2), unreadable('a damaged one')),
  file(
    'a part with a password',
    'locked.xlsx',
    () => bookWith({ ...entryOf(sheetPart, 'x'), encrypted: true }),
    unreadable('an encrypted one'),
  ),
  file(
    'packed bytes that are none',
    'packed.xlsx',
    () => bookWith({ ...entryOf(sheetPart, 'x'.repeat(99)), packed: noise(80, 0) }),
    unreadable('a damaged one'),
  ),
  file(
    'a checksum that is wrong',
    'crc.xlsx',
    () => bookWith({ ...entryOf(sheetPart, sheetXml({ rows: rowXml(1, ['site', 'heat']) })), crc: 1 }),
    unreadable('the checksum of "xl/worksheets/sheet1.xml" is wrong'),
  ),
  file(
    'a list of parts that lies outside the file',
    'offset.xlsx',
    () => {
      const bytes = Buffer.from(good());
      bytes.writeUInt32LE(0x7fffffff, bytes.length - 6);
      return bytes;
    },
    unreadable('a damaged one'),
  ),
];

const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>`;

export const sheets: readonly HostileFile[] = [
  file(
    'a workbook without sheets',
    'none.xlsx',
    () => makeXlsx({ sheets: [] }),
    unreadable('a workbook without a sheet of cells'),
  ),
  file(
    'a workbook that is no XML',
    'text.xlsx',
    () => makeXlsx({ sheets: [], parts: { 'xl/workbook.xml': 'hello' } }),
    unreadable('well-formed XML in "xl/workbook.xml"'),
  ),
  file(
    'a workbook without its list of relations',
    'rels.xlsx',
    () => makeXlsx({ sheets: [sheetOf([])], without: ['xl/_rels/workbook.xml.rels'] }),
    unreadable('a file without "xl/_rels/workbook.xml.rels"'),
  ),
  file(
    'a sheet whose part is not there',
    'missing.xlsx',
    () => makeXlsx({ sheets: [sheetOf([])], without: [sheetPart] }),
    unreadable('a file without "xl/worksheets/sheet1.xml"'),
  ),
  file(
    'a sheet that points out of the archive',
    'out.xlsx',
    () =>
      makeXlsx({
        sheets: [sheetOf([])],
        parts: {
          'xl/_rels/workbook.xml.rels':
            '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="../../../etc/passwd"/></Relationships>',
        },
      }),
    unreadable('a file without "xl/../../../etc/passwd"'),
  ),
  file(
    'a sheet at another address',
    'remote.xlsx',
    () =>
      makeXlsx({
        sheets: [sheetOf([])],
        parts: {
          'xl/_rels/workbook.xml.rels':
            '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="http://127.0.0.1/s.xml" TargetMode="External"/></Relationships>',
        },
      }),
    unreadable('a workbook without a sheet of cells'),
  ),
  file(
    'a billion laughs in the workbook',
    'laughs.xlsx',
    () => makeXlsx({ sheets: [], parts: { 'xl/workbook.xml': `${laughs}<workbook>&c;</workbook>` } }),
    unreadable('a document type declaration'),
  ),
  file(
    'a billion laughs in a sheet',
    'laughs2.xlsx',
    () => withSheet(`${laughs}<worksheet>&c;</worksheet>`),
    unreadable('a document type declaration'),
  ),
  file(
    'an entity that names a file of this machine',
    'xxe.xlsx',
    () => withSheet('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>'),
    unreadable('a document type declaration'),
  ),
  file(
    'an entity that nobody declared',
    'entity.xlsx',
    () =>
      withSheet('<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&evil;</v></c></row></sheetData></worksheet>'),
    unreadable('undefined entity'),
  ),
  file(
    'half a million elements inside each other',
    'deep.xlsx',
    () => withSheet('<a>'.repeat(500_000)),
    unreadable('more than 100 elements inside each other'),
  ),
  file(
    'a sheet that ends in the middle of a tag',
    'cut.xlsx',
    () => withSheet('<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c '),
    unreadable('well-formed XML in "xl/worksheets/sheet1.xml"'),
  ),
  file(
    'bytes that are no UTF-8',
    'bytes.xlsx',
    () => makeXlsx({ sheets: [sheetOf([])], parts: { [sheetPart]: latin('<worksheet>\xff\xfe\xfd</worksheet>') } }),
    unreadable('bytes that are no characters'),
  ),
  file(
    'an attribute of 8 MB',
    'attribute.xlsx',
    () =>
      bookWith(
        repeatedEntry(sheetPart, { before: '<worksheet x="', block: noiseText(megabyte), times: 8, after: '"/>' }),
      ),
    tooLarge('pieces of XML of at most 2,000,000 characters'),
  ),
  file(
    'a cell of 8 MB',
    'cell.xlsx',
    () =>
      bookWith(
        repeatedEntry(sheetPart, {
          before: `<worksheet><sheetData>${rowXml(1, ['site', 'heat'])}<row r="2"><c r="A2" t="str"><v>`,
          block: noiseText(megabyte),
          times: 8,
          after: '</v></c></row></sheetData></worksheet>',
        }),
      ),
    tooLarge('pieces of XML of at most 2,000,000 characters'),
  ),
  file(
    'a cell of 100,001 letters',
    'letters.xlsx',
    () => withRows(rowXml(2, ['x'.repeat(100_001), 1])),
    tooLarge('cells of at most 100,000 characters'),
  ),
  file(
    'a cell of 40,000 letters, more than a spreadsheet allows',
    'long.xlsx',
    () => withRows(rowXml(2, ['y'.repeat(40_000), 1])),
    { columns: ['site', 'heat'], cells: [['y'.repeat(40_000), 1]] },
  ),
  {
    ...file(
      'more shared strings than allowed',
      'strings.xlsx',
      () => makeXlsx({ sheets: [sheetOf([])], sharedStrings: Array.from({ length: 10_001 }, () => '<si><t/></si>') }),
      tooLarge('at most 10,000 different texts'),
    ),
    limits: { sharedStrings: 10_000 },
  },
  {
    ...file(
      '12 MB of shared strings',
      'stringbytes.xlsx',
      () =>
        bookWith(
          repeatedEntry('xl/sharedStrings.xml', {
            before: '<sst>',
            block: `<si><t>${noiseText(50_000)}</t></si>`.repeat(20),
            times: 12,
            after: '</sst>',
          }),
        ),
      tooLarge('different texts'),
    ),
    limits: { sharedCharacters: 8 * megabyte },
  },
  file(
    'a shared string that is not there',
    'index.xlsx',
    () => withRows('<row r="2"><c r="A2" t="s"><v>4294967296</v></c></row>'),
    unreadable('shared text "4294967296" in row 2, of 0'),
  ),
  file(
    'a shared string numbered -1',
    'minus.xlsx',
    () => withRows('<row r="2"><c r="A2" t="s"><v>-1</v></c></row>'),
    unreadable('shared text "-1"'),
  ),
  file(
    'a cell beyond column XFD',
    'xfe.xlsx',
    () => withRows('<row r="2"><c r="XFE2"><v>1</v></c></row>'),
    unreadable('a cell called "XFE2" in row 2'),
  ),
  file(
    'row 1,048,577',
    'row.xlsx',
    () => withRows('<row r="1048577"><c r="A1048577"><v>1</v></c></row>'),
    unreadable('sheets have rows 1 to 1,048,576'),
  ),
  file(
    'a cell far to the right of the table',
    'far.xlsx',
    () => withRows('<row r="2"><c r="A2" t="str"><v>Dairy</v></c><c r="XFD2"><v>1</v></c></row>'),
    {
      columns: ['site', 'heat'],
      cells: [['Dairy', null]],
      remarks: ['Cells beside the table were passed over in row 2.'],
    },
  ),
  file(
    'a million rows apart',
    'apart.xlsx',
    () => withRows('<row r="1048576"><c r="A1048576" t="str"><v>last</v></c></row>'),
    { columns: ['site', 'heat'], cells: [['last', null]] },
  ),
  file(
    'rows that run backwards',
    'backwards.xlsx',
    () => withRows(rowXml(5, ['A', 1]) + rowXml(3, ['B', 2])),
    unreadable('row 3 after row 5'),
  ),
  file(
    'a cell that stands in another row',
    'elsewhere.xlsx',
    () => withRows(`<row r="2">${cellXml('A7', 'x')}</row>`),
    unreadable('a cell called "A7" in row 2'),
  ),
  file(
    'two values for one cell',
    'two.xlsx',
    () => withRows(`<row r="2">${cellXml('A2', 'x')}${cellXml('A2', 'y')}</row>`),
    unreadable('two values for cell 1 of row 2'),
  ),
  file(
    '16,384 columns',
    'columns.xlsx',
    () => makeXlsx({ sheets: [sheetOf([Array.from({ length: 16_384 }, (_, at) => `c${at}`), ['x', 1]])] }),
    tooLarge('expected at most 2,000 columns, got 16,384'),
  ),
  file(
    '501 sheets',
    'sheets.xlsx',
    () => makeXlsx({ sheets: Array.from({ length: 501 }, (_, at) => sheetOf([['a', 'b']], `S${at}`)) }),
    tooLarge('at most 500 sheets'),
  ),
  file(
    'a formula that starts a program',
    'dde.xlsx',
    () =>
      withRows(
        `<row r="2"><c r="A2" t="str"><f>cmd|'/C calc'!A0</f><v>x</v></c><c r="B2"><f>HYPERLINK("http://127.0.0.1")</f><v>0</v></c></row>`,
      ),
    { columns: ['site', 'heat'], cells: [['x', 0]] },
  ),
  file(
    'dates that never were',
    'dates.xlsx',
    () =>
      makeXlsx({
        formats: [0, 14],
        sheets: [
          {
            name: 'Data',
            rows: `${rowXml(1, ['site', 'heat'])}<row r="2"><c r="A2" s="1"><v>60</v></c><c r="B2" s="1"><v>-5</v></c></row><row r="3"><c r="A3" s="1"><v>2958466</v></c><c r="B3" s="1"><v>1e308</v></c></row>`,
          },
        ],
      }),
    {
      columns: ['site', 'heat'],
      cells: [
        [{ date: '1900-02-28', serial: 60 }, -5],
        [2_958_466, 1e308],
      ],
    },
  ),
  file(
    'numbers that are none',
    'numbers.xlsx',
    () =>
      withRows(
        '<row r="2"><c r="A2"><v>1e309</v></c><c r="B2"><v>NaN</v></c></row><row r="3"><c r="A3"><v>0x1F</v></c><c r="B3"><v>7</v></c></row>',
      ),
    {
      columns: ['site', 'heat'],
      cells: [
        [null, null],
        [null, 7],
      ],
      problems: ['2 warning unused_value', '2 warning unused_value', '3 warning unused_value'],
    },
  ),
  file(
    'a cell type that does not exist',
    'type.xlsx',
    () => withRows('<row r="2"><c r="A2" t="evil"><v>1</v></c></row>'),
    unreadable('the unknown type "evil"'),
  ),
  file(
    'escapes for what is no character',
    'escapes.xlsx',
    () => withRows(rowXml(2, ['a_x0000_b', 1]) + rowXml(3, ['_xD800_', 2])),
    {
      columns: ['site', 'heat'],
      cells: [
        [null, 1],
        [null, 2],
      ],
      problems: ['2 warning unused_value', '3 warning unused_value'],
    },
  ),
  file(
    'two values in one cell',
    'values.xlsx',
    () => withRows('<row r="2"><c r="A2"><v>1</v><v>2</v></c></row>'),
    unreadable('two values for cell 1 of row 2'),
  ),
  file(
    'a row number in another notation',
    'notation.xlsx',
    () => withRows('<row r="2e3"><c r="A2000"><v>1</v></c></row>'),
    unreadable('a row numbered "2e3"'),
  ),
  file(
    'an error in each of 100 cells of a row',
    'errors.xlsx',
    () =>
      makeXlsx({
        sheets: [
          {
            name: 'Data',
            rows:
              rowXml(
                1,
                hundred.map((at) => `c${at}`),
              ) +
              `<row r="2">${hundred.map((at) => `<c r="${columnName(at)}2" t="e"><v>#REF!</v></c>`).join('')}</row>`,
          },
        ],
      }),
    {
      columns: hundred.map((at) => `c${at}`),
      cells: [hundred.map(() => null)],
      problems: Array.from({ length: 20 }, () => '2 warning unused_value'),
    },
  ),
  file(
    'a lone cell at the right edge of 20,000 rows',
    'edge.xlsx',
    () => {
      const xml = Buffer.from(
        sheetXml({
          rows:
            rowXml(1, ['site', 'heat']) +
            rowXml(2, ['Dairy', 5]) +
            Array.from({ length: 20_000 }, (_, at) => `<row r="${at + 3}"><c r="XFD${at + 3}"><v>1</v></c></row>`).join(
              '',
            ),
        }),
      );
      return bookWith({ ...entryOf(sheetPart, xml), packed: xml, method: 'stored' });
    },
    {
      columns: ['site', 'heat'],
      cells: [['Dairy', 5]],
      remarks: ['Cells beside the table were passed over in rows 3, 4, 5 and 19,997 more.'],
    },
  ),
  file(
    'a style that does not exist',
    'style.xlsx',
    () => withRows('<row r="2"><c r="A2" s="99999999"><v>1</v></c><c r="B2" s="-1"><v>2</v></c></row>'),
    { columns: ['site', 'heat'], cells: [[1, 2]] },
  ),
  file(
    'a merged area as large as the sheet',
    'merged.xlsx',
    () =>
      makeXlsx({
        sheets: [
          {
            name: 'Data',
            rows: rowXml(1, ['site', 'heat']) + rowXml(2, ['Dairy', 5, 6]),
            after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
          },
        ],
      }),
    {
      columns: ['site', 'heat'],
      cells: [['Dairy', 5]],
    },
  ),
];

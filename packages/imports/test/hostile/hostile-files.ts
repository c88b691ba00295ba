// Files that were made to hurt, each with the one answer that is right: refused with words to act on, or read exactly like this.
import { gzipSync } from 'node:zlib';
import { fileInMemory } from '@crg/imports/read/file-in-memory';
import type { ReadLimits } from '@crg/imports/read/limits';
import type { SourceFile } from '@crg/imports/source-file';
import type { Cell } from '@crg/imports/table';
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
import { entryOf, type RawEntry, rawZip, repeatedEntry } from './raw-zip.ts';

export interface HostileFile {
  /** What is hostile about it. */
  readonly what: string;
  /** The name it comes under, which may lie. */
  readonly name: string;
  make(): SourceFile;
  /** Where the limit that stops it would take long to reach. */
  readonly limits?: Partial<ReadLimits>;
  readonly expected: Refused | Read;
}

export interface Refused {
  readonly code: 'unreadable_file' | 'file_too_large';
  /** Part of the message. */
  readonly says: string;
}

export interface Read {
  readonly columns: readonly string[];
  readonly cells: readonly (readonly Cell[])[];
  /** Parts of what is said about the file. */
  readonly facts?: string;
  readonly remarks?: readonly string[];
  /** `row severity code`. */
  readonly problems?: readonly string[];
}

const unreadable = (says: string): Refused => ({ code: 'unreadable_file', says });
const tooLarge = (says: string): Refused => ({ code: 'file_too_large', says });

type Content = string | Uint8Array;

function file(what: string, name: string, content: () => Content, expected: Refused | Read): HostileFile {
  return { what, name, make: () => fileInMemory(name, content()), expected };
}

/** A file that is never held in memory: `head`, then `block` again and again up to `size` bytes. */
function endless(name: string, head: string, block: string, size: number): SourceFile {
  const start = Buffer.from(head);
  const body = Buffer.from(block.repeat(Math.ceil(65_536 / block.length)));
  return {
    name,
    size,
    async *read(from = 0, to = size) {
      let at = from;
      while (at < Math.min(to, size)) {
        const piece = at < start.length ? start.subarray(at) : body.subarray((at - start.length) % body.length);
        const bytes = piece.subarray(0, Math.min(piece.length, to - at, size - at));
        at += bytes.length;
        yield bytes;
      }
    },
  };
}

const megabyte = 1_000_000;
const latin = (text: string) => Buffer.from(text, 'latin1');
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

/** The same noise every time: bytes of a linear congruential generator. */
function noise(length: number, lowest: number, seed = 1): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = seed;
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[at] = lowest + ((state >>> 16) % (256 - lowest));
  }
  return bytes;
}

const noises: readonly HostileFile[] = [
  file('random bytes', 'noise.csv', () => noise(65_536, 0), unreadable('a NUL byte at position')),
  file(
    'random bytes without zeros',
    'noise.xlsx',
    () => noise(65_536, 1),
    unreadable('a control character at position'),
  ),
  file('nothing', 'empty.csv', () => '', unreadable('got an empty file')),
  file('a byte order mark and nothing else', 'bom.csv', () => '\ufeff', unreadable('a file without any text')),
  file('blanks and line ends only', 'blank.csv', () => ' \r\n\t\n \r', unreadable('a file without any text')),
  file(
    'one lone NUL in a good table',
    'nul.csv',
    () => 'name,heat\nDairy\0,5\n',
    unreadable('a NUL byte at position 15'),
  ),
  file('a NUL in UTF-16', 'nul16.csv', () => utf16('name;heat\nDai\0ry;5\n'), unreadable('a NUL character')),
  file(
    'half a surrogate pair in UTF-16',
    'lone.csv',
    () => utf16('name;heat\nA\ud800B;5\n'),
    unreadable('bytes that are no characters'),
  ),
  file(
    'UTF-16 cut in the middle of a letter',
    'odd.csv',
    () => utf16('a;b\n1;2\n').subarray(0, 17),
    unreadable('bytes that are no characters'),
  ),
  file(
    'UTF-32 (little endian)',
    'utf32.csv',
    () => new Uint8Array([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]),
    unreadable('got UTF-32'),
  ),
  file(
    'UTF-32 (big endian)',
    'utf32be.csv',
    () => new Uint8Array([0, 0, 0xfe, 0xff, 0, 0, 0, 0x61]),
    unreadable('got UTF-32'),
  ),
  file('overlong UTF-8, once used to smuggle a slash', 'overlong.csv', () => latin('a,b\n\xc0\xaf,1\n'), {
    columns: ['a', 'b'],
    cells: [['À¯', '1']],
    facts: 'Windows-1252',
  }),
  file('UTF-7, which nobody may take for an encoding', 'utf7.csv', () => 'name,heat\n+ADw-script+AD4-,5\n', {
    columns: ['name', 'heat'],
    cells: [['+ADw-script+AD4-', '5']],
    facts: 'UTF-8',
  }),
  file(
    'UTF-8 cut in the middle of a letter',
    'cut.csv',
    () => Buffer.from('navn,by\nÆrø,Ålbæk\nØ').subarray(0, -1),
    unreadable('broken character'),
  ),
];

const others: readonly HostileFile[] = [
  file(
    'a web page called .xls',
    'report.xls',
    () => '<html><body><table><tr><td>site</td></tr></table></body></html>',
    unreadable('a web page (HTML)'),
  ),
  file(
    'an old Excel file',
    'old.xls',
    () => latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'.padEnd(512, '\0')),
    unreadable('an old Excel file (.xls)'),
  ),
  file(
    'an Excel 2003 XML file',
    'x.xml',
    () => '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    unreadable('an Excel 2003 XML file'),
  ),
  file(
    'an OpenDocument spreadsheet',
    'table.ods',
    () => makeZip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }),
    unreadable('an OpenDocument file (.ods)'),
  ),
  file(
    'a binary Excel file',
    'table.xlsb',
    () => makeZip({ '[Content_Types].xml': '<a/>', 'xl/workbook.bin': 'x' }),
    unreadable('a binary Excel file (.xlsb)'),
  ),
  file(
    'a Word document called .xlsx',
    'letter.xlsx',
    () => makeZip({ '[Content_Types].xml': '<a/>', 'word/document.xml': '<a/>' }),
    unreadable('a Word document'),
  ),
  file('a zip with a CSV in it', 'data.zip', () => makeZip({ 'data.csv': 'a,b\n1,2\n' }), unreadable('a zip archive')),
  file('an empty zip', 'empty.zip', () => rawZip([]), unreadable('a zip archive')),
  file('a PDF called .csv', 'report.csv', () => '%PDF-1.7\n%\xe2\xe3\n', unreadable('got a PDF')),
  file('a picture', 'photo.csv', () => latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), unreadable('a picture (PNG)')),
  file('gzip', 'data.csv.gz', () => gzipSync('a,b\n1,2\n'), unreadable('a gzip archive')),
  file('a database', 'city.gpkg', () => 'SQLite format 3\0'.padEnd(100, '\0'), unreadable('a database (SQLite')),
  file(
    'KML',
    'places.kml',
    () => '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"/>',
    unreadable('a KML file'),
  ),
  file('JSON of another kind', 'package.json', () => '{"name": "x", "version": "1"}', unreadable('got other JSON')),
  file('a JSON list', 'rows.json', () => '[{"a": 1}, {"a": 2}]', unreadable('got a JSON list')),
  file(
    'text in front of a zip',
    'polyglot.csv',
    () => Buffer.concat([latin('a,b\n1,2\n'), makeZip({ x: 'y' })]),
    unreadable('a NUL byte'),
  ),
];

const texts: readonly HostileFile[] = [
  {
    what: 'ten million named columns',
    name: 'wide.csv',
    make: () => endless('wide.csv', '', 'name,', 50 * megabyte),
    expected: tooLarge('expected at most 2,000 columns, got more than 20,000 cells in line 1'),
  },
  {
    what: 'ten million columns without a name',
    name: 'commas.csv',
    make: () => endless('commas.csv', 'a,b\n1,2\n', ',', 10 * megabyte),
    expected: tooLarge('expected at most 2,000 columns, got more than 20,000 cells in line 3'),
  },
  file(
    '2,001 columns',
    'columns.csv',
    () => `${Array.from({ length: 2001 }, (_, at) => `c${at}`).join(',')}\n1,2\n`,
    tooLarge('expected at most 2,000 columns, got 2,001'),
  ),
  {
    what: 'one line of 100 MB',
    name: 'line.csv',
    make: () => endless('line.csv', 'a,b\n1,2\n', 'x', 100 * megabyte),
    expected: tooLarge('rows of at most 4 MiB, got a longer one at line 3'),
  },
  {
    what: 'a quote that is opened and never closed, 100 MB long',
    name: 'quote.csv',
    make: () => endless('quote.csv', 'a,b\n"1,2\n', 'x,y\n', 100 * megabyte),
    expected: tooLarge('rows of at most 4 MiB'),
  },
  {
    what: 'a file of 3 GB',
    name: 'huge.csv',
    make: () => endless('huge.csv', 'a,b\n', '1,2\n', 3000 * megabyte),
    expected: tooLarge('a text file of at most 2,048 MiB'),
  },
  {
    what: 'a hundred thousand rows of nothing',
    name: 'empty-rows.csv',
    make: () => endless('empty-rows.csv', 'a,b\n1,2\n', ',\n', 200_000),
    expected: { columns: ['a', 'b'], cells: [['1', '2']] },
  },
  file(
    'a cell of 100,001 letters in a text file',
    'cell.csv',
    () => `a,b\n1,2\n3,${'x'.repeat(100_001)}\n`,
    tooLarge('100,001 characters in cell 2 near line 3'),
  ),
  file(
    'a quote that is never closed',
    'open.csv',
    () => 'a,b\n1,2\n"3,4\n5,6\n',
    unreadable('got one behind line 2 that is never closed'),
  ),
  file(
    'formulas and DDE',
    'formula.csv',
    () => `name,heat\n"=cmd|' /C calc'!A0",1\n+1+1,2\n"@SUM(1,2)",3\n"-2+3+cmd|' /C calc'!A0",4\n`,
    {
      columns: ['name', 'heat'],
      cells: [
        ["=cmd|' /C calc'!A0", '1'],
        ['+1+1', '2'],
        ['@SUM(1,2)', '3'],
        ["-2+3+cmd|' /C calc'!A0", '4'],
      ],
    },
  ),
  file(
    'names from right to left, bidirectional controls, a zero-width space in the header',
    'bidi.csv',
    () => 'name\u200b,\u202eheat\u202c\nمصنع الألبان,1\nevil\u202efdp.exe,2\n',
    {
      columns: ['name', 'heat'],
      cells: [
        ['مصنع الألبان', '1'],
        ['evil\u202efdp.exe', '2'],
      ],
    },
  ),
  file('the same header five times', 'same.csv', () => 'x,x,x,x,x\n1,2,3,4,5\n', {
    columns: ['x', 'x (2)', 'x (3)', 'x (4)', 'x (5)'],
    cells: [['1', '2', '3', '4', '5']],
    remarks: ['The name "x" stands above several columns; column 5 is called "x (5)".'],
  }),
  file('headers that only invisible characters tell apart', 'twins.csv', () => 'heat,he\u00adat,heat \n1,2,3\n', {
    columns: ['heat', 'heat (2)', 'heat (3)'],
    cells: [['1', '2', '3']],
  }),
  file(
    'names that JavaScript objects have by birth',
    'proto.csv',
    () => '__proto__,constructor,toString,hasOwnProperty\n1,2,3,4\n',
    {
      columns: ['__proto__', 'constructor', 'toString', 'hasOwnProperty'],
      cells: [['1', '2', '3', '4']],
    },
  ),
  file('a header and nothing else', 'header.csv', () => 'name,heat\n', {
    columns: ['name', 'heat'],
    cells: [],
    remarks: ['There are no rows under the header.'],
  }),
  file('all line ends at once', 'ends.csv', () => 'a,b\r\n1,2\n3,4\r5,6\r\n\r\n\n\r7,8', {
    columns: ['a', 'b'],
    cells: [
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
      ['7', '8'],
    ],
  }),
  file('numbers beyond all bounds', 'numbers.csv', () => 'a,b\n1e309,-1e309\nNaN,Infinity\n0x10,1_000\n', {
    columns: ['a', 'b'],
    cells: [
      ['1e309', '-1e309'],
      ['NaN', 'Infinity'],
      ['0x10', '1_000'],
    ],
  }),
  file('rows of every length', 'ragged.csv', () => 'a,b\n1\n1,2,3\n,\n1,2,,\n', {
    columns: ['a', 'b'],
    cells: [
      ['1', null],
      ['1', '2'],
      ['1', '2'],
    ],
    remarks: ['Cells are missing at the end of row 2; they count as empty.'],
    problems: ['3 error invalid_input'],
  }),
  file(
    'SQL and HTML in cells',
    'inject.csv',
    () => `name,note\n"Robert'); DROP TABLE site;--",<script>alert(1)</script>\n`,
    {
      columns: ['name', 'note'],
      cells: [["Robert'); DROP TABLE site;--", '<script>alert(1)</script>']],
    },
  ),
  file('terminal escapes in cells', 'escape.csv', () => 'name,note\n\u001b[2J\u001b[31mred,\u0007\n', {
    columns: ['name', 'note'],
    cells: [['\u001b[2J\u001b[31mred', '\u0007']],
  }),
];

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

const archives: readonly HostileFile[] = [
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

const sheets: readonly HostileFile[] = [
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

const point = '{"type":"Point","coordinates":[11,55]}';
const collection = (...features: string[]) => `{"type":"FeatureCollection","features":[${features.join(',')}]}`;
const feature = (properties: string, geometry = point) =>
  `{"type":"Feature","geometry":${geometry},"properties":${properties}}`;
const nested = (depth: number) =>
  `${'{"type":"GeometryCollection","geometries":['.repeat(depth)}${point}${']}'.repeat(depth)}`;

const shapes: readonly HostileFile[] = [
  file(
    '50,000 collections inside each other',
    'deep.geojson',
    () => collection(feature('{}', nested(50_000))),
    unreadable('at most 200 objects and lists inside each other'),
  ),
  file(
    '100,000 collections inside each other',
    'deeper.geojson',
    () => collection(feature('{}', nested(100_000))),
    tooLarge('features of at most 4 MiB'),
  ),
  file(
    '10 million brackets',
    'brackets.geojson',
    () => `{"type":"FeatureCollection","features":[{"a":${'['.repeat(10 * megabyte)}`,
    tooLarge('features of at most 4 MiB, got more in feature 1'),
  ),
  file(
    '10 million brackets before the features',
    'before.geojson',
    () => `{"type":"FeatureCollection","a":${'['.repeat(10 * megabyte)}`,
    tooLarge('got more in the collection without its features'),
  ),
  file(
    'features that point at each other',
    'cyclic.geojson',
    () =>
      collection(
        feature('{"parent":{"$ref":"#/features/1"},"self":{"$ref":"#"}}'),
        feature('{"parent":{"$ref":"#/features/0"}}'),
      ),
    {
      columns: ['longitude', 'latitude', 'parent.$ref', 'self.$ref'],
      cells: [
        [11, 55, '#/features/1', '#'],
        [11, 55, '#/features/0', null],
      ],
    },
  ),
  file(
    'coordinates that are no JSON',
    'nan.geojson',
    () => collection(feature('{}', '{"type":"Point","coordinates":[NaN,55]}')),
    unreadable('a JSON value'),
  ),
  file(
    'coordinates beyond all bounds',
    'infinite.geojson',
    () => collection(feature('{"a":1}', '{"type":"Point","coordinates":[1e400,55]}')),
    {
      columns: ['longitude', 'latitude', 'a'],
      cells: [[null, null, 1]],
      problems: ['1 error invalid_input'],
    },
  ),
  file(
    'coordinates that are text',
    'text.geojson',
    () => collection(feature('{"a":1}', '{"type":"Point","coordinates":["11","55"]}'), feature('{"a":2}')),
    {
      columns: ['longitude', 'latitude', 'a'],
      cells: [
        [null, null, 1],
        [11, 55, 2],
      ],
      problems: ['1 error invalid_input'],
    },
  ),
  file(
    'geometries of the wrong shape',
    'shapes.geojson',
    () =>
      collection(
        ...[
          '{"type":"Polygon","coordinates":[11,55]}',
          '{"type":"Point","coordinates":[]}',
          '{"type":"Evil","coordinates":[1,2]}',
          '{"type":"MultiPolygon","coordinates":[[[[1]]]]}',
          '"here"',
        ].map((geometry) => feature('{"a":1}', geometry)),
      ),
    {
      columns: ['longitude', 'latitude', 'a'],
      cells: Array.from({ length: 5 }, () => [null, null, 1]),
      problems: ['1 error invalid_input', '3 error invalid_input', '4 error invalid_input', '5 error invalid_input'],
    },
  ),
  file(
    'a polygon with huge coordinates',
    'large.geojson',
    () =>
      collection(
        feature(
          '{"a":1}',
          '{"type":"Polygon","coordinates":[[[1e308,1e308],[-1e308,1e308],[-1e308,-1e308],[1e308,1e308]]]}',
        ),
      ),
    {
      columns: ['longitude', 'latitude', 'a'],
      cells: [[null, null, 1]],
      problems: ['1 error invalid_input'],
    },
  ),
  file(
    'a property written twice',
    'twice.geojson',
    () => collection(feature('{"a":1,"a":2}')),
    unreadable('each field once in an object'),
  ),
  file(
    'features written twice',
    'features.geojson',
    () => `{"type":"FeatureCollection","features":[],"features":[${feature('{}')}]}`,
    unreadable('each field once in an object'),
  ),
  file(
    'properties that JavaScript objects have by birth',
    'proto.geojson',
    () => collection(feature('{"__proto__":{"polluted":true},"constructor":{"prototype":1},"a":1}')),
    {
      columns: ['longitude', 'latitude', '__proto__.polluted', 'constructor.prototype', 'a'],
      cells: [[11, 55, true, 1, 1]],
    },
  ),
  file(
    'properties of every wrong kind',
    'properties.geojson',
    () => collection(feature('null'), feature('[1,2]'), feature('"x"'), feature('7')),
    {
      columns: ['longitude', 'latitude'],
      cells: Array.from({ length: 4 }, () => [11, 55]),
    },
  ),
  file(
    'properties beyond all bounds',
    'numbers.geojson',
    () => collection(feature('{"a":1e400,"b":-1e999,"c":123456789012345678901234567890}')),
    {
      columns: ['longitude', 'latitude', 'a', 'b', 'c'],
      cells: [[11, 55, null, null, '123456789012345678901234567890']],
      problems: ['1 warning unused_value', '1 warning unused_value'],
    },
  ),
  file(
    '1,000 properties that only invisible characters tell apart',
    'twins.geojson',
    () => collection(feature(`{${Array.from({ length: 1000 }, (_, at) => `"a${'\u200b'.repeat(at)}":1`).join()}}`)),
    {
      columns: ['longitude', 'latitude', 'a', ...Array.from({ length: 999 }, (_, at) => `a (${at + 2})`)],
      cells: [[11, 55, ...Array.from({ length: 1000 }, () => 1)]],
    },
  ),
  file(
    '2,001 different properties',
    'wide.geojson',
    () => collection(...Array.from({ length: 2001 }, (_, at) => feature(`{"p${at}":1}`))),
    tooLarge('at most 2,000 different properties'),
  ),
  file(
    'a feature of 5 MB',
    'fat.geojson',
    () => collection(feature(`{"a":"${'x'.repeat(5 * megabyte)}"}`)),
    tooLarge('features of at most 4 MiB'),
  ),
  file(
    'a property of 200,000 letters',
    'long.geojson',
    () => collection(feature(`{"a":"${'x'.repeat(200_000)}"}`)),
    tooLarge('200,000 in property "a" of feature 1'),
  ),
  file(
    'metres instead of degrees',
    'utm.geojson',
    () => `{"crs":{"type":"name","properties":{"name":"EPSG:25832"}},${collection(feature('{}')).slice(1)}`,
    unreadable('the reference system "EPSG:25832"'),
  ),
  file('a bare geometry', 'bare.geojson', () => point, unreadable('an object of the type "Point" without features')),
  file(
    'TopoJSON',
    'topo.json',
    () => '{"type":"Topology","objects":{},"arcs":[]}',
    unreadable('an object of the type "Topology" without features'),
  ),
  file(
    'a collection without a list',
    'null.geojson',
    () => '{"type":"FeatureCollection","features":null}',
    unreadable('without features'),
  ),
  file(
    'features that are none',
    'none.geojson',
    () => '{"type":"FeatureCollection","features":[1,2,3]}',
    unreadable('a feature in line 1 of the GeoJSON'),
  ),
  file(
    'a feature of another type',
    'site.geojson',
    () => collection('{"type":"Site"}'),
    unreadable('an object of the type "Feature" in line 1'),
  ),
  file(
    'a comma missing',
    'comma.geojson',
    () => `{"type":"FeatureCollection","features":[${feature('{}')}\n${feature('{}')}]}`,
    unreadable('a comma or ] in line 2 of the GeoJSON'),
  ),
  file(
    'a file that was cut off',
    'cut.geojson',
    () => collection(feature('{"a":1}'), feature('{"a":2}')).slice(0, -20),
    unreadable('the end of the file in line 1, after 1 features'),
  ),
  file(
    'something behind the end',
    'behind.geojson',
    () => `${collection(feature('{}'))}\n</html>`,
    unreadable('an object in line 2 of the GeoJSON'),
  ),
  file('GeoJSON in UTF-16', 'wide16.geojson', () => utf16(collection(feature('{"navn":"Ærø"}'))), {
    columns: ['longitude', 'latitude', 'navn'],
    cells: [[11, 55, 'Ærø']],
    facts: 'UTF-16',
  }),
  file(
    'control characters inside a text',
    'control.geojson',
    () => collection(feature('{"a":"x\u0001y"}')),
    unreadable('a text closed by a double quote'),
  ),
  file('lone surrogates as escapes', 'surrogate.geojson', () => collection(feature('{"a":"\\ud800"}')), {
    columns: ['longitude', 'latitude', 'a'],
    cells: [[11, 55, null]],
    problems: ['1 warning unused_value'],
  }),
  file('a NUL as an escape', 'nul.geojson', () => collection(feature('{"a":"x\\u0000y"}')), {
    columns: ['longitude', 'latitude', 'a'],
    cells: [[11, 55, null]],
    problems: ['1 warning unused_value'],
  }),
];

export const hostileFiles: readonly HostileFile[] = [...noises, ...others, ...texts, ...archives, ...sheets, ...shapes];

/** Text that hardly packs, so that no bomb is seen in it. */
function noiseText(length: number): string {
  return Buffer.from(noise(Math.ceil((length * 3) / 4), 0))
    .toString('base64')
    .slice(0, length);
}

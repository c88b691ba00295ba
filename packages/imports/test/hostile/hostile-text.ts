// Files of text, and of what pretends to be text.
import { gzipSync } from 'node:zlib';
import { makeZip } from '../read/make-xlsx.ts';
import {
  endless,
  file,
  type HostileFile,
  latin,
  megabyte,
  noise,
  tooLarge,
  unreadable,
  utf16,
} from './hostile-file.ts';
import { rawZip } from './raw-zip.ts';

export const noises: readonly HostileFile[] = [
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

export const others: readonly HostileFile[] = [
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

export const texts: readonly HostileFile[] = [
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

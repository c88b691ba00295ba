// What a file is, told by its bytes; names lie, and so do endings.
import type { SourceFile } from '../source-file.ts';
import { topLevelMembers } from './json-head.ts';
import type { ReadLimits } from './limits.ts';
import { unreadable } from './reading-fault.ts';
import { firstBytes, lastBytes, textOfHead } from './text-encoding.ts';
import { openZip } from './zip-archive.ts';

export type FileFormat = 'csv' | 'xlsx' | 'geojson' | 'city';

/** @throws DomainError unreadable_file for a file that is none of them, naming what it is where that can be seen */
export async function tellFormat(file: SourceFile, limits: ReadLimits): Promise<FileFormat> {
  if (file.size === 0) throw empty();
  const head = await firstBytes(file, headBytes);
  if (startsWith(head, 'PK\x03\x04') || startsWith(head, 'PK\x05\x06')) return formatOfZip(file, limits);
  const foreign = foreignFormats.find(({ magic, at = 0 }) => startsWith(head.subarray(at), magic));
  if (foreign) throw unreadable({ expected, got: foreign.got, next: foreign.next });
  // A record separator may stand in front of each feature of a sequence (RFC 8142).
  const text = textOfHead(head).replace(/^[\s\p{Cc}]+/u, '');
  const markup = markupIn(text);
  if (markup) throw markup;
  if (!looksLikeJson(text)) return 'csv';
  return formatOfJson(text, new TextDecoder('utf-8').decode(await lastBytes(file, headBytes)));
}

const headBytes = 64 * 1024;
const expected = 'CSV, XLSX, GeoJSON or a city file';

interface ForeignFormat {
  readonly magic: string;
  readonly at?: number;
  readonly got: string;
  readonly next: string;
}

const saveAs = 'Open it in the program that wrote it and save it as CSV or XLSX.';

const foreignFormats: readonly ForeignFormat[] = [
  {
    magic: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    got: 'an old Excel file (.xls) or a spreadsheet with a password',
    next: 'Open it, remove the password if there is one, and save it as XLSX.',
  },
  {
    magic: '%PDF-',
    got: 'a PDF',
    next: 'Ask for the table as a spreadsheet, or copy it into one and save it as XLSX.',
  },
  { magic: '\x89PNG', got: 'a picture (PNG)', next: saveAs },
  { magic: '\xff\xd8\xff', got: 'a picture (JPEG)', next: saveAs },
  { magic: 'GIF8', got: 'a picture (GIF)', next: saveAs },
  { magic: '\x1f\x8b', got: 'a gzip archive', next: 'Unpack it and choose the file inside.' },
  { magic: 'BZh', got: 'a bzip2 archive', next: 'Unpack it and choose the file inside.' },
  { magic: '7z\xbc\xaf\x27\x1c', got: 'a 7z archive', next: 'Unpack it and choose the file inside.' },
  { magic: '\xfd7zXZ\0', got: 'an xz archive', next: 'Unpack it and choose the file inside.' },
  { magic: '\x28\xb5\x2f\xfd', got: 'a zstd archive', next: 'Unpack it and choose the file inside.' },
  { magic: 'Rar!', got: 'a rar archive', next: 'Unpack it and choose the file inside.' },
  { magic: 'ustar', at: 257, got: 'a tar archive', next: 'Unpack it and choose the file inside.' },
  {
    magic: 'SQLite format 3\0',
    got: 'a database (SQLite, perhaps a GeoPackage)',
    next: 'Export the table as CSV or GeoJSON.',
  },
  { magic: 'PAR1', got: 'a Parquet file', next: 'Export the table as CSV.' },
  { magic: '\0\0\x27\x0a', got: 'a shapefile', next: 'Export the layer as GeoJSON in WGS 84.' },
  { magic: '{\\rtf', got: 'a text document (RTF)', next: saveAs },
  { magic: '\x7fELF', got: 'a program', next: saveAs },
];

/** `magic` as Latin-1. */
function startsWith(bytes: Uint8Array, magic: string): boolean {
  if (bytes.length < magic.length) return false;
  for (let at = 0; at < magic.length; at++) if (bytes[at] !== magic.charCodeAt(at)) return false;
  return true;
}

function markupIn(text: string): Error | undefined {
  if (!text.startsWith('<')) return undefined;
  if (/^<(?:!doctype\s+html|html|head|body|table|meta|div)\b/i.test(text)) {
    return unreadable({ expected, got: 'a web page (HTML), whatever its name ends with', next: saveAs });
  }
  if (!/^<(?:\?xml|[a-z][\w:.-]*[\s>/])/i.test(text)) return undefined;
  const got = /schemas-microsoft-com:office:spreadsheet/.test(text)
    ? 'an Excel 2003 XML file'
    : /<kml\b/.test(text)
      ? 'a KML file'
      : /opengis\.net\/gml/.test(text)
        ? 'a GML file'
        : 'an XML file';
  return unreadable({
    expected,
    got,
    next: 'Open it in the program that wrote it and save it as CSV, XLSX or GeoJSON.',
  });
}

function looksLikeJson(text: string): boolean {
  return /^(?:\{\s*(?:["}]|$)|\[\s*(?:[{"\]]|$))/.test(text);
}

function formatOfJson(head: string, tail: string): FileFormat {
  const members = topLevelMembers(head);
  if (members.get('format')?.startsWith('"crg-city/')) return 'city';
  const type = members.get('type');
  if (members.has('features') || (type !== undefined && geojsonTypes.test(type))) return 'geojson';
  // A writer may put the members that tell at the end.
  if (/"format"\s*:\s*"crg-city\/[^"]*"[^{}[\]]*\}\s*$/.test(tail)) return 'city';
  if (/"type"\s*:\s*"FeatureCollection"[^{}[\]]*\}\s*$/.test(tail)) return 'geojson';
  throw unreadable({
    expected: 'GeoJSON (a FeatureCollection) or a city file ("format": "crg-city/1")',
    got: head.startsWith('[') ? 'a JSON list' : 'other JSON',
    next: 'Export the data as GeoJSON or CSV.',
  });
}

const geojsonTypes =
  /^"(?:FeatureCollection|Feature|Point|MultiPoint|LineString|MultiLineString|Polygon|MultiPolygon|GeometryCollection|Topology)"$/;

async function formatOfZip(file: SourceFile, limits: ReadLimits): Promise<FileFormat> {
  const names = new Set((await openZip(file, limits)).names());
  if (names.has('xl/workbook.xml')) return 'xlsx';
  const has = (start: string) => [...names].some((name) => name.startsWith(start));
  if (names.has('xl/workbook.bin')) throw otherZip('a binary Excel file (.xlsb)', 'Save it as XLSX.');
  if (names.has('content.xml') && names.has('mimetype'))
    throw otherZip('an OpenDocument file (.ods)', 'Save it as XLSX or CSV.');
  if (has('word/')) throw otherZip('a Word document', 'Copy its table into a spreadsheet and save it as XLSX.');
  if (has('ppt/')) throw otherZip('a presentation', 'Copy its table into a spreadsheet and save it as XLSX.');
  if (names.has('[Content_Types].xml')) throw otherZip('an Office file without a workbook', 'Save it again as XLSX.');
  throw otherZip('a zip archive', 'Unpack it and choose the file inside.');
}

function otherZip(got: string, next: string): Error {
  return unreadable({ expected, got, next });
}

function empty(): Error {
  return unreadable({ expected, got: 'an empty file', next: 'Check that the file was saved with its content.' });
}

// Spreadsheets for tests, written part by part so that each can be wrong in its own way.
import { strToU8, type Zippable, zipSync } from 'fflate';

export interface SheetMade {
  readonly name: string;
  /** The XML inside `<sheetData>`. */
  readonly rows: string;
  /** What follows `</sheetData>`, such as merged cells. */
  readonly after?: string;
  readonly state?: 'hidden' | 'veryHidden';
}

export interface BookMade {
  readonly sheets: readonly SheetMade[];
  readonly sharedStrings?: readonly string[];
  /** Number formats of the cell styles 0, 1, 2 ...: an id or a format of its own. */
  readonly formats?: readonly (number | string)[];
  readonly from1904?: boolean;
  /** Parts in addition to, or instead of, the ones made here. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  readonly without?: readonly string[];
}

export function makeXlsx(book: BookMade): Uint8Array {
  return makeZip(xlsxParts(book), book.without);
}

export function xlsxParts(book: BookMade): Record<string, string | Uint8Array> {
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    'xl/workbook.xml': workbookXml(book),
    'xl/_rels/workbook.xml.rels': relationsXml(book),
    'xl/styles.xml': stylesXml(book.formats ?? []),
    'xl/sharedStrings.xml': `${declaration}<sst xmlns="${main}">${(book.sharedStrings ?? []).join('')}</sst>`,
  };
  for (const [at, sheet] of book.sheets.entries()) parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet);
  return { ...parts, ...book.parts };
}

export function makeZip(
  parts: Readonly<Record<string, string | Uint8Array>>,
  without: readonly string[] = [],
): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(parts)) {
    if (without.includes(name)) continue;
    files[name] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync(files, { level: 6, mtime: '2024-01-01' });
}

/** One sheet of texts and numbers, each row an array; null leaves the cell away. */
export function sheetOf(rows: readonly (readonly (string | number | null)[])[], name = 'Data'): SheetMade {
  return { name, rows: rows.map((cells, at) => rowXml(at + 1, cells)).join('') };
}

export function rowXml(row: number, cells: readonly (string | number | null)[]): string {
  return `<row r="${row}">${cells.map((cell, at) => cellXml(`${columnName(at)}${row}`, cell)).join('')}</row>`;
}

export function cellXml(reference: string, cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

/** `A` for 0. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest === 0 ? '' : columnName(rest - 1)}${String.fromCharCode(65 + (index % 26))}`;
}

export const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function sheetXml({ rows, after = '' }: Pick<SheetMade, 'rows' | 'after'>): string {
  return `${declaration}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
}

function workbookXml({ sheets, from1904 }: BookMade): string {
  const listed = sheets.map(({ name, state }, at) => {
    return `<sheet name="${escaped(name)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`;
  });
  const settings = from1904 ? '<workbookPr date1904="1"/>' : '';
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}">${settings}<sheets>${listed.join('')}</sheets></workbook>`;
}

function relationsXml({ sheets }: BookMade): string {
  const one = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${target}"/>`;
  const own = sheets.map((_, at) => one(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`));
  const shared = [one('rIdS', 'styles', 'styles.xml'), one('rIdT', 'sharedStrings', 'sharedStrings.xml')];
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[...own, ...shared].join('')}</Relationships>`;
}

function stylesXml(formats: readonly (number | string)[]): string {
  const own = formats.flatMap((format, at) => (typeof format === 'string' ? [{ id: 164 + at, format }] : []));
  const numFmts = own.map(({ id, format }) => `<numFmt numFmtId="${id}" formatCode="${escaped(format)}"/>`).join('');
  const xfs = formats
    .map((format, at) => `<xf numFmtId="${typeof format === 'number' ? format : 164 + at}"/>`)
    .join('');
  return `${declaration}<styleSheet xmlns="${main}"><numFmts>${numFmts}</numFmts><cellXfs>${xfs}</cellXfs></styleSheet>`;
}

export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

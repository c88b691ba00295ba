// A small writer of XLSX workbooks: texts, numbers, drop-downs. The libraries that are kept up write no data validation.
import { strToU8, zipSync } from 'fflate';

export type SheetCell = string | number | null;
export type CellStyle = 'plain' | 'header' | 'wrapped' | 'example';

export interface DropDown {
  /** Column from 0; counts from the second row on. */
  readonly column: number;
  /** Words of the list, or a range of another sheet such as `Types!$A$2:$A$60`. */
  readonly source: readonly string[] | string;
  /** Whether something else may be typed. */
  readonly isOpen: boolean;
  readonly hint: string;
}

export interface WorkbookSheet {
  /** At most 31 characters, none of : \ / ? * [ ]. */
  readonly name: string;
  /** The first row is the header. */
  readonly rows: readonly (readonly SheetCell[])[];
  /** In characters, by column. */
  readonly widths: readonly number[];
  readonly bodyStyle: CellStyle;
  readonly dropDowns?: readonly DropDown[];
}

/** The same sheets give the same bytes. */
export function writeWorkbook(sheets: readonly WorkbookSheet[]): Uint8Array {
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relationships([{ id: 'rId1', type: `${office}/officeDocument`, target: 'xl/workbook.xml' }]),
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, at) => ({
        id: `rId${at + 1}`,
        type: `${office}/worksheet`,
        target: `worksheets/sheet${at + 1}.xml`,
      })),
      { id: `rId${sheets.length + 1}`, type: `${office}/styles`, target: 'styles.xml' },
    ]),
    'xl/styles.xml': styles,
  };
  for (const [at, sheet] of sheets.entries()) files[`xl/worksheets/sheet${at + 1}.xml`] = worksheet(sheet);
  const bytes = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
  // ZIP dates begin in 1980 and are local time; a fixed one keeps the bytes the same everywhere.
  return zipSync(bytes, { level: 9, mtime: new Date(1980, 0, 1) });
}

/** `A`, `Z`, `AA`: the letters of a column from 0. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packageNs = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const lastRow = 5000;

function contentTypes(sheets: number): string {
  const parts = Array.from(
    { length: sheets },
    (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`,
  );
  return `${declaration}<Types xmlns="${packageNs}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>${parts.join('')}</Types>`;
}

function relationships(list: readonly { id: string; type: string; target: string }[]): string {
  const entries = list.map(({ id, type, target }) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `${declaration}<Relationships xmlns="${packageNs}/relationships">${entries.join('')}</Relationships>`;
}

function workbook(sheets: readonly WorkbookSheet[]): string {
  const entries = sheets.map(
    ({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${entries.join('')}</sheets></workbook>`;
}

/** In the order of `styleIndex`: plain, bold on grey, wrapped, italic. */
const styles = `${declaration}<styleSheet xmlns="${main}"><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><i/><sz val="11"/><color rgb="FF666666"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF2"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" fillId="2" applyFont="1" applyFill="1"/><xf applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf><xf fontId="2" applyFont="1"/></cellXfs></styleSheet>`;
const styleIndex: Readonly<Record<CellStyle, number>> = { plain: 0, header: 1, wrapped: 2, example: 3 };

function worksheet({ rows, widths, bodyStyle, dropDowns = [] }: WorkbookSheet): string {
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  const data = rows.map((cells, at) => rowXml(cells, at + 1, at === 0 ? 'header' : bodyStyle));
  // The order of these elements is part of the format.
  return `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${data.join('')}</sheetData>${validations(dropDowns)}</worksheet>`;
}

function rowXml(cells: readonly SheetCell[], row: number, style: CellStyle): string {
  const written = cells.map((cell, column) => {
    if (cell === null || cell === '') return '';
    const at = `r="${columnLetters(column)}${row}" s="${styleIndex[style]}"`;
    if (typeof cell === 'number') return `<c ${at}><v>${cell}</v></c>`;
    return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  });
  return `<row r="${row}">${written.join('')}</row>`;
}

function validations(dropDowns: readonly DropDown[]): string {
  if (dropDowns.length === 0) return '';
  const entries = dropDowns.map(({ column, source, isOpen, hint }) => {
    const letters = columnLetters(column);
    const formula = typeof source === 'string' ? source : `"${source.join(',')}"`;
    const strict = isOpen
      ? ''
      : ' showErrorMessage="1" errorTitle="Not in the list" error="Choose a value of the list."';
    return `<dataValidation type="list" allowBlank="1" showInputMessage="1"${strict} prompt="${escaped(hint)}" sqref="${letters}2:${letters}${lastRow}"><formula1>${escaped(formula)}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${entries.length}">${entries.join('')}</dataValidations>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

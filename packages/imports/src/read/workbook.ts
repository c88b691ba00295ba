// The parts of a spreadsheet that its sheets refer to: list of sheets, shared strings, which number formats are dates.
import type { ReadLimits } from './limits.ts';
import { counted, quoted, tooLarge } from './reading-fault.ts';
import { broken, readWholeXml, type XmlEvents } from './xml-reader.ts';
import type { ZipArchive } from './zip-archive.ts';

export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  /** Days are counted from 1904, as old Macintosh files do. */
  readonly from1904: boolean;
  readonly sharedStrings: readonly string[];
  /** By style number: is a number of this style shown as a date? */
  readonly dateStyles: readonly boolean[];
}

export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  /** Name of the part inside the archive. */
  readonly part: string;
}

/** @throws DomainError unreadable_file, file_too_large */
export async function readWorkbook(zip: ZipArchive, limits: ReadLimits): Promise<Workbook> {
  const related = await readRelations(zip, limits);
  const { listed, from1904 } = await readSheetList(zip, limits);
  const sheets = listed.flatMap(({ name, hidden, relation }) => {
    const target = related.get(relation);
    // Chart sheets and dialogs stand in the same list; they hold no rows.
    return target?.kind === 'worksheet' ? [{ name, hidden, part: target.part }] : [];
  });
  if (sheets.length === 0) throw broken(workbookPart, 'a workbook without a sheet of cells');
  const partOf = (kind: string) => [...related.values()].find((target) => target.kind === kind)?.part;
  const strings = partOf('sharedStrings');
  const styles = partOf('styles');
  return {
    sheets,
    from1904,
    sharedStrings: strings !== undefined && zip.has(strings) ? await readSharedStrings(zip, strings, limits) : [],
    dateStyles: styles !== undefined && zip.has(styles) ? await readDateStyles(zip, styles, limits) : [],
  };
}

const workbookPart = 'xl/workbook.xml';
const relationsPart = 'xl/_rels/workbook.xml.rels';

interface Target {
  /** Last word of the relation's type: `worksheet`, `styles`, `sharedStrings`. */
  readonly kind: string;
  readonly part: string;
}

async function readRelations(zip: ZipArchive, limits: ReadLimits): Promise<ReadonlyMap<string, Target>> {
  const related = new Map<string, Target>();
  await readWholeXml(zip.read(relationsPart, limits.smallPartBytes), relationsPart, limits, {
    ...deaf,
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || Id === undefined || Target === undefined || TargetMode === 'External') return;
      if (related.size >= limits.zipEntries) throw broken(relationsPart, 'more relations than parts');
      related.set(Id, { kind: Type?.split('/').at(-1) ?? '', part: partNamed(Target) });
    },
  });
  return related;
}

/** Targets are relative to `xl/` unless they start at the root. */
function partNamed(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
}

interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: string;
}

async function readSheetList(zip: ZipArchive, limits: ReadLimits) {
  const listed: ListedSheet[] = [];
  let from1904 = false;
  await readWholeXml(zip.read(workbookPart, limits.smallPartBytes), workbookPart, limits, {
    ...deaf,
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(?:1|true|on)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      if (listed.length >= limits.sheets) throw tooManySheets(limits);
      const relation = Object.entries(attributes).find(([key]) => /(?:^|:)id$/.test(key))?.[1] ?? '';
      const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
      listed.push({ name: attributes.name ?? '', hidden, relation });
    },
  });
  return { listed, from1904 };
}

/** Rich text is put together from its runs; the phonetic hints of East Asian text are left out. */
async function readSharedStrings(zip: ZipArchive, part: string, limits: ReadLimits): Promise<readonly string[]> {
  const strings: string[] = [];
  let characters = 0;
  const item = textGatherer(limits.cellCharacters, () => tooLongString(strings.length, limits));
  await readWholeXml(zip.read(part, limits.sharedBytes), part, limits, {
    open: item.open,
    text: item.text,
    close(name) {
      item.close(name);
      if (name !== 'si') return;
      const text = item.take();
      characters += text.length;
      if (strings.length >= limits.sharedStrings || characters > limits.sharedCharacters) throw tooManyStrings(limits);
      strings.push(ownCopy(text));
    },
  });
  return strings;
}

/** A piece cut out of a long string keeps the whole of it in memory; round the bytes it becomes a string of its own. */
function ownCopy(text: string): string {
  return text.isWellFormed() ? Buffer.from(text).toString() : text;
}

export interface TextGatherer extends XmlEvents {
  /** What stood in `t` since the last time. */
  take(): string;
}

/** Gathers the text of `t` elements outside `rPh`. */
export function textGatherer(longest: number, tooLong: () => Error): TextGatherer {
  let gathered = '';
  let inText = 0;
  let inHint = 0;
  return {
    open(name) {
      if (name === 't') inText++;
      else if (name === 'rPh') inHint++;
    },
    text(text) {
      if (inText === 0 || inHint > 0) return;
      gathered += text;
      if (gathered.length > longest) throw tooLong();
    },
    close(name) {
      if (name === 't') inText--;
      else if (name === 'rPh') inHint--;
    },
    take() {
      const text = plainText(gathered);
      gathered = '';
      return text;
    },
  };
}

/** Spreadsheets write control characters as `_x000D_`, and an underscore that would look like one as `_x005F_`. */
export function plainText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

async function readDateStyles(zip: ZipArchive, part: string, limits: ReadLimits): Promise<readonly boolean[]> {
  const ownFormats = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCellStyles = false;
  await readWholeXml(zip.read(part, limits.smallPartBytes), part, limits, {
    ...deaf,
    open(name, attributes) {
      if (name === 'cellXfs') inCellStyles = true;
      if (name === 'numFmt') ownFormats.set(Number(attributes.numFmtId), isDateFormat(attributes.formatCode ?? ''));
      if (name !== 'xf' || !inCellStyles) return;
      if (styles.length >= mostStyles) throw broken(part, `more than ${counted(mostStyles)} cell styles`);
      const id = Number(attributes.numFmtId ?? 0);
      styles.push(ownFormats.get(id) ?? isBuiltInDate(id));
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return styles;
}

/** Excel itself stops at 65,490. */
const mostStyles = 100_000;

/** Number formats that need no text in the file. Source: ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are East Asian dates. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id === 45 || id === 47 || (id >= 50 && id <= 58);
}

/** Does a format of its own show a day or a time of day? Elapsed hours, `[h]:mm`, are a number. */
export function isDateFormat(code: string): boolean {
  const first = code.split(';', 1)[0] ?? '';
  if (/\[(?:h+|m+|s+)\]/i.test(first)) return false;
  const letters = first.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|AM\/PM|A\/P|General|Standard/gi, ' ');
  return /[dmyhs]/i.test(letters) && !/[0#?]/.test(letters.replace(/[.,]0+/g, ''));
}

const deaf: XmlEvents = { open() {}, text() {}, close() {} };

function tooManySheets(limits: ReadLimits): Error {
  const next = 'Copy the sheet with the table into a new spreadsheet.';
  return tooLarge({ expected: `at most ${counted(limits.sheets)} sheets`, got: 'more', next });
}

function tooManyStrings(limits: ReadLimits): Error {
  return tooLarge({
    expected: `at most ${counted(limits.sharedStrings)} different texts of together ${counted(limits.sharedCharacters)} characters`,
    got: 'more',
    next: 'Save the sheet as CSV, which is read at any length.',
  });
}

function tooLongString(index: number, limits: ReadLimits): Error {
  return tooLarge({
    expected: `cells of at most ${counted(limits.cellCharacters)} characters`,
    got: `a longer one among the shared texts (number ${counted(index + 1)})`,
    next: 'Shorten the text.',
  });
}

/** For messages: quoted, in the order of the workbook. */
export function sheetNames(sheets: readonly SheetEntry[]): string {
  return sheets.map(({ name }) => quoted(name)).join(', ');
}

// CSV as spreadsheets read it: RFC 4180, with what Excel wants on top.
import type { CsvChoice } from '@crg/api-contract/export';
import type { Column, Value } from './exported.ts';

/** The text of the file, piece by piece; there is at least one page, which may be empty. Excel takes it for UTF-8 because of the byte order mark. */
export async function* csvFile<Item>(
  columns: readonly Column<Item>[],
  pages: AsyncIterable<readonly Item[]>,
  { decimal = 'point', bom = 'yes' }: CsvChoice,
): AsyncGenerator<string> {
  const style = styles[decimal];
  const names = columns.map(({ name }) => name);
  // The header goes with the first page: before that page is read, nothing may look like an answer.
  let head = (bom === 'yes' ? byteOrderMark : '') + line(names, style);
  for await (const page of pages) {
    const lines = page.map((item) =>
      line(
        columns.map(({ value }) => value(item)),
        style,
      ),
    );
    yield head + lines.join('');
    head = '';
  }
}

/** One line of a CSV file with its end. */
export function line(values: readonly Value[], { separator, decimalMark }: Style = styles.point): string {
  return `${values.map((value) => cell(value, { separator, decimalMark })).join(separator)}\r\n`;
}

export const byteOrderMark = '\uFEFF';

interface Style {
  readonly separator: string;
  readonly decimalMark: string;
}

/** A spreadsheet that writes 1,5 expects semicolons between the columns. */
const styles = {
  point: { separator: ',', decimalMark: '.' },
  comma: { separator: ';', decimalMark: ',' },
} as const satisfies Record<NonNullable<CsvChoice['decimal']>, Style>;

function cell(value: Value, { separator, decimalMark }: Style): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', decimalMark);
  const text = formulaStart.test(value) ? `'${value}` : value;
  return text.includes(separator) || mustQuote.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What a spreadsheet would run instead of showing it; blanks before it do not help. */
const formulaStart = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;
const mustQuote = /["\r\n\t]|^\s|\s$/;

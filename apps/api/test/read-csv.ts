// A second opinion on our CSV: a reader that knows RFC 4180 and nothing of our writer.

/** Rows by column name. Throws where a line has more or fewer cells than the header. */
export function readCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const [header = [], ...lines] = cellsOf(text.replace(/^\uFEFF/, ''));
  return lines.map((cells) => {
    if (cells.length !== header.length) throw new Error(`Expected ${header.length} cells, got ${cells.length}`);
    return Object.fromEntries(header.map((name, index) => [name, cells[index] ?? '']));
  });
}

function cellsOf(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let match = cell.exec(text); match !== null; match = cell.exec(text)) {
    line.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    if (match[3] === ',') continue;
    lines.push(line);
    line = [];
    if (cell.lastIndex === text.length) break;
  }
  if (lines.length === 0 || line.length > 0) throw new Error('The file does not end with a whole line');
  return lines;
}

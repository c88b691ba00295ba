// One line of a CSV file that spreadsheets can open without running anything.

/**
 * RFC 4180 with CRLF. A text that a spreadsheet would take for a formula gets an apostrophe in front; numbers, also those
 * written as text such as -5,2, stay as they are.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const isFormula = /^\s*[=+\-@\t\r]/.test(cell) && !/^\s*[+-]?\d[\d.,\s]*$/.test(cell);
  const text = isFormula ? `'${cell}` : cell;
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

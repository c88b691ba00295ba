const mostShown = 12;

/** The columns of a table for the `got` of a message: the first ones, quoted. */
export function shownHeader(columns: readonly string[]): string {
  const shown = columns.slice(0, mostShown).map((name) => `"${name}"`);
  return `${shown.join(', ')}${columns.length > mostShown ? ', …' : ''}`;
}

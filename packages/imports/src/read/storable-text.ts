// Texts that escapes can write but no database can hold: with a NUL, or with half of a surrogate pair.

export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/** What a row says about such a cell. */
export const unstorableText = {
  expected: 'text',
  got: 'an escape for something that is no character',
  next: 'Correct the text; the cell counts as empty until then.',
} as const;

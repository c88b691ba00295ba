// Texts as they are compared: without case, accents and punctuation.

/** Lower case, without accents, and with letters that only look different (ﬁ, ａ, ß) spelt out. */
export function plain(text: string): string {
  const lower = text.toLowerCase();
  if (asciiOnly.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[æœøßłđðþı]/g, (letter) => spelt[letter] ?? letter);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
const asciiOnly = /^[\x00-\x7f]*$/;
const spelt: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** The words of a text to be found by: split at blanks, and again inside at everything that is neither letter nor digit. */
export function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  for (const chunk of chunksOf(text)) {
    words.push(chunk);
    if (wordOnly.test(chunk)) continue;
    words.push(...chunk.split(betweenWords).filter((part) => part !== ''));
  }
  return words;
}

/** A text split at blanks, each piece without punctuation around it. */
export function chunksOf(text: string): readonly string[] {
  const chunks: string[] = [];
  for (const piece of plain(text).split(/\s+/)) {
    const chunk = wordOnly.test(piece) ? piece : piece.replaceAll(aroundWords, '');
    if (chunk !== '') chunks.push(chunk);
  }
  return chunks;
}

const wordOnly = /^[a-z0-9]+$/;
const betweenWords = /[^\p{L}\p{N}]+/u;
const aroundWords = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

// Finds documents by words: whole words before beginnings, beginnings before parts, and near spellings where nothing else fits.

/** Where a word stands in its document; what is found by its context alone is not found. */
export type Weight = 'title' | 'id' | 'kind' | 'context';

export interface Found {
  readonly document: number;
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
}

/** Build it with `TextIndexBuilder`; it never changes afterwards. */
export class TextIndex {
  readonly #words: readonly string[];
  /** All words with a line feed before and behind each, to look for parts at the speed of one text. */
  readonly #joined: string;
  readonly #starts: Uint32Array;
  readonly #postings: readonly Uint32Array[];
  readonly #documents: number;

  constructor(postingsByWord: ReadonlyMap<string, readonly number[]>, documents: number) {
    this.#words = [...postingsByWord.keys()].sort();
    this.#joined = `\n${this.#words.join('\n')}\n`;
    this.#starts = startsOf(this.#words);
    this.#postings = this.#words.map((word) => Uint32Array.from(postingsByWord.get(word) ?? []));
    this.#documents = documents;
  }

  /** Documents that fit every word of the query, in no order; empty for a query without words. */
  find(query: string): readonly Found[] {
    const chunks = chunksOf(query);
    if (chunks.length === 0) return [];
    let kept: Map<number, Fit> | null = null;
    for (const chunk of chunks) {
      const fits = this.#fitsOf(chunk);
      kept = kept === null ? fits : both(kept, fits);
      if (kept.size === 0) return [];
    }
    const found: Found[] = [];
    for (const [document, { score, own }] of kept ?? []) if (own) found.push({ document, score });
    return found;
  }

  /** What one word of the query fits. */
  #fitsOf(chunk: string): Map<number, Fit> {
    const scores = new Float32Array(this.#documents);
    const own = new Uint8Array(this.#documents);
    const touched: number[] = [];
    const take = (word: number, likeness: number) => {
      for (const posting of this.#postings[word] ?? []) {
        const document = posting >>> weightBits;
        const weight = weights[posting & weightMask] ?? 0;
        if (scores[document] === 0) touched.push(document);
        scores[document] = Math.max(scores[document] ?? 0, likeness * weight);
        if ((posting & weightMask) !== contextCode) own[document] = 1;
      }
    };
    this.#takeBeginnings(chunk, take);
    if (chunk.length >= shortestPart) this.#takeParts(chunk, take);
    if (touched.length === 0 && chunk.length >= shortestTypo) this.#takeNearSpellings(chunk, take);
    return new Map(touched.map((document) => [document, { score: scores[document] ?? 0, own: own[document] === 1 }]));
  }

  #takeBeginnings(chunk: string, take: (word: number, likeness: number) => void): void {
    for (let at = firstAtLeast(this.#words, chunk); this.#words[at]?.startsWith(chunk) === true; at++) {
      take(at, this.#words[at] === chunk ? likenesses.whole : likenesses.beginning);
    }
  }

  #takeParts(chunk: string, take: (word: number, likeness: number) => void): void {
    let last = -1;
    for (let at = this.#joined.indexOf(chunk); at !== -1; at = this.#joined.indexOf(chunk, at + 1)) {
      const word = lastAtMost(this.#starts, at);
      if (word !== last && at !== this.#starts[word]) take(word, likenesses.part);
      last = word;
    }
  }

  #takeNearSpellings(chunk: string, take: (word: number, likeness: number) => void): void {
    const allowed = chunk.length >= longTypo ? 2 : 1;
    for (const [at, word] of this.#words.entries()) {
      if (Math.abs(word.length - chunk.length) > allowed || !startsAlike(word, chunk)) continue;
      const distance = boundedDistance(word, chunk, allowed);
      if (distance <= allowed) take(at, likenesses.nearSpelling / distance);
    }
  }
}

interface Fit {
  readonly score: number;
  /** Whether a word of the document itself fits, not only one of its context. */
  readonly own: boolean;
}

const likenesses = { whole: 1, beginning: 0.6, part: 0.25, nearSpelling: 0.2 } as const;
/** Parts of two letters and near spellings of three are in half of all words. */
const shortestPart = 3;
const shortestTypo = 4;
const longTypo = 8;

/** In the order of their codes; packed into the low bits of a posting. */
const weightNames = ['context', 'kind', 'id', 'title'] as const satisfies readonly Weight[];
const weights = [1, 2, 3, 4];
const weightBits = 2;
const weightMask = 0b11;
const contextCode = weightNames.indexOf('context');

export class TextIndexBuilder {
  readonly #postings = new Map<string, number[]>();
  #documents = 0;

  /** @returns the number of the new document, counted from 0 */
  add(texts: Readonly<Partial<Record<Weight, readonly string[]>>>): number {
    const document = this.#documents++;
    for (const [code, name] of weightNames.entries()) {
      for (const word of texts[name] ?? []) {
        const list = this.#postings.get(word);
        const posting = ((document << weightBits) | code) >>> 0;
        if (list === undefined) this.#postings.set(word, [posting]);
        else if (list.at(-1) !== posting) list.push(posting);
      }
    }
    return document;
  }

  build(): TextIndex {
    return new TextIndex(this.#postings, this.#documents);
  }
}

/** Lower case, without accents, and with letters that only look different (ﬁ, ａ, ß) spelt out. */
export function plain(text: string): string {
  const lower = text.toLowerCase();
  if (asciiOnly.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[æœøßłđð]/g, (letter) => spelt[letter] ?? letter);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
const asciiOnly = /^[\x00-\x7f]*$/;
const spelt: Readonly<Record<string, string>> = { æ: 'ae', œ: 'oe', ø: 'o', ß: 'ss', ł: 'l', đ: 'd', ð: 'd' };

/** The words of a text to be found by: split at blanks, and again inside at everything that is neither letter nor digit. */
export function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  for (const chunk of chunksOf(text)) {
    words.push(chunk);
    const parts = chunk.split(betweenWords).filter((part) => part !== '');
    if (parts.length > 1 || parts[0] !== chunk) words.push(...parts);
  }
  return words;
}

const betweenWords = /[^\p{L}\p{N}]+/u;

function chunksOf(text: string): readonly string[] {
  return plain(text)
    .split(/\s+/)
    .map((chunk) => chunk.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((chunk) => chunk !== '');
}

function both(some: ReadonlyMap<number, Fit>, others: ReadonlyMap<number, Fit>): Map<number, Fit> {
  const result = new Map<number, Fit>();
  for (const [document, { score, own }] of some) {
    const other = others.get(document);
    if (other !== undefined) result.set(document, { score: score + other.score, own: own || other.own });
  }
  return result;
}

function startsOf(words: readonly string[]): Uint32Array {
  const starts = new Uint32Array(words.length);
  let at = 1;
  for (const [index, word] of words.entries()) {
    starts[index] = at;
    at += word.length + 1;
  }
  return starts;
}

/** Index of the first word that does not sort before `wanted`. */
function firstAtLeast(words: readonly string[], wanted: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the last start that is not behind `place`. */
function lastAtMost(starts: Uint32Array, place: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Few people mistype the first letter, and it spares most of the comparing. */
function startsAlike(word: string, other: string): boolean {
  return word[0] === other[0] || (word[0] === other[1] && word[1] === other[0]);
}

/** Letters replaced, left out, added or swapped with their neighbour; `limit` + 1 for anything more. */
function boundedDistance(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? limit + 1;
}

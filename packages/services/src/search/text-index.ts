// Finds documents by words: whole words before beginnings, beginnings before parts, and near spellings where nothing else fits.
import { near, nearBeginnings } from './near-spelling.ts';
import { chunksOf, plain, wordsOf } from './plain-words.ts';
import { type Postings, PostingsBuilder } from './postings.ts';
import { firstAtLeast, lastAtMost } from './sorted-words.ts';

/** The texts a document is found by. Its context helps to choose among what is found by its own words, and finds nothing alone. */
export interface DocumentTexts {
  /** As it is shown: a document whose whole title was typed stands before all others. */
  readonly title: string;
  /** Not split into words. */
  readonly ids: readonly string[];
  readonly kind: readonly string[];
  readonly context: readonly string[];
  /** Factor on its score: less than 1 for what is rarely meant. */
  readonly worth: number;
}

export interface Found {
  /** In no order. */
  readonly documents: readonly number[];
  /** By document; higher is better, comparable within one answer only. Good until the next question. */
  readonly scores: Float32Array;
}

/** Made by a TextIndexBuilder; it never changes afterwards. */
export class TextIndex {
  readonly #words: Postings;
  readonly #titles: Postings;
  readonly #worth: Float32Array;
  /** All words with a line feed before and behind each, to look for parts at the speed of one text. */
  readonly #joined: string;
  readonly #starts: Uint32Array;
  // Scratch of one question, kept because it is large; a question is answered in one go, so no two share it.
  readonly #scores: Float32Array;
  readonly #own: Uint8Array;
  readonly #totals: Float32Array;
  readonly #anyOwn: Uint8Array;

  constructor(words: Postings, titles: Postings, worth: Float32Array) {
    this.#words = words;
    this.#titles = titles;
    this.#worth = worth;
    this.#joined = `\n${words.words.join('\n')}\n`;
    this.#starts = startsOf(words.words);
    this.#scores = new Float32Array(worth.length);
    this.#own = new Uint8Array(worth.length);
    this.#totals = new Float32Array(worth.length);
    this.#anyOwn = new Uint8Array(worth.length);
  }

  /** Documents that fit every word of the query; none for a query without words. */
  find(query: string): Found {
    let kept: readonly number[] | null = null;
    for (const chunk of chunksOf(query)) {
      const touched = this.#score(chunk);
      kept = this.#combine(kept, touched);
      for (const document of touched) this.#scores[document] = 0;
    }
    const documents = (kept ?? []).filter((document) => this.#anyOwn[document] === 1);
    this.#creditTitles(plain(query).trim());
    for (const document of documents) this.#totals[document] = this.#total(document) * (this.#worth[document] ?? 1);
    return { documents, scores: this.#totals };
  }

  /** Fills `#scores` and `#own` with what one word of the query fits, and answers the documents it fits. */
  #score(chunk: string): readonly number[] {
    const touched: number[] = [];
    const take = (word: number, likeness: number) => {
      this.#words.each(word, (document, field) => {
        const before = this.#scores[document] ?? 0;
        if (before === 0) {
          touched.push(document);
          this.#own[document] = 0;
        }
        this.#scores[document] = Math.max(before, likeness * (fieldWeights[field] ?? 0));
        if (field !== contextField) this.#own[document] = 1;
      });
    };
    this.#takeBeginnings(chunk, take);
    if (chunk.length >= shortestPart) this.#takeParts(chunk, take);
    if (touched.length === 0 && chunk.length >= shortestTypo) this.#takeNearSpellings(chunk, take);
    return touched;
  }

  #takeBeginnings(chunk: string, take: (word: number, likeness: number) => void): void {
    const { words } = this.#words;
    for (let at = firstAtLeast(words, chunk); words[at]?.startsWith(chunk) === true; at++) {
      take(at, words[at] === chunk ? likenesses.whole : likenesses.beginning);
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
    const { words } = this.#words;
    for (const beginning of nearBeginnings(chunk)) {
      for (let at = firstAtLeast(words, beginning); words[at]?.startsWith(beginning) === true; at++) {
        const distance = near(words[at] ?? '', chunk, allowed);
        if (distance !== null) take(at, likenesses.nearSpelling / distance);
      }
    }
  }

  /** Adds the scores of one more word; a document that it does not fit is out. */
  #combine(kept: readonly number[] | null, touched: readonly number[]): readonly number[] {
    if (kept === null) {
      for (const document of touched) {
        this.#totals[document] = this.#scores[document] ?? 0;
        this.#anyOwn[document] = this.#own[document] ?? 0;
      }
      return touched;
    }
    return kept.filter((document) => {
      const score = this.#scores[document] ?? 0;
      if (score === 0) return false;
      this.#totals[document] = this.#total(document) + score;
      this.#anyOwn[document] = (this.#anyOwn[document] ?? 0) | (this.#own[document] ?? 0);
      return true;
    });
  }

  /** Documents that are not kept get the credit too, and nobody looks at their scores. */
  #creditTitles(whole: string): void {
    if (whole === '') return;
    const { words } = this.#titles;
    for (let at = firstAtLeast(words, whole); words[at]?.startsWith(whole) === true; at++) {
      const credit = words[at] === whole ? wholeTitleCredit : titleBeginningCredit;
      this.#titles.each(at, (document) => {
        this.#totals[document] = this.#total(document) + credit;
      });
    }
  }

  #total(document: number): number {
    return this.#totals[document] ?? 0;
  }
}

const likenesses = { whole: 1, beginning: 0.6, part: 0.25, nearSpelling: 0.2 } as const;
/** Parts of two letters and near spellings of three are in half of all words. */
const shortestPart = 3;
const shortestTypo = 4;
const longTypo = 8;

const contextField = 0;
const kindField = 1;
const idField = 2;
const titleField = 3;
/** By field. */
const fieldWeights = [1, 2, 3, 4];
/** As much as two words, so that "Mill" stands before "Mill of the north" and before flows of a mill. */
const wholeTitleCredit = 8;
const titleBeginningCredit = 3;

export class TextIndexBuilder {
  readonly #words = new PostingsBuilder();
  readonly #titles = new PostingsBuilder();
  readonly #worth: number[] = [];
  /** By text: names come up again with every site and flow of an organization. */
  readonly #known = new Map<string, readonly number[]>();

  /** @returns the number of the new document, counted from 0 */
  add({ title, ids, kind, context, worth }: DocumentTexts): number {
    const document = this.#worth.length;
    this.#worth.push(worth);
    this.#addText(title, document, titleField);
    this.#titles.add(this.#titles.numberOf(plain(title).trim()), document, titleField);
    for (const id of ids) this.#addId(plain(id).trim(), document);
    for (const text of kind) this.#addText(text, document, kindField);
    for (const text of context) this.#addText(text, document, contextField);
    return document;
  }

  build(): TextIndex {
    return new TextIndex(this.#words.build(), this.#titles.build(), Float32Array.from(this.#worth));
  }

  #addText(text: string, document: number, field: number): void {
    let words = this.#known.get(text);
    if (words === undefined) {
      words = wordsOf(text).map((word) => this.#words.numberOf(word));
      this.#known.set(text, words);
    }
    for (const word of words) this.#words.add(word, document, field);
  }

  #addId(id: string, document: number): void {
    this.#words.add(this.#words.numberOf(id), document, idField);
    this.#titles.add(this.#titles.numberOf(id), document, idField);
  }
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

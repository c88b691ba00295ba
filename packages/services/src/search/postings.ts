// Which word stands in which field of which document, in flat arrays: a hundred thousand small ones would cost ten times the memory.

/** Words in order, and for each the documents it stands in. */
export class Postings {
  /** Sorted by UTF-16 units, without repeats. */
  readonly words: readonly string[];
  /** Where the postings of each word begin; one more than words. */
  readonly #starts: Uint32Array;
  readonly #packed: Uint32Array;

  constructor(words: readonly string[], starts: Uint32Array, packed: Uint32Array) {
    this.words = words;
    this.#starts = starts;
    this.#packed = packed;
  }

  each(word: number, visit: (document: number, field: number) => void): void {
    const end = this.#starts[word + 1] ?? 0;
    for (let at = this.#starts[word] ?? end; at < end; at++) {
      const packed = this.#packed[at] ?? 0;
      visit(packed >>> fieldBits, packed & fieldMask);
    }
  }
}

/** Four fields, and a quarter of four thousand million documents. */
const fieldBits = 2;
const fieldMask = 0b11;

export class PostingsBuilder {
  readonly #numbers = new Map<string, number>();
  readonly #words: number[] = [];
  readonly #packed: number[] = [];

  /** A word is looked up by its text once; whoever has many documents with the same words keeps their numbers. */
  numberOf(word: string): number {
    let number = this.#numbers.get(word);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(word, number);
    }
    return number;
  }

  add(number: number, document: number, field: number): void {
    this.#words.push(number);
    this.#packed.push(((document << fieldBits) | field) >>> 0);
  }

  build(): Postings {
    const sorted = [...this.#numbers.keys()].sort();
    const placeOf = new Uint32Array(sorted.length);
    for (const [place, word] of sorted.entries()) placeOf[this.#numbers.get(word) ?? 0] = place;
    const starts = this.#startsBy(placeOf);
    const free = starts.slice();
    const packed = new Uint32Array(this.#packed.length);
    for (let index = 0; index < packed.length; index++) {
      const place = placeOf[this.#words[index] ?? 0] ?? 0;
      const at = free[place] ?? 0;
      packed[at] = this.#packed[index] ?? 0;
      free[place] = at + 1;
    }
    return new Postings(sorted, starts, packed);
  }

  #startsBy(placeOf: Uint32Array): Uint32Array {
    const starts = new Uint32Array(placeOf.length + 1);
    for (let index = 0; index < this.#words.length; index++) {
      const next = (placeOf[this.#words[index] ?? 0] ?? 0) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
    for (let place = 1; place < starts.length; place++) {
      starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0);
    }
    return starts;
  }
}

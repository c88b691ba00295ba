// Looking for what was probably meant takes long; a file repeats its slips, and a file of nothing but slips must end too.

export class NearWords {
  readonly #found = new Map<string, readonly string[]>();

  /**
   * What `search` answers, asked once per word and at most `mostSearched` times for one file; after that nothing is near.
   * @param list what kind of word it is, so that a country and a unit never share an answer
   */
  find(list: string, word: string, search: () => readonly string[]): readonly string[] {
    const key = `${list} ${word}`;
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    if (this.#found.size >= mostSearched) return [];
    const found = search();
    this.#found.set(key, found);
    return found;
  }
}

const mostSearched = 1000;

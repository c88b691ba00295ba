// What somebody probably meant: the known words closest to an unknown one, for error messages.

/**
 * Up to `limit` of `words`, closest first by edit distance, ties in the order given. Words that differ in case alone stand
 * alone; words that share too little with `word`, or not one letter at its place, are left out: the list may be empty.
 */
export function nearestSpellings(word: string, words: readonly string[], limit = 3): readonly string[] {
  const lower = word.toLowerCase();
  const sameButCase = words.filter((candidate) => candidate.toLowerCase() === lower);
  if (sameButCase.length > 0) return sameButCase.slice(0, limit);
  const allowed = Math.max(2, Math.ceil(word.length / 2));
  return (
    words
      .map((candidate, order) => ({ candidate, order, spelt: candidate.toLowerCase() }))
      // So many letters more or fewer are so many edits at least; most words need no closer look.
      .filter(({ spelt }) => Math.abs(spelt.length - lower.length) <= allowed)
      .map(({ candidate, order, spelt }) => ({ candidate, order, distance: editDistance(lower, spelt) }))
      .filter(({ candidate, distance }) => distance <= allowed && distance < Math.max(candidate.length, word.length))
      .sort((a, b) => a.distance - b.distance || a.order - b.order)
      .slice(0, limit)
      .map(({ candidate }) => candidate)
  );
}

/** `Did you mean kW or MW?`, or undefined when nothing is near. */
export function didYouMean(word: string, words: readonly string[]): string | undefined {
  const near = nearestSpellings(word, words);
  return near.length === 0 ? undefined : `Did you mean ${listed(near)}?`;
}

/** `a`, `a or b`, `a, b or c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = at(previous, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, at(previous, column) + 1, at(current, column - 1) + 1));
    }
    previous = current;
  }
  return at(previous, b.length);
}

const at = (cells: readonly number[], index: number): number => cells[index] ?? Number.POSITIVE_INFINITY;

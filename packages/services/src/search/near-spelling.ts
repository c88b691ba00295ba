// Words that were probably meant by a word that nothing is called.

/**
 * How many letters differ: replaced, left out, added, or swapped with their neighbour. null for more than `limit`, and where
 * the beginnings differ: few people mistype the first letter, and it spares most of the comparing.
 */
export function near(word: string, typed: string, limit: number): number | null {
  if (Math.abs(word.length - typed.length) > limit || !startsAlike(word, typed)) return null;
  const distance = boundedDistance(word, typed, limit);
  return distance > limit ? null : distance;
}

function startsAlike(word: string, other: string): boolean {
  return word[0] === other[0] || (word[0] === other[1] && word[1] === other[0]);
}

/** `limit` + 1 for anything more. */
function boundedDistance(a: string, b: string, limit: number): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      const replaced = (last[column - 1] ?? 0) + (isSame ? 0 : 1);
      let cost = Math.min(replaced, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    if (Math.min(...current) > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? limit + 1;
}

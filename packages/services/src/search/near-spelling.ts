// Words that were probably meant by a word that nothing is called.

/**
 * What a word that was meant begins with: its first letter is right, or swapped with the second. Few people mistype the
 * first letter, and it spares most of the comparing.
 */
export function nearBeginnings(typed: string): readonly string[] {
  const [first = '', second = ''] = typed;
  return first === second ? [first] : [first, second + first];
}

/** How many letters differ: replaced, left out, added, or swapped with their neighbour; null for more than `limit`. */
export function near(word: string, typed: string, limit: number): number | null {
  if (Math.abs(word.length - typed.length) > limit) return null;
  const distance = boundedDistance(word, typed, limit);
  return distance > limit ? null : distance;
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

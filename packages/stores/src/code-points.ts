/** The order of ids in the database; JavaScript's own `<` compares half-characters and differs beyond the basic plane. */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const one = a.charCodeAt(at);
    const other = b.charCodeAt(at);
    if (one !== other) return placeOf(one) - placeOf(other);
  }
  return a.length - b.length;
}

/** Surrogate halves stand for code points beyond all others, though their numbers are smaller than the last of these. */
function placeOf(unit: number): number {
  if (unit >= 0xe000) return unit - 0x800;
  return unit >= 0xd800 ? unit + 0x2000 : unit;
}

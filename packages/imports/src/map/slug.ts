// Ids made from names: the same name gives the same id on every import.

/**
 * Small letters and digits of any script with hyphens between, accents kept apart from their letter dropped:
 * `Kalundborg Raffinaderi A/S` -> `kalundborg-raffinaderi-a-s`. A text of other signs alone becomes a number made from it; blanks
 * become nothing.
 * A long text is cut and ends in a number made from the whole of it, so that two long names stay two ids.
 */
export function slug(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  if (words === null) return text.trim() === '' ? '' : hash(text.trim());
  const id = words.join('-');
  return id.length <= longest ? id : `${[...id].slice(0, longest - 8).join('')}-${hash(id)}`;
}

const longest = 80;

/** An id put together from several names, cut to what an id may have and kept apart by a number made from the whole. */
export function madeId(text: string): string {
  return text.length <= longestId ? text : `${[...text].slice(0, longestId - 40).join('')}-${hash(text)}`;
}

const longestId = 200;

/** FNV-1a, 32 bits, in base 36. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value.toString(36);
}
